import { LONGEST_LINE } from './cell-values.ts';
import { IMPORT_LISTS, type ImportedRow, type ImportedRows, type ImportList } from './imported.ts';
import { matchRows } from './match-rows.ts';
import { sameFactOf } from './same-fact.ts';
import type { Standing, StandingRow } from './standing.ts';
import { alikeAmong } from './theme-names.ts';

/** A row that stands, with everything the files say of it. */
export interface MetParts {
  readonly row: StandingRow;
  readonly parts: { readonly imported: ImportedRow; readonly rule: ImportedRows['rule'] }[];
}

/** All that files say, by the rows it is about. */
export interface GatheredRows {
  readonly made: ReadonlyMap<ImportList, readonly ImportedRow[]>;
  readonly met: ReadonlyMap<ImportList, readonly MetParts[]>;
  readonly doubts: readonly string[];
}

/** Sorts what several files or tables say by the rows it is about; what is of no row that stands makes one. */
export function gatherRows(imported: readonly ImportedRows[], standing: Standing): GatheredRows {
  const all = [...newThemes(imported, standing), ...imported];
  const made = new Map<ImportList, ImportedRow[]>();
  const met = new Map<ImportList, Map<string, MetParts>>();
  const doubts: string[] = [];
  for (const list of IMPORT_LISTS) {
    const madeRows: ImportedRow[] = [];
    const metRows = new Map<string, MetParts>();
    for (const rows of all.filter((one) => one.list === list)) {
      const matches = matchRows(rows, standing, madeRows, sameFactOf(rows, standing, all));
      for (const [at, row] of rows.rows.entries()) {
        const match = matches[at] ?? null;
        if (match !== null && 'stands' in match) {
          const parts = metRows.get(match.stands.ref) ?? { row: match.stands, parts: [] };
          parts.parts.push({ imported: row, rule: rows.rule });
          metRows.set(match.stands.ref, parts);
        } else if (match !== null) madeRows[match.made] = joined(madeRows[match.made], row);
        else if (!rows.makesRows)
          doubts.push(`${row.label} is not in ${list}: what is said of it is left out.`);
        else if (hasWording(list, row)) madeRows.push(row);
        else
          doubts.push(
            `${row.place ?? row.label}: ${row.label} is not in ${list} yet and has no wording, so it is not made.`,
          );
      }
    }
    made.set(list, madeRows);
    met.set(list, metRows);
  }
  return { made, met: new Map([...met].map(([list, rows]) => [list, [...rows.values()]])), doubts };
}

/**
 * Themes that other rows name and no list has yet: a table of recommendations brings its themes with it. What people said
 * is of a theme of the plan, or of none.
 */
function newThemes(imported: readonly ImportedRows[], standing: Standing): ImportedRows[] {
  const titles = [
    ...(standing.Themes ?? []).map(({ values }) => String(values.title ?? '')),
    ...imported
      .filter(({ list }) => list === 'Themes')
      .flatMap(({ rows }) => rows.map(({ says }) => String(says.title))),
  ];
  const rows: ImportedRow[] = [];
  const naming = imported.filter(({ list }) => list !== 'Engagement log');
  for (const { says } of naming.flatMap((one) => one.rows)) {
    const title = says.theme;
    if (typeof title !== 'string' || title.length > LONGEST_LINE || alikeAmong(title, titles) !== null)
      continue;
    titles.push(title);
    rows.push({ label: `Theme “${title}”`, place: null, itemId: null, says: { title }, fills: {} });
  }
  return rows.length === 0 ? [] : [{ list: 'Themes', rows, rule: 'people', makesRows: true, sameFact: null }];
}

function hasWording(list: ImportList, { says }: ImportedRow): boolean {
  return (says.title ?? says.fullText ?? (list === 'Owners' ? says.email : undefined)) !== undefined;
}

function joined(one: ImportedRow | undefined, other: ImportedRow): ImportedRow {
  if (one === undefined) return other;
  return { ...one, says: { ...one.says, ...other.says }, fills: { ...other.fills, ...one.fills } };
}
