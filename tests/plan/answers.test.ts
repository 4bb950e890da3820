import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { TEXT_LIMIT } from '../../plan/answers/answer-rules.ts';
import { applyAnswer } from '../../plan/answers/answers.ts';
import type { AnswerInput } from '../../plan/content.ts';
import { RAGS, STAGES } from '../../plan/glossary.ts';
import {
  afterAnswer,
  itemIn,
  makeAction,
  makeMeeting,
  makeMilestone,
  makeOwner,
  makePlan,
  makeRecommendation,
  makeUpdate,
  NOW,
  recommendation,
} from '../helpers/make-plan.ts';

type Row = Parameters<typeof makeRecommendation>[0];
const ref = recommendation(3);

function answer(
  input: Partial<AnswerInput>,
  {
    row = {},
    by = 'owner',
    updates = [],
  }: { row?: Row; by?: string; updates?: ReturnType<typeof makeUpdate>[] } = {},
) {
  const plan = makePlan({ recommendations: [makeRecommendation(row)], updates });
  const owner = plan.owners.find((one) => one.key === by) ?? makeOwner({ key: by });
  return applyAnswer({
    plan,
    item: itemIn(plan, ref),
    input: { ref, ...input },
    by: owner,
    meeting: null,
    answerId: 'answer-1',
    now: NOW,
  });
}
const fieldsOf = (input: Partial<AnswerInput>, given: Parameters<typeof answer>[1] = {}) =>
  (answer(input, given).problems ?? []).map((problem) => problem.field);
const changesOf = (input: Partial<AnswerInput>, given: Parameters<typeof answer>[1] = {}) => {
  const { changes, problems } = answer(input, given);
  expect(problems).toBeUndefined();
  return changes;
};

describe('what is refused', () => {
  test.each<[string, Partial<AnswerInput>, string[], Row]>([
    ['nothing said', {}, ['note'], {}],
    ['Amber without a reason', { confidence: 'Amber' }, ['reason'], {}],
    ['Red without a reason', { confidence: 'Red' }, ['reason'], {}],
    ['a reason of spaces', { confidence: 'Red', reason: '  ' }, ['reason'], {}],
    ['back to Green without a reason', { confidence: 'Green' }, ['reason'], { confidence: 'Red' }],
    [
      'still Amber where no reason is on record',
      { confidence: 'Amber' },
      ['reason'],
      { confidence: 'Amber' },
    ],
    ['a later forecast without a reason', { forecastDue: '2022-04-30' }, ['reason'], {}],
    ['reopening without a reason', { stage: 'In progress' }, ['reason'], { stage: 'Complete' }],
    ['complete without evidence', { stage: 'Complete' }, ['evidenceUrl'], {}],
    ['done without evidence', { stage: 'Done awaiting sign-off' }, ['evidenceUrl'], {}],
    [
      'done with its evidence taken away',
      { stage: 'Complete', evidenceUrl: '' },
      ['evidenceUrl'],
      { evidenceUrl: 'https://a.example/1' },
    ],
    ['Embedded', { stage: 'Embedded', note: 'x' }, ['stage'], {}],
    ['Withdrawn', { stage: 'Withdrawn', note: 'x' }, ['stage'], {}],
    ['a stage that does not exist', { stage: 'Finished' as never }, ['stage'], {}],
    ['a colour that does not exist', { confidence: 'Blue' as never }, ['confidence'], {}],
    ['a day that does not exist', { forecastDue: '2022-02-30', reason: 'x' }, ['forecastDue'], {}],
    ['words for a date', { forecastDue: 'next month', reason: 'x' }, ['forecastDue'], {}],
    ['a year too late', { forecastDue: '2202-03-31', reason: 'x' }, ['forecastDue'], {}],
    ['a day that has passed', { forecastDue: '2021-12-01' }, ['forecastDue'], {}],
    ['a year too early', { forecastDue: '0022-03-31' }, ['forecastDue'], {}],
    ['a note too long', { note: 'x'.repeat(TEXT_LIMIT + 1) }, ['note'], {}],
    [
      'a reason and a blocker too long',
      { reason: 'x'.repeat(9999), blocker: 'x'.repeat(9999) },
      ['blocker', 'reason'],
      {},
    ],
    ['a link that is none', { evidenceUrl: 'the minutes' }, ['evidenceUrl'], {}],
    ['a link that runs', { evidenceUrl: 'javascript:alert(1)' }, ['evidenceUrl'], {}],
    ['several things at once', { stage: 'Complete', confidence: 'Red' }, ['evidenceUrl', 'reason'], {}],
  ])('%s', (_what, input, fields, row) => {
    expect(fieldsOf(input, { row })).toEqual(fields);
  });

  test('says it in words, with the item', () => {
    expect(answer({ confidence: 'Red' }).problems).toEqual([
      { ref, label: '3', field: 'reason', message: 'Say why it is Red, and what will put it right.' },
    ]);
  });
});

describe('what is taken', () => {
  test.each<[string, Partial<AnswerInput>, Row]>([
    ['Amber with a reason', { confidence: 'Amber', reason: 'Two schools still to comment' }, {}],
    ['a first Green', { confidence: 'Green' }, {}],
    ['the same Green again', { confidence: 'Green' }, { confidence: 'Green' }],
    ['an earlier forecast', { forecastDue: '2022-02-28' }, {}],
    ['the same forecast again', { forecastDue: '2022-03-31' }, {}],
    ['a later forecast with a reason', { forecastDue: '2022-04-30', reason: 'Access not granted' }, {}],
    ['a note as long as may be', { note: 'x'.repeat(TEXT_LIMIT) }, {}],
    ['Embedded that is so already', { stage: 'Embedded', note: 'Checked' }, { stage: 'Embedded' }],
    [
      'blank fields of a form',
      { forecastDue: '', note: 'Going well', confidence: '' as never, stage: '' as never },
      {},
    ],
  ])('%s', (_what, input, row) => {
    expect(fieldsOf(input, { row })).toEqual([]);
  });

  test('still Amber needs no new reason where one is on record', () => {
    const updates = [makeUpdate({ confidence: 'Amber', reason: 'Two schools still to comment' })];
    expect(
      fieldsOf({ confidence: 'Amber', note: 'One left' }, { row: { confidence: 'Amber' }, updates }),
    ).toEqual([]);
  });

  test('only what differs is changed, and the colour is worked out again', () => {
    expect(
      changesOf({ stage: 'In progress', forecastDue: '2022-04-10', reason: 'Access not granted' }),
    ).toEqual({
      forecastDue: '2022-04-10',
      latestNote: 'Access not granted',
      scheduleRag: 'Amber',
      latestUpdate: '2022-01-10T09:00:00Z',
    });
  });

  test('the note is the last word; without one the reason is', () => {
    expect(changesOf({ confidence: 'Red', reason: 'No money', note: 'Asked the board' })?.latestNote).toBe(
      'Asked the board',
    );
    expect(
      changesOf({ confidence: 'Red', reason: 'No money' }, { row: { latestNote: 'All well' } })?.latestNote,
    ).toBe('No money');
  });

  test('the update holds what was and what is, and who said so', () => {
    const { update } = answer({
      confidence: 'Amber',
      forecastDue: '2022-04-30',
      reason: 'Late data',
      blocker: 'Finance group',
    });
    expect(update).toMatchObject({
      key: 'answer-1',
      answerId: 'answer-1',
      itemList: 'Recommendations',
      itemNumber: 3,
      itemKey: 'rec-3',
      by: 'owner',
      at: '2022-01-10T09:00:00Z',
      previousStage: 'In progress',
      stage: 'In progress',
      previousConfidence: null,
      confidence: 'Amber',
      previousForecastDue: '2022-03-31',
      forecastDue: '2022-04-30',
      reason: 'Late data',
      blocker: 'Finance group',
      note: null,
    });
  });

  test('it belongs to the meeting it was given for', () => {
    const plan = makePlan({ recommendations: [makeRecommendation()] });
    const meeting = makeMeeting();
    expect(afterAnswer(plan, { ref, meeting, note: 'On course' }).updates[0]?.meeting).toBe(meeting.key);
  });
});

describe('no change', () => {
  test('records the same values and asks for nothing, even when Red', () => {
    const row: Row = { confidence: 'Red', latestNote: 'Stuck' };
    const { update } = answer({ noChange: true }, { row });
    expect(changesOf({ noChange: true }, { row })).toEqual({
      scheduleRag: 'Green',
      latestUpdate: '2022-01-10T09:00:00Z',
    });
    expect(update).toMatchObject({
      stage: 'In progress',
      confidence: 'Red',
      previousConfidence: 'Red',
      note: null,
      reason: null,
    });
  });

  test('wins over whatever else the form held', () => {
    expect(changesOf({ noChange: true, stage: 'Complete', confidence: 'Red' })).not.toHaveProperty('stage');
  });
});

describe('done is not complete', () => {
  const done = { stage: 'Complete', evidenceUrl: 'https://example.sharepoint.com/minutes' } as const;

  test('an owner who says so waits for sign-off', () => {
    expect(changesOf(done)).toMatchObject({ stage: 'Done awaiting sign-off', evidenceUrl: done.evidenceUrl });
    expect(changesOf(done)).not.toHaveProperty('completedOn');
  });

  test('so does another member, and a chair who owns it', () => {
    expect(changesOf(done, { by: 'member' })).toMatchObject({ stage: 'Done awaiting sign-off' });
    expect(changesOf(done, { by: 'chair', row: { owner: 'chair' } })).toMatchObject({
      stage: 'Done awaiting sign-off',
    });
  });

  test('the chair of the group, being somebody else, completes it that day', () => {
    const changes = changesOf(done, { by: 'chair' });
    expect(changes).toMatchObject({ stage: 'Complete', completedOn: '2022-01-10', scheduleRag: null });
  });

  test('a note is evidence, and what the owner showed serves the chair', () => {
    expect(changesOf({ stage: 'Complete', note: 'Signed on 7 January' })).toMatchObject({
      stage: 'Done awaiting sign-off',
    });
    const waiting: Row = { stage: 'Done awaiting sign-off', latestNote: 'Signed on 7 January' };
    expect(changesOf({ stage: 'Complete' }, { by: 'chair', row: waiting })).toMatchObject({
      stage: 'Complete',
    });
  });

  test('reopening takes the day of completion away', () => {
    const row: Row = { stage: 'Complete', completedOn: '2021-12-31' };
    expect(changesOf({ stage: 'In progress', reason: 'Found a gap' }, { row })).toMatchObject({
      stage: 'In progress',
      completedOn: null,
    });
  });
});

describe('each list gets its own columns', () => {
  test('an action its blocker, which goes when it no longer waits', () => {
    const action = makeAction({ stage: 'Waiting on others', blocker: 'No access', waitingOn: 'finance' });
    const plan = makePlan({ actions: [action] });
    const given = { ref: { list: 'Actions', key: action.key } } as const;
    const after = afterAnswer(plan, { ...given, stage: 'In progress' }).actions[0];
    expect(after).toMatchObject({ stage: 'In progress', blocker: null, waitingOn: null });
    expect(afterAnswer(plan, { ...given, note: 'Still' }).actions[0]).toMatchObject({
      blocker: 'No access',
      waitingOn: 'finance',
    });
  });

  test('a recommendation has no column for its blocker, but its history tells it', () => {
    const plan = makePlan({ recommendations: [makeRecommendation()] });
    const after = afterAnswer(plan, { ref, stage: 'Waiting on others', blocker: 'No access' });
    expect(after.recommendations[0]).not.toHaveProperty('blocker');
    expect(itemIn(after, ref).blocker).toBe('No access');
    const cleared = afterAnswer(after, { ref, blocker: '' });
    expect(itemIn(cleared, ref).blocker).toBeNull();
  });

  test('a milestone the day it was reached, and nothing its list lacks', () => {
    const plan = makePlan({ milestones: [makeMilestone()] });
    const given = { ref: { list: 'Milestones', key: 'milestone-2' } } as const;
    const after = afterAnswer(plan, { ...given, by: 'chair', stage: 'Complete', note: 'In place' });
    expect(after.milestones[0]).toEqual({ ...makeMilestone(), stage: 'Complete', reachedOn: '2022-01-10' });
    expect(itemIn(after, given.ref).latestNote).toBe('In place');
  });
});

test('never throws, whatever is sent', () => {
  const junk = fc.oneof(fc.string(), fc.constantFrom(...STAGES, ...RAGS, '2022-03-31', ''), fc.anything());
  const fields = [
    'stage',
    'confidence',
    'forecastDue',
    'note',
    'blocker',
    'waitingOn',
    'evidenceUrl',
    'reason',
    'noChange',
  ];
  const inputs = fc.dictionary(fc.constantFrom(...fields), junk);
  fc.assert(
    fc.property(inputs, fc.constantFrom(...STAGES), (input, stage) => {
      const { changes, problems } = answer(input as Partial<AnswerInput>, { row: { stage } });
      expect((changes === undefined) !== (problems === undefined)).toBe(true);
      if (changes?.stage !== undefined) expect(STAGES).toContain(changes.stage);
      if (changes?.stage === 'Complete') throw new Error('the owner completed it alone');
    }),
    { numRuns: 300 },
  );
});
