import type { FormProblem, MeetingResult } from '../../plan/content.ts';
import { AppError } from '../../plan/errors.ts';
import { buildMeeting } from '../../plan/meeting-record/meeting-content.ts';
import { checksIn } from '../../plan/meetings/check-in-groups.ts';
import { mayAnswer } from '../../plan/people.ts';
import type { Plan, PlanId } from '../../plan/plan.ts';
import type { Group, Meeting, Owner, RowKey } from '../../plan/rows.ts';
import { markCardsDirty, markOpenCardsDirty } from '../../store/check-in-cards.ts';
import type { Queryable } from '../../store/database.ts';
import { raisePlanVersion } from '../../store/plan-versions.ts';
import { refuse, requireActor, requireMeeting } from '../authorise.ts';
import type { WorkflowDeps } from '../deps.ts';
import { takeOnce } from '../once.ts';
import type { Actor } from '../use-cases.ts';
import { lockMeeting } from './change-meeting.ts';
import { noCheckIns } from './meeting-refusals.ts';

/** What somebody submitted through a form about a group's meeting. */
interface Ask {
  readonly actor: Actor;
  readonly planId: PlanId;
  /** Default: the meeting's. */
  readonly groupKey?: RowKey;
  /** `null` outside a meeting. */
  readonly meetingKey: RowKey | null;
  readonly submissionKey: string;
}

/** Where it is recorded, and who by. */
export interface Place {
  readonly plan: Plan;
  readonly owner: Owner;
  readonly group: Group;
  /** As it stands now, locked. */
  readonly meeting: Meeting | null;
  readonly now: Temporal.Instant;
}

/** What came of it. */
export type Recorded =
  | { readonly words: string; readonly problems?: undefined }
  | { readonly problems: readonly FormProblem[]; readonly words?: undefined };

/** What copies of a submission get again. */
interface Answer {
  readonly words: string;
  readonly problems: readonly FormProblem[];
  readonly nextKey: string;
}

/**
 * Records something about a group's meeting, once for a submission however often it arrives: an open meeting's or, late,
 * a closed one's. `record` changes the mirror and queues the writes through `tx`.
 * @param asked what the form says, as plain JSON
 * @throws AppError `FORBIDDEN` for whoever may not answer the group's check-in, `BAD_INPUT` for a group that has none,
 *   `STALE` for a meeting that was cancelled or is gone
 */
export async function recordInMeeting(
  deps: WorkflowDeps,
  ask: Ask,
  asked: unknown,
  record: (tx: Queryable, place: Place) => Promise<Recorded>,
): Promise<MeetingResult> {
  const { plan, owner } = await requireActor(deps, ask.actor, ask.planId);
  const { group, meeting } = requirePlace(plan, ask);
  if (!mayAnswer(plan, owner, group)) throw refuseOutsider(group);
  if (!checksIn(group)) throw noCheckIns(group);
  const place: Place = { plan, owner, group, meeting, now: deps.clock.now() };

  const submitted = { planId: plan.id, ownerKey: owner.key, submissionKey: ask.submissionKey, asked };
  const { answer, repeated } = await takeOnce<Answer>(deps, submitted, async (tx, { nextKey }) => {
    await raisePlanVersion(tx, plan.id);
    const standing = meeting === null ? null : await lockMeeting(tx, plan, meeting.key);
    if (standing?.state === 'Cancelled') throw cancelled();
    const { words = '', problems = [] } = await record(tx, { ...place, meeting: standing });
    const changed = problems.length === 0;
    if (changed) {
      await markOpenCardsDirty(tx, plan.id);
      if (meeting !== null) await markCardsDirty(tx, plan.id, meeting.key);
    }
    return { answer: { words, problems, nextKey }, changed };
  });
  if (!repeated) deps.nudge();

  const current = (await deps.plans.get(plan.id)) ?? plan;
  const standing = current.meetings.find(({ key }) => key === meeting?.key) ?? meeting;
  return {
    words: answer.words,
    problems: answer.problems,
    meeting: buildMeeting(current, { group, meeting: standing, owner, submissionKey: answer.nextKey }),
  };
}

/** Whoever may not answer a group's check-in does not see or change its meetings' record either. */
export function refuseOutsider(group: Group): AppError {
  return refuse(`Only members of the ${group.title} group can add to its meetings.`);
}

/** The meeting and its group; outside a meeting the group alone. @throws AppError `STALE` when it is no longer there */
function requirePlace(plan: Plan, { groupKey, meetingKey }: Ask): Pick<Place, 'group' | 'meeting'> {
  if (meetingKey !== null) {
    const found = requireMeeting(plan, meetingKey);
    if (groupKey === undefined || found.group.key === groupKey) return found;
  }
  const group = plan.groups.find(({ key }) => key === groupKey);
  if (meetingKey === null && group !== undefined) return { group, meeting: null };
  throw new AppError({
    code: 'STALE',
    message: 'group is not in the plan, or not the meeting’s',
    userMessage: 'This form is about a group that is no longer in the plan. Please open it again.',
  });
}

function cancelled(): AppError {
  return new AppError({
    code: 'STALE',
    message: 'something recorded in a meeting that was cancelled',
    userMessage: 'This meeting was cancelled, so nothing can be recorded for it. Nothing was saved.',
  });
}
