import type { IsoDate } from '../rows.ts';

const NUMBERS = [
  'zero',
  'one',
  'two',
  'three',
  'four',
  'five',
  'six',
  'seven',
  'eight',
  'nine',
  'ten',
  'eleven',
  'twelve',
];
const LENGTH =
  /^(?:(?:the )?next )?(?:(a couple of|couple of|[a-z]+|\d{1,3}) )?(day|week|fortnight|month)s?$/u;

/**
 * The first day after so long, as people write it: `3 days`, `a week`, `the next two weeks`, `a fortnight`, `a month`.
 * `null` for anything else.
 */
export function dayAfter(from: IsoDate, words: string): IsoDate | null {
  const [, said, unit] = LENGTH.exec(words.trim()) ?? [];
  const count = said === undefined ? null : countOf(said);
  if (unit === undefined || count === null || count === 0) return null;
  const length =
    unit === 'month'
      ? { months: count }
      : { days: count * (unit === 'week' ? 7 : unit === 'fortnight' ? 14 : 1) };
  return Temporal.PlainDate.from(from).add(length).toString();
}

function countOf(said: string): number | null {
  if (said === 'a' || said === 'an') return 1;
  if (said === 'a couple of' || said === 'couple of') return 2;
  if (/^\d+$/u.test(said)) return Number(said);
  const number = NUMBERS.indexOf(said);
  return number < 0 ? null : number;
}
