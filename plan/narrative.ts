import type { ItemLine } from './content.ts';
import { lineOf } from './items.ts';
import type { Item, Plan } from './plan.ts';
import type { Group } from './rows.ts';

/**
 * Whether a group's channel is its own: that of people who do the work, and of no other group. Only there may stand what
 * people said: notes, reasons, blockers. Reference groups and boards are told how things stand.
 */
export function hasOwnChannel(plan: Plan, { key, kind, channelId }: Group): boolean {
  const isShared = plan.groups.some(
    (other) =>
      other.key !== key && other.active !== false && channelId !== null && other.channelId === channelId,
  );
  return kind === 'Operational' && !isShared;
}

/** Whether what people said of an item may stand in a group's channel: where it is theirs, and the channel their own. */
export function wordsMayStand(plan: Plan, group: Group): (item: Item) => boolean {
  const isOwn = hasOwnChannel(plan, group);
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
  return mayStand(item) ? line : statusOnly(line);
}

/** A row without what was said. */
export function statusOnly(line: ItemLine): ItemLine {
  return { ...line, latestNote: null, latestNoteOn: null };
}
