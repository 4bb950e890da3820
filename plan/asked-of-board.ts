import { recordOfWaits } from './answers/waiting.ts';
import { formatShortDay } from './calendar/dates.ts';
import { groupName, isClosed } from './items.ts';
import type { Item, Plan } from './plan.ts';
import { indexOf } from './plan-index.ts';
import type { IsoDate } from './rows.ts';
import { colourOf, expectedDue, isOverdue } from './schedule.ts';

/** A board is asked for what waits on others or is Red. */
export function needsBoard(plan: Plan, item: Item, today: IsoDate): boolean {
  if (isClosed(item.stage)) return false;
  return item.stage === 'Waiting on others' || colourOf(item, plan.settings, today) === 'Red';
}

/** What the item needs, in the best words there are. */
export function askOf(plan: Plan, item: Item, today: IsoDate): string {
  const said = saidNeed(plan, item);
  if (said !== null) return said;
  const due = expectedDue(item);
  const since = due !== null && isOverdue(item, today) ? `Overdue since ${formatShortDay(due)}. ` : '';
  return `${since}${NO_REASON}`;
}

/** Where nobody said what an item needs. */
export const NO_REASON = 'No reason given yet.';

/** What somebody said that the item needs; `null` where nobody did. */
export function saidNeed(plan: Plan, item: Item): string | null {
  if (item.blocker !== null) return recordOfWaits(plan, item, item.group) ?? item.blocker;
  if (item.stage === 'Done awaiting sign-off') return 'Done, as its owner says, and waiting for sign-off.';
  const waitingOn = groupName(plan, item.waitingOn);
  if (waitingOn !== null) return `Waiting on ${waitingOn}.`;
  const reason = indexOf(plan)
    .updatesOf(item.ref)
    .findLast((update) => update.reason !== null)?.reason;
  return reason ?? item.latestNote;
}
