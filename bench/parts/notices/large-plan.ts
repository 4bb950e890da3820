import { addDays } from '../../../plan/calendar/dates.ts';
import type { Plan } from '../../../plan/plan.ts';
import type { Action, Group, Milestone, Owner, Recommendation, RowKey } from '../../../plan/rows.ts';
import { createRandom } from '../../../sandbox/core/random.ts';
import {
  makeAction,
  makeGroup,
  makeMilestone,
  makeOwner,
  makePlan,
  makeRecommendation,
} from '../../../tests/helpers/make-plan.ts';
import { drawNumber, type Random } from '../chance.ts';

export interface PlanSize {
  readonly groups: number;
  readonly owners: number;
  readonly items: number;
}

/** Every so many items there is a recommendation, and a milestone; the others are actions. */
const EVERY = 5;
/** Every so many owners are away for a while, the same day of the year for the same owner. */
const AWAY_EVERY = 7;
const AWAY_DAYS = 14;
/** Every so many owners have no account that Teams knows. */
const WITHOUT_ACCOUNT_EVERY = 100;
/** No check-in should be open yet when the plan begins. */
const FIRST_AFTER_DAYS = 4;
/** Items fall due up to so many days after the first. */
const SPREAD_DAYS = 350;
const TIMES = ['09:30', '10:00', '13:00', '14:30', '16:00'] as const;

/**
 * A plan of any size: groups that meet every fortnight on different days, owners with deputies, some of them away for two
 * weeks, and items that fall due over a year. The first owner of each group is its chair, the very first one manages
 * the plan. The same seed makes the same plan.
 */
export function makeLargePlan(
  size: PlanSize,
  {
    id = 'plan-1',
    from,
    seed,
    ownersFrom = 0,
  }: {
    readonly id?: string;
    /** The first day on which something falls due, `YYYY-MM-DD`. */
    readonly from: string;
    readonly seed: number;
    /** Number of the first owner: two plans share those whose numbers they share. Default 0. */
    readonly ownersFrom?: number;
  },
): Plan {
  const random = createRandom(seed);
  const numbers = (count: number) => Array.from({ length: count }, (_, number) => number);
  const groupOf = (number: number) => `${id}-group-${number % size.groups}`;
  const ownerOf = (number: number) => `person-${ownersFrom + number}`;
  /** One of those in the group. */
  const anyOwnerIn = (group: number) => {
    const members = Math.ceil((size.owners - group) / size.groups);
    return ownerOf(group + size.groups * drawNumber(members, random));
  };
  const groups = numbers(size.groups).map((number) =>
    groupRow(number, groupOf(number), ownerOf(number), from),
  );
  const owners = numbers(size.owners).map((number) =>
    ownerRow(number, { key: ownerOf(number), group: groupOf(number), size, ownerOf, from }),
  );
  const rows = numbers(size.items).map((number) => {
    const due = addDays(from, drawNumber(SPREAD_DAYS, random));
    return { number, due, group: groupOf(number), owner: anyOwnerIn(number % size.groups) };
  });
  return makePlan({
    id,
    name: `Plan ${id}`,
    groups,
    owners,
    recommendations: rows.filter(({ number }) => number % EVERY === 0).map(recommendationRow),
    milestones: rows.filter(({ number }) => number % EVERY === 1).map(milestoneRow),
    actions: rows.filter(({ number }) => number % EVERY > 1).map((row) => actionRow(row, random)),
  });
}

interface DatedRow {
  readonly number: number;
  readonly due: string;
  readonly group: RowKey;
  readonly owner: RowKey;
}

function groupRow(number: number, key: RowKey, chair: RowKey, from: string): Group {
  const meets = Temporal.PlainDate.from(from).add({ days: FIRST_AFTER_DAYS + (number % 14) });
  // A group meets on working days.
  const days = Math.max(0, 8 - meets.dayOfWeek) % 7;
  return makeGroup({
    key,
    itemId: number + 1,
    title: `Group ${number + 1}`,
    chair,
    teamId: 'team-1',
    channelId: `channel-of-${key}`,
    firstMeeting: (meets.dayOfWeek > 5 ? meets.add({ days }) : meets).toString(),
    meetingTime: TIMES[number % TIMES.length] ?? '10:00',
  });
}

function ownerRow(
  number: number,
  {
    key,
    group,
    size,
    ownerOf,
    from,
  }: {
    readonly key: RowKey;
    readonly group: RowKey;
    readonly size: PlanSize;
    readonly ownerOf: (number: number) => RowKey;
    readonly from: string;
  },
): Owner {
  const awayFrom = number % AWAY_EVERY === 3 ? addDays(from, (number * 11) % SPREAD_DAYS) : null;
  const deputy = number + size.groups < size.owners ? ownerOf(number + size.groups) : null;
  const row = makeOwner({
    key,
    itemId: number + 1,
    title: `Somebody ${number + 1}`,
    groups: [group],
    roles: [
      'Member',
      ...(number < size.groups ? (['Chair'] as const) : []),
      ...(number === 0 ? (['Plan manager'] as const) : []),
    ],
    deputy,
    awayFrom,
    awayTo: awayFrom === null ? null : addDays(awayFrom, AWAY_DAYS),
  });
  return number % WITHOUT_ACCOUNT_EVERY === WITHOUT_ACCOUNT_EVERY - 1 ? { ...row, entraObjectId: null } : row;
}

function recommendationRow({ number, due, group, owner }: DatedRow): Recommendation {
  return makeRecommendation({
    key: `rec-${number}`,
    itemId: number + 1,
    number,
    title: `Recommendation ${number}`,
    leadGroup: group,
    owner,
    baselineDue: due,
    forecastDue: due,
  });
}

function milestoneRow({ number, due, group }: DatedRow): Milestone {
  return makeMilestone({
    key: `milestone-${number}`,
    itemId: number + 1,
    title: `Milestone ${number}`,
    group,
    baselineDue: due,
    forecastDue: due,
    duePrecision: 'Day',
  });
}

function actionRow({ number, due, group, owner }: DatedRow, random: Random): Action {
  return makeAction({
    key: `action-${number}`,
    itemId: number + 1,
    title: `Action ${number}`,
    group,
    owner,
    stage: random() < 0.5 ? 'Not started' : 'In progress',
    baselineDue: due,
    forecastDue: due,
  });
}
