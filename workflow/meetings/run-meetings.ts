import { addDays, formatShortDay, todayIn } from '../../plan/dates.ts';
import { calendarOf, type PlannedMeeting, plannedOf } from '../../plan/meetings.ts';
import type { Plan, PlanId } from '../../plan/plan.ts';
import type { Group, Meeting } from '../../plan/rows.ts';
import { markCardsDirty } from '../../store/check-in-cards.ts';
import type { Queryable } from '../../store/database.ts';
import { changeRow, insertRow } from '../../store/mirror.ts';
import { queueWrite } from '../../store/outbox.ts';
import { raisePlanVersion } from '../../store/plan-versions.ts';
import type { WorkflowDeps } from '../deps.ts';

/** How far back a meeting may lie whose check-in is still to be opened; they close within days. */
const LOOK_BACK_DAYS = 14;

/** How far ahead a check-in may open. */
const LOOK_AHEAD_DAYS = 31;

/** Opens the check-ins whose time has come and closes those whose time is over. Answers how many changed. */
export async function runMeetings(deps: WorkflowDeps, plan: Plan): Promise<number> {
  const now = deps.clock.now();
  const toOpen = meetingsToOpen(plan, now);
  const toClose = meetingsToClose(plan, now);
  if (toOpen.length + toClose.length === 0) return 0;
  await deps.database.transaction(async (tx) => {
    await raisePlanVersion(tx, plan.id);
    for (const { group, planned } of toOpen) await openMeeting(tx, plan, group, planned);
    for (const meeting of toClose) await closeMeeting(tx, plan.id, meeting);
  });
  return toOpen.length + toClose.length;
}

/** What a title of 255 characters leaves for the group's name beside the day. */
const NAME_LENGTH = 240;

/** Opens the check-in of a meeting, making the meeting's row where there is none. Once, whoever else tries. */
export async function openMeeting(
  tx: Queryable,
  plan: Plan,
  group: Group,
  planned: PlannedMeeting,
): Promise<Meeting> {
  const known = plan.meetings.find((meeting) => meeting.key === planned.key);
  if (known !== undefined) {
    await changeState(tx, plan.id, known, 'Open');
    return { ...known, state: 'Open' };
  }
  const meeting: Meeting = {
    key: planned.key,
    itemId: null,
    title: `${group.title.slice(0, NAME_LENGTH)}, ${formatShortDay(planned.on)}`,
    group: group.key,
    startsAt: planned.startsAt,
    state: 'Open',
    attendees: [],
    decisions: null,
    closedAt: null,
  };
  if (await insertRow(tx, plan.id, 'Meetings', meeting)) {
    const { key, itemId: _unwritten, ...values } = meeting;
    await queueWrite(tx, plan.id, { list: 'Meetings', key, kind: 'create', changes: values });
  }
  return meeting;
}

function meetingsToOpen(plan: Plan, now: Temporal.Instant): { group: Group; planned: PlannedMeeting }[] {
  const today = todayIn(now, plan.settings.timeZone);
  const range = { from: addDays(today, -LOOK_BACK_DAYS), to: addDays(today, LOOK_AHEAD_DAYS) };
  const states = new Map(plan.meetings.map((meeting) => [meeting.key, meeting.state]));
  return plan.groups
    .filter((group) => group.kind === 'Operational' && group.active !== false)
    .flatMap((group) => calendarOf(plan, group, range).map((planned) => ({ group, planned })))
    .filter(({ planned }) => isBetween(now, planned.opensAt, planned.closesAt))
    .filter(({ planned }) => (states.get(planned.key) ?? 'Planned') === 'Planned');
}

function meetingsToClose(plan: Plan, now: Temporal.Instant): Meeting[] {
  return plan.meetings.filter((meeting) => {
    const planned = meeting.state === 'Open' ? plannedOf(plan, meeting) : null;
    return planned !== null && Temporal.Instant.compare(now, planned.closesAt) >= 0;
  });
}

async function closeMeeting(tx: Queryable, planId: PlanId, meeting: Meeting): Promise<void> {
  await changeState(tx, planId, meeting, 'Closed');
  await markCardsDirty(tx, planId, meeting.key);
}

async function changeState(
  tx: Queryable,
  planId: PlanId,
  meeting: Meeting,
  state: Meeting['state'],
): Promise<void> {
  await changeRow(tx, planId, 'Meetings', meeting.key, { state });
  await queueWrite(tx, planId, {
    list: 'Meetings',
    key: meeting.key,
    kind: 'update',
    changes: { state },
    base: { state: meeting.state },
  });
}

function isBetween(now: Temporal.Instant, from: Temporal.Instant, to: Temporal.Instant): boolean {
  return Temporal.Instant.compare(now, from) >= 0 && Temporal.Instant.compare(now, to) < 0;
}
