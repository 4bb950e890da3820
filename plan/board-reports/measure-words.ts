import type { MeasureNow } from '../measures.ts';

const AT_START = ' at the start';

/** Where a measure stands: its last reading, else where it began, which is said: nobody has read how it is now. */
export function standsWords({
  value,
  valueWords,
  readings,
}: Pick<MeasureNow, 'value' | 'valueWords' | 'readings'>): string {
  return value !== null && readings.length === 0 ? `${valueWords}${AT_START}` : valueWords;
}

/** Where it began, of words that say that nothing was read since; `null` of others. */
export function startWordsIn(words: string): string | null {
  return words.endsWith(AT_START) ? words.slice(0, -AT_START.length) : null;
}
