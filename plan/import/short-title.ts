import { oneLine } from './document.ts';

/** SharePoint's Title column holds no more. */
export const TITLE_LIMIT = 255;
/** Up to here a title is read at a glance, in a list or on a card. */
const READABLE_LIMIT = 120;

/**
 * A title for lists and cards: the text itself where it is short, else its first sentence, else as many
 * whole words as can be read at a glance. Never longer than 255 characters; never empty.
 */
export function shortTitle(text: string, limit = READABLE_LIMIT): string {
  const words = withoutStop(oneLine(text));
  if (words === '') return 'No title';
  if (words.length <= limit) return words;
  const sentence = withoutStop(words.split(/(?<=[.!?])\s+/)[0] ?? words);
  const plain = sentence.replace(/\s*\([^()]*\)/g, '');
  if (plain.length <= limit) return plain;
  return `${cutAtWord(plain, limit - 1)}…`;
}

/** Ends at a comma where that keeps most of the words, so that the cut reads as a whole. */
function cutAtWord(words: string, limit: number): string {
  const start = words.slice(0, limit);
  const comma = start.lastIndexOf(', ');
  const end = comma > limit / 2 ? comma : start.lastIndexOf(' ');
  return start.slice(0, end > 0 ? end : limit).replace(/[\s,;:.–-]+$/, '');
}

function withoutStop(words: string): string {
  return words.trim().replace(/\.$/, '');
}
