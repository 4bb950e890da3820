import { addDays, momentAt, todayIn } from './calendar/dates.ts';
import { calendarOf, endOf, plannedOf } from './meetings/meetings.ts';
import type { Plan } from './plan.ts';
import { indexOf } from './plan-index.ts';
import type { Group, IsoDate, Meeting } from './rows.ts';

/** A stretch of time: after `from`, up to and with `to`. */
export interface Period {
  readonly from: Temporal.Instant;
  readonly to: Temporal.Instant;
}

/** What a post about a meeting covers. */
export interface MeetingPeriod extends Period {
  /** The day of the meeting before, and of this one. */
  readonly fromDay: IsoDate;
  readonly toDay: IsoDate;
  /** There was no meeting before: `fromDay` is a fortnight before this one. */
  readonly isFirst: boolean;
}

/** How far back the meeting before is looked for. */
const LOOK_BACK_DAYS = 200;

/** What a first meeting looks back on. */
const FORTNIGHT_DAYS = 14;

/** From the end of the check-in before a meeting of a group until now; of its first meeting, from a fortnight before. */
export function periodOfMeeting(
  plan: Plan,
  group: Group,
  meeting: Meeting,
  now: Temporal.Instant,
): MeetingPeriod {
  const { timeZone } = plan.settings;
  const toDay = plannedOf(plan, meeting)?.on ?? todayIn(now, timeZone);
  const last = calendarOf(plan, group, { from: addDays(toDay, -LOOK_BACK_DAYS), to: toDay }).findLast(
    ({ key }) => key !== meeting.key,
  );
  if (last === undefined) {
    const fromDay = addDays(toDay, -FORTNIGHT_DAYS);
    return { from: momentAt(fromDay, '00:00', timeZone), to: now, fromDay, toDay, isFirst: true };
  }
  const row = indexOf(plan).meetings.get(last.key);
  const from = row === undefined ? last.closesAt : endOf(row, last);
  return { from, to: now, fromDay: last.on, toDay, isFirst: false };
}
