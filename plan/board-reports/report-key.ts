import { formatShortDay, isIsoDate } from '../calendar/dates.ts';
import { plannedDayOf } from '../meetings/meeting-key.ts';
import type { PlannedMeeting } from '../meetings/meetings.ts';
import type { Group, IsoDate, RowKey } from '../rows.ts';

const PREFIX = 'report:';

/** What a title of 255 characters leaves for the board's name beside the day. */
const NAME_LENGTH = 230;

/** Milepost's name of the row of the report that a board gets for a meeting. */
export function reportKeyOf(boardKey: RowKey, on: IsoDate): RowKey {
  return `${PREFIX}${boardKey}:${on}`;
}

/** The day a report's key names; `null` for a row that people added. */
export function dayOfReportKey(key: RowKey): IsoDate | null {
  const day = key.startsWith(PREFIX) ? key.slice(key.lastIndexOf(':') + 1) : null;
  return isIsoDate(day) ? day : null;
}

/** The day that stands for a board's meeting in its report's key: the same when the meeting is moved. */
export function reportDayOf(meeting: PlannedMeeting): IsoDate {
  return plannedDayOf(meeting) ?? meeting.on;
}

/** `SEND Improvement Board, report for 14 Feb 2022`: how Milepost calls the row of a report. */
export function titleOfReport({ title }: Pick<Group, 'title'>, on: IsoDate): string {
  return `${title.slice(0, NAME_LENGTH)}, report for ${formatShortDay(on)}`;
}
