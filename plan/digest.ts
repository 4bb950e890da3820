import { addDays, formatMoment, formatPeriod, momentAt, todayIn } from './calendar/dates.ts';
import { completedIn, newlyRedIn, type Period, slippedIn } from './changes.ts';
import { askedItems } from './check-in.ts';
import type { DigestContent, ItemLine } from './content.ts';
import { countColours, countColoursAt } from './counts.ts';
import { digestHeadline } from './headline.ts';
import { groupItems, groupName, isClosed, itemsOf, lineOf } from './items.ts';
import { calendarOf, type PlannedMeeting, plannedOf } from './meetings/meetings.ts';
import type { Item, Plan } from './plan.ts';
import type { Group, Meeting } from './rows.ts';
import { expectedDue, isStale } from './schedule.ts';

/** How far back the meeting before is looked for. */
const LOOK_BACK_DAYS = 200;
/** The stretch a first digest covers. */
const FORTNIGHT_DAYS = 14;

/** What happened in a group from its meeting before to this one, and what comes next. */
export function buildDigest(
  plan: Plan,
  group: Group,
  meeting: Meeting,
  now: Temporal.Instant,
): DigestContent {
  const { settings } = plan;
  const today = todayIn(now, settings.timeZone);
  const on = plannedOf(plan, meeting)?.on ?? today;
  const previous = meetingBefore(plan, group, on);
  const next = meetingAfter(plan, group, on);
  const from = previous?.on ?? addDays(on, -FORTNIGHT_DAYS);
  const period: Period = { from: previous?.closesAt ?? momentAt(from, '00:00', settings.timeZone), to: now };
  const items = groupItems(plan, group.key);
  const open = items.filter((item) => !isClosed(item.stage));
  const asked = askedItems(plan, meeting, now);
  const completed = completedIn(plan, items, period);
  const slipped = slippedIn(plan, items, period);
  const blocked = blockedOf(plan, open, now);
  const blocking = blockingOf(plan, group, now);
  const answeredCount = asked.filter((one) => one.answer !== null).length;
  return {
    kind: 'digest',
    planId: plan.id,
    planName: plan.name,
    groupName: group.title,
    periodWords: formatPeriod(from, on),
    headline: digestHeadline({
      completed: completed.length,
      slipped: slipped.length,
      newlyRed: newlyRedIn(plan, items, period).length,
      blocked: blocked.length,
      blocking: blocking.length,
      answered: answeredCount,
      asked: asked.length,
    }),
    now: countColours(items, settings, today),
    before: countColoursAt(plan, items, period.from),
    completed,
    slipped,
    dueNext: dueBefore(plan, open, next?.on ?? addDays(on, FORTNIGHT_DAYS), now),
    blocked,
    blocking,
    stale: open.filter((item) => isStale(plan, item, now)).map((item) => lineOf(plan, item, now)),
    answeredCount,
    askedCount: asked.length,
    nextMeetingWords: next === null ? null : formatMoment(next.startsAt, settings.timeZone),
  };
}

function meetingBefore(plan: Plan, group: Group, on: string): PlannedMeeting | null {
  const range = { from: addDays(on, -LOOK_BACK_DAYS), to: addDays(on, -1) };
  return calendarOf(plan, group, range).at(-1) ?? null;
}

function meetingAfter(plan: Plan, group: Group, on: string): PlannedMeeting | null {
  const range = { from: addDays(on, 1), to: addDays(on, LOOK_BACK_DAYS) };
  return calendarOf(plan, group, range)[0] ?? null;
}

/** Open items due from today until the next meeting, that day too; soonest first. */
function dueBefore(
  plan: Plan,
  open: readonly Item[],
  until: string,
  now: Temporal.Instant,
): readonly ItemLine[] {
  const today = todayIn(now, plan.settings.timeZone);
  return open
    .map((item) => ({ item, due: expectedDue(item) }))
    .filter(({ due }) => due !== null && due >= today && due <= until)
    .toSorted((one, other) => (one.due ?? '').localeCompare(other.due ?? ''))
    .map(({ item }) => lineOf(plan, item, now));
}

function blockedOf(plan: Plan, open: readonly Item[], now: Temporal.Instant): DigestContent['blocked'] {
  return open
    .filter((item) => item.stage === 'Waiting on others')
    .map((item) => ({
      line: lineOf(plan, item, now),
      waitingOnName: groupName(plan, item.waitingOn) ?? 'others',
      blocker: item.blocker,
    }));
}

function blockingOf(plan: Plan, group: Group, now: Temporal.Instant): DigestContent['blocking'] {
  return itemsOf(plan)
    .filter(
      (item) =>
        item.stage === 'Waiting on others' && item.waitingOn === group.key && item.group !== group.key,
    )
    .map((item) => ({
      line: lineOf(plan, item, now),
      waitingName: groupName(plan, item.group) ?? 'Another group',
      blocker: item.blocker,
    }));
}
