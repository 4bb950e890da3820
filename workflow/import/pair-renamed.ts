import type { RowValues } from '../../graph/lists/values.ts';
import type { SiteRow } from '../../graph/site-lists/types.ts';

/** Something about a row that stays when it is renamed, as text; `null` where nothing does. */
export type FactOf = (values: RowValues, itemId: number | null) => string | null;

/**
 * Finds rows that an import names anew: those whose name it does not have, beside names that no row has, where the
 * same fact holds of as many of the one as of the other. They pair in their order. Anything less clear is left alone,
 * and becomes a new row.
 * @returns index among `wanted` → row
 */
export function pairRenamed(
  wanted: readonly (RowValues | null)[],
  unclaimed: readonly SiteRow[],
  factOf: FactOf,
): ReadonlyMap<number, SiteRow> {
  const rowsByFact = Map.groupBy(unclaimed, (row) => factOf(row.values, row.itemId));
  const newcomers = wanted.flatMap((values, index) =>
    values === null ? [] : [{ index, fact: factOf(values, null) }],
  );
  const pairs = new Map<number, SiteRow>();
  for (const [fact, named] of Map.groupBy(newcomers, (newcomer) => newcomer.fact)) {
    const rows = fact === null ? [] : (rowsByFact.get(fact) ?? []);
    if (rows.length !== named.length) continue;
    for (const [at, row] of rows.toSorted((one, other) => one.itemId - other.itemId).entries()) {
      const newcomer = named[at];
      if (newcomer !== undefined) pairs.set(newcomer.index, row);
    }
  }
  return pairs;
}
