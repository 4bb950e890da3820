/** Larger texts are not published plans: the longest known is under 100,000 characters. */
export const LONGEST_TEXT = 2_000_000;

const ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  rsquo: '’',
  lsquo: '‘',
  ldquo: '“',
  rdquo: '”',
  ndash: '–',
  mdash: '—',
};

/** The lines of a text, without byte-order mark and control characters; tabs stay. */
export function linesOf(text: string): string[] {
  return text
    .slice(0, LONGEST_TEXT)
    .replace(/^\uFEFF/, '')
    .split(/\r\n|\r|\n/)
    .map((line) => line.replace(/[\p{Cc}\u00A0]/gu, (one) => (one === '\t' ? one : ' ')).trimEnd());
}

/** Nothing but letters, marks and spaces below U+D800, no line end but `\n`: there is nothing to tidy in it. */
const PLAIN = /^[\t\n\x20-\x7E\xA0-\u2027\u202A-\uD7FF]*$/;

/**
 * A text as SharePoint keeps it: one kind of line end, no control characters, nothing that is no character, no space at
 * its ends.
 */
export function tidyText(text: string): string {
  // Nearly every text is, and looking is many times faster than replacing.
  if (PLAIN.test(text)) return text.trim();
  return text
    .replace(/\r\n?|[\u2028\u2029\v\f]/g, '\n')
    .replace(/[^\P{Cc}\n\t]|\p{Noncharacter_Code_Point}/gu, '')
    .toWellFormed()
    .trim();
}

/** The paragraphs of a table cell: `<p>` and `<br>` part them; other marks are dropped. */
export function paragraphsOf(cell: string): string[] {
  return (
    cell
      .replace(/<\/?(?:p|br|li|ul|ol|div)\b[^<>]*>/gi, '\n')
      // `[^<>]`, not `[^>]`: a text full of `<` must not take quadratic time.
      .replace(/<[^<>]*>/g, '')
      .replace(/&([a-z]+|#\d{1,6});/gi, (whole, name: string) => entity(name) ?? whole)
      .replace(/\*\*|__/g, '')
      .replace(/\[([^[\]]*)\]\([^()]*\)/g, '$1')
      .split('\n')
      .map((paragraph) => paragraph.replace(/\s+/g, ' ').trim())
      .filter((paragraph) => paragraph !== '')
  );
}

/** The sentences of a paragraph. */
export function sentencesOf(paragraph: string): string[] {
  return paragraph.split(/(?<=[.!?])\s+(?=[A-Z])/).filter((sentence) => sentence !== '');
}

/** First letter large, the rest as it was. */
export function capitalised(words: string): string {
  return words.replace(/^\p{Ll}/u, (letter) => letter.toUpperCase());
}

function entity(name: string): string | null {
  if (!name.startsWith('#')) return ENTITIES[name.toLowerCase()] ?? null;
  const code = Number(name.slice(1));
  return code >= 32 && code <= 0x10ffff ? String.fromCodePoint(code) : null;
}
