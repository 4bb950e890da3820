import { askedItems } from '../check-in.ts';
import type { Item, Plan } from '../plan.ts';
import { indexOf } from '../plan-index.ts';
import type { Meeting, RowKey } from '../rows.ts';
import { meetingsWithoutWord } from '../schedule.ts';

/**
 * Whether the last check-ins of its group, as many as the plan waits weeks for a word, all asked about an item and got no
 * answer, and nobody has spoken of it otherwise.
 */
export function isSilentInCheckIns(plan: Plan, item: Item): boolean {
  const count = plan.settings.escalateAfterWeeks;
  const last = closedMeetings(plan, item.group).slice(-count);
  const [latest] = last.slice(-1);
  if (last.length < count || !latest?.closedAt) return false;
  if (meetingsWithoutWord(plan, item, Temporal.Instant.from(latest.closedAt)) < count) return false;
  return last.every((meeting) => unansweredIn(plan, meeting).has(`${item.ref.list}/${item.ref.key}`));
}

const closedByPlan = new WeakMap<Plan, Map<RowKey | null, readonly Meeting[]>>();

/** The check-ins of a group that Milepost has closed, the earliest first. */
function closedMeetings(plan: Plan, group: RowKey | null): readonly Meeting[] {
  const known = closedByPlan.get(plan) ?? new Map<RowKey | null, readonly Meeting[]>();
  closedByPlan.set(plan, known);
  const found =
    known.get(group) ??
    indexOf(plan)
      .meetingsOf(group)
      .filter(({ state, closedAt }) => state === 'Closed' && closedAt !== null)
      .toSorted((one, other) => ((one.startsAt ?? '') < (other.startsAt ?? '') ? -1 : 1));
  known.set(group, found);
  return found;
}

const unansweredByPlan = new WeakMap<Plan, Map<RowKey, ReadonlySet<string>>>();

/** `list/key` of the items of which a closed check-in got no answer. */
function unansweredIn(plan: Plan, meeting: Meeting): ReadonlySet<string> {
  const known = unansweredByPlan.get(plan) ?? new Map<RowKey, ReadonlySet<string>>();
  unansweredByPlan.set(plan, known);
  const asked =
    known.get(meeting.key) ??
    new Set(
      askedItems(plan, meeting, Temporal.Instant.from(meeting.closedAt ?? ''))
        .filter(({ answer }) => answer === null)
        .map(({ item }) => `${item.ref.list}/${item.ref.key}`),
    );
  known.set(meeting.key, asked);
  return asked;
}
