import { buildQuestions } from '../../plan/check-in.ts';
import type { CheckInContent, CheckInView, QuestionsContent } from '../../plan/content.ts';
import { mayAnswer } from '../../plan/people.ts';
import type { PlanId } from '../../plan/plan.ts';
import type { RowKey } from '../../plan/rows.ts';
import { refuse, requireActor, requireMeeting } from '../authorise.ts';
import type { WorkflowDeps } from '../deps.ts';
import type { Actor } from '../use-cases.ts';
import { checkInContent } from './check-in-content.ts';

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
  return checkInContent(deps.database, { plan, meeting, now: deps.clock.now(), ...(view && { view }) });
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
