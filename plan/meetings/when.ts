import { addDays } from '../calendar/dates.ts';
import { readDate } from '../import/months.ts';
import type { IsoDate } from '../rows.ts';

/** A day, and a time where one was said, `HH:mm`. */
export interface When {
  readonly on: IsoDate;
  readonly time: string | null;
}

/** `14:00`, `14.30`, `2pm`, `at 2:30 pm` at the end of what was written. */
const TIME = /(?:^|\s|,)(?:at\s+)?(\d{1,2})(?:[:.](\d{2}))?\s*(am|pm)?$/;

/** A year is left out by most: the one that brings the day closest is meant. */
const HALF_A_YEAR_DAYS = 183;

/**
 * Reads when a meeting is to be, as people write it: `26 Jan`, `to Wed 26 January 2022 at 2pm`, `26/01 14:00`,
 * `2022-01-26`. Numbers are day first. A day without a year is the one closest to `near`. `null` for anything else.
 */
export function readWhen(words: string, near: IsoDate): When | null {
  const text = words
    .trim()
    .toLowerCase()
    .replace(/^(?:(?:to|on|until|the)\s+)+/, '');
  const found = TIME.exec(text);
  const time = found === null ? null : timeOf(found[1] ?? '', found[2], found[3]);
  // A number at the end is a time only where it looks like one: `26 jan 2022` ends in a year.
  const isTime = time !== null && (found?.[2] !== undefined || found?.[3] !== undefined);
  const day = isTime ? text.slice(0, found?.index).replace(/[\s,]+$/, '') : text;
  const on = readDay(day, near);
  if (on === null) return null;
  return { on, time: isTime ? time : null };
}

/** A day as people write it, with or without its year; `null` for anything else, a month too. */
export function readDay(words: string, near: IsoDate): IsoDate | null {
  const full = readDate(words);
  if (full !== null) return full.precision === 'Day' ? full.date : null;
  const year = Number(near.slice(0, 4));
  const separator = /^\d{1,2}[/.-]\d{1,2}$/.test(words) ? '/' : ' ';
  const days = [year - 1, year, year + 1]
    .map((one) => readDate(`${words}${separator}${one}`))
    .filter((read) => read?.precision === 'Day')
    .map((read) => read?.date ?? '');
  const [first, last] = [addDays(near, -HALF_A_YEAR_DAYS), addDays(near, HALF_A_YEAR_DAYS)];
  return days.find((day) => day >= first && day <= last) ?? null;
}

function timeOf(hours: string, minutes = '00', half: string | undefined): string | null {
  const hour = Number(hours);
  if (half !== undefined && (hour < 1 || hour > 12)) return null;
  const turned = half === undefined ? hour : (hour % 12) + (half === 'pm' ? 12 : 0);
  if (turned > 23 || Number(minutes) > 59) return null;
  return `${String(turned).padStart(2, '0')}:${minutes}`;
}
