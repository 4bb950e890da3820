import { describe, expect, test } from '@jest/globals';
import { countColoursAt } from '../../plan/counts.ts';
import { buildDigest } from '../../plan/digest/index.ts';
import { itemsOf } from '../../plan/items.ts';
import { dueInChannels } from '../../plan/notices/index.ts';
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

const send = makeGroup();
const finance = makeGroup({ key: 'finance', itemId: 2, title: 'Finance', channelId: 'channel-2' });
/** A meeting of SEND, closed on the next day at 17:00 unless said. */
const heldOn = (on: string, overrides: Partial<Meeting> = {}) => {
  const closedOn = Temporal.PlainDate.from(on).add({ days: 1 }).toString();
  return makeMeeting({
    key: `send@${on}`,
    startsAt: `${on}T10:00:00Z`,
    state: 'Closed',
    closedAt: `${closedOn}T17:00:00Z`,
    ...overrides,
  });
};
const meeting = heldOn('2022-01-24');
const NOW = '2022-01-26T09:00:00Z';
const digestOf = (plan: Plan, of: Meeting = meeting, now = NOW, group = send) =>
  buildDigest({ ...plan, meetings: plan.meetings.length > 0 ? plan.meetings : [of] }, group, of, at(now));
const labels = (lines: readonly { readonly label: string }[]) => lines.map(({ label }) => label);
const recommendations = [3, 4, 5, 6].map((number) => makeRecommendation({ number }));
const start = makePlan({ groups: [send, finance], recommendations });
const says = (
  plan: Plan,
  number: number,
  now: string,
  said: Omit<Parameters<typeof afterAnswer>[1], 'ref' | 'now'>,
) => afterAnswer(plan, { ref: recommendation(number), now: at(now), ...said });
const slips = { forecastDue: '2022-05-31', confidence: 'Amber', reason: 'Two schools late' } as const;
const waits = { stage: 'Waiting on others', waitingOn: 'finance', blocker: 'who funds it' } as const;
const done = { by: 'chair', stage: 'Complete', note: 'Signed' } as const;

describe('a digest beside the summary of its meeting', () => {
  const inMeeting = { meeting: makeMeeting() };
  const plan = [
    ['2022-01-24T10:30:00Z', 3, { ...slips, ...inMeeting }],
    ['2022-01-24T10:31:00Z', 5, { ...waits, ...inMeeting }],
    ['2022-01-25T18:00:00Z', 4, done],
    ['2022-01-25T18:01:00Z', 6, { ...waits, forecastDue: '2022-06-30', confidence: 'Amber', reason: 'Late' }],
  ].reduce<Plan>(
    (before, [now, number, said]) => says(before, number as number, now as string, said as typeof done),
    start,
  );

  test('names what came after it, and of what that told only how much it was', () => {
    const digest = digestOf(plan);
    expect(digest.told).toEqual({ completed: 0, slipped: 1, newActions: 0 });
    expect([labels(digest.completed), digest.slipped.map(({ line }) => line.label)]).toEqual([['4'], ['6']]);
    expect(digest.headline).toMatch(/^One item was completed, two items turned Red and two items slipped\./);
    const atClosing = buildSummary(
      { ...plan, meetings: [meeting] },
      send,
      meeting,
      at('2022-01-25T17:00:05Z'),
    );
    expect(atClosing?.slipped.map(({ line }) => line.label)).toContain('3');
  });

  test('gives the words about what waits once: in the summary, or here where it came after', () => {
    expect(digestOf(plan).blocked.map(({ line, blocker, since }) => [line.label, blocker, since])).toEqual([
      ['5', null, '24 Jan 2022'],
      ['6', 'who funds it', '25 Jan 2022'],
    ]);
  });

  test('tells everything where there was no summary', () => {
    const unclosed = heldOn('2022-01-24', { closedAt: null });
    const digest = digestOf(plan, unclosed);
    expect([digest.told, digest.slipped.map(({ line }) => line.label)]).toEqual([null, ['3', '6']]);
    expect(digestOf(says(start, 3, '2022-01-20T10:00:00Z', slips)).told).toBeNull();
  });

  test('says who answered, by name, each once', () => {
    const more = says(plan, 6, '2022-01-24T10:40:00Z', { by: 'chair', note: 'On course', ...inMeeting });
    expect(digestOf(more)).toMatchObject({
      answeredCount: 3,
      answeredBy: ['SEND group owner', 'SEND group chair'],
    });
  });
});

describe('colours now and before', () => {
  const raised = makeAction({ raisedAt: meeting.key, forecastDue: '2022-01-27', baselineDue: '2022-01-27' });

  test('an action raised since was not there last time', () => {
    const plan = { ...start, actions: [raised], meetings: [heldOn('2022-01-10'), meeting] };
    const digest = digestOf(plan);
    expect([digest.now.green, digest.before?.green]).toEqual([5, 4]);
    const next = heldOn('2022-02-07');
    const later = digestOf({ ...plan, meetings: [...plan.meetings, next] }, next, '2022-02-09T09:00:00Z');
    expect(later.before).toMatchObject({ green: 5, red: 0 });
  });

  test('one that was raised before a meeting began counts from its closing, and from the first word of it', () => {
    const early = heldOn('2022-01-24', { closedAt: '2022-01-24T09:30:00Z' });
    const plan = { ...start, recommendations: [], actions: [raised], meetings: [early] };
    const countAt = (of: Plan, instant: string) => countColoursAt(of, itemsOf(of), at(instant)).green;
    expect([countAt(plan, '2022-01-24T09:29:00Z'), countAt(plan, '2022-01-24T09:30:00Z')]).toEqual([0, 1]);
    const spoken = afterAnswer(plan, {
      ref: { list: 'Actions', key: raised.key },
      now: at('2022-01-21T12:00:00Z'),
      note: 'Begun',
    });
    expect([countAt(spoken, '2022-01-21T11:00:00Z'), countAt(spoken, '2022-01-21T12:00:00Z')]).toEqual([
      0, 1,
    ]);
    const known = { ...plan, actions: [{ ...raised, raisedAt: null }] };
    expect(countAt(known, '2021-12-01T00:00:00Z')).toBe(1);
  });

  test('the trend is that of up to six meetings, each as it stood when its check-in closed', () => {
    const days = ['10-18', '11-01', '11-15', '11-29', '12-13', '12-27'].map((day) => `2021-${day}`);
    const meetings = [
      ...days.map((day) => heldOn(day)),
      heldOn('2022-01-10', { state: 'Cancelled' }),
      meeting,
    ];
    const plan = says({ ...start, meetings }, 3, '2021-12-14T16:59:00Z', slips);
    const { trend, now } = digestOf(plan);
    expect(trend.map(({ words, counts }) => `${words}: ${counts.red}`)).toEqual([
      '1 Nov: 0',
      '15 Nov: 0',
      '29 Nov: 0',
      '13 Dec: 1',
      '27 Dec: 1',
      '24 Jan: 1',
    ]);
    expect(trend.at(-1)?.counts).toEqual(now);
  });

  test('two meetings make no trend', () => {
    const at = (...days: string[]) =>
      digestOf({ ...start, meetings: [...days.map((day) => heldOn(day)), meeting] }).trend.length;
    expect([at(), at('2022-01-10'), at('2021-12-27', '2022-01-10')]).toEqual([0, 0, 3]);
  });
});

describe('what is overdue or Red', () => {
  const dueOn = (number: number, day: string) =>
    makeRecommendation({ number, baselineDue: day, forecastDue: day, duePrecision: 'Day' });
  const late = {
    ...start,
    recommendations: [
      dueOn(3, '2022-01-25'),
      dueOn(4, '2022-01-03'),
      dueOn(5, '2022-03-31'),
      makeRecommendation({ number: 6, baselineDue: null, forecastDue: null, confidence: 'Red' }),
      dueOn(7, '2022-03-31'),
      makeRecommendation({ ...dueOn(8, '2022-01-03'), stage: 'Complete' }),
    ],
  };

  test('is named, the most overdue first, and marked where it turned Red since the meeting before', () => {
    const digest = digestOf(says(late, 5, '2022-01-20T10:00:00Z', { confidence: 'Red', reason: 'No money' }));
    expect(digest.overdueOrRed.map(({ line, isNew }) => [line.label, line.dueIn, isNew])).toEqual([
      ['4', '23 days overdue', false],
      ['3', '1 day overdue', true],
      ['5', 'in 64 days', true],
      ['6', null, false],
    ]);
    expect(digest.overdueOrRed[0]?.line.ownerName).toBe('SEND group owner');
    expect(digest.headline).toBe(
      'Two items turned Red. Two items are overdue, 4 the longest, for 23 days. 0 of 5 asked items were answered.',
    );
  });

  test('is never called a quiet fortnight', () => {
    const only = (number: number) =>
      digestOf({
        ...late,
        recommendations: late.recommendations.filter((row) => row.number === number),
      }).headline;
    expect(only(4)).toMatch(/^Nothing was completed; 4 has been overdue for 23 days\./);
    expect(only(6)).toMatch(/^Nothing was completed; one item is Red\./);
    expect(only(7)).toMatch(/^Nothing was completed and nothing slipped\./);
  });

  test('carries no words where the channel is not for them', () => {
    const said = says(late, 4, '2022-01-20T10:00:00Z', { note: 'A secret' });
    const digest = digestOf(said, meeting, NOW, { ...send, channelId: finance.channelId });
    expect(digest.overdueOrRed[0]?.line.label).toBe('4');
    expect(JSON.stringify(digest)).not.toMatch(/secret/);
  });
});

test('a first digest has no colours of before', () => {
  const first = heldOn('2022-01-10');
  expect(digestOf(start, first, '2022-01-12T09:00:00Z').before).toBeNull();
  expect(digestOf(start).before).not.toBeNull();
});

describe('what waits between groups', () => {
  const plan = says(start, 5, '2022-01-21T10:00:00Z', { ...waits, note: 'A secret' });
  const theirs = makeMeeting({ ...meeting, key: 'finance@2022-01-24', group: 'finance' });

  test('stands in both digests, with words only in that of its own group', () => {
    expect(digestOf(plan).blocked).toMatchObject([
      { line: { label: '5', latestNote: 'A secret' }, waitingOnName: 'Finance', blocker: 'who funds it' },
    ]);
    const digest = digestOf(plan, theirs, NOW, finance);
    expect(digest.blocking).toMatchObject([
      { line: { label: '5' }, waitingName: 'SEND', since: '21 Jan 2022' },
    ]);
    expect(JSON.stringify(digest)).not.toMatch(/secret|funds/);
  });

  test.each([
    ['is shared with another group', { ...send, channelId: finance.channelId }],
    ['is that of a reference group', { ...send, kind: 'Reference' as const }],
  ])('carries status only where the channel %s', (_which, group) => {
    const slipped = says(plan, 3, '2022-01-21T10:00:00Z', slips);
    const of = { ...slipped, groups: [group, finance], meetings: [meeting] };
    const said = [buildDigest(of, group, meeting, at(NOW)), buildSummary(of, group, meeting, at(NOW))];
    expect(said.map((content) => content?.slipped.length)).toEqual([1, 1]);
    expect(JSON.stringify(said)).not.toMatch(/secret|funds|Two schools/);
  });
});

describe('what is due before the next meeting', () => {
  const dueOn = (...days: string[]) =>
    days.map((day, index) =>
      makeRecommendation({ number: index + 1, baselineDue: day, forecastDue: day, duePrecision: 'Day' }),
    );

  test('goes by the group’s own calendar: the next meeting that is held', () => {
    const plan = {
      ...start,
      recommendations: dueOn('2022-02-07', '2022-02-08', '2022-02-21', '2022-02-22'),
      meetings: [
        meeting,
        makeMeeting({ key: 'send@2022-02-07', startsAt: '2022-02-07T10:00:00Z', state: 'Cancelled' }),
      ],
    };
    expect(labels(digestOf(plan).dueNext)).toEqual(['1', '2', '3']);
    const monthly = { ...send, everyWeeks: 4, firstMeeting: '2022-01-24' };
    const days = dueOn('2022-02-20', '2022-02-21', '2022-02-22');
    const of = { ...start, groups: [monthly], recommendations: days, meetings: [meeting] };
    expect(labels(buildDigest(of, monthly, meeting, at(NOW)).dueNext)).toEqual(['1', '2']);
  });

  // In London clocks go forward on 27 March and back on 30 October 2022.
  test.each([
    ['2022-03-21', '2022-03-23T09:00:00Z', ['2022-04-04', '2022-04-05'], 'Mon 4 Apr 2022, 10:00'],
    ['2022-10-31', '2022-11-01T23:30:00Z', ['2022-11-14', '2022-11-15'], 'Mon 14 Nov 2022, 10:00'],
    ['2022-10-17', '2022-10-18T23:30:00Z', ['2022-10-18', '2022-10-31'], 'Mon 31 Oct 2022, 10:00'],
  ])('after the meeting of %s counts days by the clock on the wall', (on, now, days, next) => {
    const held = heldOn(on, { closedAt: null });
    const digest = digestOf({ ...start, recommendations: dueOn(...days), meetings: [held] }, held, now);
    expect(digest.nextMeetingWords).toBe(next);
    // At 23:30Z on 18 October it is the 19th in London: what was due on the 18th is overdue.
    expect(digest.dueNext.map(({ forecast }) => forecast?.date)).toEqual([
      on === '2022-10-17' ? days[1] : days[0],
    ]);
  });
});

describe('after three weeks down', () => {
  const closed = ['2022-03-07', '2022-03-21', '2022-04-04'].map((on) => heldOn(on, { closedAt: null }));
  const late = { ...start, meetings: closed };
  const kindsAt = (plan: Plan, now: string) =>
    dueInChannels({ plan, now: at(now) })
      .filter(({ kind }) => kind === 'digest')
      .map(({ subject, period }) => `${subject} ${period}`);

  test('a channel gets the latest digest at most, and none that is stale', () => {
    expect(kindsAt(late, '2022-04-06T12:00:00Z')).toEqual(['send 2022-04-04']);
    expect(kindsAt(late, '2022-04-09T08:00:00Z')).toEqual([]);
    const extra = { ...late, meetings: [...closed, heldOn('2022-04-05', { closedAt: null })] };
    expect(kindsAt(extra, '2022-04-07T12:00:00Z')).toEqual(['send 2022-04-05']);
  });
});

test('digests of many groups are spread over some minutes, each always at its own', () => {
  const groups = Array.from({ length: 60 }, (_, index) => makeGroup({ key: `g${index}`, itemId: index }));
  const meetings = groups.map(({ key }) =>
    makeMeeting({ key: `${key}@2022-01-24`, group: key, state: 'Closed' }),
  );
  const due = () =>
    dueInChannels({ plan: makePlan({ groups, meetings }), now: at('2022-01-26T10:00:00Z') })
      .filter(({ kind }) => kind === 'digest')
      .map(({ subject, dueAt }) => `${subject} ${dueAt}`);
  const minutes = new Set(due().map((one) => one.slice(-'09:00:00Z'.length)));
  expect([due().length, [...minutes].toSorted()]).toEqual([60, ['09:00:00Z', '09:01:00Z', '09:02:00Z']]);
  expect(due()).toEqual(due());
});
