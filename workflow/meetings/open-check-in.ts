import { addDays, todayIn } from '../../plan/calendar/dates.ts';
import { buildCheckIn } from '../../plan/check-in.ts';
import type { CheckInContent } from '../../plan/content.ts';
import { checksIn } from '../../plan/meetings/check-in-groups.ts';
import { openMeetingOf } from '../../plan/meetings/find-meeting.ts';
import { calendarOf } from '../../plan/meetings/meetings.ts';
import { periodOf } from '../../plan/notices/notice.ts';
import { mayAnswer } from '../../plan/people.ts';
import type { Plan, PlanId } from '../../plan/plan.ts';
import type { Group, RowKey } from '../../plan/rows.ts';
import { saveCard } from '../../store/check-in-cards.ts';
import { recordSent } from '../../store/ledger.ts';
import { refuse, requireChannelGroup, requireMeeting } from '../authorise.ts';
import type { WorkflowDeps } from '../deps.ts';
import { noticeSubject } from '../notices/notice-keys.ts';
import type { SentMessage } from '../ports/messenger.ts';
import type { Actor } from '../use-cases.ts';
import { noCheckIns, noneAhead } from './meeting-refusals.ts';
import { openMeeting } from './put-meeting.ts';

/** How far ahead the next meeting is looked for: a group that meets every two months is found. */
const LOOK_AHEAD_DAYS = 100;

/**
 * `check in`: the open check-in of the channel's group, or else that of its next meeting, opened now.
 * @throws AppError `BAD_INPUT` for a group that does not check in, `NOT_FOUND` for one with no meeting ahead.
 */
export async function openCheckIn(
  deps: WorkflowDeps,
  { actor, channelId }: { actor: Actor; channelId: string },
): Promise<CheckInContent> {
  const { plan, owner, group } = await requireChannelGroup(deps, actor, channelId);
  if (!checksIn(group)) throw noCheckIns(group);
  if (!mayAnswer(plan, owner, group))
    throw refuse(`Only members of the ${group.title} group can open its check-in.`);
  const key = openMeetingOf(plan, group.key)?.key ?? (await openNext(deps, plan, group));
  const current = (await deps.plans.get(plan.id)) ?? plan;
  const { meeting } = requireMeeting(current, key);
  deps.nudge();
  return buildCheckIn(current, meeting, deps.clock.now());
}

async function openNext(deps: WorkflowDeps, plan: Plan, group: Group): Promise<RowKey> {
  const today = todayIn(deps.clock.now(), plan.settings.timeZone);
  const closed = new Set(
    plan.meetings.filter((meeting) => meeting.state === 'Closed').map((meeting) => meeting.key),
  );
  const range = { from: today, to: addDays(today, LOOK_AHEAD_DAYS) };
  const next = calendarOf(plan, group, range).find((meeting) => !closed.has(meeting.key));
  if (next === undefined) throw noneAhead(group);
  return deps.database.transaction(async (tx) => {
    await openMeeting(tx, plan, group, next);
    // The card is posted in answer to the message, so the planner must not post another.
    await recordSent(tx, {
      kind: 'check-in',
      subject: noticeSubject(plan.id, group.key),
      period: periodOf(next),
      planId: plan.id,
      at: deps.clock.now().toString(),
    });
    return next.key;
  });
}

/** Remembers where a check-in card stands. Older cards of the same check-in are kept up to date beside it. */
export async function recordCheckInCard(
  deps: WorkflowDeps,
  {
    planId,
    meetingKey,
    at,
    serviceUrl,
  }: { planId: PlanId; meetingKey: RowKey; at: SentMessage; serviceUrl: string },
): Promise<void> {
  await saveCard(deps.database, { planId, meetingKey, ...at, serviceUrl });
}
