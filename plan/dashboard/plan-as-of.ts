import { isAfter, itemAsOf } from '../as-of.ts';
import { todayIn } from '../calendar/dates.ts';
import { wasThere } from '../counts.ts';
import { itemsOf } from '../items.ts';
import { plannedOf } from '../meetings/meetings.ts';
import type { Item, ItemRef, Plan } from '../plan.ts';
import { rememberOf } from '../remember-of.ts';
import type { Meeting, RowKey } from '../rows.ts';

/** A day shown, one that it is compared with, and another of somebody else. */
const KEPT = 3;
const pastPlans = rememberOf<Plan, Plan>(KEPT);

/**
 * A plan as it stood at a moment of the past, worked out backwards from its append-only updates. Whatever is not in the
 * history (titles, owners, groups, themes, dates first promised) is as it is now.
 */
export function planAsOf(plan: Plan, instant: Temporal.Instant): Plan {
  return pastPlans(plan, instant.epochMilliseconds, () => workedOut(plan, instant));
}

function workedOut(plan: Plan, instant: Temporal.Instant): Plan {
  const day = todayIn(instant, plan.settings.timeZone);
  const stood = new Map(
    itemsOf(plan)
      .filter((item) => wasThere(plan, item, instant))
      .map((item) => [nameOf(item.ref), itemAsOf(plan, item, instant)] as const),
  );
  const itemOf = (list: ItemRef['list'], key: RowKey) => stood.get(nameOf({ list, key }));
  return {
    ...plan,
    recommendations: plan.recommendations.flatMap((row) => {
      const item = itemOf('Recommendations', row.key);
      return item ? [{ ...row, ...stoodOf(item), completedOn: item.completedOn }] : [];
    }),
    actions: plan.actions.flatMap((row) => {
      const item = itemOf('Actions', row.key);
      if (!item) return [];
      const { completedOn, blocker, waitingOn } = item;
      return [{ ...row, ...stoodOf(item), completedOn, blocker, waitingOn }];
    }),
    milestones: plan.milestones.flatMap((row) => {
      const item = itemOf('Milestones', row.key);
      if (!item) return [];
      return [{ ...row, stage: item.stage, forecastDue: item.forecastDue, reachedOn: item.completedOn }];
    }),
    updates: plan.updates.filter((update) => !isAfter(update, instant)),
    readings: plan.readings.filter(({ on }) => on === null || on <= day),
    signOffs: plan.signOffs.filter(({ on }) => on === null || on <= day),
    priorities: plan.priorities.filter(({ on }) => on === null || on <= day),
    engagements: plan.engagements.filter(({ on }) => on === null || on <= day),
    meetings: plan.meetings.map((row) => meetingAsOf(plan, row, instant)),
  };
}

function stoodOf({ stage, confidence, forecastDue, latestNote, latestUpdate }: Item) {
  return { stage, confidence, forecastDue, latestNote, latestUpdate };
}

/** When a check-in was opened is not kept: what was opened since counts as open from the moment it was to open by itself. */
function meetingAsOf(plan: Plan, row: Meeting, instant: Temporal.Instant): Meeting {
  const isClosedSince = row.closedAt !== null && isAfter({ at: row.closedAt }, instant);
  if (!isClosedSince && row.state !== 'Open') return row;
  const opensAt = plannedOf(plan, row)?.opensAt.toString() ?? row.startsAt;
  return { ...row, state: isAfter({ at: opensAt }, instant) ? 'Planned' : 'Open', closedAt: null };
}

function nameOf({ list, key }: ItemRef): string {
  return `${list}/${key}`;
}
