/** No activity of Teams goes nearly as deep; what does would end the stack of whatever walks through it. */
const MAX_DEPTH = 100;

/** A value was nested deeper than anything Teams sends. */
class TooDeepError extends Error {
  override readonly name = 'TooDeepError';
}

/**
 * A copy of a JSON value whose texts can be stored and shown: without controls, without marks that turn the direction of
 * the text around them, and with no half of a character. JSON allows all of them, PostgreSQL refuses some, and no keyboard
 * types them. `undefined` for a value nested deeper than anything Teams sends.
 */
export const cleanJson = (value: unknown): unknown => {
  try {
    return clean(value, 0);
  } catch (error) {
    if (error instanceof TooDeepError) return undefined;
    throw error;
  }
};

const clean = (value: unknown, depth: number): unknown => {
  if (typeof value === 'string') return cleanText(value);
  if (typeof value !== 'object' || value === null) return value;
  if (depth === MAX_DEPTH) throw new TooDeepError();
  if (Array.isArray(value)) return value.map((entry) => clean(entry, depth + 1));
  // Made of entries, so that a key `__proto__` stays a key.
  return Object.fromEntries(
    Object.entries(value).map(([key, entry]) => [cleanText(key), clean(entry, depth + 1)]),
  );
};

const UNWANTED = /(?![\t\n\r])\p{Cc}|[\u202a-\u202e\u2066-\u2069]/gu;

const cleanText = (text: string): string => text.toWellFormed().replace(UNWANTED, '');
