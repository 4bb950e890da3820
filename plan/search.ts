import type { FoundItem } from './content.ts';
import { groupName, isClosed, itemsOf, lineOf, ownerName } from './items.ts';
import type { Item, Plan } from './plan.ts';
import { indexOf } from './plan-index.ts';
import type { Owner } from './rows.ts';
import { expectedDue } from './schedule.ts';

/** An item a search found, and how well it fits: more is better. */
export interface Hit {
  readonly plan: Plan;
  readonly item: Item;
  readonly score: number;
}

/** How much each word of a search counts by where it was found; the number people call an item by beats all words. */
const SCORES = { label: 1_000, titleStart: 30, title: 10, owner: 6, inside: 2 } as const;

/** What stands above the rest where nothing was asked for. */
const MINE = 100;

/** An open item counts for more than a closed one that fits as well. */
const OPEN = 1;

/** Longest search: what is typed beyond is no search any more. */
const MAX_WORDS = 12;

/**
 * Recommendations and actions that a text names: by number (`12`, `A7`), by words of the title, by owner. Every word must
 * be found. Nothing asked for: the person's own open items. The best first; of the same, the one due first.
 */
export function searchItems(plan: Plan, owner: Owner, text: string): Hit[] {
  const words = wordsOf(text).slice(0, MAX_WORDS);
  const isAsked = text.trim() !== '';
  const searched = itemsOf(plan).filter(({ ref }) => ref.list !== 'Milestones');
  return searched
    .map((item) => ({
      plan,
      item,
      score: isAsked ? scoreOf(plan, item, words) : own(item, owner),
    }))
    .filter(({ score }) => score > 0)
    .toSorted(compareHits);
}

/** The best first; of the same, the one due first. */
export function compareHits(one: Hit, other: Hit): number {
  return other.score - one.score || dueOf(one).localeCompare(dueOf(other));
}

/** A hit as it may be shown to anybody: its status, and nobody's words. */
export function foundItem({ plan, item }: Hit, now: Temporal.Instant): FoundItem {
  return {
    planId: plan.id,
    planName: plan.name,
    groupName: groupName(plan, item.group),
    line: { ...lineOf(plan, item, now), latestNote: null, latestNoteOn: null },
  };
}

function own(item: Item, owner: Owner): number {
  if (isClosed(item.stage)) return 0;
  if (item.owner === owner.key) return MINE;
  return item.group !== null && owner.groups.includes(item.group) ? OPEN : 0;
}

function scoreOf(plan: Plan, item: Item, words: readonly string[]): number {
  if (words.length === 0) return 0;
  const label = labelOf(plan, item);
  const title = wordsOf(item.title);
  const names = wordsOf(ownerName(plan, item.owner) ?? '');
  // People write `A 7` and `A-7` too.
  if (label !== '' && words.join('') === label) return SCORES.label + OPEN;
  const scores = words.map((word, at) => scoreOfWord(word, { label, title, names, isFirst: at === 0 }));
  if (scores.includes(0)) return 0;
  return scores.reduce((sum, score) => sum + score, isClosed(item.stage) ? 0 : OPEN);
}

function scoreOfWord(
  word: string,
  where: {
    readonly label: string;
    readonly title: readonly string[];
    readonly names: readonly string[];
    readonly isFirst: boolean;
  },
): number {
  if (word === where.label) return SCORES.label;
  if (where.isFirst && where.title[0]?.startsWith(word)) return SCORES.titleStart;
  if (where.title.some((one) => one.startsWith(word))) return SCORES.title;
  if (where.names.some((one) => one.startsWith(word))) return SCORES.owner;
  return where.title.some((one) => one.includes(word)) ? SCORES.inside : 0;
}

/** A row without a number yet is called by nothing. */
function labelOf(plan: Plan, item: Item): string {
  const isNumbered =
    item.ref.list === 'Recommendations'
      ? indexOf(plan).recommendations.get(item.ref.key)?.number != null
      : item.itemId !== null;
  return isNumbered ? item.label.toLowerCase() : '';
}

function dueOf({ item }: Hit): string {
  return expectedDue(item) ?? '9999-12-31';
}

/** Words and numbers of a text, in small letters and without accents: `Élan’s` is `elan` and `s`. */
function wordsOf(text: string): string[] {
  const plain = text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
  return plain.match(/[\p{L}\p{N}]+/gu) ?? [];
}
