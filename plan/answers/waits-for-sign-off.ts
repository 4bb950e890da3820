import type { Stage } from '../glossary.ts';
import { groupName, ownerName } from '../items.ts';
import type { Item, Plan } from '../plan.ts';
import { indexOf } from '../plan-index.ts';
import type { Update } from '../rows.ts';

/**
 * Told to whoever says that an item is complete and is not the second person that this needs: `5: done, and waits for
 * SEND group chair to sign it off.`
 * @returns `null` for everything else
 */
export function waitsForSignOff({
  plan,
  item,
  said,
  update,
}: {
  readonly plan: Plan;
  readonly item: Item;
  /** The stage they chose. */
  readonly said: Stage | undefined;
  readonly update: Pick<Update, 'stage'>;
}): string | null {
  if (said !== 'Complete' || update.stage !== 'Done awaiting sign-off') return null;
  if (item.signOffBy !== null) {
    const group = groupName(plan, item.signOffBy) ?? 'the group that was asked';
    return `${item.label}: done, and waits for ${group} to sign it off.`;
  }
  const chair = item.group === null ? null : (indexOf(plan).groups.get(item.group)?.chair ?? null);
  const isOwnChair = chair !== null && chair === item.owner;
  const who = (isOwnChair ? null : ownerName(plan, chair)) ?? 'a second person';
  return `${item.label}: done, and waits for ${who} to sign it off.`;
}
