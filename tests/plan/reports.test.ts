import { describe, expect, test } from '@jest/globals';
import { colourAt, countColoursAt } from '../../plan/counts.ts';
import { buildOverview } from '../../plan/dashboard/build-overview.ts';
import { buildDigest } from '../../plan/digest/index.ts';
import { buildStory, changesSince } from '../../plan/history.ts';
import { itemsOf } from '../../plan/items.ts';
import type { Plan } from '../../plan/plan.ts';
import {
  afterAnswer,
  at,
  itemIn,
  makeGroup,
  makeMeeting,
  makeOwner,
  makePlan,
  makeRecommendation,
  recommendation,
} from '../helpers/make-plan.ts';
import { makeSamplePlan } from '../helpers/make-sample-plan.ts';

const finance = makeGroup({ key: 'finance', title: 'Finance', channelId: 'channel-2', chair: null });
const board = makeGroup({
  key: 'board',
  channelId: 'channel-3',
  title: 'Board',
  kind: 'Board',
  everyWeeks: null,
  everyMonths: 2,
  firstMeeting: '2021-12-13',
});
const meeting = makeMeeting();
const closed = makeMeeting({ state: 'Closed' });
const answered = at('2022-01-21T10:00:00Z');
const now = at('2022-01-26T09:00:00Z');

/** Three of SEND's: one slipped and Amber, one waiting on Finance, one completed by the chair. */
function busyPlan(): Plan {
  let plan = makePlan({
    groups: [makeGroup(), finance, board],
    recommendations: [1, 2, 3, 4].map((number) => makeRecommendation({ number })),
    meetings: [meeting],
  });
  const given = { meeting, now: answered };
  plan = afterAnswer(plan, {
    ...given,
    ref: recommendation(1),
    confidence: 'Amber',
    forecastDue: '2022-05-31',
    reason: 'Two schools still to comment',
  });
  plan = afterAnswer(plan, {
    ...given,
    ref: recommendation(2),
    stage: 'Waiting on others',
    blocker: 'Finance group: who funds it',
  });
  plan = afterAnswer(plan, {
    ...given,
    ref: recommendation(3),
    by: 'chair',
    stage: 'Complete',
    note: 'Signed',
  });
  return { ...plan, meetings: [closed] };
}

describe('a digest', () => {
  const digest = buildDigest(busyPlan(), makeGroup(), closed, now);

  test('covers the time since the meeting before, with colours now and then', () => {
    expect(digest).toMatchObject({
      periodWords: '10 to 24 Jan 2022',
      now: { green: 2, amber: 0, red: 1, complete: 1, undated: 0 },
      before: { green: 4, amber: 0, red: 0, complete: 0, undated: 0 },
      nextMeetingWords: 'Mon 7 Feb 2022, 10:00',
      answeredCount: 3,
      askedCount: 4,
    });
    expect(digest.headline).toBe(
      'One item was completed, one item turned Red and one item slipped. One item of yours waits on others.',
    );
  });

  test('names what was completed, what slipped and why, and who is waited for', () => {
    expect(digest.completed.map((line) => line.label)).toEqual(['3']);
    expect(digest.slipped).toMatchObject([
      {
        line: { label: '1' },
        fromWords: 'Mar 2022',
        toWords: 'May 2022',
        reason: 'Two schools still to comment',
      },
    ]);
    expect(digest.blocked).toMatchObject([
      { line: { label: '2' }, waitingOnName: 'Finance', blocker: 'who funds it' },
    ]);
  });

  test('of the group waited for names it too', () => {
    const other = makeMeeting({ key: 'finance@2022-01-24', group: 'finance', state: 'Closed' });
    const theirs = buildDigest(busyPlan(), finance, other, now);
    expect(theirs.blocking).toMatchObject([{ line: { label: '2' }, waitingName: 'SEND' }]);
    expect(theirs.headline).toBe(
      'Nothing was completed and nothing slipped. One item of other groups waits for you.',
    );
  });

  test('lists what is due before the next meeting and nothing overdue or later', () => {
    const dates = ['2022-01-25', '2022-01-26', '2022-02-07', '2022-02-08'];
    const recommendations = dates.map((day, index) =>
      makeRecommendation({ number: index + 1, baselineDue: day, forecastDue: day, duePrecision: 'Day' }),
    );
    const plan = makePlan({ recommendations, meetings: [closed] });
    expect(buildDigest(plan, makeGroup(), closed, now).dueNext.map((line) => line.label)).toEqual(['2', '3']);
  });

  test('does not tell again what the digest before told', () => {
    const next = makeMeeting({ key: 'send@2022-02-07', startsAt: '2022-02-07T10:00:00Z', state: 'Closed' });
    const later = buildDigest(
      { ...busyPlan(), meetings: [closed, next] },
      makeGroup(),
      next,
      at('2022-02-09T09:00:00Z'),
    );
    expect([later.completed, later.slipped]).toEqual([[], []]);
    expect(later.before).toEqual(digest.now);
  });
});

describe('as it stood', () => {
  const plan = busyPlan();

  test('colours of a past day are worked out backwards from the updates', () => {
    const item = itemIn(plan, recommendation(1));
    expect([colourAt(plan, item, '2022-01-20'), colourAt(plan, item, '2022-01-21')]).toEqual([
      'Green',
      'Red',
    ]);
    const done = itemIn(plan, recommendation(3));
    expect([colourAt(plan, done, '2022-01-20'), colourAt(plan, done, '2022-01-21')]).toEqual(['Green', null]);
  });

  test('of several changes the one of that day counts', () => {
    const ref = recommendation(4);
    let changed = afterAnswer(plan, {
      ref,
      now: at('2022-02-01T10:00:00Z'),
      confidence: 'Amber',
      reason: 'a',
    });
    changed = afterAnswer(changed, { ref, now: at('2022-02-03T10:00:00Z'), confidence: 'Red', reason: 'b' });
    const item = itemIn(changed, ref);
    expect(
      ['2022-01-31', '2022-02-01', '2022-02-02', '2022-02-03'].map((day) => colourAt(changed, item, day)),
    ).toEqual(['Green', 'Amber', 'Amber', 'Red']);
    expect(countColoursAt(changed, itemsOf(changed), at('2022-02-02T00:00:00Z'))).toMatchObject({
      amber: 1,
      red: 1,
      green: 1,
      complete: 1,
    });
  });
});

/** Somebody of the plan looks at it as it stands now. */
const viewer = makeOwner({ key: 'viewer', title: 'Director' });
const SEEN_NOW = { viewer, on: null, since: null };

describe('an item’s story', () => {
  const story = buildStory(busyPlan(), recommendation(1), viewer, now, {
    rowUrl: 'https://example.sharepoint.com/1',
    syncPending: true,
  });

  test('is its whole history, newest first, in words', () => {
    const later = afterAnswer(busyPlan(), { ref: recommendation(1), now, noChange: true });
    const told = buildStory(later, recommendation(1), viewer, now, { rowUrl: null, syncPending: false });
    expect(
      told?.history.map((entry) => [entry.atWords, entry.meetingWords, entry.changes, entry.reason]),
    ).toEqual([
      ['Wed 26 Jan 2022, 09:00', null, [], null],
      [
        'Fri 21 Jan 2022, 10:00',
        'Mon 24 Jan 2022, 10:00',
        [
          { field: 'Confidence', from: null, to: 'Amber' },
          { field: 'Forecast', from: 'Mar 2022', to: 'May 2022' },
        ],
        'Two schools still to comment',
      ],
    ]);
  });

  test('knows its row and whether it is written there', () => {
    expect(story).toMatchObject({
      rowUrl: 'https://example.sharepoint.com/1',
      syncPending: true,
      item: { label: '1', forecastMonth: '2022-05', baselineMonth: '2022-03' },
    });
  });

  test('is none for an item of another plan', () => {
    expect(
      buildStory(busyPlan(), { list: 'Actions', key: 'rec-1' }, viewer, now, {
        rowUrl: null,
        syncPending: false,
      }),
    ).toBeNull();
  });

  test('what changed since a moment is newest first and leaves out the rest', () => {
    const later = afterAnswer(busyPlan(), { ref: recommendation(4), now, note: 'Fine' });
    expect(changesSince(later, at('2022-01-21T09:59:59Z')).map((entry) => entry.label)).toEqual([
      '4',
      '1',
      '2',
      '3',
    ]);
    expect(changesSince(later, answered).map((entry) => entry.label)).toEqual(['4']);
  });
});

describe('the overview', () => {
  test('of the sample plan on its first day', () => {
    const overview = buildOverview(makeSamplePlan(), SEEN_NOW, at('2022-01-10T09:00:00Z'));
    expect(overview).toMatchObject({
      headline: 'On course. Nine recommendations are complete and 22 are open, none of them late.',
      asAtWords: 'Mon 10 Jan 2022, 09:00',
      today: '2022-01-10',
      counts: { green: 22, amber: 0, red: 0, complete: 9, undated: 0 },
      total: 31,
      overdue: [],
      changes: [],
    });
    expect(overview.themes.map((theme) => theme.items.length)).toEqual([7, 7, 6, 6, 2, 3]);
    expect(overview.months.map((month) => month.words)).toEqual([
      'Jan 2022',
      'Mar 2022',
      'Apr 2022',
      'Sep 2022',
    ]);
    expect(overview.byStage.map((one) => one.count)).toEqual([22, 0, 0, 0, 9, 0, 0]);
    expect(overview.dueNext[0]?.label).toBe('3');
    expect(overview.milestones).toHaveLength(10);
    expect(overview.measures).toEqual([
      {
        title: 'Specialist placements',
        unit: 'placements',
        baseline: 78,
        value: 78,
        target: 450,
        targetDate: '2023-09-30',
        readings: [],
        targetWords: '450 by Sep 2023',
        course: {
          share: 78 / 450,
          readWords: 'No reading yet',
          startWords: '78 at the start',
          courseWords: 'Too few readings to say where it is going.',
        },
      },
    ]);
    expect(overview.themes[0]?.groupNames).toEqual(['Schools', 'Safeguarding']);
    expect(overview.key.map((row) => row.rag)).toEqual(['Green', 'Amber', 'Red']);
  });

  test('shows both months of a slipped item, what changed and who answered', () => {
    const overview = buildOverview(busyPlan(), SEEN_NOW, now);
    expect(overview.months.map((month) => month.month)).toEqual(['2022-03', '2022-05']);
    expect(overview.changes).toHaveLength(3);
    const asked = overview.groups.filter(({ checkIns }) => checkIns.length > 0);
    expect(asked.map(({ name, checkIns }) => [name, checkIns])).toEqual([
      [
        'SEND',
        [
          {
            meetingWords: 'Mon 24 Jan 2022, 10:00',
            on: '2022-01-24',
            answeredCount: 3,
            askedCount: 4,
            isOpen: false,
          },
        ],
      ],
    ]);
    expect(overview.headline).toBe(
      'Off course. One recommendation will be later than promised and one recommendation waits on others.',
    );
  });

  test('gives recommendations without a known theme a row of their own', () => {
    const recommendations = [
      makeRecommendation({ theme: null }),
      makeRecommendation({ number: 4, theme: 'gone' }),
    ];
    const { themes } = buildOverview(makePlan({ recommendations }), SEEN_NOW, now);
    expect(themes.map((theme) => [theme.title, theme.items.length])).toEqual([
      ['Joint working', 0],
      ['No theme', 2],
    ]);
  });

  test('of a plan without anything in it says so', () => {
    const empty = makePlan({ themes: [], groups: [], owners: [] });
    expect(buildOverview(empty, SEEN_NOW, now)).toMatchObject({
      headline: 'This plan has no recommendations yet.',
      total: 0,
      themes: [],
      months: [],
    });
  });
});
