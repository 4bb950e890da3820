import type { DueWords } from '../content.ts';
import type { DuePrecision } from '../glossary.ts';
import type { IsoDate, IsoInstant } from '../rows.ts';
import { remember } from './remember.ts';

/** Our own names: locale data writes `Sept` on some machines and `Sep` on others. */
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'] as const;
const WEEKDAYS = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'] as const;

/** A plan asks for the same few days and moments thousands of times, and the calendar is slow to work them out. */
const daysAdded = remember<IsoDate>();
const daysOfWeek = remember<number>();
const monthEnds = remember<IsoDate>();
const moments = remember<Temporal.Instant>();
/** Everything that is decided at one moment asks for its day, item by item. */
const daysOfMoments = new WeakMap<Temporal.Instant, Map<string, IsoDate>>();

/** `Mon 24 Jan 2022`. */
export function formatDay(date: IsoDate): string {
  const day = Temporal.PlainDate.from(date);
  return `${WEEKDAYS[day.dayOfWeek - 1]} ${shortDay(day)}`;
}

/** `24 Jan 2022`. */
export function formatShortDay(date: IsoDate): string {
  return shortDay(Temporal.PlainDate.from(date));
}

/** `Mar 2022`; takes a day or a month (`2022-03`). */
export function formatMonth(date: IsoDate): string {
  const month = Temporal.PlainYearMonth.from(date.slice(0, 7));
  return `${MONTHS[month.month - 1]} ${month.year}`;
}

/** `Mon 24 Jan 2022, 10:00` as a clock on the wall in the zone shows it. */
export function formatMoment(instant: IsoInstant | Temporal.Instant, timeZone: string): string {
  const local = Temporal.Instant.from(instant).toZonedDateTimeISO(timeZone);
  const time = local.toPlainTime().toString({ smallestUnit: 'minute' });
  return `${formatDay(local.toPlainDate().toString())}, ${time}`;
}

/** `7 to 21 Mar 2022`, `24 Jan to 7 Feb 2022`, `27 Dec 2021 to 10 Jan 2022`. */
export function formatPeriod(from: IsoDate, to: IsoDate): string {
  if (from === to) return formatShortDay(to);
  const first = Temporal.PlainDate.from(from);
  const last = Temporal.PlainDate.from(to);
  const end = shortDay(last);
  if (first.year !== last.year) return `${shortDay(first)} to ${end}`;
  if (first.month !== last.month) return `${first.day} ${MONTHS[first.month - 1]} to ${end}`;
  return `${first.day} to ${end}`;
}

/** The day something is due: month precision is due on the month's last day. */
export function dueDate(date: IsoDate, precision: DuePrecision | null): IsoDate {
  return precision === 'Month' ? lastDayOfMonth(date) : date;
}

/** A due date for people; `null` where there is none. */
export function dueWords(date: IsoDate | null, precision: DuePrecision | null): DueWords | null {
  if (date === null) return null;
  const words = precision === 'Month' ? formatMonth(date) : formatDay(date);
  return { date: dueDate(date, precision), words };
}

/** `in 7 days`, `today`, `3 days overdue`. */
export function relativeWords(date: IsoDate, today: IsoDate): string {
  const days = daysBetween(today, date);
  if (days === 0) return 'today';
  const count = `${Math.abs(days)} ${Math.abs(days) === 1 ? 'day' : 'days'}`;
  return days > 0 ? `in ${count}` : `${count} overdue`;
}

/** The calendar day it is in a zone. */
export function todayIn(now: Temporal.Instant, timeZone: string): IsoDate {
  const days = daysOfMoments.get(now) ?? new Map<string, IsoDate>();
  daysOfMoments.set(now, days);
  const known = days.get(timeZone);
  if (known !== undefined) return known;
  const day = now.toZonedDateTimeISO(timeZone).toPlainDate().toString();
  days.set(timeZone, day);
  return day;
}

/** Whole days from one day to another; negative when `to` is earlier. */
export function daysBetween(from: IsoDate, to: IsoDate): number {
  return Temporal.PlainDate.from(from).until(Temporal.PlainDate.from(to), { largestUnit: 'days' }).days;
}

export function addDays(date: IsoDate, days: number): IsoDate {
  return daysAdded(`${date} ${days}`, () => Temporal.PlainDate.from(date).add({ days }).toString());
}

/** 1 = Monday. */
export function dayOfWeek(date: IsoDate): number {
  return daysOfWeek(date, () => Temporal.PlainDate.from(date).dayOfWeek);
}

export function lastDayOfMonth(date: IsoDate): IsoDate {
  return monthEnds(date, () => {
    const day = Temporal.PlainDate.from(date);
    return day.with({ day: day.daysInMonth }).toString();
  });
}

/**
 * The moment a clock in the zone shows this day and time. Where clocks go forward over it, the time
 * just after; where they go back, the first of the two (Temporal's `compatible`).
 */
export function momentAt(date: IsoDate, time: string, timeZone: string): Temporal.Instant {
  return moments(`${date} ${time} ${timeZone}`, () =>
    Temporal.PlainDate.from(date)
      .toZonedDateTime({ timeZone, plainTime: Temporal.PlainTime.from(time) })
      .toInstant(),
  );
}

/** Whether the text is a real calendar day written `YYYY-MM-DD`. Never throws. */
export function isIsoDate(text: unknown): text is IsoDate {
  if (typeof text !== 'string' || !/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  try {
    Temporal.PlainDate.from(text, { overflow: 'reject' });
    return true;
  } catch {
    return false;
  }
}

/** The later of two days. */
export function laterDay(one: IsoDate, other: IsoDate): IsoDate {
  return one > other ? one : other;
}

function shortDay(day: Temporal.PlainDate): string {
  return `${day.day} ${MONTHS[day.month - 1]} ${day.year}`;
}
