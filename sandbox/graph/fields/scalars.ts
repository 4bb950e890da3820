import { invalidRequest } from '../graph-error.ts';
import { type Column, isNote } from '../store/column.ts';
import type { FieldValue } from '../store/items.ts';
import { formatInstant, readInstant, toSiteDate } from './dates.ts';

/** SharePoint's longest single line of text. */
const LINE_LENGTH = 255;

/** SharePoint's longest note. */
const NOTE_LENGTH = 63_999;

export interface EncodeScalar {
  readonly column: Column;
  readonly value: unknown;
  readonly timeZone: string;
}

/**
 * One value of a column that is no reference, as it is kept.
 * @throws GraphError 400 when the value is of another type, too long, out of bounds or no choice of the column.
 */
export function encodeScalar({ column, value, timeZone }: EncodeScalar): FieldValue {
  switch (column.facet) {
    case 'number':
      return encodeNumber(column, value);
    case 'boolean':
      if (typeof value !== 'boolean') throw wrongType({ column, value, type: 'Edm.Boolean' });
      return value;
    case 'choice':
      return encodeChoice(column, value);
    case 'dateTime':
      return encodeDate({ column, value, timeZone });
    default:
      return encodeText(column, value);
  }
}

function encodeText(column: Column, value: unknown): string {
  if (typeof value !== 'string') throw wrongType({ column, value, type: 'Edm.String' });
  const longest = isNote(column)
    ? NOTE_LENGTH
    : Math.min(Number(column.settings.maxLength ?? LINE_LENGTH), LINE_LENGTH);
  if (value.length > longest)
    throw invalidRequest(
      `Invalid text value. A text field contains invalid data: '${column.name}' has more than ${longest} characters.`,
    );
  return value;
}

function encodeNumber(column: Column, value: unknown): number {
  if (typeof value !== 'number') throw wrongType({ column, value, type: 'Edm.Double' });
  const { minimum, maximum } = column.settings;
  const isTooLow = typeof minimum === 'number' && value < minimum;
  const isTooHigh = typeof maximum === 'number' && value > maximum;
  if (isTooLow || isTooHigh)
    throw invalidRequest(`The value of '${column.name}' is out of the range of the column.`);
  return value;
}

function encodeChoice(column: Column, value: unknown): string {
  if (typeof value !== 'string') throw wrongType({ column, value, type: 'Edm.String' });
  const { choices, allowTextEntry } = column.settings;
  if (allowTextEntry !== true && !(choices as readonly string[]).includes(value))
    throw invalidRequest(`The value '${value}' is not one of the choices of '${column.name}'.`);
  return value;
}

function encodeDate({ column, value, timeZone }: EncodeScalar): string {
  if (typeof value !== 'string') throw wrongType({ column, value, type: 'Edm.DateTimeOffset' });
  const instant = readInstant(value);
  return column.settings.format === 'dateOnly' ? toSiteDate(instant, timeZone) : formatInstant(instant);
}

function wrongType({ column, value, type }: { column: Column; value: unknown; type: string }) {
  return invalidRequest(
    `Cannot convert the literal '${JSON.stringify(value)}' of '${column.name}' to the expected type '${type}'.`,
  );
}
