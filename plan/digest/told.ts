import type { AskedItem } from '../check-in.ts';
import { endOf, plannedOf } from '../meetings/meetings.ts';
import type { Item, Plan } from '../plan.ts';
import { indexOf } from '../plan-index.ts';
import type { Meeting } from '../rows.ts';

/** What a meeting has taken on. */
export function raisedAt(plan: Plan, meeting: Meeting, items: readonly Item[]): readonly Item[] {
  const { actions } = indexOf(plan);
  return items.filter(({ ref }) => ref.list === 'Actions' && actions.get(ref.key)?.raisedAt === meeting.key);
}

/** When the summary of a meeting told its group what happened; `null` where there was nothing to record, or no closing. */
export function toldAt(
  plan: Plan,
  meeting: Meeting,
  { asked, raised }: { readonly asked: readonly AskedItem[]; readonly raised: readonly Item[] },
): Temporal.Instant | null {
  const planned = plannedOf(plan, meeting);
  if (planned === null || meeting.state !== 'Closed' || meeting.closedAt === null) return null;
  const isRecorded =
    asked.some(({ answer }) => answer !== null) ||
    raised.length > 0 ||
    meeting.attendees.length > 0 ||
    (meeting.decisions ?? '').trim() !== '';
  return isRecorded ? endOf(meeting, planned) : null;
}
