import { oneLine } from './document.ts';
import { FIELDS, type Field } from './fields.ts';
import { readCellDate } from './months.ts';
import type { GivenColumns, RecognisedTable } from './recognise-table.ts';
import { readStage } from './status.ts';

/** Names that cells may hold, as the plan knows them. */
export interface KnownNames {
  readonly groups: readonly string[];
  readonly owners: readonly string[];
}

/** How many of a column's cells must say so before its header is overruled. */
const MOST = 0.6;

/**
 * Looks at the cells where a header alone leaves room: whether a lead is a person or a group, and whether a status is
 * a stage, a colour or a note. What somebody said of a column stays.
 */
export function refineColumns(
  table: RecognisedTable,
  known: KnownNames,
  given: GivenColumns,
): RecognisedTable {
  const columns = [...table.columns];
  const swap = (at: number, to: string) => {
    const field = FIELDS[table.list].find((one) => one.name === to);
    if (field !== undefined && !columns.includes(field)) columns[at] = field;
  };
  for (const [at, field] of table.columns.entries()) {
    if (field === null || given.has(oneLine(table.header.cells[at] ?? '').toLowerCase())) continue;
    const cells = table.rows
      .map((row) => oneLine(row.cells[at] ?? '').toLowerCase())
      .filter((cell) => cell !== '');
    const to = betterField(field, cells, known, table);
    if (to !== null) swap(at, to);
  }
  return { ...table, columns };
}

function betterField(
  field: Field,
  cells: readonly string[],
  known: KnownNames,
  table: RecognisedTable,
): string | null {
  const mostly = (holds: (cell: string) => boolean) =>
    cells.length > 0 && cells.filter(holds).length >= cells.length * MOST;
  const groupField = table.list === 'Recommendations' ? 'leadGroup' : 'group';
  if (field.name === 'owner' && mostly(isOneOf(known.groups)) && !mostly(isOneOf(known.owners)))
    return groupField;
  if (field.name === groupField && mostly(isOneOf(known.owners)) && !mostly(isOneOf(known.groups)))
    return 'owner';
  if (field.name !== 'stage') return null;
  if (mostly((cell) => /^(?:r|a|g|red|amber|green)$/.test(cell))) return 'confidence';
  return mostly((cell) => cell.length > 40 && readStage(cell) === null && readCellDate(cell) === null)
    ? 'latestNote'
    : null;
}

function isOneOf(names: readonly string[]): (cell: string) => boolean {
  const lower = new Set(names.map((name) => name.toLowerCase()));
  return (cell) => lower.has(cell);
}
