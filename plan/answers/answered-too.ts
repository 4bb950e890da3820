import { formatMoment, todayIn } from '../calendar/dates.ts';
import { ownerName } from '../items.ts';
import type { Item, Plan } from '../plan.ts';
import type { Owner, Update } from '../rows.ts';

/**
 * Told to whoever answers an item that somebody else was the last to answer in the same check-in:
 * `12: SEND chair answered it at 10:02 too; both are kept in its history.`
 * @returns `null` where nobody has, or only they themselves since
 */
export function answeredToo(answering: {
  readonly plan: Plan;
  readonly item: Item;
  /** The answer that was the last before this one. */
  readonly last: Pick<Update, 'by' | 'at'> | null;
  readonly by: Owner;
  readonly now: Temporal.Instant;
}): string | null {
  const { plan, item, last, by, now } = answering;
  if (last === null || last.by === by.key) return null;
  const who = ownerName(plan, last.by) ?? 'Somebody';
  return `${item.label}: ${who} answered it${whenWords(plan, last.at, now)} too; both are kept in its history.`;
}

function whenWords(plan: Plan, at: Update['at'], now: Temporal.Instant): string {
  if (at === null) return '';
  const { timeZone } = plan.settings;
  const [day, time] = formatMoment(at, timeZone).split(', ');
  const isToday = todayIn(Temporal.Instant.from(at), timeZone) === todayIn(now, timeZone);
  return isToday ? ` at ${time}` : ` on ${day}, ${time},`;
}
