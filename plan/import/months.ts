import { isIsoDate, lastDayOfMonth } from '../dates.ts';
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

/** A date as people write it, and how exactly. A month is its last day. */
export interface WrittenDate {
  readonly date: IsoDate;
  readonly precision: DuePrecision;
}

/**
 * Reads `Mar-22`, `March 2022`, `Sept 2022`, `31/03/2022`, `31 March 2022` and `2022-03-31`; `null` for
 * anything else. Numbers are day first, as in the United Kingdom; two-digit years are of this century.
 */
export function readDate(words: string): WrittenDate | null {
  const text = words.trim().toLowerCase();
  const iso = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (iso) return onDay(text);
  const numbers = /^(\d{1,2})[/.](\d{1,2})[/.](\d{4}|\d{2})$/.exec(text);
  if (numbers) return onDay(isoOf(numbers[3], numbers[2], numbers[1]));
  const named = /^(?:(\d{1,2})(?:st|nd|rd|th)?[\s-]+)?([a-z]{3,9})\.?[\s,-]+(\d{4}|\d{2})$/.exec(text);
  const month = monthNumber(named?.[2]);
  if (!named || month === null) return null;
  if (named[1] !== undefined) return onDay(isoOf(named[3], String(month), named[1]));
  const first = isoOf(named[3], String(month), '1');
  return isIsoDate(first) ? { date: lastDayOfMonth(first), precision: 'Month' } : null;
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
