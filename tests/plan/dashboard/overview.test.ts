import { describe, expect, test } from '@jest/globals';
import { buildOverview } from '../../../plan/dashboard/build-overview.ts';
import { compareChoices } from '../../../plan/dashboard/compare-choices.ts';
import { planAsOf } from '../../../plan/dashboard/plan-as-of.ts';
import { ITEM_COLOURS } from '../../../plan/filter/colours.ts';
import { type ItemFilter, matches, NO_FILTER } from '../../../plan/filter/filter.ts';
import { SHOWS } from '../../../plan/filter/shows.ts';
import { RAGS, STAGES } from '../../../plan/glossary.ts';
import { buildStory } from '../../../plan/history.ts';
import type { Plan } from '../../../plan/plan.ts';
import {
  afterAnswer,
  at,
  makeAction,
  makeGroup,
  makeMeeting,
  makeOwner,
  makePlan,
  makeRecommendation,
  recommendation,
} from '../../helpers/make-plan.ts';

const viewer = makeOwner({ key: 'viewer', title: 'Director' });
const now = at('2022-03-21T09:00:00Z');
const finance = makeGroup({ key: 'finance', title: 'Finance', chair: null });
const board = makeGroup({
  key: 'board',
  title: 'Programme Board',
  kind: 'Board',
  everyWeeks: null,
  everyMonths: 1,
  firstMeeting: '2022-02-14',
});
const seen = (plan: Plan, days: { on?: string; since?: string } = {}) =>
  buildOverview(plan, { viewer, on: days.on ?? null, since: days.since ?? null }, now);

describe('what stands otherwise than on a day', () => {
  /** 1 was promised for a day that has passed; 2 went Amber and later; 3 began; 4 is as it was; 5 is complete. */
  function movedPlan(): Plan {
    let plan = makePlan({
      recommendations: [1, 2, 3, 4, 5].map((number) =>
        makeRecommendation({
          number,
          stage: number === 3 ? 'Not started' : 'In progress',
          ...(number === 1
            ? { baselineDue: '2022-03-15', forecastDue: '2022-03-15', duePrecision: 'Day' }
            : {}),
        }),
      ),
      meetings: [makeMeeting({ key: 'send@2022-03-14', startsAt: '2022-03-14T10:00:00Z' })],
      actions: [
        makeAction({ raisedAt: 'send@2022-03-14', baselineDue: '2022-05-31', forecastDue: '2022-05-31' }),
      ],
    });
    const given = { now: at('2022-03-10T10:00:00Z') };
    plan = afterAnswer(plan, {
      ...given,
      ref: recommendation(2),
      confidence: 'Amber',
      forecastDue: '2022-04-10',
      reason: 'Two schools still to comment',
    });
    plan = afterAnswer(plan, { ...given, ref: recommendation(3), stage: 'In progress' });
    plan = afterAnswer(plan, { ...given, ref: recommendation(4), note: 'As it was' });
    return afterAnswer(plan, {
      ...given,
      ref: recommendation(5),
      by: 'chair',
      stage: 'Complete',
      note: 'Signed',
    });
  }

  test('what went wrong first, with the reason; what a passed date did says that nobody spoke', () => {
    const { moved } = seen(movedPlan(), { since: '2022-03-07' });
    expect(
      moved.map(({ item, isNew, colour, stage, expected, reason, wasSaid }) => [
        item.label,
        isNew ? 'new' : colour && `${colour.from} → ${colour.to}`,
        stage && `${stage.from} → ${stage.to}`,
        expected && `${expected.from} → ${expected.to}`,
        reason,
        wasSaid,
      ]),
    ).toEqual([
      ['1', 'Green → Red', null, null, null, false],
      ['2', 'Green → Amber', null, 'Mar 2022 → Sun 10 Apr 2022', 'Two schools still to comment', true],
      ['5', 'Green → complete', 'In progress → Complete', null, null, true],
      ['3', null, 'Not started → In progress', null, null, true],
      ['A7', 'new', null, null, null, false],
    ]);
  });

  test('nothing, where nothing was said since and no date passed', () => {
    expect(seen(movedPlan(), { since: '2022-03-16' }).moved).toEqual([]);
  });
});

describe('days to compare with', () => {
  const plan = makePlan({ groups: [makeGroup(), board] });
  const choices = (today: string, firstDay = '2022-01-10') =>
    compareChoices(plan, { today, firstDay }).map(({ date, words }) => `${date} ${words}`);

  test('a week, a fortnight, the last board, the beginning; a board’s day is called by the board', () => {
    expect(choices('2022-03-21')).toEqual([
      '2022-03-07 A fortnight before, 7 Mar 2022',
      '2022-03-14 Last Programme Board, 14 Mar 2022',
      '2022-01-09 When the plan began, 9 Jan 2022',
    ]);
  });

  test('a board that meets on the day shown has not met yet; before the plan began there is nothing', () => {
    expect(choices('2022-02-14').slice(0, 2)).toEqual([
      '2022-02-07 A week before, 7 Feb 2022',
      '2022-01-31 A fortnight before, 31 Jan 2022',
    ]);
    expect(choices('2022-02-14').filter((words) => words.includes('Board'))).toEqual([]);
    expect(choices('2022-01-12')).toEqual(['2022-01-09 When the plan began, 9 Jan 2022']);
  });
});

test('who waits longest is told first', () => {
  let plan = makePlan({
    groups: [makeGroup(), finance],
    recommendations: [1, 2, 3].map((number) =>
      makeRecommendation({ number, ...(number === 3 ? { stage: 'Waiting on others' } : {}) }),
    ),
  });
  for (const [number, day] of [
    [1, '2022-03-10'],
    [2, '2022-02-10'],
  ] as const) {
    plan = afterAnswer(plan, {
      ref: recommendation(number),
      now: at(`${day}T10:00:00Z`),
      waitingOn: 'finance',
      blocker: 'who pays',
    });
  }
  expect(seen(plan).blocked.map(({ label, waitingSince }) => [label, waitingSince])).toEqual([
    ['3', null],
    ['2', '10 Feb 2022'],
    ['1', '10 Mar 2022'],
  ]);
});

describe('what groups decided on an item', () => {
  const decided = {
    itemList: 'Recommendations',
    itemNumber: 3,
    itemKey: 'rec-3',
    title: '',
    recordedBy: 'chair',
  } as const;
  const plan = makePlan({
    groups: [makeGroup(), makeGroup({ key: 'parents', title: 'Parents and carers', kind: 'Reference' })],
    recommendations: [makeRecommendation()],
    signOffs: [
      {
        ...decided,
        key: 's1',
        itemId: 1,
        group: 'parents',
        decision: 'Not agreed',
        conditions: 'Unclear',
        dissent: null,
        voices: null,
        on: '2022-02-01',
      },
      {
        ...decided,
        key: 's2',
        itemId: 2,
        group: 'parents',
        decision: 'Agreed',
        conditions: null,
        dissent: null,
        voices: null,
        on: '2022-03-01',
      },
      {
        ...decided,
        key: 's3',
        itemId: 3,
        group: 'parents',
        decision: 'Agreed',
        conditions: null,
        dissent: null,
        voices: null,
        on: null,
        itemKey: 'rec-4',
      },
    ],
    priorities: (['2022-01-20', '2022-02-20'] as const).map((on, index) => ({
      key: on,
      itemId: index,
      title: '',
      group: 'parents',
      recommendation: 'rec-3',
      rank: index + 1,
      ballot: null,
      voices: null,
      on,
    })),
  });
  const storyAt = (day: string) =>
    buildStory(planAsOf(plan, at(`${day}T23:59:59Z`)), recommendation(3), viewer, at(`${day}T23:59:59Z`), {
      rowUrl: null,
      syncPending: false,
    });

  test('comes latest first; of each group its last ranking counts', () => {
    expect(storyAt('2022-03-21')).toMatchObject({
      signOffs: [
        { groupName: 'Parents and carers', decision: 'Agreed', onWords: '1 Mar 2022' },
        { decision: 'Not agreed', conditions: 'Unclear', dissent: null, recordedByName: 'SEND group chair' },
      ],
      priorities: [{ groupName: 'Parents and carers', rank: 2, onWords: '20 Feb 2022' }],
    });
  });

  test('and as it stood on a past day, only what there was', () => {
    expect(storyAt('2022-02-10')).toMatchObject({
      signOffs: [{ decision: 'Not agreed' }],
      priorities: [{ rank: 1 }],
    });
  });
});

test('every figure opens as many items as it says, now and as it stood', () => {
  const owners = [viewer, makeOwner({ key: 'chair', roles: ['Chair'] }), makeOwner()];
  let plan = makePlan({
    owners,
    groups: [makeGroup(), finance],
    recommendations: STAGES.map((stage, index) =>
      makeRecommendation({
        number: index + 1,
        stage,
        owner: index % 2 === 0 ? 'viewer' : 'owner',
        confidence: RAGS[index % RAGS.length] ?? null,
        ...(index % 3 === 0 ? { baselineDue: null, forecastDue: null } : {}),
      }),
    ),
    actions: STAGES.map((stage, index) =>
      makeAction({ key: `a${index}`, itemId: index, stage, owner: 'viewer' }),
    ),
  });
  plan = afterAnswer(plan, { ref: recommendation(2), now: at('2022-03-10T10:00:00Z'), waitingOn: 'finance' });
  for (const days of [{}, { on: '2022-03-01' }, { on: '2022-03-31' }]) {
    const overview = buildOverview(
      plan,
      { viewer, on: null, since: null, ...days },
      at('2022-04-04T09:00:00Z'),
    );
    const recommendations = overview.themes.flatMap(({ items }) => items);
    const all = [...recommendations, ...overview.milestones, ...overview.actions];
    const opened = (filter: Partial<ItemFilter>, items = all) =>
      items.filter((item) => matches(item, { ...NO_FILTER, ...filter })).length;
    for (const show of SHOWS) expect([show, opened({ show })]).toEqual([show, overview.figures[show].now]);
    const { complete, green, amber, red, undated } = overview.counts;
    expect(ITEM_COLOURS.map((colour) => opened({ colour }, recommendations))).toEqual([
      complete,
      green,
      amber,
      red,
      undated,
    ]);
    for (const { stage, count } of overview.byStage) expect(opened({ stage }, recommendations)).toBe(count);
    expect(opened({ list: 'Recommendations' })).toBe(overview.total);
  }
});

describe('the days shown', () => {
  const spoken = afterAnswer(makePlan({ recommendations: [makeRecommendation()] }), {
    ref: recommendation(3),
    now: at('2022-03-10T10:00:00Z'),
    note: 'Begun',
  });
  const daysOf = (plan: Plan, days: Parameters<typeof seen>[1] = {}) => {
    const { today, isPast, firstDay, lastDay, since } = seen(plan, days);
    return { today, isPast, firstDay, lastDay, since: since.date };
  };

  test('compare with a fortnight before, or with the day before the plan began', () => {
    const lastDay = '2022-03-21';
    expect(daysOf(spoken)).toEqual({
      today: lastDay,
      isPast: false,
      firstDay: '2022-03-10',
      lastDay,
      since: '2022-03-09',
    });
    expect(daysOf(spoken, { on: '2022-03-15' })).toMatchObject({
      isPast: true,
      lastDay,
      since: '2022-03-09',
    });
    expect(daysOf(spoken, { on: '2022-03-01' })).toMatchObject({ today: '2022-03-01', since: '2022-03-01' });
    expect(daysOf(makePlan())).toMatchObject({ firstDay: lastDay, since: '2022-03-20' });
    // Nobody said anything, but a meeting was held; one that is still to come is no beginning.
    const meetings = [makeMeeting(), makeMeeting({ key: 'later', startsAt: '2022-04-04T09:00:00Z' })];
    expect(daysOf(makePlan({ meetings }))).toMatchObject({ firstDay: '2022-01-24', since: '2022-03-07' });
    expect(daysOf(makePlan({ meetings: meetings.slice(1) }))).toMatchObject({ firstDay: lastDay });
  });

  test.each<[string, { on?: string; since?: string }, RegExp]>([
    ['a day to come', { on: '2022-03-22' }, /Tue 22 Mar 2022 is still to come/],
    ['a day there is not', { on: '2022-02-30' }, /day shown is not a date/],
    ['nonsense', { on: 'yesterday' }, /day shown is not a date/],
    ['nonsense to compare with', { since: '1' }, /day to compare with is not a date/],
    [
      'a later day to compare with',
      { on: '2022-03-01', since: '2022-03-02' },
      /must not be after the day shown/,
    ],
  ])('%s is refused in words', (_what, days, words) => {
    expect(() => seen(spoken, days)).toThrow(
      expect.objectContaining({ code: 'BAD_INPUT', userMessage: expect.stringMatching(words) }),
    );
  });
});
