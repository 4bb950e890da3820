import type { MeetingContent } from '../../plan/content.ts';
import { AppError } from '../../plan/errors.ts';
import { buildMeeting } from '../../plan/meeting-record/meeting-content.ts';
import { findMeeting } from '../../plan/meetings/find-meeting.ts';
import { dueInChannels } from '../../plan/notices/index.ts';
import { mayManageMeetings } from '../../plan/people.ts';
import type { Plan, PlanId } from '../../plan/plan.ts';
import type { Group, Meeting, RowKey } from '../../plan/rows.ts';
import { refuse, requireActor } from '../authorise.ts';
import type { WorkflowDeps } from '../deps.ts';
import { enterNotices } from '../notices/plan-notices.ts';
import type { Actor } from '../use-cases.ts';
import type { MeetingChanges } from './change-meeting.ts';
import { meetingGone } from './meeting-refusals.ts';
import { putMeeting } from './put-meeting.ts';

/** What is decided about a meeting, from its row as it stands. */
export interface Managed {
  readonly plan: Plan;
  readonly group: Group;
  readonly standing: Meeting;
  readonly now: Temporal.Instant;
}

/**
 * Changes a meeting in the name of its group's chair or a plan manager. Asked for again, nothing happens and the answer
 * is the same. What it causes to be sent is entered in the ledger at once.
 * @param verb to follow `can`: `close its check-in`
 * @throws AppError `FORBIDDEN` for everybody else, `STALE` for a meeting that is not in the plan; whatever `decide` throws
 */
export async function manageMeeting(
  deps: WorkflowDeps,
  { actor, planId, meetingKey }: { actor: Actor; planId: PlanId; meetingKey: RowKey },
  verb: string,
  decide: (managed: Managed) => MeetingChanges | null,
): Promise<MeetingContent> {
  const { plan, owner } = await requireActor(deps, actor, planId);
  const found = findMeeting(plan, meetingKey);
  if (found === null) throw meetingGone();
  const { group, meeting } = found;
  if (!mayManageMeetings(plan, owner, group))
    throw refuse(`Only the chair of the ${group.title} group and plan managers can ${verb}.`);

  const now = deps.clock.now();
  const said = { by: owner, now };
  const changed = await deps.database.transaction((tx) =>
    putMeeting(tx, plan, meeting, (standing) => decide({ plan, group, standing, now }), said),
  );
  const current = (await deps.plans.get(plan.id)) ?? plan;
  if (changed) {
    // Of this meeting alone: what is due of the others, their opening comes before.
    const caused = dueInChannels({ plan: current, now }).filter(
      (notice) => notice.meeting?.key === meetingKey,
    );
    await enterNotices(deps.database, caused);
    deps.nudge();
  }
  const standing = findMeeting(current, meetingKey)?.meeting ?? meeting;
  return buildMeeting(current, { group, meeting: standing, owner, submissionKey: deps.newKey() });
}

/** Why something can't be done with a meeting as it stands. */
export function cannotManage(message: string, userMessage: string): AppError {
  return new AppError({ code: 'STALE', message, userMessage });
}
