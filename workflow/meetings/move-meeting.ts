import { todayIn } from '../../plan/calendar/dates.ts';
import type { MeetingContent } from '../../plan/content.ts';
import { AppError } from '../../plan/errors.ts';
import { plannedOf, titleOfMeeting } from '../../plan/meetings/meetings.ts';
import { judgeMove } from '../../plan/meetings/moving.ts';
import type { WorkflowDeps } from '../deps.ts';
import type { UseCases } from '../use-cases.ts';
import type { MeetingChanges } from './change-meeting.ts';
import { cannotManage, type Managed, manageMeeting } from './manage-meeting.ts';

/**
 * Moves a meeting, its check-in with it. An open check-in stays open, with what was answered, until its new closing.
 * @throws AppError `BAD_INPUT` for a moment it can't move to, in words for its chair
 */
export async function moveMeeting(
  deps: WorkflowDeps,
  ask: Parameters<UseCases['moveMeeting']>[0],
): Promise<MeetingContent> {
  return manageMeeting(deps, ask, 'move its meetings', (managed) => move(managed, ask));
}

function move(
  { plan, group, standing, now }: Managed,
  { on, time }: { readonly on: string; readonly time: string },
): MeetingChanges | null {
  if (standing.state === 'Closed')
    throw cannotManage(
      'meeting moved whose check-in is closed',
      'The check-in of this meeting is closed, so the meeting can’t be moved any more.',
    );
  if (standing.state === 'Cancelled')
    throw cannotManage(
      'cancelled meeting moved',
      'This meeting was cancelled. A plan manager can set its State back to Planned in the Meetings list; then it can be moved.',
    );
  const { startsAt, problem } = judgeMove({ plan, group, meeting: standing, on, time, now });
  if (problem !== undefined)
    throw new AppError({
      code: 'BAD_INPUT',
      message: 'meeting moved where it cannot be',
      userMessage: problem,
    });
  if (Temporal.Instant.compare(startsAt, standing.startsAt ?? now) === 0) return null;
  const before = plannedOf(plan, standing);
  const isOurTitle = before !== null && standing.title === titleOfMeeting(group, before.on);
  const day = todayIn(Temporal.Instant.from(startsAt), plan.settings.timeZone);
  return { startsAt, ...(isOurTitle ? { title: titleOfMeeting(group, day) } : {}) };
}
