import type { PlanOverview } from '../../plan/content.ts';

/** What is told of each count, in the order to say it. */
const COUNTS = [
  ['red', 'Red'],
  ['amber', 'Amber'],
  ['green', 'Green'],
  ['complete', 'Complete'],
] as const;

/** `Updated 10:32. Red: 2, was 1.`: what of an overview has moved since another; `null` for nothing worth a word. */
export function newsOf(before: PlanOverview, now: PlanOverview): string | null {
  const moved = [
    ...COUNTS.map(([name, word]) => ({ word, from: before.counts[name], to: now.counts[name] })),
    { word: 'Overdue', from: before.figures.overdue.now, to: now.figures.overdue.now },
  ].filter(({ from, to }) => from !== to);
  const said = now.changes.length - before.changes.length;
  if (moved.length === 0 && said <= 0) return null;
  const time = now.asAtWords.split(', ').at(-1);
  const words = moved.map(({ word, from, to }) => ` ${word}: ${to}, was ${from}.`);
  return `Updated ${time}.${moved.length > 0 ? words.join('') : said === 1 ? ' One more change.' : ` ${said} more changes.`}`;
}
