import type { ReportSource } from '../content.ts';
import { listOf } from '../headline.ts';
import type { Item } from '../plan.ts';

/** A title of a recommendation may be a whole sentence: a report shows what is read at a glance. */
const TITLE_LENGTH = 80;
/** What somebody said of an item: with its title on two lines of a page. */
const SAID_LENGTH = 110;
/** How many labels are named of what there is no room for. */
const LABELS_NAMED = 10;
/** The break before a line that begins with `Internal:`. */
const INTERNAL_LINE = /\s*[\n\r\v\f\u0085\u2028\u2029]\s*(?=internal\s*:)/gi;

/** Whatever breaks a line becomes a space. A line that is internal is still known as that, see `isInternalText`. */
export function joinLines(text: string): string {
  return text.trim().replace(INTERNAL_LINE, ' – ').replace(/\s+/g, ' ');
}

/** Lines of a report are paragraphs: a title or note becomes one line, cut at a word. */
export function oneLine(text: string, limit: number): string {
  const words = joinLines(text);
  if (words.length <= limit) return words;
  const start = words.slice(0, limit - 1);
  const end = start.lastIndexOf(' ');
  return `${start.slice(0, end > limit / 2 ? end : limit - 1).replace(/[\s,;:.–-]+$/, '')}…`;
}

/** `12 Review of placements`. */
export function nameOf({ label, title }: Pick<ReportSource, 'label' | 'title'>): string {
  return `${label} ${oneLine(title, TITLE_LENGTH)}`;
}

/** What somebody said, as a sentence at the end of a line. */
export function saidOf(words: string, limit = SAID_LENGTH): string {
  const said = oneLine(words, limit);
  return /[.!?…]$/.test(said) ? said : `${said}.`;
}

/** `4, 7 and 12`; what there is no room for is counted. */
export function labelsOf(all: readonly Pick<ReportSource, 'label'>[]): string {
  const { shown, rest } = firstOf(all, LABELS_NAMED);
  const named = shown.map(({ label }) => label);
  return listOf(rest.length > 0 ? [...named, `${rest.length} others`] : named);
}

function sourceOf({ ref, label, title }: Pick<Item, 'ref' | 'label' | 'title'>): ReportSource {
  return { ref, label, title };
}

/** Each source once, in the order in which they come. */
export function sourcesOf(items: readonly Pick<Item, 'ref' | 'label' | 'title'>[]): readonly ReportSource[] {
  const seen = new Map(items.map((item) => [`${item.ref.list}/${item.ref.key}`, item]));
  return [...seen.values()].map(sourceOf);
}

/** How a list of a report is told: the first few, each in words. */
export interface ListWords<T> {
  readonly most: number;
  readonly entry: (one: T) => string;
}

/** The first few as entries of a list; of the others how many there are, and which. */
export function entriesOf<T extends Pick<ReportSource, 'label'>>(
  all: readonly T[],
  { most, entry }: ListWords<T>,
): readonly string[] {
  const { shown, rest } = firstOf(all, most);
  const more = rest.length === 0 ? [] : [`- ${moreWords(rest)}`];
  return [...shown.map((one) => `- ${entry(one)}`), ...more];
}

/** The same under a heading of its own; nothing where there is nothing. */
export function listed<T extends Pick<ReportSource, 'label'>>(
  heading: string,
  all: readonly T[],
  words: ListWords<T>,
): readonly string[] {
  return all.length === 0 ? [] : [`${heading}:`, ...entriesOf(all, words)];
}

/** The first few and the rest. One more is shown too: it takes no more room than to say that there is one more. */
export function firstOf<T>(
  all: readonly T[],
  most: number,
): { readonly shown: readonly T[]; readonly rest: readonly T[] } {
  const count = all.length === most + 1 ? all.length : most;
  return { shown: all.slice(0, count), rest: all.slice(count) };
}

/** `and 3 more: 12, 14 and M2`. */
export function moreWords(rest: readonly Pick<ReportSource, 'label'>[]): string {
  return `and ${rest.length} more: ${labelsOf(rest)}`;
}
