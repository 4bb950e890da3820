import { waitingSince } from '../check-in/waiting-since.ts';
import { groupName, itemsOf, ownerName } from '../items.ts';
import { chairsOf } from '../people.ts';
import type { Item, Plan } from '../plan.ts';
import type { IsoDate } from '../rows.ts';
import type { Reminded } from './reminded.ts';
import { weeklyDayUpTo } from './weekly-day.ts';

/** What another group waits on a group for, told weekly to its chair. */
export function waitingOnYou(plan: Plan, day: IsoDate): Reminded[] {
  const fellOn = weeklyDayUpTo(day, plan.closures);
  if (fellOn === null) return [];
  const at = Temporal.Instant.from(`${day}T23:59:59Z`);
  return itemsOf(plan)
    .filter(waitsOnOthers)
    .flatMap((item) =>
      chairsOf(plan, item.waitingOn).map((chair): Reminded => {
        const says = () => wordsOf(plan, item, at);
        return { item, why: 'waiting on you', to: chair.key, fellOn, says };
      }),
    );
}

function waitsOnOthers({ stage, waitingOn, group }: Item): boolean {
  return stage === 'Waiting on others' && waitingOn !== null && waitingOn !== group;
}

function wordsOf(plan: Plan, item: Item, at: Temporal.Instant): string {
  const waiting = groupName(plan, item.group) ?? ownerName(plan, item.owner) ?? 'Somebody';
  const since = waitingSince(plan, item, at);
  const what = `${waiting} waits on ${groupName(plan, item.waitingOn)}${since === null ? '' : ` since ${since}`}`;
  return item.blocker === null ? `${what}.` : `${what}: “${item.blocker}”`;
}
