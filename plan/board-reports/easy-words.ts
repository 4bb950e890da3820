import { oneLine } from './lines.ts';

const MONTHS: Readonly<Record<string, string>> = {
  Jan: 'January',
  Feb: 'February',
  Mar: 'March',
  Apr: 'April',
  Jun: 'June',
  Jul: 'July',
  Aug: 'August',
  Sep: 'September',
  Oct: 'October',
  Nov: 'November',
  Dec: 'December',
};

const DAYS: Readonly<Record<string, string>> = {
  Mon: 'Monday',
  Tue: 'Tuesday',
  Wed: 'Wednesday',
  Thu: 'Thursday',
  Fri: 'Friday',
  Sat: 'Saturday',
  Sun: 'Sunday',
};

const MONTH = new RegExp(`\\b(${Object.keys(MONTHS).join('|')})(?= \\d{4}|$)`, 'g');
const DAY = new RegExp(`\\b(${Object.keys(DAYS).join('|')})(?= \\d)`, 'g');

/** Dates in words without short forms: `24 Jan 2022` becomes `24 January 2022`. */
export function inFull(words: string): string {
  return words.replace(MONTH, (month) => MONTHS[month] ?? month).replace(DAY, (day) => DAYS[day] ?? day);
}

/** A title as a line of its own, as it was published: short forms in it stay as they are. */
export function easyTitle(title: string): string {
  return oneLine(title, 120).replace(/\.$/, '');
}

/** `1 thing`, `3 things`. */
export function thingsOf(count: number): string {
  return `${count} ${count === 1 ? 'thing' : 'things'}`;
}
