import { todayIn } from '../calendar/dates.ts';
import { itemsOf } from '../items.ts';
import { mayAnswer } from '../people.ts';
import type { Item, Plan } from '../plan.ts';
import { indexOf } from '../plan-index.ts';
import type { IsoDate, Owner, RowKey, Update } from '../rows.ts';
import { recorderOf } from './sign-off-people.ts';

/** How many months after completion it is looked whether something works; then every year until it is said. */
const CHECK_MONTHS = [3, 6, 12] as const;
const YEAR = 12;
/** Nobody goes on asking for longer. */
const LONGEST_YEARS = 10;

/** Updates of impact checks are named so; no answer is. */
export const IMPACT_NAMES = { 'It works': 'impact/works/', 'Not yet': 'impact/not-yet/' } as const;

/**
 * Who is heard when somebody speaks of an item's effect: whoever answers for it or records for the group that was asked;
 * else that group, as one voice of which nobody is named: `null`.
 */
export function voiceOf(plan: Plan, by: Owner, item: Item): RowKey | null {
  return mayAnswer(plan, by, item.group, item) ? by.key : recorderOf(plan, by, item.signOffBy);
}

/** How the impact checks of something complete stand. */
export interface ImpactStanding {
  readonly item: Item;
  readonly completedOn: IsoDate;
  /** The check that nobody has answered yet. */
  readonly dueOn: IsoDate;
  /** How many months after completion that is. */
  readonly months: number;
  readonly state: 'coming' | 'due' | 'to confirm';
  /** Who said that it works, where a second person has to say so too; else `null`. */
  readonly works: Update | null;
}

/** Everything whose effect is still to be looked at, what is due first. */
export function impactStandings(plan: Plan, today: IsoDate): readonly ImpactStanding[] {
  return itemsOf(plan)
    .map((item) => impactOf(plan, item, today))
    .filter((standing) => standing !== null)
    .toSorted((one, other) => one.dueOn.localeCompare(other.dueOn));
}

/** How it stands with one item; `null` for what is not complete, and where nobody knows since when it is. */
export function impactOf(plan: Plan, item: Item, today: IsoDate): ImpactStanding | null {
  if (item.stage !== 'Complete') return null;
  const since = updatesSince(plan, item);
  const completedOn =
    item.completedOn ??
    dayOf(
      plan,
      since.find(({ stage }) => stage === 'Complete'),
    );
  if (completedOn === null) return null;
  const last = since.findLast((update) => isSaid(update, 'It works') || isSaid(update, 'Not yet'));
  const looked = last !== undefined && isSaid(last, 'Not yet') ? dayOf(plan, last) : null;
  const next = checksAfter(completedOn).find(({ on }) => looked === null || on > looked);
  if (next === undefined) return null;
  const works = last !== undefined && isSaid(last, 'It works') ? last : null;
  const open = next.on <= today ? 'due' : 'coming';
  return {
    item,
    completedOn,
    dueOn: next.on,
    months: next.months,
    state: works === null ? open : 'to confirm',
    works,
  };
}

/** When something is looked at that was completed on a day. */
function checksAfter(completedOn: IsoDate): readonly { readonly on: IsoDate; readonly months: number }[] {
  const years = Array.from({ length: LONGEST_YEARS - 1 }, (_, at) => YEAR * (at + 2));
  const completed = Temporal.PlainDate.from(completedOn);
  return [...CHECK_MONTHS, ...years].map((months) => ({ on: completed.add({ months }).toString(), months }));
}

/** What was said of it since it last was anything but complete. */
function updatesSince(plan: Plan, { ref }: Item): readonly Update[] {
  const updates = indexOf(plan).updatesOf(ref);
  return updates.slice(updates.findLastIndex(({ stage }) => stage !== 'Complete') + 1);
}

function isSaid({ answerId }: Update, answer: keyof typeof IMPACT_NAMES): boolean {
  return answerId?.startsWith(IMPACT_NAMES[answer]) ?? false;
}

function dayOf(plan: Plan, update: Update | undefined): IsoDate | null {
  const at = update?.at ?? null;
  return at === null ? null : todayIn(Temporal.Instant.from(at), plan.settings.timeZone);
}
