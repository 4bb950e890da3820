import { addDays, dayOfWeek, lastDayOfMonth } from '../calendar/dates.ts';
import { readDay } from '../meetings/when.ts';
import type { IsoDate } from '../rows.ts';
import { dayAfter } from './read-length.ts';

const WEEKDAYS = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'];
const FRIDAY = 5;

/** A day without its year is the next one of that name: half a year around here lies nearly all ahead. */
const AHEAD_DAYS = 170;

/** First and last day. */
export interface Days {
  readonly from: IsoDate;
  readonly to: IsoDate;
}

/** What people write, without what says nothing: `From the 3rd of March, please.` is `from the 3rd march`. */
export function tidied(words: string): string {
  return words
    .toLowerCase()
    .replace(/\b(?:please|on (?:leave|holiday))\b/gu, ' ')
    .replace(/(?<=\d(?:st|nd|rd|th)?) of (?=[a-z])/gu, ' ')
    .replace(/[\s,.!]+(?=\s|$)/gu, '')
    .replace(/\s+/gu, ' ')
    .trim();
}

/**
 * A day to come as people write it: `14 feb`, `tomorrow`, `friday`, `the 14th`, `14/02`, `2022-02-14`. `null` for anything
 * else.
 */
export function readDayAhead(words: string, today: IsoDate): IsoDate | null {
  const text = words.replace(/^(?:(?:on|the|this|next)\s+)+/u, '').trim();
  if (text === 'today' || text === 'now') return today;
  if (text === 'tomorrow') return addDays(today, 1);
  if (text === 'day after tomorrow') return addDays(today, 2);
  const number = /^(\d{1,2})(?:st|nd|rd|th)$/u.exec(text)?.[1];
  if (number !== undefined) return nextOfNumber(Number(number), today);
  const weekday = WEEKDAYS.findIndex((name) => name === text || name.slice(0, 3) === text);
  if (weekday < 0) return text === '' ? null : readDay(text, addDays(today, AHEAD_DAYS));
  return addDays(today, ((weekday + 7 - dayOfWeek(today)) % 7) + 1);
}

/**
 * Days of an absence as people write them: `until 14 feb` (from today on), `7 to 11 march`, `from 28 feb until 4 mar`,
 * `next week`, `for two weeks`, `from monday for 3 days`, `14 feb` (that day alone). `null` for anything else. Whether it
 * may be, others say.
 */
export function readDays(words: string, today: IsoDate): Days | null {
  const text = tidied(words);
  return (
    namedStretch(text, today) ??
    untilSomeDay(text, today) ??
    forSoLong(text, today) ??
    fromTo(text, today) ??
    between(readDayAhead(text, today), readDayAhead(text, today))
  );
}

/** `next week` is its working days; what is left of this one, up to Friday. */
function namedStretch(text: string, today: IsoDate): Days | null {
  const monday = addDays(today, 8 - dayOfWeek(today));
  const friday = addDays(monday, FRIDAY - 8);
  const said = text.replace(/^(?:for |all |of |the )+/u, '').replace(/^rest of the /u, 'this ');
  if (said === 'next week') return { from: monday, to: addDays(monday, FRIDAY - 1) };
  if (said === 'this week') return friday < today ? null : { from: today, to: friday };
  if (said !== 'next month') return null;
  const first = addDays(lastDayOfMonth(today), 1);
  return { from: first, to: lastDayOfMonth(first) };
}

function untilSomeDay(text: string, today: IsoDate): Days | null {
  const [, last] = /^(?:from (?:now|today)(?: on)? )?(?:until|till|til|to) (.+)$/u.exec(text) ?? [];
  return last === undefined ? null : between(today, lastDay(last, today));
}

/** `for two weeks`, `two weeks`; `from monday for 3 days`, `for 3 days from monday`. */
function forSoLong(text: string, today: IsoDate): Days | null {
  const [, start, length = ''] = /^(?:from |starting )?(.+) for (.+)$/u.exec(text) ?? [];
  if (start !== undefined) return stretch(readDayAhead(start, today), length);
  const [, long = '', first] = /^(?:for )?(.+?)(?: (?:from|starting) (.+))?$/u.exec(text) ?? [];
  return stretch(first === undefined ? today : readDayAhead(first, today), long);
}

function stretch(from: IsoDate | null, length: string): Days | null {
  const after = from === null ? null : dayAfter(from, length);
  return between(from, after && addDays(after, -1));
}

function fromTo(text: string, today: IsoDate): Days | null {
  const [, first = '', last = ''] =
    /^(?:from |between )?(.+?)(?: (?:to|until|till|til|and) | - | ?– ?)(.+)$/u.exec(text) ??
    /^(\d{1,2})-(\d{1,2} .+)$/u.exec(text) ??
    [];
  // `7 to 11 march`: the month is said once, behind the last day.
  if (/^(?:the )?\d{1,2}(?:st|nd|rd|th)?$/u.test(first)) {
    const to = lastDay(last, today);
    const from = to && ofSameMonth(first, to);
    if (from !== null) return between(from, to);
  }
  const from = readDayAhead(first, today);
  // `monday to friday`: the last day is the one that follows the first.
  return between(from, from && lastDay(last, addDays(from, -1)));
}

/** `end of the week` is its last working day. */
function lastDay(words: string, today: IsoDate): IsoDate | null {
  const text = words.replace(/^the (?=end )/u, '');
  if (/^end of (?:the|this) week$/u.test(text)) return addDays(today, (FRIDAY + 7 - dayOfWeek(today)) % 7);
  if (/^end of (?:the|this) month$/u.test(text)) return lastDayOfMonth(today);
  return readDayAhead(text, today);
}

/** `14th`: the next day of that number, never today. */
function nextOfNumber(number: number, today: IsoDate): IsoDate | null {
  if (number < 1 || number > 31) return null;
  for (let day = addDays(today, 1); ; day = addDays(day, 1)) if (Number(day.slice(-2)) === number) return day;
}

function ofSameMonth(words: string, to: IsoDate): IsoDate | null {
  const day = Number.parseInt(words.replace(/^the /u, ''), 10);
  try {
    return Temporal.PlainDate.from(to).with({ day }, { overflow: 'reject' }).toString();
  } catch {
    return null;
  }
}

function between(from: IsoDate | null, to: IsoDate | null): Days | null {
  return from === null || to === null ? null : { from, to };
}
