import { createHash } from 'node:crypto';
import { applyAnswer, type ItemChanges } from '../../plan/answers/answers.ts';
import type { AnswerInput } from '../../plan/content.ts';
import { findItem } from '../../plan/items.ts';
import { DEFAULT_SETTINGS, type Item, type ItemRef, type Plan } from '../../plan/plan.ts';
import type {
  Action,
  Engagement,
  Group,
  Measure,
  Meeting,
  Milestone,
  Owner,
  Reading,
  Recommendation,
  Theme,
  Update,
} from '../../plan/rows.ts';

/** Builders of plans: each fills everything, a test says only what matters to it. */

/** Monday 10 January 2022, 09:00 in London. */
export const NOW = Temporal.Instant.from('2022-01-10T09:00:00Z');

export function at(instant: string): Temporal.Instant {
  return Temporal.Instant.from(instant);
}

/** One group (`send`) that meets on Mondays, its owner and chair, one theme, no items. */
export function makePlan(overrides: Partial<Plan> = {}): Plan {
  return {
    id: 'plan-1',
    name: 'Sample plan',
    siteUrl: 'https://example.sharepoint.com/sites/plan',
    settings: DEFAULT_SETTINGS,
    settingRows: [],
    closures: [],
    closureRows: [],
    quietPeriods: [],
    themes: [makeTheme()],
    groups: [makeGroup()],
    owners: [
      makeOwner(),
      makeOwner({ key: 'chair', itemId: 2, title: 'SEND group chair', roles: ['Member', 'Chair'] }),
    ],
    recommendations: [],
    actions: [],
    milestones: [],
    meetings: [],
    deletedMeetings: [],
    updates: [],
    measures: [],
    readings: [],
    signOffs: [],
    priorities: [],
    boardReports: [],
    engagements: [],
    ...overrides,
  };
}

export function makeTheme(overrides: Partial<Theme> = {}): Theme {
  return {
    key: 'theme-1',
    itemId: 1,
    title: 'Joint working',
    sortOrder: 1,
    reviewSaid: null,
    stakeholdersSaid: null,
    progressSoFar: null,
    ...overrides,
  };
}

/** Fortnightly on Mondays at 10:00 from 10 January 2022. */
export function makeGroup(overrides: Partial<Group> = {}): Group {
  return {
    key: 'send',
    itemId: 1,
    title: 'SEND',
    kind: 'Operational',
    chair: 'chair',
    author: null,
    teamId: 'team-1',
    channelId: 'channel-1',
    everyWeeks: 2,
    everyMonths: null,
    firstMeeting: '2022-01-10',
    meetingTime: '10:00',
    onBankHoliday: null,
    active: true,
    ...overrides,
  };
}

/** The same for the same key, and of the shape that Entra gives. */
const guidOf = (key: string): string =>
  `00000000-0000-4000-8000-${createHash('sha256').update(key).digest('hex').slice(0, 12)}`;

export function makeOwner(overrides: Partial<Owner> = {}): Owner {
  const key = overrides.key ?? 'owner';
  return {
    key,
    itemId: 1,
    title: 'SEND group owner',
    email: `${key}@alp.example`,
    entraObjectId: guidOf(key),
    roles: ['Member'],
    groups: ['send'],
    deputy: null,
    awayFrom: null,
    awayTo: null,
    ...overrides,
  };
}

/** In progress, first promised and expected by the end of March 2022. */
export function makeRecommendation(overrides: Partial<Recommendation> = {}): Recommendation {
  const number = overrides.number ?? 3;
  return {
    key: `rec-${number}`,
    itemId: number,
    title: `Recommendation ${number}`,
    number,
    fullText: null,
    theme: 'theme-1',
    leadGroup: 'send',
    owner: 'owner',
    priority: null,
    stage: 'In progress',
    scheduleRag: 'Green',
    confidence: null,
    baselineDue: '2022-03-31',
    forecastDue: '2022-03-31',
    duePrecision: 'Month',
    completedOn: null,
    evidenceUrl: null,
    signOffBy: null,
    latestNote: null,
    latestUpdate: null,
    ...overrides,
  };
}

export function makeAction(overrides: Partial<Action> = {}): Action {
  return {
    key: 'action-7',
    itemId: 7,
    title: 'Share the draft process map',
    details: null,
    recommendation: null,
    group: 'send',
    owner: 'owner',
    blocker: null,
    waitingOn: null,
    raisedAt: null,
    stage: 'In progress',
    scheduleRag: 'Green',
    confidence: null,
    baselineDue: '2022-03-11',
    forecastDue: '2022-03-11',
    duePrecision: 'Day',
    completedOn: null,
    evidenceUrl: null,
    signOffBy: null,
    latestNote: null,
    latestUpdate: null,
    ...overrides,
  };
}

export function makeMilestone(overrides: Partial<Milestone> = {}): Milestone {
  return {
    key: 'milestone-2',
    itemId: 2,
    title: 'Budgets brought together',
    recommendation: null,
    theme: null,
    group: 'send',
    stage: 'Not started',
    baselineDue: '2022-03-31',
    forecastDue: '2022-03-31',
    duePrecision: 'Month',
    reachedOn: null,
    evidenceUrl: null,
    signOffBy: null,
    ...overrides,
  };
}

/** The SEND group's meeting of 24 January 2022, with its check-in open. */
export function makeMeeting(overrides: Partial<Meeting> = {}): Meeting {
  return {
    key: 'send@2022-01-24',
    itemId: 1,
    title: 'SEND, 24 Jan 2022',
    group: 'send',
    startsAt: '2022-01-24T10:00:00Z',
    state: 'Open',
    attendees: [],
    decisions: null,
    closedAt: null,
    ...overrides,
  };
}

export function makeUpdate(overrides: Partial<Update> = {}): Update {
  return {
    key: 'update-1',
    itemId: 1,
    title: '3: In progress',
    itemList: 'Recommendations',
    itemNumber: 3,
    itemKey: 'rec-3',
    meeting: null,
    by: 'owner',
    at: '2022-01-10T10:00:00Z',
    stage: 'In progress',
    confidence: null,
    forecastDue: '2022-03-31',
    note: null,
    blocker: null,
    previousStage: 'In progress',
    previousConfidence: null,
    previousForecastDue: '2022-03-31',
    reason: null,
    answerId: 'update-1',
    ...overrides,
  };
}

export function makeMeasure(overrides: Partial<Measure> = {}): Measure {
  return {
    key: 'measure-1',
    itemId: 1,
    title: 'Specialist placements',
    unit: 'placements',
    baseline: 78,
    target: 450,
    targetDate: '2023-09-30',
    theme: null,
    ...overrides,
  };
}

export function makeReading(overrides: Partial<Reading> = {}): Reading {
  return {
    key: 'reading-1',
    itemId: 1,
    title: 'Reading',
    measure: 'measure-1',
    value: 121,
    on: '2022-03-01',
    by: null,
    ...overrides,
  };
}

/** The item, which the test knows to be there. */
export function itemIn(plan: Plan, ref: ItemRef): Item {
  const item = findItem(plan, ref);
  if (item === null) throw new Error(`no ${ref.list} ${ref.key} in the plan of this test`);
  return item;
}

export function recommendation(number: number): ItemRef {
  return { list: 'Recommendations', key: `rec-${number}` };
}

/** The plan after somebody answered, as the workflow would leave it; throws when the answer is not taken. */
export function afterAnswer(
  plan: Plan,
  {
    ref,
    by = 'owner',
    meeting = null,
    now = NOW,
    ...input
  }: Omit<AnswerInput, 'ref'> & {
    readonly ref: ItemRef;
    readonly by?: string;
    readonly meeting?: Meeting | null;
    readonly now?: Temporal.Instant;
  },
): Plan {
  const owner = plan.owners.find((one) => one.key === by);
  if (!owner) throw new Error(`no owner ${by} in the plan of this test`);
  const answerId = `answer-${plan.updates.length + 1}`;
  const outcome = applyAnswer({
    plan,
    item: itemIn(plan, ref),
    input: { ref, ...input },
    by: owner,
    meeting,
    answerId,
    now,
  });
  if (outcome.problems) throw new Error(outcome.problems.map((problem) => problem.message).join(' '));
  return { ...withChanges(plan, ref, outcome.changes), updates: [...plan.updates, outcome.update] };
}

function withChanges(plan: Plan, ref: ItemRef, changes: ItemChanges): Plan {
  const change = <T extends { readonly key: string }>(rows: readonly T[]) =>
    rows.map((row) => (row.key === ref.key ? { ...row, ...changes } : row));
  if (ref.list === 'Recommendations') return { ...plan, recommendations: change(plan.recommendations) };
  if (ref.list === 'Actions') return { ...plan, actions: change(plan.actions) };
  return { ...plan, milestones: change(plan.milestones) };
}

export function makeEngagement(overrides: Partial<Engagement> = {}): Engagement {
  return {
    key: 'engagement-1',
    itemId: 1,
    title: 'Parents and carers',
    on: '2022-01-05',
    purpose: 'Review the recommendations',
    outcome: null,
    said: 'The words are hard to read',
    theme: 'theme-1',
    answer: null,
    voices: 12,
    recordedBy: null,
    ...overrides,
  };
}
