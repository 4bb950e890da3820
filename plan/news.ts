import { itemAsOf } from './as-of.ts';
import { completedIn, newlyRedIn, slippedIn } from './changes.ts';
import type { ItemLine, NewsContent } from './content.ts';
import type { Stage } from './glossary.ts';
import { countWithin, listOf } from './headline.ts';
import { isSameItem, itemsOf, lineOf } from './items.ts';
import type { Period } from './period.ts';
import type { Item, Plan } from './plan.ts';

/** Teams shows no more of it. */
export const HEADLINE_LENGTH = 150;

const WAITING = 'Waiting on others' satisfies Stage;

/** What changed in a plan in a period, in a sentence; `null` when nothing did. What stays as it was is no news. */
export function buildNews(plan: Plan, period: Period): NewsContent | null {
  const items = itemsOf(plan);
  const red = newlyRedIn(plan, items, period).map(({ line }) => line);
  // What changed in several ways is counted once, as the most pressing.
  const slipped = except(
    red,
    slippedIn(plan, items, period).map(({ line }) => line),
  );
  const reached = completedIn(plan, items, period);
  const waiting = except([...red, ...slipped], newlyWaitingIn(plan, items, period));
  const [first] = [...red, ...slipped, ...waiting, ...reached];
  if (first === undefined) return null;
  const changed = listOf([
    ...said(red, 'turned Red'),
    ...said(slipped, 'slipped'),
    ...said(waiting, waiting.length === 1 ? 'now waits on others' : 'now wait on others'),
    ...said(reached, reached.length === 1 ? 'was reached' : 'were reached'),
  ]);
  return {
    kind: 'news',
    planId: plan.id,
    planName: plan.name,
    headline: withFirst(sentence(changed), first),
  };
}

/** Items that wait on others now and did not when the period began. */
function newlyWaitingIn(plan: Plan, items: readonly Item[], { from, to }: Period): readonly ItemLine[] {
  return items
    .filter((item) => item.stage === WAITING && itemAsOf(plan, item, from).stage !== WAITING)
    .map((item) => lineOf(plan, item, to));
}

function except(told: readonly ItemLine[], lines: readonly ItemLine[]): readonly ItemLine[] {
  return lines.filter(({ ref }) => !told.some((line) => isSameItem(line.ref, ref)));
}

function said(lines: readonly ItemLine[], what: string): string[] {
  return lines.length === 0 ? [] : [`${countWithin(lines.length, 'item')} ${what}`];
}

/** Names the most pressing of them, as far as there is room. */
function withFirst(words: string, { label, title }: ItemLine): string {
  const named = `${words} See ${label}: ${title}`;
  return named.length <= HEADLINE_LENGTH ? named : `${named.slice(0, HEADLINE_LENGTH - 1).trimEnd()}…`;
}

function sentence(words: string): string {
  return `${words.replace(/^[a-z]/, (letter) => letter.toUpperCase())}.`;
}
