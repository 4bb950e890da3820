import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { PAGE_ITEMS } from '../../plan/check-in/build-check-in.ts';
import { askedItems, buildCheckIn } from '../../plan/check-in.ts';
import type { CheckInContent } from '../../plan/content.ts';
import type { Plan } from '../../plan/plan.ts';
import type { Meeting, Recommendation } from '../../plan/rows.ts';
import {
  afterAnswer,
  at,
  makeAction,
  makeGroup,
  makeMeeting,
  makePlan,
  makeRecommendation,
  makeUpdate,
  recommendation,
} from '../helpers/make-plan.ts';

const now = at('2022-01-21T09:00:00Z');
const later = { baselineDue: '2022-09-30', forecastDue: '2022-09-30' } as const;
const meeting = makeMeeting();
const before = makeMeeting({
  key: 'send@2022-01-10',
  startsAt: '2022-01-10T10:00:00Z',
  state: 'Closed',
  closedAt: '2022-01-11T17:00:00Z',
});

function planWith(rows: Partial<Recommendation>[], overrides: Partial<Plan> = {}): Plan {
  return makePlan({
    groups: [makeGroup(), makeGroup({ key: 'finance', title: 'Finance' })],
    recommendations: rows.map((row, index) =>
      makeRecommendation({ number: index + 1, confidence: 'Green', ...later, ...row }),
    ),
    meetings: [meeting],
    ...overrides,
  });
}

function pagesOf(plan: Plan, list: 'asked' | 'on course'): CheckInContent[] {
  const first = buildCheckIn(plan, meeting, now, { view: { list, page: 1 } });
  return Array.from({ length: first.pageCount }, (_, index) =>
    buildCheckIn(plan, meeting, now, { view: { list, page: index + 1 } }),
  );
}
const labelsOf = (pages: readonly CheckInContent[]) =>
  pages.flatMap(({ asked }) => asked.map(({ label }) => label));

describe('pages', () => {
  test('every asked item stands on exactly one page in order, and so does every other open one', () => {
    const row = fc.constantFrom<Partial<Recommendation>>(
      {},
      { confidence: 'Amber' },
      { stage: 'Complete' },
      { forecastDue: '2021-12-31' },
    );
    fc.assert(
      fc.property(fc.array(row, { maxLength: 40 }), (rows) => {
        const plan = planWith(rows);
        const asked = askedItems(plan, meeting, now).map(({ item }) => item.label);
        expect(labelsOf(pagesOf(plan, 'asked'))).toEqual(asked);
        const all = [...asked, ...labelsOf(pagesOf(plan, 'on course'))];
        const open = plan.recommendations.filter(({ stage }) => stage !== 'Complete');
        expect(all.toSorted()).toEqual(open.map(({ number }) => String(number)).toSorted());
      }),
      { numRuns: 60 },
    );
  });

  test('hold so many rows, and count all', () => {
    const rows = Array.from({ length: PAGE_ITEMS + 1 }, () => ({ confidence: 'Amber' as const }));
    const plan = planWith([...rows, {}]);
    expect(buildCheckIn(plan, meeting, now)).toMatchObject({
      askedCount: 9,
      quietCount: 1,
      pageCount: 2,
      view: { list: 'asked', page: 1 },
    });
    expect(pagesOf(plan, 'asked').map(({ asked }) => asked.length)).toEqual([8, 1]);
  });

  test.each([2, 99])('page %i of one page is that page', (page) => {
    const card = buildCheckIn(planWith([{ confidence: 'Red' }]), meeting, now, {
      view: { list: 'asked', page },
    });
    expect(card).toMatchObject({ view: { page: 1 }, pageCount: 1, asked: [{ label: '1' }] });
  });
});

describe('a row', () => {
  const rowOf = (plan: Plan, when = now) => buildCheckIn(plan, meeting, when).asked[0];
  const ref = recommendation(1);
  const waits = { ref, stage: 'Waiting on others', now: at('2022-01-12T09:00:00Z') } as const;

  test('says whom it waits on, since when and what for', () => {
    const plan = afterAnswer(planWith([{}]), { ...waits, waitingOn: 'finance', blocker: 'who pays' });
    const still = afterAnswer(plan, { ref, note: 'Asked again', now: at('2022-01-20T09:00:00Z') });
    expect(rowOf(still)).toMatchObject({
      waitingOnName: 'Finance',
      waitingSince: '12 Jan 2022',
      blocker: 'who pays',
    });
  });

  test('counts its waiting anew when it waits on somebody else', () => {
    const plan = afterAnswer(planWith([{}]), { ...waits, blocker: 'the contractor' });
    const moved = afterAnswer(plan, { ref, waitingOn: 'finance', now: at('2022-01-20T09:00:00Z') });
    expect(rowOf(plan)).toMatchObject({ waitingOnName: null, waitingSince: '12 Jan 2022' });
    expect(rowOf(moved)).toMatchObject({ waitingOnName: 'Finance', waitingSince: '20 Jan 2022' });
  });

  test('says nothing of since when where it waited before anybody’s first word', () => {
    const plan = planWith([{ stage: 'Waiting on others' }]);
    expect(rowOf(plan)?.waitingSince).toBeNull();
    expect(rowOf(afterAnswer(plan, { ref, note: 'Still', now }))?.waitingSince).toBeNull();
  });

  test('says for how many meetings there was no word, until there is one', () => {
    const held = ['2021-11-29', '2021-12-13', '2022-01-10'].map((on) =>
      makeMeeting({ key: `send@${on}`, startsAt: `${on}T10:00:00Z`, state: 'Closed' }),
    );
    const plan = planWith([{}], { meetings: [...held, meeting] });
    expect(rowOf(plan)?.silentMeetings).toBe(3);
    expect(rowOf(afterAnswer(plan, { ref, meeting, noChange: true, now }))?.silentMeetings).toBe(0);
  });
});

describe('what is live on the card', () => {
  const ref = recommendation(1);

  test('who has answered, each once, first come first', () => {
    const plan = planWith([{ confidence: 'Amber' }, { confidence: 'Red' }]);
    const one = afterAnswer(plan, { ref, by: 'chair', meeting, now, noChange: true });
    const two = afterAnswer(one, {
      ref: recommendation(2),
      meeting,
      now: now.add({ hours: 1 }),
      noChange: true,
    });
    const three = afterAnswer(two, { ref, meeting, now: now.add({ hours: 2 }), noChange: true });
    expect(buildCheckIn(three, meeting, now).answeredBy).toEqual(['SEND group chair', 'SEND group owner']);
  });

  test('what changed since the last closed meeting, what got worse first', () => {
    const plan = planWith([{}, {}, { forecastDue: '2022-02-28', baselineDue: '2022-02-28' }, {}], {
      meetings: [before, meeting],
    });
    const old = afterAnswer(plan, {
      ref: recommendation(4),
      confidence: 'Red',
      reason: 'No lead',
      now: at('2022-01-11T16:59:00Z'),
    });
    const done = afterAnswer(old, {
      ref: recommendation(2),
      by: 'chair',
      stage: 'Complete',
      note: 'Signed',
      now,
    });
    const worse = afterAnswer(done, {
      ref: recommendation(3),
      confidence: 'Amber',
      forecastDue: '2022-03-31',
      reason: 'Access',
      now,
    });
    const card = buildCheckIn(worse, meeting, now);
    expect(card.changesSince).toBe('Mon 10 Jan 2022');
    expect(card.changes.map(({ label, words }) => `${label} ${words}`)).toEqual([
      '3 Feb 2022 → Mar 2022, Green → Amber',
      '2 In progress → Complete',
    ]);
  });

  test('in a first check-in, what changed since it opened; a first Green is no news', () => {
    const now = at('2022-01-21T10:00:00Z');
    const plan = planWith([{ confidence: null }, { confidence: null }]);
    const green = afterAnswer(plan, { ref, confidence: 'Green', meeting, now });
    const amber = afterAnswer(green, {
      ref: recommendation(2),
      confidence: 'Amber',
      reason: 'Access',
      meeting,
      now,
    });
    expect(buildCheckIn(amber, meeting, now)).toMatchObject({
      changesSince: null,
      changes: [{ label: '2', words: 'now Amber' }],
    });
  });

  test('how many actions and decisions were recorded, and how many people were there', () => {
    const held = makeMeeting({ attendees: ['owner', 'chair'], decisions: 'One\nTwo' });
    const actions = [
      makeAction({ raisedAt: held.key }),
      makeAction({ key: 'other', itemId: 8, raisedAt: before.key }),
    ];
    expect(buildCheckIn(planWith([], { meetings: [held], actions }), held, now)).toMatchObject({
      newActionCount: 1,
      decisionCount: 2,
      attendeeCount: 2,
    });
    expect(buildCheckIn(planWith([]), meeting, now)).toMatchObject({ decisionCount: 0, attendeeCount: null });
  });

  test('how many answers wait for SharePoint, where that is known', () => {
    const plan = planWith([]);
    expect(buildCheckIn(plan, meeting, now).waitingCount).toBeNull();
    expect(buildCheckIn(plan, meeting, now, { waitingCount: 2, refusedCount: 1 })).toMatchObject({
      waitingCount: 2,
      refusedCount: 1,
    });
  });
});

describe('a closed check-in', () => {
  const closed: Meeting = makeMeeting({ state: 'Closed', closedAt: '2022-01-24T12:00:00Z' });
  const plan = planWith([{ confidence: 'Amber', latestNote: 'Sent' }], {
    meetings: [closed],
    updates: [makeUpdate({ itemKey: 'rec-1', note: 'Sent', confidence: 'Amber', forecastDue: '2022-09-30' })],
  });
  const ref = recommendation(1);
  const after = at('2022-03-01T09:00:00Z');

  test('shows its items as they stood when it was closed', () => {
    const moved = afterAnswer(plan, {
      ref,
      confidence: 'Red',
      reason: 'No money',
      now: at('2022-02-02T09:00:00Z'),
    });
    expect(buildCheckIn(moved, closed, after)).toMatchObject({
      closesWords: 'Mon 24 Jan 2022, 12:00',
      asked: [{ confidence: 'Amber', latestNote: 'Sent', dueIn: 'in 249 days', answered: null }],
      changes: [],
    });
  });

  test('takes a late answer, and marks it so', () => {
    const late = afterAnswer(plan, {
      ref,
      meeting: closed,
      note: 'Agreed after all',
      now: at('2022-01-24T12:01:00Z'),
    });
    expect(buildCheckIn(late, closed, after)).toMatchObject({
      answeredCount: 1,
      asked: [{ latestNote: 'Agreed after all', answered: { late: true } }],
    });
  });

  test('one that is cancelled says so', () => {
    const cancelled = makeMeeting({ state: 'Cancelled' });
    expect(buildCheckIn(planWith([], { meetings: [cancelled] }), cancelled, now).state).toBe('cancelled');
  });
});
