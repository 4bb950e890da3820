import type { SiteRow } from '../../graph/site-lists/types.ts';
import { todayIn } from '../../plan/dates.ts';
import type { ListName } from '../../plan/glossary.ts';
import { meetingKeyOf } from '../../plan/meetings.ts';
import type { PlanId } from '../../plan/plan.ts';
import type { RowKey } from '../../plan/rows.ts';
import type { Queryable } from '../../store/database.ts';
import { type MirrorValues, readRows } from '../../store/mirror.ts';
import type { RowIds } from './row-ids.ts';
import { rowFromSite } from './row-translation.ts';

/** What tells, in the lists Milepost adds to, that a row of SharePoint's is one that we made. */
const SAME_ROW: Partial<Record<ListName, readonly string[]>> = {
  Updates: ['answerId'],
  Meetings: ['group', 'startsAt'],
};

/**
 * Finds the names of rows the mirror has not seen: rows that we made and SharePoint has taken, but whose id was never recorded: the process died in between, or
 * the answer was lost (without this they would appear twice), and meetings, which are named by group and day.
 * @returns item id → key, for those only; other rows are named by their item id.
 */
export async function recogniseRows(
  db: Queryable,
  planId: PlanId,
  list: ListName,
  rows: readonly SiteRow[],
  ids: RowIds,
  timeZone: string,
): Promise<ReadonlyMap<number, RowKey>> {
  const properties = SAME_ROW[list];
  const strangers = rows.filter((row) => ids.itemIdOf(list, ids.keyOf(list, row.itemId)) === null);
  if (properties === undefined || strangers.length === 0) return new Map();

  const markOf = (row: Readonly<Record<string, unknown>>) =>
    JSON.stringify(properties.map((property) => row[property]));
  const unwritten = (await readRows(db, planId, list)).filter((row) => row.itemId === null);
  const keys = new Map(unwritten.map((row) => [markOf(row.row), row.key]));
  // Of several rows that could be the same one of ours, the first in SharePoint is; the others are people's own.
  const recognised = new Map<RowKey, number>();
  for (const row of strangers.toSorted((one, other) => one.itemId - other.itemId)) {
    const values = rowFromSite(list, row.values, ids);
    const key =
      keys.get(markOf(values)) ?? (list === 'Meetings' ? meetingKeyFrom(values, timeZone, ids) : undefined);
    if (key !== undefined && !recognised.has(key)) recognised.set(key, row.itemId);
  }
  return new Map([...recognised].map(([key, itemId]) => [itemId, key]));
}

/** The name the meeting would have had if we had planned it; the same again when the database was lost. */
function meetingKeyFrom(values: MirrorValues, timeZone: string, ids: RowIds): RowKey | undefined {
  const { group, startsAt } = values;
  if (typeof group !== 'string' || typeof startsAt !== 'string') return undefined;
  const key = meetingKeyOf(group, todayIn(Temporal.Instant.from(startsAt), timeZone));
  return ids.itemIdOf('Meetings', key) === null ? key : undefined;
}
