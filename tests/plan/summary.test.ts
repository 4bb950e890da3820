import { describe, expect, test } from '@jest/globals';
import { dueNotices } from '../../plan/notices/index.ts';
import type { Plan } from '../../plan/plan.ts';
import type { Meeting } from '../../plan/rows.ts';
import { buildSummary } from '../../plan/summary.ts';
import {
  afterAnswer,
  at,
  makeAction,
  makeGroup,
  makeMeeting,
  makePlan,
  makeRecommendation,
  recommendation,
} from '../helpers/make-plan.ts';

const OPEN = makeMeeting();
const CLOSED = makeMeeting({ state: 'Closed', closedAt: '2022-01-24T12:00:00Z' });
const NOW = at('2022-01-24T12:00:05Z');
const withMeetings = (plan: Plan, ...meetings: readonly Meeting[]): Plan => ({ ...plan, meetings });
const summaryOf = (plan: Plan) => buildSummary(withMeetings(plan, CLOSED), makeGroup(), CLOSED, NOW);
const existing = (summary: ReturnType<typeof buildSummary>) => {
  if (summary === null) throw new Error('nothing to sum up in this test');
  return summary;
};
const labels = (lines: readonly { readonly label: string }[]) => lines.map(({ label }) => label);

describe('the summary of a meeting', () => {
  const finance = makeGroup({
    key: 'finance',
    itemId: 2,
    title: 'Finance',
    channelId: 'channel-2',
    chair: null,
  });
  const start = makePlan({
    groups: [makeGroup(), finance],
    recommendations: [3, 4, 5, 6].map((number) => makeRecommendation({ number })),
    actions: [
      makeAction(),
      makeAction({ key: 'new', itemId: 8, raisedAt: OPEN.key, title: 'Write to the heads' }),
    ],
    meetings: [OPEN],
  });
  const said = { meeting: OPEN, now: at('2022-01-24T10:30:00Z') };
  const answered = [
    {
      ...said,
      ref: recommendation(3),
      by: 'chair',
      stage: 'Complete',
      note: 'Signed',
      evidenceUrl: 'https://a.example/b',
    },
    {
      ...said,
      ref: recommendation(4),
      forecastDue: '2022-05-31',
      confidence: 'Amber',
      reason: 'Two schools late',
    },
    { ...said, ref: recommendation(5), stage: 'Waiting on others', blocker: 'Finance group: who funds it' },
  ] as const;
  const plan = answered.reduce<Plan>((before, answer) => afterAnswer(before, answer), start);
  const held = {
    ...CLOSED,
    attendees: ['chair', 'owner', 'gone'],
    decisions: 'The pilot goes on\n\nMeet weekly',
  };
  const summary = existing(buildSummary(withMeetings(plan, held), makeGroup(), held, NOW));

  test('says who was there, what was decided, and how many answered', () => {
    expect(summary).toMatchObject({
      kind: 'summary',
      groupName: 'SEND',
      meetingWords: 'Mon 24 Jan 2022, 10:00',
      attendeeNames: ['SEND group chair', 'SEND group owner'],
      decisions: ['The pilot goes on', 'Meet weekly'],
      askedCount: 5,
      answeredCount: 3,
      nextMeetingWords: 'Mon 7 Feb 2022, 10:00',
    });
  });

  test('names what was completed, what slipped and why, what is new and what waits', () => {
    expect(labels(summary.completed)).toEqual(['3']);
    expect(summary.slipped).toMatchObject([
      { line: { label: '4' }, fromWords: 'Mar 2022', toWords: 'May 2022', reason: 'Two schools late' },
    ]);
    expect(labels(summary.newActions)).toEqual(['A8']);
    expect(summary.blocked).toMatchObject([{ line: { label: '5' }, waitingOnName: 'Finance' }]);
  });

  test('names what nobody answered, with its owner', () => {
    expect(summary.unanswered.map(({ label, ownerName }) => [label, ownerName])).toEqual(
      expect.arrayContaining([['6', 'SEND group owner']]),
    );
    expect(labels(summary.unanswered)).not.toContain('3');
  });

  test('is silent about what did not happen, and there is none where nothing did', () => {
    expect(summaryOf(makePlan())).toBeNull();
    const asked = makePlan({ recommendations: [makeRecommendation({ confidence: 'Red' })] });
    expect(summaryOf(asked)).toMatchObject({
      askedCount: 1,
      answeredCount: 0,
      attendeeNames: [],
      decisions: [],
      completed: [],
      slipped: [],
      newActions: [],
      blocked: [],
      unanswered: [{ label: '3' }],
    });
  });

  test('begins where the check-in before it ended, though that was closed early', () => {
    const before = makeMeeting({
      key: 'send@2022-01-10',
      startsAt: '2022-01-10T10:00:00Z',
      state: 'Closed',
      closedAt: '2022-01-10T11:00:00Z',
    });
    const late = afterAnswer(makePlan({ recommendations: [makeRecommendation()] }), {
      ref: recommendation(3),
      by: 'chair',
      stage: 'Complete',
      note: 'Done',
      evidenceUrl: 'https://a.example/b',
      now: at('2022-01-10T15:00:00Z'),
    });
    const completedWith = (row: Meeting) =>
      labels(buildSummary(withMeetings(late, row, CLOSED), makeGroup(), CLOSED, NOW)?.completed ?? []);
    expect(completedWith(before)).toEqual(['3']);
    expect(completedWith({ ...before, closedAt: '2022-01-11T17:00:00Z' })).toEqual([]);
  });
});

describe('the notice of a summary', () => {
  const dueAt = (meeting: Meeting, instant: string, group = makeGroup()) =>
    dueNotices({ plans: [makePlan({ groups: [group], meetings: [meeting] })], now: at(instant) })
      .filter(({ kind }) => kind === 'summary')
      .map(({ subject, period }) => `${subject} ${period}`);

  test('is due from the closing on, by whomever, for three days', () => {
    expect(dueAt(CLOSED, '2022-01-24T12:00:00Z')).toEqual(['send 2022-01-24']);
    expect(dueAt(CLOSED, '2022-01-27T11:59:59Z')).toEqual(['send 2022-01-24']);
    expect(dueAt(CLOSED, '2022-01-27T12:00:00Z')).toEqual([]);
  });

  test('waits, where Milepost starts in the night or at a weekend, until people begin to work', () => {
    const closedAt = (moment: string) => ({ ...CLOSED, closedAt: moment });
    expect(dueAt(closedAt('2022-01-25T06:00:00Z'), '2022-01-25T08:59:59Z')).toEqual([]);
    expect(dueAt(closedAt('2022-01-25T06:00:00Z'), '2022-01-25T09:00:00Z')).toEqual(['send 2022-01-24']);
    expect(dueAt(closedAt('2022-01-29T12:00:00Z'), '2022-01-29T12:00:00Z')).toEqual([]);
    expect(dueAt(closedAt('2022-01-29T12:00:00Z'), '2022-01-31T09:00:00Z')).toEqual(['send 2022-01-24']);
  });

  test('goes out in the evening, when its check-in closes', () => {
    expect(dueAt({ ...CLOSED, closedAt: '2022-01-25T17:00:00Z' }, '2022-01-25T17:00:00Z')).toEqual([
      'send 2022-01-24',
    ]);
  });

  test('keeps its name when the meeting was moved, so it is sent once', () => {
    expect(dueAt({ ...CLOSED, startsAt: '2022-01-23T10:00:00Z' }, '2022-01-24T12:00:00Z')).toEqual([
      'send 2022-01-24',
    ]);
  });

  test.each([
    ['open', makeMeeting()],
    ['cancelled', { ...CLOSED, state: 'Cancelled' as const }],
    ['imported as closed', { ...CLOSED, closedAt: null }],
    ['without a group', { ...CLOSED, group: null }],
  ])('is not due for a meeting that is %s', (_which, meeting) => {
    expect(dueAt(meeting, '2022-01-24T12:00:00Z')).toEqual([]);
  });

  test('is not due for a group that does not check in', () => {
    expect(dueAt(CLOSED, '2022-01-24T12:00:00Z', makeGroup({ kind: 'Board' }))).toEqual([]);
  });
});
