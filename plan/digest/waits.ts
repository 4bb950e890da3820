import { itemAsOf } from '../as-of.ts';
import { waitingSince } from '../check-in/waiting-since.ts';
import type { DigestContent } from '../content.ts';
import { groupItems, groupName, itemsOf, lineOf } from '../items.ts';
import { lineFor, statusOnly, wordsMayStand } from '../narrative.ts';
import type { Item, Plan } from '../plan.ts';
import type { Group, RowKey } from '../rows.ts';

/**
 * What a group waits on others for. The words about it stand only where the channel may have them.
 * @param toldAt what waited then was told with its words, and needs none again. Default: nothing was told
 */
export function blockedOf(
  plan: Plan,
  group: Group,
  now: Temporal.Instant,
  toldAt: Temporal.Instant | null = null,
): DigestContent['blocked'] {
  const mayStand = wordsMayStand(plan, group);
  return groupItems(plan, group.key)
    .filter(isWaiting)
    .map((item) => {
      const isTold = toldAt !== null && isWaiting(itemAsOf(plan, item, toldAt));
      return {
        line: lineFor(plan, item, now, mayStand),
        waitingOnName: groupName(plan, item.waitingOn) ?? 'others',
        since: waitingSince(plan, item, now),
        blocker: mayStand(item) && !isTold ? item.blocker : null,
      };
    });
}

/** What other groups wait on this one for: how it stands, and nothing that was said among them. */
export function blockingOf(plan: Plan, group: Group, now: Temporal.Instant): DigestContent['blocking'] {
  return (waitedOn(plan).get(group.key) ?? [])
    .filter((item) => item.group !== group.key)
    .map((item) => ({
      line: statusOnly(lineOf(plan, item, now)),
      waitingName: groupName(plan, item.group) ?? 'Another group',
      since: waitingSince(plan, item, now),
    }));
}

const waitedOnByPlan = new WeakMap<Plan, ReadonlyMap<RowKey | null, readonly Item[]>>();

/** Items that wait, by the group they wait on. */
function waitedOn(plan: Plan): ReadonlyMap<RowKey | null, readonly Item[]> {
  const known = waitedOnByPlan.get(plan);
  if (known) return known;
  const made = Map.groupBy(itemsOf(plan).filter(isWaiting), ({ waitingOn }) => waitingOn);
  waitedOnByPlan.set(plan, made);
  return made;
}

function isWaiting({ stage }: Item): boolean {
  return stage === 'Waiting on others';
}
