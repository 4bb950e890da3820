import { isAfter, itemAsOf } from '../as-of.ts';
import { daysBetween } from '../calendar/dates.ts';
import { isClosed } from '../items.ts';
import type { Item, Plan } from '../plan.ts';
import { indexOf } from '../plan-index.ts';
import type { RowKey } from '../rows.ts';
import { expectedDue, promisedDue } from '../schedule.ts';
import type { AlertSpan } from './alert-spans.ts';

/** An item that somebody spoke of within a span: as it stood before, when the span ended, and now. */
export interface MovedItem {
  readonly since: Temporal.Instant;
  readonly before: Item;
  readonly atEnd: Item;
  readonly item: Item;
}

/** `null` where nobody spoke of the item within the span. */
export function movedIn(plan: Plan, item: Item, { since, until }: AlertSpan): MovedItem | null {
  const last = indexOf(plan).updatesOf(item.ref).at(-1);
  if (last === undefined || !isAfter(last, since)) return null;
  return {
    since,
    before: itemAsOf(plan, item, since),
    atEnd: isAfter(last, until) ? itemAsOf(plan, item, until) : item,
    item,
  };
}

/** The forecast has gone beyond what the plan tolerates, and is still there. What was beyond it before is told no more. */
export function hasSlipped(plan: Plan, { before, atEnd, item }: MovedItem): boolean {
  const isBeyond = (one: Item) => {
    const promised = promisedDue(one);
    const expected = expectedDue(one);
    const days = promised === null || expected === null ? 0 : daysBetween(promised, expected);
    return days > plan.settings.toleranceDays;
  };
  return !isClosed(item.stage) && !isBeyond(before) && isBeyond(atEnd) && isBeyond(item);
}

/** It waited on others, and goes on without them. */
export function isUnblocked({ before, atEnd, item }: MovedItem): boolean {
  return waits(before) && !waits(atEnd) && !waits(item) && !isClosed(item.stage);
}

/** The other group that it no longer waits on, whatever became of it; `null` where there is none. */
export function releasedGroup({ before, atEnd, item }: MovedItem): RowKey | null {
  const group = before.waitingOn;
  const isReleased = atEnd.waitingOn !== group && (item.waitingOn !== group || isClosed(item.stage));
  return group !== item.group && isReleased ? group : null;
}

function waits({ stage, waitingOn }: Item): boolean {
  return stage === 'Waiting on others' || (waitingOn !== null && !isClosed(stage));
}
