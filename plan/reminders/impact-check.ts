import { addDays, daysBetween } from '../calendar/dates.ts';
import { workingDayOnOrAfter } from '../calendar/working-days.ts';
import { type ImpactStanding, impactStandings, voiceOf } from '../co-production/impact-due.ts';
import { impactWords } from '../co-production/impact-lines.ts';
import { peopleOf } from '../co-production/sign-off-people.ts';
import type { Plan } from '../plan.ts';
import type { IsoDate, Owner, RowKey } from '../rows.ts';
import type { Reminded } from './reminded.ts';
import { toldOf } from './told-to.ts';
import { weeklyDayUpTo } from './weekly-day.ts';

/** A check that nobody answers is asked for again after so long. */
const AGAIN_DAYS = 28;

/**
 * What was completed three, six and twelve months ago: its owner and the chair of its group are asked whether it works. What
 * one of them said works waits weekly for somebody else to say so too.
 */
export function impactChecks(plan: Plan, day: IsoDate): Reminded[] {
  return impactStandings(plan, day).flatMap((standing) => {
    const fellOn = fellOnOf(plan, standing, day);
    if (fellOn === null) return [];
    const says = () => impactWords(plan, standing);
    return askedOf(plan, standing).map(
      (to): Reminded => ({ item: standing.item, why: 'impact check', to, fellOn, says }),
    );
  });
}

function fellOnOf({ closures }: Plan, { state, dueOn }: ImpactStanding, day: IsoDate): IsoDate | null {
  if (state === 'coming') return null;
  if (state === 'to confirm') return weeklyDayUpTo(day, closures);
  const times = Math.floor(daysBetween(dueOn, day) / AGAIN_DAYS);
  const latest = workingDayOnOrAfter(addDays(dueOn, times * AGAIN_DAYS), closures);
  if (latest <= day) return latest;
  return times === 0 ? null : workingDayOnOrAfter(addDays(dueOn, (times - 1) * AGAIN_DAYS), closures);
}

function askedOf(plan: Plan, { item, works }: ImpactStanding): readonly RowKey[] {
  const chairs = toldOf(plan, item.group, [item.owner]);
  const keysOf = (people: readonly Owner[]) => [...new Set(people.map(({ key }) => key))];
  if (works === null) return [...new Set([...(item.owner === null ? [] : [item.owner]), ...keysOf(chairs)])];
  const group = item.signOffBy === null ? [] : peopleOf(plan, item.signOffBy);
  const others = [...group, ...chairs].filter((person) => voiceOf(plan, person, item) !== works.by);
  return keysOf(others).filter((key) => key !== item.owner);
}
