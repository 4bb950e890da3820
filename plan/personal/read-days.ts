import { addDays } from '../calendar/dates.ts';
import { readDay } from '../meetings/when.ts';
import type { IsoDate } from '../rows.ts';

const WEEKDAYS = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'];

/** A day without its year is the next one of that name: half a year around here lies nearly all ahead. */
const AHEAD_DAYS = 170;

/** First and last day. */
export interface Days {
  readonly from: IsoDate;
  readonly to: IsoDate;
}

/** A day to come as people write it: `14 feb`, `tomorrow`, `friday`, `14/02`, `2022-02-14`. `null` for anything else. */
export function readDayAhead(words: string, today: IsoDate): IsoDate | null {
  const text = words.replace(/^(?:(?:on|the|next)\s+)+/u, '').trim();
  if (text === 'today') return today;
  if (text === 'tomorrow') return addDays(today, 1);
  const weekday = WEEKDAYS.findIndex((name) => name === text || name.slice(0, 3) === text);
  if (weekday < 0) return text === '' ? null : readDay(text, addDays(today, AHEAD_DAYS));
  const now = Temporal.PlainDate.from(today).dayOfWeek;
  return addDays(today, ((weekday + 7 - now) % 7) + 1);
}

/**
 * Days of an absence as people write them: `until 14 feb` (from today on), `7 to 11 march`, `from 28 feb until 4 mar`,
 * `14 feb` (that day alone). `null` for anything else. Whether it may be, others say.
 */
export function readDays(words: string, today: IsoDate): Days | null {
  const text = words.trim().replace(/^from\s+/u, '');
  const until = /^(?:until|till|til|to)\s+(.+)$/u.exec(text);
  if (until !== null) return between(today, readDayAhead(until[1] ?? '', today));
  const range = /^(.+?)\s*(?:\s(?:to|until|till|til)\s|\s-\s|–)\s*(.+)$/u.exec(text);
  if (range === null) return between(readDayAhead(text, today), readDayAhead(text, today));
  const [, first = '', last = ''] = range;
  const to = readDayAhead(last, today);
  // `7 to 11 march`: the month is said once, behind the last day.
  const from = /^\d{1,2}(?:st|nd|rd|th)?$/u.test(first) ? to && dayOf(first, to) : readDayAhead(first, today);
  return between(from, to);
}

function dayOf(number: string, to: IsoDate): IsoDate | null {
  try {
    return Temporal.PlainDate.from(to)
      .with({ day: Number.parseInt(number, 10) }, { overflow: 'reject' })
      .toString();
  } catch {
    return null;
  }
}

function between(from: IsoDate | null, to: IsoDate | null): Days | null {
  return from === null || to === null ? null : { from, to };
}
