import { LONGEST_CLOSURE_DAYS } from '../calendar/closures.ts';
import { addDays, daysBetween, isIsoDate, todayIn } from '../calendar/dates.ts';
import type { IsoDate } from '../rows.ts';
import type { CalendarEvent, WrittenTime } from './calendar-file.ts';

/** The days of an event, both included, and what is doubtful about them; or why it has none. */
export type EventDays =
  | { readonly from: IsoDate; readonly to: IsoDate; readonly doubt: string | null }
  | { readonly why: string };

/** The days an event touches, by the plan's clock. */
export function daysOfEvent({ start, end }: CalendarEvent, timeZone: string): EventDays {
  const from = dayOf(start, timeZone);
  if (from === null) return { why: 'its first day cannot be read' };
  // What begins and ends at the same moment is that day.
  const to = end === null || end === start ? from : lastDayOf(end, timeZone);
  if (to === null) return { why: 'its last day cannot be read' };
  if (to < from) return { why: 'it ends before it begins' };
  if (daysBetween(from, to) >= LONGEST_CLOSURE_DAYS)
    return { why: `it is longer than ${LONGEST_CLOSURE_DAYS} days` };
  return { from, to, doubt: doubtOf(start, end) };
}

function doubtOf(start: WrittenTime, end: WrittenTime | null): string | null {
  if (end === null) return 'has no end: its first day alone is taken';
  return isWholeDay(start) ? null : 'has times of day: its days are taken whole';
}

function dayOf(time: WrittenTime, timeZone: string): IsoDate | null {
  if (time.endsWith('Z')) {
    const instant = instantOf(time);
    return instant && todayIn(instant, timeZone);
  }
  const day = time.slice(0, 10);
  return isIsoDate(day) ? day : null;
}

/** What is over at midnight does not touch the day that begins then. */
function lastDayOf(time: WrittenTime, timeZone: string): IsoDate | null {
  if (isWholeDay(time)) return time;
  const instant = time.endsWith('Z') ? instantOf(time) : null;
  if (instant) return todayIn(instant.subtract({ seconds: 1 }), timeZone);
  const day = dayOf(time, timeZone);
  return day !== null && time.slice(11, 19) === '00:00:00' ? addDays(day, -1) : day;
}

function isWholeDay(time: WrittenTime): boolean {
  return isIsoDate(time);
}

function instantOf(time: WrittenTime): Temporal.Instant | null {
  try {
    return Temporal.Instant.from(time);
  } catch {
    return null;
  }
}
