import { LISTS } from '../../../graph/lists/index.ts';
import type { SiteRow } from '../../../graph/site-lists/types.ts';
import { todayIn } from '../../../plan/calendar/dates.ts';
import type { ListName } from '../../../plan/glossary.ts';
import { meetingKeyOf } from '../../../plan/meetings/meetings.ts';
import type { RowKey } from '../../../plan/rows.ts';
import type { RowIds } from '../row-ids.ts';
import { rowFromSite } from '../row-translation.ts';

/** Keys of our own making never look so; somebody else's row is named by its item id. */
const ITEM_ID = /^\d+$/;

/**
 * Finds the names of rows the mirror has not seen: rows that we made and SharePoint has taken, but whose id was never
 * recorded (the process died in between, the answer was lost, or the whole database was; without this they would appear
 * twice), and meetings that people made, which are named by group and day.
 * @returns item id → key, for those only; other rows are named by their item id.
 */
export function recogniseRows(
  list: ListName,
  rows: readonly SiteRow[],
  ids: RowIds,
  timeZone: string,
): ReadonlyMap<number, RowKey> {
  const strangers = rows.filter((row) => ids.itemIdOf(list, ids.keyOf(list, row.itemId)) === null);
  // Of several rows that could be the same one of ours, the first in SharePoint is; the others are people's own.
  const recognised = new Map<RowKey, number>();
  for (const row of strangers.toSorted((one, other) => one.itemId - other.itemId)) {
    const key = ownKeyOf(list, row) ?? (list === 'Meetings' ? meetingKeyFrom(row, timeZone, ids) : null);
    if (key === null || recognised.has(key) || ids.itemIdOf(list, key) !== null) continue;
    recognised.set(key, row.itemId);
  }
  return new Map([...recognised].map(([key, itemId]) => [itemId, key]));
}

/** The name we gave a row when we made it. */
function ownKeyOf(list: ListName, { values }: SiteRow): RowKey | null {
  const { keyIn } = LISTS[list];
  const key = keyIn === null ? null : values[keyIn];
  return typeof key === 'string' && !ITEM_ID.test(key) ? key : null;
}

/** The name the meeting would have had if we had planned it. */
function meetingKeyFrom(row: SiteRow, timeZone: string, ids: RowIds): RowKey | null {
  const { group, startsAt } = rowFromSite('Meetings', row.values, ids);
  if (typeof group !== 'string' || typeof startsAt !== 'string') return null;
  return meetingKeyOf(group, todayIn(Temporal.Instant.from(startsAt), timeZone));
}
