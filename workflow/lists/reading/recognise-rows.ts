import { LISTS } from '../../../graph/lists/index.ts';
import type { SiteRow } from '../../../graph/site-lists/types.ts';
import { todayIn } from '../../../plan/calendar/dates.ts';
import type { ListName } from '../../../plan/glossary.ts';
import { meetingKeyOf } from '../../../plan/meetings/meeting-key.ts';
import type { IsoDate, RowKey } from '../../../plan/rows.ts';
import type { RowIds } from '../row-ids.ts';
import { rowFromSite } from '../row-translation.ts';
import type { IsRhythmDay } from './rhythm-days.ts';

/** Keys of our own making never look so; somebody else's row is named by its item id. */
const ITEM_ID = /^\d+$/;

/** A group's key stands in those of its meetings, which SharePoint holds in 255 characters; ours are far shorter. */
const LONGEST_GROUP_KEY = 100;

/**
 * Finds the names of rows the mirror has not seen: rows that we made and SharePoint has taken, but whose id was never
 * recorded (the process died in between, the answer was lost, or the whole database was; without this they would appear
 * twice), and meetings that people made on a day of their group's rhythm, which take the place of the one it names. Any
 * other meeting that people made stands for itself.
 * @param isRhythmDay asked of meetings only
 * @returns item id → key, for those only; other rows are named by their item id.
 */
export function recogniseRows(
  list: ListName,
  rows: readonly SiteRow[],
  ids: RowIds,
  { timeZone, isRhythmDay }: { readonly timeZone: string; readonly isRhythmDay: IsRhythmDay },
): ReadonlyMap<number, RowKey> {
  const strangers = rows.filter((row) => ids.itemIdOf(list, ids.keyOf(list, row.itemId)) === null);
  // Of several rows that could be the same one of ours, the first in SharePoint is; the others are people's own.
  const recognised = new Map<RowKey, number>();
  const plannedKeyOf = (row: SiteRow) => {
    const place = placeOf(row, timeZone, ids);
    return place !== null && isRhythmDay(place.group, place.on) ? meetingKeyOf(place.group, place.on) : null;
  };
  for (const row of strangers.toSorted((one, other) => one.itemId - other.itemId)) {
    const key = ownKeyOf(list, row) ?? (list === 'Meetings' ? plannedKeyOf(row) : null);
    if (key === null || recognised.has(key) || ids.itemIdOf(list, key) !== null) continue;
    recognised.set(key, row.itemId);
  }
  return new Map([...recognised].map(([key, itemId]) => [itemId, key]));
}

/** The name we gave a row when we made it. */
function ownKeyOf(list: ListName, { values }: SiteRow): RowKey | null {
  const { keyIn } = LISTS[list];
  const key = keyIn === null ? null : values[keyIn];
  if (typeof key !== 'string' || ITEM_ID.test(key)) return null;
  return list === 'Groups' && key.length > LONGEST_GROUP_KEY ? null : key;
}

/** Whose meeting it is, and on which day. */
function placeOf(
  row: SiteRow,
  timeZone: string,
  ids: RowIds,
): { readonly group: RowKey; readonly on: IsoDate } | null {
  const { group, startsAt } = rowFromSite('Meetings', row.values, ids);
  if (typeof group !== 'string' || typeof startsAt !== 'string') return null;
  return { group, on: todayIn(Temporal.Instant.from(startsAt), timeZone) };
}
