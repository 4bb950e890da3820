import { checkInGroups } from '../meetings/check-in-groups.ts';
import { calendarOf } from '../meetings/meetings.ts';
import type { Plan } from '../plan.ts';
import { alertRule } from './alert.ts';
import { daysAround } from './check-in.ts';
import { digestDueAt } from './digest.ts';
import { duePersonally, type NoticeState } from './due-notices.ts';

/** How far ahead is looked. */
const LOOK_AHEAD_DAYS = 60;

/**
 * The next moment after now at which something falls due as things stand: a check-in opens or closes, a
 * digest, alert or reminder goes out. `null` when nothing does within 60 days.
 */
export function nextNoticeAt(state: Omit<NoticeState, 'until'>): Temporal.Instant | null {
  const { now } = state;
  const latest = now.add({ hours: LOOK_AHEAD_DAYS * 24 });
  const meeting = soonest(
    state.plans.flatMap((plan) => meetingMoments(plan, now, latest)),
    { now, until: latest },
  );
  // Most days have a meeting soon: only the days before it need to be looked at.
  return nextDailyMoment(state, meeting ?? latest) ?? meeting;
}

function meetingMoments(plan: Plan, now: Temporal.Instant, until: Temporal.Instant): Temporal.Instant[] {
  return checkInGroups(plan).flatMap((group) =>
    calendarOf(plan, group, daysAround({ plan, now, until })).flatMap((meeting) => [
      meeting.opensAt,
      meeting.closesAt,
      digestDueAt(plan, group, meeting),
    ]),
  );
}

/** Day by day, each looked at from its own beginning. */
function nextDailyMoment(
  state: Omit<NoticeState, 'until'>,
  latest: Temporal.Instant,
): Temporal.Instant | null {
  for (let now = state.now; Temporal.Instant.compare(now, latest) < 0; now = now.add({ hours: 24 })) {
    const until = now.add({ hours: 24 });
    const daily = [
      ...state.plans.flatMap((plan) => alertRule.due({ plan, now, until })),
      ...duePersonally({ ...state, now, until }),
    ].map(({ dueAt }) => dueAt);
    const moment = soonest(daily, { now: state.now, until: latest });
    if (moment !== null) return moment;
  }
  return null;
}

function soonest(
  moments: readonly Temporal.Instant[],
  { now, until }: { readonly now: Temporal.Instant; readonly until: Temporal.Instant },
): Temporal.Instant | null {
  const { compare } = Temporal.Instant;
  let found: Temporal.Instant | null = null;
  for (const moment of moments) {
    const isAhead = compare(moment, now) > 0 && compare(moment, until) <= 0;
    if (isAhead && (found === null || compare(moment, found) < 0)) found = moment;
  }
  return found;
}
