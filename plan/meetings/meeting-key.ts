import { isIsoDate } from '../calendar/dates.ts';
import type { IsoDate, RowKey } from '../rows.ts';

/** Milepost's name of the row of a meeting it planned. */
export function meetingKeyOf(groupKey: RowKey, on: IsoDate): RowKey {
  return `${groupKey}@${on}`;
}

/** The day for which Milepost planned a meeting; `null` for a row that people added. */
export function plannedDayOf({
  key,
  groupKey,
}: {
  readonly key: RowKey;
  readonly groupKey: RowKey;
}): IsoDate | null {
  const day = key.startsWith(`${groupKey}@`) ? key.slice(groupKey.length + 1) : null;
  return isIsoDate(day) ? day : null;
}
