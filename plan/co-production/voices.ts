/** More than anybody meets at once; beyond it a number is a typing error. */
const MOST_VOICES = 10_000;

/**
 * How many people it stands for, as somebody typed it.
 * @returns `null` for a blank; `undefined` for what is no number of people
 */
export function readVoices(text: string): number | null | undefined {
  const typed = text.trim();
  if (typed === '') return null;
  const voices = /^\d{1,6}$/.test(typed) ? Number(typed) : 0;
  return voices >= 1 && voices <= MOST_VOICES ? voices : undefined;
}
