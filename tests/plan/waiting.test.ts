import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { applyAnswer } from '../../plan/answers/answers.ts';
import { groupNamedIn, recordOfWaits } from '../../plan/answers/waiting.ts';
import type { AnswerInput } from '../../plan/content.ts';
import {
  afterAnswer,
  itemIn,
  makeAction,
  makeGroup,
  makePlan,
  makeRecommendation,
  NOW,
  recommendation,
} from '../helpers/make-plan.ts';

const groups = [
  makeGroup(),
  makeGroup({ key: 'finance', title: 'Finance' }),
  makeGroup({ key: 'data', title: 'Data' }),
  makeGroup({ key: 'board', title: 'SEND Improvement Board' }),
];
const plan = makePlan({ groups, recommendations: [makeRecommendation()], actions: [makeAction()] });
const rec = recommendation(3);
const action = { list: 'Actions', key: 'action-7' } as const;

describe('the group that words name', () => {
  test.each([
    ['Finance: who pays', 'finance'],
    ['finance', 'finance'],
    ['Finance group has not said', 'finance'],
    ['Waits for the SEND Improvement Board', 'board'],
    ['Finance: the SEND Improvement Board must agree', 'finance'],
    ['The data is missing', null],
    ['Financed by nobody', null],
    ['SEND: our own work', null],
    [null, null],
  ])('%j is %j', (words, key) => {
    expect(groupNamedIn(plan, words, 'send')).toBe(key);
  });
});

describe('choosing a group to wait on', () => {
  test('makes an item wait, and stands in the column of an action', () => {
    const after = afterAnswer(plan, { ref: action, waitingOn: 'finance', blocker: 'who pays' });
    expect(after.actions[0]).toMatchObject({
      stage: 'Waiting on others',
      waitingOn: 'finance',
      blocker: 'who pays',
    });
    expect(after.updates[0]).toMatchObject({ blocker: 'Finance: who pays' });
  });

  test('stands in the words of a recommendation, which has no column for it, and is found there again', () => {
    const after = afterAnswer(plan, { ref: rec, waitingOn: 'finance', blocker: 'who pays' });
    expect(after.updates[0]).toMatchObject({ stage: 'Waiting on others', blocker: 'Finance: who pays' });
    expect(itemIn(after, rec)).toMatchObject({ waitingOn: 'finance', blocker: 'who pays' });
  });

  test('without words is enough', () => {
    const after = afterAnswer(plan, { ref: rec, waitingOn: 'data' });
    expect(after.updates[0]).toMatchObject({ blocker: 'Data' });
    expect(itemIn(after, rec)).toMatchObject({ waitingOn: 'data', blocker: null });
  });

  test('can be changed and taken back, and the words stay', () => {
    const waits = afterAnswer(plan, { ref: rec, waitingOn: 'finance', blocker: 'who pays' });
    const moved = afterAnswer(waits, { ref: rec, waitingOn: 'data' });
    expect(itemIn(moved, rec)).toMatchObject({ waitingOn: 'data', blocker: 'who pays' });
    const none = afterAnswer(moved, { ref: rec, waitingOn: '' });
    expect(itemIn(none, rec)).toMatchObject({
      stage: 'Waiting on others',
      waitingOn: null,
      blocker: 'who pays',
    });
  });

  test('stays while only the words change, unless they name another group', () => {
    const waits = afterAnswer(plan, { ref: action, waitingOn: 'finance', blocker: 'who pays' });
    expect(afterAnswer(waits, { ref: action, blocker: 'who signs' }).actions[0]).toMatchObject({
      waitingOn: 'finance',
      blocker: 'who signs',
    });
    expect(afterAnswer(waits, { ref: action, blocker: 'Data: access' }).actions[0]).toMatchObject({
      waitingOn: 'data',
    });
  });

  test('ends when the item goes on, and No change leaves it', () => {
    const waits = afterAnswer(plan, { ref: action, waitingOn: 'finance', blocker: 'who pays' });
    expect(afterAnswer(waits, { ref: action, noChange: true }).actions[0]).toMatchObject({
      waitingOn: 'finance',
    });
    expect(afterAnswer(waits, { ref: action, stage: 'In progress' }).actions[0]).toMatchObject({
      waitingOn: null,
      blocker: null,
    });
  });

  test.each<[string, Partial<AnswerInput>, RegExp]>([
    ['one that is not in the plan', { waitingOn: 'gone' }, /Choose a group of the plan/],
    ['the item’s own', { waitingOn: 'send' }, /leads the item/],
    ['one, and a stage that does not wait', { waitingOn: 'finance', stage: 'In progress' }, /Waiting on oth/],
  ])('%s is refused in words', (_what, input, words) => {
    const [owner] = plan.owners;
    if (!owner) throw new Error('no owner in the plan of this test');
    const item = itemIn(plan, rec);
    const { problems } = applyAnswer({
      plan,
      item,
      input: { ref: rec, ...input },
      by: owner,
      meeting: null,
      answerId: 'answer-1',
      now: NOW,
    });
    expect(problems).toMatchObject([{ field: 'waitingOn', message: expect.stringMatching(words) }]);
  });
});

test('whatever the words, the chosen group is found again in what is recorded', () => {
  fc.assert(
    fc.property(
      fc.constantFrom('finance', 'data', 'board'),
      fc.option(
        fc.oneof(fc.string(), fc.constantFrom('Data: x', 'finance group, y', 'SEND Improvement Board')),
      ),
      (waitingOn, words) => {
        const blocker = words?.trim() || null;
        const record = recordOfWaits(plan, { waitingOn, blocker }, 'send');
        expect(groupNamedIn(plan, record, 'send')).toBe(waitingOn);
      },
    ),
    { numRuns: 200 },
  );
});
