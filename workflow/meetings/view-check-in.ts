import { buildCheckIn, buildQuestions } from '../../plan/check-in.ts';
import type { CheckInContent, CheckInView, QuestionsContent } from '../../plan/content.ts';
import { mayAnswer } from '../../plan/people.ts';
import type { PlanId } from '../../plan/plan.ts';
import type { RowKey } from '../../plan/rows.ts';
import { readUnwrittenAnswers } from '../../store/record-answer.ts';
import { refuse, requireActor, requireMeeting } from '../authorise.ts';
import type { WorkflowDeps } from '../deps.ts';
import type { Actor } from '../use-cases.ts';

interface Ask {
  readonly actor: Actor;
  readonly planId: PlanId;
  readonly meetingKey: RowKey;
}

/** The check-in card as it now stands: its first page, or the one asked for. */
export async function viewCheckIn(
  deps: WorkflowDeps,
  { actor, planId, meetingKey, view }: Ask & { readonly view?: CheckInView },
): Promise<CheckInContent> {
  const { plan } = await requireActor(deps, actor, planId);
  const { meeting } = requireMeeting(plan, meetingKey);
  const { waitingCount, refusedCount } = await readUnwrittenAnswers(deps.database, planId, meetingKey);
  return buildCheckIn(plan, meeting, deps.clock.now(), { ...(view && { view }), waitingCount, refusedCount });
}

/** The form behind `Answer mine`. @throws AppError `FORBIDDEN` for people outside the group. */
export async function askQuestions(
  deps: WorkflowDeps,
  { actor, planId, meetingKey }: Ask,
): Promise<QuestionsContent> {
  const { plan, owner } = await requireActor(deps, actor, planId);
  const { meeting, group } = requireMeeting(plan, meetingKey);
  if (!mayAnswer(plan, owner, group)) {
    throw refuse(`Only members of the ${group.title} group can answer this check-in.`);
  }
  return buildQuestions(plan, meeting, owner, deps.newKey(), deps.clock.now());
}
