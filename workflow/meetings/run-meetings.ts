import { type MeetingStep, meetingSteps } from '../../plan/meetings/meeting-steps.ts';
import { type PlannedMeeting, rowOfPlanned } from '../../plan/meetings/meetings.ts';
import type { Plan } from '../../plan/plan.ts';
import { indexOf } from '../../plan/plan-index.ts';
import type { Group, Meeting } from '../../plan/rows.ts';
import type { Queryable } from '../../store/database.ts';
import type { WorkflowDeps } from '../deps.ts';
import type { MeetingChanges } from './change-meeting.ts';
import { type MeetingSaid, putMeeting } from './put-meeting.ts';

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

/** Opens the check-in of a meeting, making the meeting's row where there is none. Once, whoever else tries. */
export async function openMeeting(
  tx: Queryable,
  plan: Plan,
  group: Group,
  planned: PlannedMeeting,
  said: MeetingSaid = null,
): Promise<boolean> {
  const meeting = indexOf(plan).meetings.get(planned.key) ?? rowOfPlanned(group, planned);
  return putMeeting(
    tx,
    plan,
    meeting,
    ({ state }) => ((state ?? 'Planned') === 'Planned' ? { state: 'Open' } : null),
    said,
  );
}

/** Closes an open check-in and notes when. */
export function closing(standing: Meeting, now: Temporal.Instant): MeetingChanges | null {
  return standing.state === 'Open' ? { state: 'Closed', closedAt: noteOf(now) } : null;
}

function take(tx: Queryable, plan: Plan, step: MeetingStep, now: Temporal.Instant): Promise<boolean> {
  switch (step.step) {
    case 'open':
      return openMeeting(tx, plan, step.group, step.planned);
    case 'close':
      return putMeeting(tx, plan, step.meeting, (standing) => closing(standing, now));
    case 'note closing':
      return putMeeting(tx, plan, step.meeting, ({ state, closedAt }) =>
        state === 'Closed' && closedAt === null ? { closedAt: noteOf(now) } : null,
      );
    case 'cancel':
      return putMeeting(tx, plan, step.meeting, ({ state }) =>
        state === 'Closed' || state === 'Cancelled' ? null : { state: 'Cancelled' },
      );
  }
}

/** SharePoint drops fractions of a second; what is read back is to be what was written. */
function noteOf(now: Temporal.Instant): string {
  return now.round({ smallestUnit: 'second', roundingMode: 'floor' }).toString();
}
