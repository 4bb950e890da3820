import { addDays, daysBetween, isIsoDate, lastDayOfMonth } from '../calendar/dates.ts';
import type { DuePrecision } from '../glossary.ts';
import type { IsoDate } from '../rows.ts';

const MONTH_NAMES = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
] as const;

/** `by the end of`, `Thursday,`. */
const BEFORE_DATE =
  /^(?:by |before )?(?:the )?(?:end (?:of )?)?(?:(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*,? +(?=\d))?/;

/** A date as people write it, and how exactly. A month is its last day. */
export interface WrittenDate {
  readonly date: IsoDate;
  readonly precision: DuePrecision;
}

/**
 * Reads `Mar-22`, `March 2022`, `by end of Sept 2022`, `31/03/2022`, `Thu 31 March 2022` and `2022-03-31`; `null` for
 * anything else. Numbers are day first, as in the United Kingdom; two-digit years are of this century.
 */
export function readDate(words: string): WrittenDate | null {
  const text = words.trim().toLowerCase().replace(BEFORE_DATE, '');
  const iso = /^(\d{4}-\d{2}-\d{2})(?:[t ]\d{2}:\d{2}.*)?$/.exec(text);
  if (iso) return onDay(iso[1] ?? '');
  const numbers = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4}|\d{2})$/.exec(text);
  if (numbers) return onDay(isoOf(numbers[3], numbers[2], numbers[1]));
  const named = /^(?:(\d{1,2})(?:st|nd|rd|th)?[\s-]+)?([a-z]{3,9})\.?[\s,-]+(\d{4}|\d{2})$/.exec(text);
  const month = monthNumber(named?.[2]);
  if (!named || month === null) return null;
  if (named[1] !== undefined) return onDay(isoOf(named[3], String(month), named[1]));
  const first = isoOf(named[3], String(month), '1');
  return isIsoDate(first) ? { date: lastDayOfMonth(first), precision: 'Month' } : null;
}

/** Days that Excel counts from the end of 1899: those of 2000 to 2099. */
const SERIAL_DAYS = { first: 36_526, last: 73_050 };

/** A date as a cell holds it: as people write it, or as the number that Excel keeps it by. */
export function readCellDate(cell: string): WrittenDate | null {
  const serial = /^\d{5}$/.test(cell) ? Number(cell) : 0;
  if (serial < SERIAL_DAYS.first || serial > SERIAL_DAYS.last) return readDate(cell);
  return onDay(addDays('1899-12-30', serial));
}

/** Excel's number for a day. */
export function serialOf(date: IsoDate): number {
  return daysBetween('1899-12-30', date);
}

/** `February 2022` as `2022-02`; `null` when it is no month. */
export function readMonth(words: string): string | null {
  const read = readDate(words);
  return read?.precision === 'Month' ? read.date.slice(0, 7) : null;
}

function onDay(date: string): WrittenDate | null {
  return isIsoDate(date) ? { date, precision: 'Day' } : null;
}

function isoOf(year = '', month = '', day = ''): string {
  const century = year.length === 2 ? `20${year}` : year;
  return `${century}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
}

/** `Mar`, `March` and `Sept` name a month; `Ma` and `Marchy` do not. */
function monthNumber(word: string | undefined): number | null {
  if (word === undefined || word.length < 3) return null;
  const at = MONTH_NAMES.findIndex((name) => name.startsWith(word));
  return at === -1 ? null : at + 1;
}
