import { addDays } from '../calendar/dates.ts';
import { isClosed, itemsOf } from '../items.ts';
import type { Item, Plan } from '../plan.ts';
import { indexOf } from '../plan-index.ts';
import type { IsoDate, RowKey } from '../rows.ts';
import { expectedDue } from '../schedule.ts';
import type { Reminded } from './reminded.ts';
import { toldOf } from './told-to.ts';
import { weeklyDayUpTo } from './weekly-day.ts';

/** A group watches over its own milestones; its chair hears of one that nobody owns once it comes near. */
const NEAR_DAYS = 14;

/**
 * What nobody owns, so that nobody is reminded of it: told weekly to the chair of its group, where there is none to plan
 * managers. Milestones have the owner of their recommendation: where that one is told, they are not told besides.
 */
export function unowned(plan: Plan, day: IsoDate): Reminded[] {
  const fellOn = weeklyDayUpTo(day, plan.closures);
  if (fellOn === null) return [];
  const parents = new Map(plan.milestones.map(({ key, recommendation }) => [key, recommendation]));
  return itemsOf(plan).flatMap((item) => {
    if (isClosed(item.stage) || isOwned(plan, item)) return [];
    const isMilestone = item.ref.list === 'Milestones';
    const words = isMilestone
      ? wordsOfMilestone(plan, item, { parent: parents.get(item.ref.key) ?? null, day })
      : 'Nobody owns it, so nobody is reminded of it. Give it to somebody.';
    if (words === null) return [];
    const says = () => words;
    return toldOf(plan, item.group).map(
      ({ key }): Reminded => ({ item, why: 'nobody owns it', to: key, fellOn, says }),
    );
  });
}

function isOwned(plan: Plan, { owner }: Item): boolean {
  return owner !== null && indexOf(plan).owners.has(owner);
}

/** What there is to do about it; `null` where nothing is to be said now. */
function wordsOfMilestone(
  plan: Plan,
  item: Item,
  { parent, day }: { readonly parent: RowKey | null; readonly day: IsoDate },
): string | null {
  const recommendation = parent === null ? undefined : indexOf(plan).recommendations.get(parent);
  if (recommendation !== undefined)
    return isClosed(recommendation.stage)
      ? 'Its recommendation has no owner, so nobody is reminded of it.'
      : null;
  if (item.group === null)
    return 'It has no group and no recommendation, so nobody else is told of its date. Enter one of them in the Milestones list.';
  const due = expectedDue(item);
  return due === null || due > addDays(day, NEAR_DAYS)
    ? null
    : 'It belongs to no recommendation, so nobody owns it and nobody else is reminded of it.';
}
