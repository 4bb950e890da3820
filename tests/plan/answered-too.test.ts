import { describe, expect, test } from '@jest/globals';
import { answeredToo } from '../../plan/answers/answered-too.ts';
import { waitsForSignOff } from '../../plan/answers/waits-for-sign-off.ts';
import { at, itemIn, makePlan, makeRecommendation, recommendation } from '../helpers/make-plan.ts';

const plan = makePlan({ recommendations: [makeRecommendation({ number: 12 })] });
const [owner, chair] = plan.owners;
const told = (last: { by: string | null; at: string | null } | null, by = owner) =>
  by &&
  answeredToo({ plan, item: itemIn(plan, recommendation(12)), last, by, now: at('2022-07-04T12:00:00Z') });

test.each([
  ['the same day', { by: 'chair', at: '2022-07-04T09:02:00Z' }, 'SEND group chair answered it at 10:02 too'],
  [
    'before',
    { by: 'chair', at: '2022-07-01T09:02:00Z' },
    'SEND group chair answered it on Fri 1 Jul 2022, 10:02, too',
  ],
  ['nobody knows when', { by: 'chair', at: null }, 'SEND group chair answered it too'],
  [
    'by nobody the plan knows',
    { by: 'gone', at: '2022-07-04T09:02:00Z' },
    'Somebody answered it at 10:02 too',
  ],
  ['by nobody', { by: null, at: '2022-07-04T09:02:00Z' }, 'Somebody answered it at 10:02 too'],
])('says who answered too: %s', (_when, last, words) => {
  expect(told(last)).toBe(`12: ${words}; both are kept in its history.`);
});

test('is silent where nobody has, or only they themselves', () => {
  expect(told(null)).toBeNull();
  expect(told({ by: 'chair', at: '2022-07-04T09:02:00Z' }, chair)).toBeNull();
});

describe('who says that an item is complete', () => {
  const said = (
    stage: 'Complete' | 'In progress',
    after: 'Complete' | 'Done awaiting sign-off' | 'In progress',
  ) =>
    waitsForSignOff({ plan, item: itemIn(plan, recommendation(12)), said: stage, update: { stage: after } });

  test('is told when it needs a second person', () => {
    expect(said('Complete', 'Done awaiting sign-off')).toMatch(
      /^12: done, and waits for .+ to sign it off\.$/,
    );
    expect(said('Complete', 'Complete')).toBeNull();
    expect(said('In progress', 'In progress')).toBeNull();
  });
});
