import type { ReportSource } from '../content.ts';
import { listOf } from '../headline.ts';
import type { Item } from '../plan.ts';

/** A title of a recommendation may be a whole sentence: a report shows what is read at a glance. */
const TITLE_LENGTH = 90;
/** What somebody said of an item, on two lines of a page. */
const SAID_LENGTH = 160;

/** Lines of a report are paragraphs: whatever breaks a line within a title or note becomes a space. */
export function oneLine(text: string, limit: number): string {
  const words = text.replace(/\s+/g, ' ').trim();
  if (words.length <= limit) return words;
  const start = words.slice(0, limit - 1);
  const end = start.lastIndexOf(' ');
  return `${start.slice(0, end > limit / 2 ? end : limit - 1).replace(/[\s,;:.–-]+$/, '')}…`;
}

/** `12 Review of placements`. */
export function nameOf({ label, title }: Pick<ReportSource, 'label' | 'title'>): string {
  return `${label} ${oneLine(title, TITLE_LENGTH)}`;
}

/** What somebody said, as the end of a line. */
export function saidOf(words: string): string {
  return oneLine(words, SAID_LENGTH);
}

export function sourceOf({ ref, label, title }: Pick<Item, 'ref' | 'label' | 'title'>): ReportSource {
  return { ref, label, title };
}

/** Each source once, in the order in which they come. */
export function sourcesOf(items: readonly Pick<Item, 'ref' | 'label' | 'title'>[]): readonly ReportSource[] {
  const seen = new Map(items.map((item) => [`${item.ref.list}/${item.ref.key}`, item]));
  return [...seen.values()].map(sourceOf);
}

/** The first few as entries of a list; how many more there are and which is its last. */
export function entriesOf<T>(
  all: readonly T[],
  {
    most,
    entry,
    label,
  }: { readonly most: number; readonly entry: (one: T) => string; readonly label: (one: T) => string },
): readonly string[] {
  // One more takes no more room than to say that there is one more.
  if (all.length <= most + 1) return all.map((one) => `- ${entry(one)}`);
  const rest = all.slice(most);
  return [...all.slice(0, most).map((one) => `- ${entry(one)}`), `- ${moreWords(rest.map(label))}`];
}

/** How many labels are named of what there is no room for. */
const LABELS_NAMED = 12;

function moreWords(labels: readonly string[]): string {
  const named = labels.slice(0, LABELS_NAMED);
  const rest = labels.length - named.length;
  return `and ${labels.length} more: ${listOf(rest > 0 ? [...named, `${rest} others`] : named)}`;
}
