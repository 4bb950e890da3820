import { AppError } from '../../plan/errors.ts';
import { CODECS } from './codecs.ts';
import type { Column } from './columns.ts';
import { looksShifted } from './days.ts';
import type { ListDefinition } from './define-list.ts';
import type { FieldProblem, RowValue, RowValues } from './values.ts';

export type { FieldProblem, RowValue, RowValues } from './values.ts';

/**
 * Reads the `fields` of a list item. Never throws: a value of the wrong kind, an unreadable date or an unknown
 * choice becomes empty, with a problem that says so; a day that may be another keeps its value. Columns that aren't ours
 * are left out.
 *
 * @param timeZone IANA zone of the site, in which its dates are meant.
 */
export function decodeFields(
  definition: ListDefinition,
  fields: Readonly<Record<string, unknown>>,
  timeZone: string,
): { values: RowValues; problems: FieldProblem[] } {
  const values: Record<string, RowValue> = {};
  const problems: FieldProblem[] = [];
  for (const [property, column] of Object.entries(definition.columns)) {
    const codec = CODECS[column.kind];
    const member = codec.readFrom(column).find((name) => fields[name] !== undefined && fields[name] !== null);
    const received = member === undefined ? undefined : fields[member];
    if (received === undefined) {
      values[property] = codec.empty;
      continue;
    }
    const decoded = codec.decode(received, column, timeZone);
    values[property] = decoded.value ?? codec.empty;
    const isDay = column.kind === 'date' && decoded.mustBe === undefined;
    const shifted = isDay && looksShifted(received, timeZone);
    const mustBe = shifted ? `a day that begins at midnight in ${timeZone}` : decoded.mustBe;
    if (mustBe === undefined) continue;
    problems.push({
      property,
      column: column.name,
      received: kindOf(received),
      mustBe,
      message: `${definition.name}: column ${column.name} must be ${mustBe}; what stands there can't be read`,
      ...(shifted && { shifted }),
    });
  }
  return { values, problems };
}

/**
 * Writes values as the `fields` of a list item; only the properties that are given. `null` or `[]` empties a column.
 *
 * @throws AppError `BAD_INPUT` when a value doesn't fit its column (text too long, unknown choice, no date) or there
 * is no such property. Nothing is ever cut to fit.
 * @param timeZone IANA zone of the site, in which its dates are meant.
 */
export function encodeFields(
  definition: ListDefinition,
  values: RowValues,
  timeZone: string,
): Record<string, unknown> {
  const fields: Record<string, unknown> = {};
  for (const [property, value] of Object.entries(values)) {
    const column = definition.columns[property];
    if (column === undefined) throw unfit(definition, property, 'a property of the list');
    const codec = CODECS[column.kind];
    const members = value === null ? codec.clear(column) : codec.encode(value, column, timeZone);
    if ('mustBe' in members) throw unfit(definition, column.name, String(members.mustBe));
    Object.assign(fields, members);
  }
  return fields;
}

/** What a row has where nothing stands in a column. */
export function emptyValue(column: Column): RowValue {
  return CODECS[column.kind].empty;
}

function unfit(definition: ListDefinition, column: string, mustBe: string): AppError {
  return new AppError({
    code: 'BAD_INPUT',
    message: `Write to list ${definition.name}: ${column} must be ${mustBe}`,
    userMessage: `${column} must be ${mustBe}.`,
    details: { list: definition.name, column },
  });
}

const kindOf = (received: unknown): string => (Array.isArray(received) ? 'array' : typeof received);
