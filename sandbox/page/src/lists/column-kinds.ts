import type { ListColumn } from '../api/lists.ts';
import { dayOf, formatDay, formatMoment } from '../state/moments.ts';

/** How a column is shown and edited. */
export type ColumnKind =
  | 'text'
  | 'note'
  | 'number'
  | 'boolean'
  | 'choice'
  | 'choices'
  | 'date'
  | 'moment'
  | 'lookup'
  | 'lookups';

export function kindOf({ text, number, boolean, choice, dateTime, lookup }: ListColumn): ColumnKind {
  if (lookup !== undefined) return lookup.allowMultipleValues === true ? 'lookups' : 'lookup';
  if (choice !== undefined) return choice.displayAs === 'checkBoxes' ? 'choices' : 'choice';
  if (dateTime !== undefined) return dateTime.format === 'dateOnly' ? 'date' : 'moment';
  if (number !== undefined) return 'number';
  if (boolean !== undefined) return 'boolean';
  return text?.allowMultipleLines === true ? 'note' : 'text';
}

/** Titles of the rows a lookup can point to, by row id. */
export type Titles = ReadonlyMap<string, string>;

/**
 * A field as its editor holds it: text, with several values of one field as a list. Dates are `2022-01-10`, the day
 * where the site is: SharePoint stores days as an instant of that day.
 */
export function editedValueOf(
  column: ListColumn,
  fields: Readonly<Record<string, unknown>>,
): string | readonly string[] {
  const value = fields[column.name];
  switch (kindOf(column)) {
    case 'lookup':
      return textOf(fields[`${column.name}LookupId`]);
    case 'lookups':
      return listOf(value).map((entry) => textOf((entry as { LookupId?: unknown }).LookupId));
    case 'choices':
      return listOf(value).map(textOf);
    case 'date':
      return dayOf(textOf(value));
    case 'boolean':
      return value === true ? 'Yes' : 'No';
    default:
      return textOf(value);
  }
}

/** A field as a person reads it. */
export function shownValueOf(
  column: ListColumn,
  fields: Readonly<Record<string, unknown>>,
  titles: Titles | undefined,
): string {
  const value = editedValueOf(column, fields);
  const title = (id: string) => titles?.get(id) ?? (id === '' ? '' : `#${id}`);
  switch (kindOf(column)) {
    case 'lookup':
      return title(String(value));
    case 'lookups':
      return [...value].map(title).join(', ');
    case 'choices':
      return [...value].join(', ');
    case 'date':
      return value === '' ? '' : formatDay(`${value}T12:00:00Z`);
    case 'moment':
      return value === '' ? '' : formatMoment(String(value));
    default:
      return String(value);
  }
}

/** What Graph is sent for an edited field. Lists of values need their type beside them. */
export function writtenFieldsOf(
  column: ListColumn,
  edited: string | readonly string[],
): Record<string, unknown> {
  const { name } = column;
  const isEmpty = edited.length === 0;
  switch (kindOf(column)) {
    case 'number':
      return { [name]: isEmpty ? null : Number(edited) };
    case 'boolean':
      return { [name]: edited === 'Yes' };
    case 'date':
      return { [name]: isEmpty ? null : `${edited}T12:00:00Z` };
    case 'lookup':
      return { [`${name}LookupId`]: isEmpty ? null : String(edited) };
    case 'lookups':
      return {
        [`${name}LookupId@odata.type`]: 'Collection(Edm.Int32)',
        [`${name}LookupId`]: [...edited].map(Number),
      };
    case 'choices':
      return { [`${name}@odata.type`]: 'Collection(Edm.String)', [name]: [...edited] };
    case 'text':
    case 'note':
      return { [name]: String(edited) };
    default:
      return { [name]: isEmpty ? null : String(edited) };
  }
}

function textOf(value: unknown): string {
  return value === undefined || value === null ? '' : String(value);
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}
