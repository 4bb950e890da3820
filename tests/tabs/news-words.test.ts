import { expect, test } from '@jest/globals';
import type { PlanOverview } from '../../plan/content.ts';
import { newsOf } from '../../tabs/model/news-words.ts';
import { sampleOverview } from './sample-overview.ts';

const before = sampleOverview();
const after = (changes: Partial<PlanOverview>) => ({
  ...before,
  asAtWords: 'Mon 21 Mar 2022, 10:32',
  ...changes,
});
const moved = (counts: Partial<PlanOverview['counts']>) => ({ counts: { ...before.counts, ...counts } });
const saidAlso = (count: number) => ({
  changes: [...before.changes.slice(0, 1), ...before.changes.slice(0, 1)]
    .slice(0, count)
    .concat(before.changes),
});

test.each<[string, Partial<PlanOverview>, string | null]>([
  ['nothing but the moment', {}, null],
  ['one figure', moved({ red: 3 }), 'Updated 10:32. Red: 3, was 2.'],
  ['several', moved({ red: 1, complete: 3 }), 'Updated 10:32. Red: 1, was 2. Complete: 3, was 2.'],
  ['what somebody said, alone', saidAlso(1), 'Updated 10:32. One more change.'],
  ['more of it', saidAlso(2), 'Updated 10:32. 2 more changes.'],
  ['less of it, as on another day', { changes: [] }, null],
])('of %s it is told: %#', (_what, changes, words) => {
  expect(newsOf(before, after(changes))).toBe(words);
});
