import type { Column, ColumnKind } from './columns.ts';
import { decodeDay, encodeDay } from './days.ts';
import type { RowValue } from './values.ts';

/**
 * A value that was read; or why it can't be, as what the column may hold (to follow "must be"), with what could
 * be kept of it.
 */
export type Decoded =
  | { readonly value: RowValue; readonly mustBe?: undefined }
  | { readonly mustBe: string; readonly value?: RowValue };

/** How one kind of column stands in Graph's JSON. */
export interface Codec<C extends Column = Column> {
  /** Members of the `fields` object in which Graph may send it, the first that is there counts. */
  readFrom(column: C): readonly string[];
  /** What an absent value is. */
  readonly empty: RowValue;
  /** Reads what Graph sent; never called with null or undefined. */
  decode(received: unknown, column: C, timeZone: string): Decoded;
  /** Members of `fields` to write; `mustBe` when the value doesn't fit. Never called with null. */
  encode(
    value: NonNullable<RowValue>,
    column: C,
    timeZone: string,
  ): Readonly<Record<string, unknown>> | { mustBe: string };
  /** Members of `fields` that empty the column. */
  clear(column: C): Readonly<Record<string, unknown>>;
}

/** @see https://learn.microsoft.com/sharepoint/dev/general-development limits of a text and a note column */
export const TEXT_MAX_LENGTH = 255;
export const NOTE_MAX_LENGTH = 63_999;

const sameName = (column: Column): readonly string[] => [column.name];
const lookupName = (column: Column): string => `${column.name}LookupId`;
const clearOne = (column: Column) => ({ [column.name]: null });

const isText = (value: unknown): value is string => typeof value === 'string';
const isFiniteNumber = (value: unknown): value is number => Number.isFinite(value);
const isItemId = (value: unknown): value is number => Number.isSafeInteger(value) && Number(value) > 0;

const textCodec = (maxLength: number): Codec => {
  const mustBe = `text of at most ${maxLength} characters`;
  return {
    readFrom: sameName,
    empty: null,
    decode: (received) => (isText(received) ? { value: storable(received) || null } : { mustBe: 'text' }),
    // SharePoint keeps no empty text: it reads back as absent, so it is written as absent.
    encode: (value, column) =>
      isText(value) && value.length <= maxLength ? { [column.name]: value || null } : { mustBe },
    clear: clearOne,
  };
};

/** Without what is no character: other programs write it, and no database takes it. */
const storable = (text: string): string => text.replaceAll('\u0000', '').toWellFormed();

const numberCodec: Codec = {
  readFrom: sameName,
  empty: null,
  decode: (received) => (isFiniteNumber(received) ? { value: received } : { mustBe: 'a number' }),
  encode: (value, column) => (isFiniteNumber(value) ? { [column.name]: value } : { mustBe: 'a number' }),
  clear: clearOne,
};

const flagCodec: Codec = {
  readFrom: sameName,
  empty: null,
  decode: (received) => (typeof received === 'boolean' ? { value: received } : { mustBe: 'yes or no' }),
  encode: (value, column) =>
    typeof value === 'boolean' ? { [column.name]: value } : { mustBe: 'yes or no' },
  clear: clearOne,
};

const choiceCodec: Codec = {
  readFrom: sameName,
  empty: null,
  decode: (received, column) => {
    if (!isText(received)) return { mustBe: oneOf(column) };
    if (received === '') return { value: null };
    return choicesOf(column).includes(received) ? { value: received } : { mustBe: oneOf(column) };
  },
  encode: (value, column) =>
    isText(value) && choicesOf(column).includes(value) ? { [column.name]: value } : { mustBe: oneOf(column) },
  clear: clearOne,
};

const multiChoiceCodec: Codec = {
  readFrom: sameName,
  empty: [],
  decode: (received, column) => allChoices(received, column),
  encode: (value, column) => {
    const decoded = allChoices(value, column);
    return decoded.mustBe === undefined ? severalTexts(column, decoded.value) : { mustBe: decoded.mustBe };
  },
  clear: (column) => severalTexts(column, []),
};

const dateCodec: Codec = {
  readFrom: sameName,
  empty: null,
  decode: (received, _column, timeZone) =>
    parse(() => inRange(decodeDay(asText(received), timeZone)), 'a date'),
  encode: (value, column, timeZone) => {
    const encoded = parse(() => encodeDay(asText(value), timeZone), 'a date, YYYY-MM-DD');
    return encoded.mustBe === undefined ? { [column.name]: encoded.value } : { mustBe: encoded.mustBe };
  },
  clear: clearOne,
};

const dateTimeCodec: Codec = {
  readFrom: sameName,
  empty: null,
  decode: (received) => parse(() => inRange(toInstant(received).toString()), 'a date and time'),
  encode: (value, column) => {
    const mustBe = 'an instant, such as 2022-01-24T10:00:00Z';
    const decoded = parse(() => toInstant(value).round(DROP_FRACTION).toString(), mustBe);
    return decoded.mustBe === undefined ? { [column.name]: decoded.value } : { mustBe: decoded.mustBe };
  },
  clear: clearOne,
};

/** SharePoint's own columns hold nothing earlier or later; a column of another kind may. */
const FIRST_YEAR = '1900';
const AFTER_LAST_YEAR = '8901';

const inRange = <T extends string>(text: T): T => {
  if (text < FIRST_YEAR || text >= AFTER_LAST_YEAR) throw new RangeError('not a date that SharePoint holds');
  return text;
};

/** SharePoint drops fractions of a second; so do we, so that what is read back is what was written. */
const DROP_FRACTION = { smallestUnit: 'second', roundingMode: 'floor' } as const;

const lookupCodec: Codec = {
  readFrom: (column) => [lookupName(column)],
  empty: null,
  decode: (received) => {
    if (received === '') return { value: null };
    const id = itemIdOf(received);
    return id === null ? { mustBe: 'the id of a row' } : { value: id };
  },
  // Graph sends the id as text and takes it as text.
  encode: (value, column) =>
    isItemId(value) ? { [lookupName(column)]: String(value) } : { mustBe: 'the id of a row' },
  clear: (column) => ({ [lookupName(column)]: null }),
};

const lookupsCodec: Codec = {
  readFrom: (column) => [column.name, lookupName(column)],
  empty: [],
  decode: (received) => {
    const ids = Array.isArray(received) ? received.map(itemIdOf) : [null];
    return ids.every((id) => id !== null) ? { value: ids } : { mustBe: 'a list of ids of rows' };
  },
  encode: (value, column) =>
    Array.isArray(value) && value.every(isItemId)
      ? severalIds(column, value)
      : { mustBe: 'a list of ids of rows' },
  clear: (column) => severalIds(column, []),
};

/** One codec per kind of column. */
export const CODECS: { readonly [K in ColumnKind]: Codec } = {
  text: textCodec(TEXT_MAX_LENGTH),
  note: textCodec(NOTE_MAX_LENGTH),
  number: numberCodec,
  choice: choiceCodec,
  multiChoice: multiChoiceCodec,
  date: dateCodec,
  dateTime: dateTimeCodec,
  lookup: lookupCodec,
  lookups: lookupsCodec,
  flag: flagCodec,
};

/** Graph refuses several values without their type: 400 "General exception while processing". */
const severalTexts = (column: Column, values: unknown) => ({
  [`${column.name}@odata.type`]: 'Collection(Edm.String)',
  [column.name]: values,
});
const severalIds = (column: Column, ids: unknown) => ({
  [`${lookupName(column)}@odata.type`]: 'Collection(Edm.Int32)',
  [lookupName(column)]: ids,
});

const choicesOf = (column: Column): readonly string[] => ('choices' in column ? column.choices : []);
const oneOf = (column: Column): string => `one of: ${choicesOf(column).join(', ')}`;

function allChoices(value: unknown, column: Column): Decoded {
  const mustBe = `any of: ${choicesOf(column).join(', ')}`;
  if (!Array.isArray(value)) return { mustBe };
  const known = value.filter((entry): entry is string => choicesOf(column).includes(entry));
  return known.length === value.length ? { value: known } : { mustBe, value: known };
}

/** Reads `7`, `"7"` and `{LookupId: 7}`; anything else is `null`. */
function itemIdOf(received: unknown): number | null {
  const bare =
    typeof received === 'object' && received !== null && 'LookupId' in received
      ? received.LookupId
      : received;
  const id = isText(bare) && /^\d+$/.test(bare) ? Number(bare) : bare;
  return isItemId(id) ? id : null;
}

const toInstant = (value: unknown): Temporal.Instant => Temporal.Instant.from(asText(value));

const asText = (value: unknown): string => {
  if (!isText(value)) throw new RangeError('not text');
  return value;
};

/** `read` only parses: whatever it throws means that the text can't be read. */
function parse(read: () => string, mustBe: string): Decoded {
  try {
    return { value: read() };
  } catch {
    return { mustBe };
  }
}
