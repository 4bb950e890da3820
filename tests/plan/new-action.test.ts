import { describe, expect, test } from '@jest/globals';
import { buildCheckIn } from '../../plan/check-in.ts';
import type { ActionInput } from '../../plan/content.ts';
import { newAction } from '../../plan/meeting-record/new-action.ts';
import {
  at,
  makeGroup,
  makeMeeting,
  makeOwner,
  makePlan,
  makeRecommendation,
  NOW,
} from '../helpers/make-plan.ts';

const MEETING = makeMeeting();
const PLAN = makePlan({
  owners: [
    ...makePlan().owners,
    makeOwner({ key: '7', itemId: 7, title: 'No directory id', entraObjectId: null }),
    makeOwner({ key: 'manager', itemId: 8, title: 'Pat Ashby', roles: ['Plan manager'] }),
  ],
  recommendations: [makeRecommendation()],
  meetings: [MEETING],
});
const [OWNER = makeOwner()] = PLAN.owners;
const GOOD: ActionInput = {
  title: '  Share the draft\n process map ',
  owner: String(OWNER.entraObjectId).toUpperCase(),
  due: '2022-01-21',
  recommendation: 'rec-3',
  details: ' With the heads.\nBefore half-term. ',
};
const judge = (over: Partial<ActionInput> = {}, plan = PLAN) =>
  newAction({
    plan,
    group: makeGroup(),
    meeting: MEETING,
    input: { ...GOOD, ...over },
    key: 'new-1',
    now: NOW,
  });
const problemsOf = (over: Partial<ActionInput>) => judge(over).problems ?? [];

test('a new action is of the group, not started, due on its day, raised at the meeting', () => {
  expect(judge()).toEqual({
    action: {
      key: 'new-1',
      itemId: null,
      title: 'Share the draft process map',
      details: 'With the heads.\nBefore half-term.',
      recommendation: 'rec-3',
      group: 'send',
      owner: 'owner',
      stage: 'Not started',
      scheduleRag: 'Green',
      confidence: null,
      baselineDue: '2022-01-21',
      forecastDue: '2022-01-21',
      duePrecision: 'Day',
      raisedAt: MEETING.key,
      blocker: null,
      waitingOn: null,
      completedOn: null,
      evidenceUrl: null,
      signOffBy: null,
      latestNote: null,
      latestUpdate: null,
    },
  });
});

test('it needs neither details nor a recommendation, and may be due today', () => {
  const { action } = judge({ details: ' ', recommendation: '', due: '2022-01-10' });
  expect(action).toMatchObject({ details: null, recommendation: null, scheduleRag: 'Green' });
});

test('somebody without a directory id is chosen by their row', () => {
  expect(judge({ owner: '7' }).action).toMatchObject({ owner: '7' });
});

describe('what can’t be taken is said beside its field', () => {
  test.each([
    ['title', { title: ' \n ' }, /what is to be done/],
    ['title', { title: 'x'.repeat(256) }, /256 characters. Keep it to 255/],
    ['owner', { owner: '' }, /who does it/],
    ['owner', { owner: `${OWNER.entraObjectId},7` }, /one person/],
    ['due', { due: '' }, /by when/],
    ['due', { due: '21/01/2022' }, /not a date/],
    ['due', { due: '2022-02-30' }, /not a date/],
    ['due', { due: '2022-01-09' }, /has passed/],
    ['due', { due: '2202-01-21' }, /Check the year/],
    ['recommendation', { recommendation: 'rec-99' }, /not in the plan/],
    ['details', { details: 'x'.repeat(2_001) }, /2001 characters. Keep it to 2000/],
  ] as const)('%s: %j', (field, over, message) => {
    expect(problemsOf(over)).toEqual([{ field, message: expect.stringMatching(message) }]);
  });

  test('everything at once', () => {
    const empty = { title: '', owner: '', due: '', recommendation: '', details: '' };
    expect(problemsOf(empty).map(({ field }) => field)).toEqual(['title', 'owner', 'due']);
  });

  test('somebody who is in the channel but not in the plan: by whom they can be added', () => {
    const [problem] = problemsOf({ owner: '12345678-0000-4000-8000-000000000000' });
    expect(problem?.message).toContain('The plan manager (Pat Ashby) can add them to the Owners list');
    const [nobody] = judge({ owner: 'somebody' }, { ...PLAN, owners: [OWNER] }).problems ?? [];
    expect(nobody?.message).toContain('Whoever looks after the plan’s SharePoint site can add them');
  });

  test('text that may say who a child is, until somebody has looked again', () => {
    const details = 'Sam Jones, born 3 May 2012, moves school.';
    expect(problemsOf({ details })).toMatchObject([{ field: 'details', held: true }]);
    expect(judge({ details, checked: true }).action).toMatchObject({ details });
  });
});

test('what a meeting has taken on is not asked about in the same meeting, but in the next', () => {
  const { action } = judge();
  if (!action) throw new Error('not taken');
  const next = makeMeeting({ key: 'send@2022-02-07', startsAt: '2022-02-07T10:00:00Z' });
  const plan = { ...PLAN, actions: [action], meetings: [MEETING, next] };
  const titles = (meeting: typeof next, now: string) =>
    buildCheckIn(plan, meeting, at(now)).asked.map(({ title }) => title);
  expect(titles(MEETING, '2022-01-24T11:00:00Z')).toEqual(['Recommendation 3']);
  expect(titles(next, '2022-02-04T09:00:00Z')).toContain('Share the draft process map');
});
