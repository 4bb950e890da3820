import { isIsoDate, lastDayOfMonth } from '../calendar/dates.ts';
import { LIST_NAMES, type ListName } from '../glossary.ts';
import { oneLine } from '../import/document.ts';
import { FIELDS, type Field } from '../import/fields.ts';
import { IMPORT_LISTS, type ImportList } from '../import/imported.ts';
import { namesOfRefs, type Standing, type StandingRow } from '../import/standing.ts';
import { tidyText } from '../import/text.ts';
import { idHeaderOf } from '../import/understand.ts';
import { OTHER_FIELDS } from './other-fields.ts';

/** What a cell of an export holds. */
export type ExportCell =
  | { readonly kind: 'empty' }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'number'; readonly number: number }
  | { readonly kind: 'flag'; readonly flag: boolean }
  /** `YYYY-MM-DD`. */
  | { readonly kind: 'day'; readonly date: string; readonly isMonth: boolean };

/** One list of a plan, or a table of what a page shows, as a sheet. */
export interface ExportSheet {
  readonly name: string;
  readonly header: readonly string[];
  readonly rows: readonly (readonly ExportCell[])[];
}

const EMPTY: ExportCell = { kind: 'empty' };

/**
 * The whole plan, a sheet for each list, rows that others point to by name. A sheet of a list that can be imported has
 * the columns that an import understands, and the ids by which it knows the rows again.
 */
export function exportSheets(standing: Standing, planId: string): ExportSheet[] {
  return LIST_NAMES.map((list) => {
    const fields = fieldsOf(list);
    const isImportable = IMPORT_LISTS.includes(list as ImportList);
    const header = fields.map(({ label }) => label);
    return {
      name: list,
      header: isImportable ? [...header, idHeaderOf(planId)] : header,
      rows: inOrder(list, standing[list] ?? []).map((row) => {
        const cells = fields.map((field) => cellOf(field, row, standing));
        return isImportable ? [...cells, numberCell(row.itemId)] : cells;
      }),
    };
  });
}

/** Rows of a ranking stand together in its list: by their ranks they do not tell who put what beside what. */
function inOrder(list: ListName, rows: readonly StandingRow[]): readonly StandingRow[] {
  if (list !== 'Priorities') return rows;
  const sortOf = ({ values }: StandingRow) => [values.rank, values.recommendation, values.on].join(' ');
  return rows.toSorted((one, other) => sortOf(one).localeCompare(sortOf(other)));
}

/** `due` is how people's own tables say it; an export has the dates it stands for. */
function fieldsOf(list: ListName): readonly Field[] {
  const fields =
    list in OTHER_FIELDS ? OTHER_FIELDS[list as keyof typeof OTHER_FIELDS] : FIELDS[list as ImportList];
  return fields.filter(({ name }) => name !== 'due');
}

function cellOf(field: Field, row: StandingRow, standing: Standing): ExportCell {
  const value = row.values[field.name];
  if (field.to !== undefined) {
    const names = namesOfRefs(standing, field.to, value).map((name) => oneLine(tidyText(name)));
    return textCell(names.filter((name) => name !== '').join('\n'));
  }
  if (Array.isArray(value)) return textCell(value.join('\n'));
  if (typeof value === 'number') return numberCell(value);
  if (typeof value === 'boolean') return { kind: 'flag', flag: value };
  if (typeof value !== 'string') return EMPTY;
  if (isIsoDate(value)) {
    const isDue = field.name === 'baselineDue' || field.name === 'forecastDue';
    const isMonth = isDue && row.values.duePrecision === 'Month' && value === lastDayOfMonth(value);
    return { kind: 'day', date: value, isMonth };
  }
  return textCell(tidyText(value));
}

export function numberCell(value: number | null): ExportCell {
  return value === null ? EMPTY : { kind: 'number', number: value };
}

export function textCell(text: string | null): ExportCell {
  return text === null || text === '' ? EMPTY : { kind: 'text', text };
}
