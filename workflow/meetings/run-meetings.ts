import { type MeetingStep, meetingSteps } from '../../plan/meetings/meeting-steps.ts';
import type { Plan } from '../../plan/plan.ts';
import type { Queryable } from '../../store/database.ts';
import type { WorkflowDeps } from '../deps.ts';
import { closing, notingClosing, openMeeting, putMeeting } from './put-meeting.ts';

/**
 * Does what is due with the meetings of a plan: opens and closes check-ins, and cancels what the group's rhythm no longer
 * names. Answers how many changed.
 */
export async function runMeetings(deps: WorkflowDeps, plan: Plan): Promise<number> {
  const now = deps.clock.now();
  const steps = meetingSteps(plan, now);
  if (steps.length === 0) return 0;
  return deps.database.transaction(async (tx) => {
    let count = 0;
    for (const step of steps) if (await take(tx, plan, step, now)) count += 1;
    return count;
  });
}

function take(tx: Queryable, plan: Plan, step: MeetingStep, now: Temporal.Instant): Promise<boolean> {
  switch (step.step) {
    case 'open':
      return openMeeting(tx, plan, step.group, step.planned);
    case 'close':
      return putMeeting(tx, plan, step.meeting, (standing) => closing(standing, now));
    case 'note closing':
      return putMeeting(tx, plan, step.meeting, (standing) => notingClosing(standing, now));
    case 'cancel':
      return putMeeting(tx, plan, step.meeting, ({ state }) =>
        state === 'Closed' || state === 'Cancelled' ? null : { state: 'Cancelled' },
      );
  }
}
