import type { IsoDate } from '../rows.ts';

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** The day of which words speak: `10 Jan 2022` as `2022-01-10`. `null` for other words. */
export function dayInWords(words: string): IsoDate | null {
  const [day = '', month = '', year = ''] = words.split(' ');
  const number = MONTHS.indexOf(month) + 1;
  if (number === 0) return null;
  return `${year}-${String(number).padStart(2, '0')}-${day.padStart(2, '0')}`;
}
