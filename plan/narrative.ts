import type { ItemLine } from './content.ts';
import { lineOf } from './items.ts';
import type { Item, Plan } from './plan.ts';
import type { Group } from './rows.ts';

/**
 * Whether what people said of an item, its notes, reasons and blockers, may stand in a group's channel. Only in the
 * channel of the group whose item it is, and only where that channel is nobody else's: other groups, reference groups and
 * boards are told how things stand, not what was said.
 */
export function wordsMayStand(plan: Plan, group: Group): (item: Item) => boolean {
  const isShared = plan.groups.some(
    ({ key, channelId, active }) =>
      key !== group.key && active !== false && channelId !== null && channelId === group.channelId,
  );
  const isOwn = group.kind === 'Operational' && !isShared;
  return (item) => isOwn && item.group === group.key;
}

/** One item as a row of a post, with its last note only where words may stand. */
export function lineFor(
  plan: Plan,
  item: Item,
  now: Temporal.Instant,
  mayStand: (item: Item) => boolean,
): ItemLine {
  const line = lineOf(plan, item, now);
  return mayStand(item) ? line : { ...line, latestNote: null, latestNoteOn: null };
}
