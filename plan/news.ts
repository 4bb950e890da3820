import { completedIn, newlyRedIn, slippedIn } from './changes.ts';
import type { ItemLine, NewsContent } from './content.ts';
import { countWithin, listOf } from './headline.ts';
import { isClosed, isSameItem, itemsOf } from './items.ts';
import type { Period } from './period.ts';
import type { Plan } from './plan.ts';

/** Teams shows no more of it. */
export const HEADLINE_LENGTH = 150;

/** What changed in a plan in a fortnight, in a sentence; `null` when nothing did. */
export function buildNews(plan: Plan, period: Period): NewsContent | null {
  const items = itemsOf(plan);
  const red = newlyRedIn(plan, items, period).map(({ line }) => line);
  // What slipped into Red is counted once.
  const slipped = slippedIn(plan, items, period)
    .map(({ line }) => line)
    .filter(({ ref }) => !red.some((line) => isSameItem(line.ref, ref)));
  const reached = completedIn(plan, items, period);
  const [first] = [...red, ...slipped, ...reached];
  if (first === undefined) return null;
  const changed = listOf([
    ...said(red, 'turned Red'),
    ...said(slipped, 'slipped'),
    ...said(reached, reached.length === 1 ? 'was reached' : 'were reached'),
  ]);
  const waiting = items.filter((item) => !isClosed(item.stage) && item.stage === 'Waiting on others').length;
  const asked =
    waiting === 0
      ? ''
      : ` ${sentence(`${countWithin(waiting, 'item')} ${waiting === 1 ? 'waits' : 'wait'} on others`)}`;
  return {
    kind: 'news',
    planId: plan.id,
    planName: plan.name,
    headline: withFirst(`${sentence(changed)}${asked}`, first),
  };
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
