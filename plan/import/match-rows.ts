import type { ImportedRow, ImportedRows } from './imported.ts';
import type { Standing, StandingRow } from './standing.ts';

/** Which row each imported row is: one that stands, or the one made for an earlier imported row, by its place. */
export type Match = { readonly stands: StandingRow } | { readonly made: number } | null;

/**
 * Finds the row that each imported row is about: by the plan's own id, else by number, email or title; each at most
 * once, in order, so that several rows of one title meet as many. Last, rows that the file names anew.
 * @param madeRows rows that earlier files make of this list
 */
export function matchRows(
  { list, rows, sameFact }: ImportedRows,
  standing: Standing,
  madeRows: readonly ImportedRow[],
  sameFactOf: (row: StandingRow | ImportedRow) => string | null,
): Match[] {
  const present = standing[list] ?? [];
  const matches: Match[] = rows.map(() => null);
  const claimed = new Set<StandingRow>();
  const claim = (at: number, row: StandingRow | undefined) => {
    if (row === undefined || claimed.has(row) || matches[at] !== null) return;
    matches[at] = { stands: row };
    claimed.add(row);
  };
  const byId = new Map(present.map((row) => [row.itemId, row]));
  for (const [at, { itemId }] of rows.entries()) if (itemId !== null) claim(at, byId.get(itemId));

  const byName = Map.groupBy(present, (row) => identityOf(list, row.values));
  const madeByName = new Map(madeRows.map((row, at) => [identityOf(list, row.says), at]));
  for (const [at, row] of rows.entries()) {
    const identity = identityOf(list, row.says);
    if (identity === null) continue;
    claim(
      at,
      byName.get(identity)?.find((one) => !claimed.has(one)),
    );
    const made = madeByName.get(identity);
    if (matches[at] === null && made !== undefined) matches[at] = { made };
  }
  if (sameFact !== null)
    for (const [at, row] of pairRenamed(rows, matches, present, claimed, sameFactOf)) claim(at, row);
  return matches;
}

/** What tells a row of a list from the others; `null` where nothing does. */
export function identityOf(
  list: ImportedRows['list'],
  values: Readonly<Record<string, unknown>>,
): string | null {
  const { number, email, title } = values;
  if (list === 'Engagement log') return entryIdentity(values);
  const identity = list === 'Recommendations' ? number : list === 'Owners' ? (email ?? title) : title;
  const text = plain(identity);
  return text === '' ? null : text;
}

/** One group is met often, and says several things on a day. */
function entryIdentity({ title, on, purpose, said }: Readonly<Record<string, unknown>>): string {
  return [title, on, said ?? purpose].map(plain).join('\n');
}

function plain(value: unknown): string {
  return String(value ?? '')
    .replace(/\s+/g, ' ')
    .trim()
    .toLowerCase();
}

/**
 * Rows that a file names anew: those whose name it does not have, beside names that no row has, where the same fact
 * holds of as many of the one as of the other. They pair in their order. Anything less clear is left alone, and
 * becomes a new row.
 */
function pairRenamed(
  rows: readonly ImportedRow[],
  matches: readonly Match[],
  present: readonly StandingRow[],
  claimed: ReadonlySet<StandingRow>,
  factOf: (row: StandingRow | ImportedRow) => string | null,
): [number, StandingRow][] {
  const unclaimed = Map.groupBy(
    present.filter((row) => !claimed.has(row)),
    factOf,
  );
  const newcomers = rows.flatMap((row, at) => (matches[at] === null ? [{ at, fact: factOf(row) }] : []));
  return [...Map.groupBy(newcomers, ({ fact }) => fact)].flatMap(([fact, named]) => {
    const old = fact === null ? [] : (unclaimed.get(fact) ?? []);
    if (old.length !== named.length) return [];
    const inOrder = old.toSorted((one, other) => (one.itemId ?? 0) - (other.itemId ?? 0));
    return named.flatMap(({ at }, index): [number, StandingRow][] => {
      const row = inOrder[index];
      return row === undefined ? [] : [[at, row]];
    });
  });
}
