import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { groupNamedIn, wordsBeside } from '../../../plan/answers/waiting.ts';
import { todayIn } from '../../../plan/calendar/dates.ts';
import type { AnswerInput } from '../../../plan/content.ts';
import { countColours } from '../../../plan/counts.ts';
import { planAsOf } from '../../../plan/dashboard/plan-as-of.ts';
import { RAGS, STAGES } from '../../../plan/glossary.ts';
import { type EditedValues, isToldOf, updateOfEdit } from '../../../plan/hand-edits.ts';
import { isDone, itemsOf } from '../../../plan/items.ts';
import type { ItemRef, Plan } from '../../../plan/plan.ts';
import { indexOf } from '../../../plan/plan-index.ts';
import {
  afterAnswer,
  at,
  makeAction,
  makeEngagement,
  makeGroup,
  makeMeeting,
  makeMilestone,
  makePlan,
  makeReading,
  makeRecommendation,
  NOW,
  recommendation,
} from '../../helpers/make-plan.ts';

const REFS: readonly ItemRef[] = [
  recommendation(3),
  recommendation(4),
  { list: 'Actions', key: 'action-7' },
  { list: 'Milestones', key: 'milestone-2' },
];

const firstPlan = makePlan({
  groups: [makeGroup(), makeGroup({ key: 'finance', title: 'Finance', chair: null })],
  recommendations: [makeRecommendation(), makeRecommendation({ number: 4, confidence: 'Amber' })],
  actions: [makeAction()],
  milestones: [makeMilestone()],
});

/** Something somebody says or does to an item, some hours after the last. */
interface Step {
  readonly ref: ItemRef;
  readonly hours: number;
  readonly by: 'owner' | 'chair' | 'SharePoint';
  readonly said: Omit<AnswerInput, 'ref'>;
}

const orNothing = <Value>(values: fc.Arbitrary<Value>) => fc.option(values, { nil: undefined, freq: 2 });
/** Given more often than not: a colour without a reason is refused, and nothing becomes history. */
const words = fc.option(fc.constantFrom('One school left', 'Access is late', ''), {
  nil: undefined,
  freq: 5,
});
const dates = fc.constantFrom('2022-02-28', '2022-03-31', '2022-04-15', '2022-09-30');
const said: fc.Arbitrary<Omit<AnswerInput, 'ref'>> = fc
  .record({
    stage: orNothing(fc.constantFrom(...STAGES)),
    confidence: orNothing(fc.constantFrom(...RAGS)),
    forecastDue: orNothing(dates),
    note: words,
    reason: words,
    blocker: orNothing(fc.constantFrom('Finance: who pays', 'the lawyers', '')),
    waitingOn: orNothing(fc.constant('finance')),
    noChange: fc.constantFrom(false, false, false, true),
  })
  .map((values) => Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)));
const steps: fc.Arbitrary<readonly Step[]> = fc.array(
  fc.record({
    ref: fc.constantFrom(...REFS),
    hours: fc.integer({ min: 1, max: 400 }),
    by: fc.constantFrom('owner', 'chair', 'SharePoint'),
    said,
  }),
  { minLength: 4, maxLength: 14 },
);

/** The plan after a step; as it was where the answer is refused. */
function after(plan: Plan, { ref, by, said: input }: Step, now: Temporal.Instant): Plan {
  if (by === 'SharePoint') return afterEdit(plan, ref, input, now);
  try {
    return afterAnswer(plan, { ref, by, now, ...input });
  } catch {
    return plan;
  }
}

/** What somebody careful types into the row's columns, and what that adds to the history. */
function afterEdit(plan: Plan, ref: ItemRef, said: Step['said'], now: Temporal.Instant): Plan {
  const row = rowOf(plan, ref);
  const before = { ...row, confidence: row.confidence ?? null };
  const stage = STAGES.find((known) => known === said.stage) ?? before.stage;
  const isMilestone = ref.list === 'Milestones';
  const confidence = RAGS.find((known) => known === said.confidence) ?? before.confidence ?? null;
  const typed: EditedValues = {
    ...before,
    stage,
    forecastDue: said.forecastDue ?? before.forecastDue,
    confidence: isMilestone ? null : confidence,
    ...(ref.list === 'Actions' && stage !== 'Waiting on others' ? { waitingOn: null, blocker: null } : {}),
  };
  if (!isToldOf(before, typed)) return plan;
  const last = indexOf(plan).updatesOf(ref).at(-1);
  const edit = { ref, itemId: 1, before, after: typed, version: `${plan.updates.length}`, by: null };
  const doneOn = { [isMilestone ? 'reachedOn' : 'completedOn']: dayDone(row, typed, now) };
  return {
    ...withRow(plan, ref, { ...typed, ...doneOn }),
    updates: [...plan.updates, updateOfEdit(plan, { ...edit, at: now.toString() }, last, now)],
  };
}

type Row = Omit<EditedValues, 'confidence'> &
  Partial<Pick<EditedValues, 'confidence'>> & {
    readonly completedOn?: string | null;
    readonly reachedOn?: string | null;
  };

function dayDone(before: Row, { stage }: EditedValues, now: Temporal.Instant): string | null {
  if (!isDone(stage ?? null)) return null;
  return isDone(before.stage ?? null)
    ? (before.completedOn ?? before.reachedOn ?? null)
    : todayIn(now, 'Europe/London');
}

const ROWS = { Recommendations: 'recommendations', Actions: 'actions', Milestones: 'milestones' } as const;

function rowOf(plan: Plan, { list, key }: ItemRef): Row {
  const row = plan[ROWS[list]].find((one) => one.key === key);
  if (!row) throw new Error(`no ${list} ${key} in the plan of this test`);
  return row;
}

function withRow(plan: Plan, { list, key }: ItemRef, values: object): Plan {
  const rows = plan[ROWS[list]].map((row) => (row.key === key ? { ...row, ...values } : row));
  return { ...plan, [ROWS[list]]: rows };
}

/**
 * What the page shows of a plan's items that the history can tell. The last word may be an edit in SharePoint, and whom
 * an action waits on may stand in its words alone, where it is found.
 */
function shown(plan: Plan) {
  return itemsOf(plan).map((item) => {
    const { ref, stage, confidence, forecastDue, completedOn, latestNote } = item;
    const lastWord = indexOf(plan).updatesOf(ref).at(-1)?.at ?? item.latestUpdate;
    const named = item.waitingOn ?? groupNamedIn(plan, item.blocker, item.group);
    const waitingOn = stage === 'Waiting on others' ? named : null;
    const blocker = wordsBeside(plan, { waitingOn, blocker: item.blocker });
    return { ref, stage, confidence, forecastDue, completedOn, latestNote, lastWord, waitingOn, blocker };
  });
}

describe('a plan as it stood', () => {
  test('is the plan that stood then, whatever was said since', () => {
    fc.assert(
      fc.property(steps, (all) => {
        let now = NOW;
        let plan: Plan = firstPlan;
        const stood = [{ now, plan }];
        for (const step of all) {
          now = now.add({ hours: step.hours });
          plan = after(plan, step, now);
          stood.push({ now, plan });
        }
        for (const then of stood) {
          const seen = planAsOf(plan, then.now);
          expect(shown(seen)).toEqual(shown(then.plan));
          expect(seen.updates).toEqual(then.plan.updates);
          expect(countColours(itemsOf(seen), seen.settings, '2022-03-01')).toEqual(
            countColours(itemsOf(then.plan), then.plan.settings, '2022-03-01'),
          );
        }
      }),
      { numRuns: 100 },
    );
  });

  test('has only the figures read by then, and the check-ins as far as they had come', () => {
    const readings = ['2022-01-17', '2022-01-18', null].map((on) => makeReading({ key: `of ${on}`, on }));
    const meetings = [
      makeMeeting({ state: 'Closed', closedAt: '2022-01-25T17:00:00Z' }),
      makeMeeting({ key: 'send@2022-02-07', startsAt: '2022-02-07T10:00:00Z', state: 'Open' }),
      makeMeeting({ key: 'send@2022-01-10', startsAt: '2022-01-10T10:00:00Z', state: 'Cancelled' }),
    ];
    const seen = (moment: string) => planAsOf({ ...firstPlan, readings, meetings }, at(moment));
    expect(seen('2022-01-17T23:59:59Z').readings.map(({ on }) => on)).toEqual(['2022-01-17', null]);
    const states = (moment: string) => seen(moment).meetings.map(({ state }) => state);
    expect(states('2022-01-20T10:00:00Z')).toEqual(['Planned', 'Planned', 'Cancelled']);
    // Open from the morning days before, not from the meeting on.
    expect(states('2022-01-21T09:00:00Z')).toEqual(['Open', 'Planned', 'Cancelled']);
    expect(states('2022-01-24T10:00:00Z')).toEqual(['Open', 'Planned', 'Cancelled']);
    expect(states('2022-02-08T10:00:00Z')).toEqual(['Closed', 'Open', 'Cancelled']);
  });

  test('has what groups said by then, and nothing they said later', () => {
    const days = ['2022-01-17', '2022-01-18', null];
    const engagements = days.map((on) => makeEngagement({ key: `of ${on}`, on }));
    const seen = planAsOf({ ...firstPlan, engagements }, at('2022-01-17T23:59:59Z'));
    expect(seen.engagements.map(({ on }) => on)).toEqual(['2022-01-17', null]);
  });

  test('has no action that was raised later, unless somebody spoke of it before', () => {
    const raised = makeMeeting({ state: 'Closed', closedAt: '2022-01-25T17:00:00Z' });
    const plan = { ...firstPlan, meetings: [raised], actions: [makeAction({ raisedAt: raised.key })] };
    const actionsAt = (of: Plan, moment: string) => planAsOf(of, at(moment)).actions.length;
    expect([actionsAt(plan, '2022-01-24T09:00:00Z'), actionsAt(plan, '2022-01-24T10:00:00Z')]).toEqual([
      0, 1,
    ]);
    const spoken = afterAnswer(plan, { ref: { list: 'Actions', key: 'action-7' }, now: NOW, note: 'Sent' });
    expect(actionsAt(spoken, '2022-01-24T09:00:00Z')).toBe(1);
  });
});
