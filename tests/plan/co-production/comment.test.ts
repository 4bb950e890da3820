import { describe, expect, test } from '@jest/globals';
import { applyComment, mayComment } from '../../../plan/co-production/comment.ts';
import { commentLines } from '../../../plan/co-production/engagement-lines.ts';
import type { CommentInput } from '../../../plan/content.ts';
import { historyOf } from '../../../plan/history.ts';
import type { Plan } from '../../../plan/plan.ts';
import { commented } from '../../../plan/reminders/commented.ts';
import { isSpokenOfSince } from '../../../plan/reminders/last-word.ts';
import { at, itemIn, makeOwner, makeUpdate, recommendation } from '../../helpers/make-plan.ts';
import { whysOn } from '../../helpers/reminders.ts';
import { donePlan, PARENTS, person } from './helpers/reference-plan.ts';

const NOW = at('2022-03-21T09:30:00Z');
const FOURTH = recommendation(4);
const typed: CommentInput = {
  groupKey: 'parents',
  ref: FOURTH,
  theme: '',
  words: 'Hard to read',
  voices: '',
};
const comment = (over: Partial<CommentInput> = {}, plan = donePlan(), by = 'facilitator') =>
  applyComment({
    plan,
    group: PARENTS,
    input: { ...typed, ...over },
    by: person(by),
    key: 'comment/1',
    now: NOW,
  });

/** The plan with it, as the workflow leaves it. */
const withComment = (over: Partial<CommentInput> = {}, plan = donePlan(), by = 'facilitator'): Plan => {
  const { engagement, update } = comment(over, plan, by);
  if (engagement === undefined) throw new Error('the comment was not taken');
  return {
    ...plan,
    engagements: [...plan.engagements, engagement],
    updates: update === null ? plan.updates : [...plan.updates, update],
  };
};

describe('a comment on an item', () => {
  test('begins with the group’s name and changes nothing of it', () => {
    const { update, engagement } = comment();
    expect(update).toMatchObject({
      note: 'Parents and carers: Hard to read',
      stage: 'In progress',
      previousStage: 'In progress',
      meeting: null,
      by: 'facilitator',
      answerId: 'comment/1',
    });
    expect(engagement).toMatchObject({
      key: 'comment/1',
      title: 'Parents and carers',
      said: 'Hard to read',
      theme: 'theme-1',
      recordedBy: 'facilitator',
    });
    expect(comment({ voices: '8' }).update?.note).toBe('Parents and carers (8 people): Hard to read');
  });

  test('names nobody of the group: its people are counted', () => {
    const { update, engagement } = comment({}, donePlan(), 'parent');
    expect([update?.by, engagement?.recordedBy]).toEqual([null, null]);
    const plan = withComment({}, donePlan(), 'parent');
    expect(
      JSON.stringify([historyOf(plan, itemIn(plan, FOURTH)), commentLines(plan, person('other'))]),
    ).not.toMatch(/"(?:recorded by )?Parent"/);
  });

  test('stands in its history, and is no word of its owner’s', () => {
    const plan = withComment();
    const item = itemIn(plan, FOURTH);
    expect(historyOf(plan, item)).toMatchObject([
      {
        note: 'Parents and carers: Hard to read',
        byName: 'recorded by Parent lead',
        changes: [],
        blocker: null,
      },
    ]);
    expect(isSpokenOfSince(plan, item, '2022-03-21')).toBe(false);
    expect(item).toMatchObject({ latestNote: null, latestUpdate: null });
  });

  test.each<[Partial<CommentInput>, string, RegExp]>([
    [{ words: ' ' }, 'words', /what the group says/],
    [{ words: 'x'.repeat(1_701) }, 'words', /too long/],
    [{ ref: recommendation(99) }, 'ref', /no longer in the plan/],
    [{ ref: null, theme: 'gone' }, 'theme', /not in the plan/],
    [{ voices: 'many' }, 'voices', /whole number/],
    [{ words: 'Amy Smith, born 4 May 2012' }, 'words', /date of birth/],
  ])('%j can’t be taken, and it is said why', (over, field, message) => {
    expect(comment(over).problems).toMatchObject([{ field, message: expect.stringMatching(message) }]);
  });

  test('on a theme or the whole plan stands in the log alone', () => {
    expect(comment({ ref: null, theme: 'theme-1' })).toMatchObject({
      update: null,
      engagement: { theme: 'theme-1', purpose: 'Comment on the plan' },
    });
    const plan = withComment({ ref: null });
    expect(commentLines(plan, person('manager'))).toMatchObject([
      { groupName: 'Parents and carers', item: null, words: 'Hard to read', mayAnswer: true },
    ]);
  });

  test('is made by people of the group, whoever leads it and plan managers', () => {
    const may = (key: string) => mayComment(donePlan(), person(key), 'parents');
    expect(['parent', 'facilitator', 'manager'].map(may)).toEqual([true, true, true]);
    expect(['owner', 'chair', 'other'].map(may)).toEqual([false, false, false]);
    expect(mayComment(donePlan(), makeOwner({ key: 'stranger', groups: ['parents'] }), 'parents')).toBe(
      false,
    );
  });
});

describe('who hears of a comment', () => {
  const told = (plan: Plan, day = '2022-03-22') =>
    commented(plan, day).map(({ to, says, fellOn }) => `${to} ${fellOn}: ${says?.()}`);

  test('is the owner, in the next reminder', () => {
    const plan = withComment();
    expect(told(plan)).toEqual([
      'owner 2022-03-22: Commented: “Parents and carers: Hard to read” Write “log” to say what came of it.',
    ]);
    expect(whysOn(plan, 'owner', '2022-03-22')).toContain('commented 4');
    expect(whysOn(plan, 'owner', '2022-03-23')).not.toContain('commented 4');
    expect(told(plan, '2022-03-21')).toEqual([]);
  });

  test('is the chair where nobody owns the item, and nobody who wrote it down', () => {
    const owned = (owner: string | null) => {
      const plan = donePlan();
      const { recommendations } = plan;
      return { ...plan, recommendations: recommendations.map((row) => ({ ...row, owner })) };
    };
    expect(told(withComment({}, owned(null)))).toMatchObject([expect.stringMatching(/^chair /)]);
    expect(told(withComment({}, owned('facilitator')))).toEqual([]);
  });

  test('nobody once somebody has spoken of the item, or said what came of it', () => {
    const plan = withComment();
    const spoken = makeUpdate({ key: 'later', itemKey: FOURTH.key, at: '2022-03-21T10:00:00Z' });
    expect(told({ ...plan, updates: [...plan.updates, spoken] })).toEqual([]);
    const engagements = plan.engagements.map((row) => ({ ...row, answer: 'We did' as const }));
    expect(told({ ...plan, engagements })).toEqual([]);
  });
});
