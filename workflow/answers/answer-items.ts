import { buildCheckIn, buildQuestions } from '../../plan/check-in.ts';
import type { AnswerInput, AnswerProblem } from '../../plan/content.ts';
import { AppError } from '../../plan/errors.ts';
import { mayAnswer } from '../../plan/people.ts';
import type { Plan, PlanId } from '../../plan/plan.ts';
import type { Meeting, Owner, RowKey } from '../../plan/rows.ts';
import { markCardsDirty } from '../../store/check-in-cards.ts';
import type { Queryable } from '../../store/database.ts';
import { raisePlanVersion } from '../../store/plan-versions.ts';
import {
  claimSubmission,
  findSubmission,
  releaseSubmission,
  settleSubmission,
} from '../../store/submissions.ts';
import { refuse, requireActor, requireMeeting } from '../authorise.ts';
import type { WorkflowDeps } from '../deps.ts';
import type { Actor, AnswerResult } from '../use-cases.ts';
import { saveAnswer } from './save-answer.ts';

/** Keys of submissions: what `newKey` makes, and names built from keys of rows. */
const SUBMISSION_KEY = /^[\w:@./-]{8,120}$/;

interface Ask {
  readonly actor: Actor;
  readonly planId: PlanId;
  readonly meetingKey: RowKey | null;
  readonly submissionKey: string;
  readonly answers: readonly AnswerInput[];
}

interface Saved {
  readonly savedCount: number;
  readonly repeated: boolean;
  readonly problems: readonly AnswerProblem[];
  readonly plan: Plan;
  /** The mirror's version that `plan` is; absent where nothing was changed. */
  readonly version?: number;
}

/**
 * Records answers: history, mirror and the write to SharePoint in one transaction, so that what the person sees
 * accepted is on disk. The same submission changes state once, however often it arrives.
 */
export async function answerItems(deps: WorkflowDeps, ask: Ask): Promise<AnswerResult> {
  const { plan, owner } = await requireActor(deps, ask.actor, ask.planId);
  const meeting = ask.meetingKey === null ? null : requireAnswerable(plan, owner, ask.meetingKey);
  if (!SUBMISSION_KEY.test(ask.submissionKey)) throw malformedSubmission();

  const saved = await deps.database.transaction((tx) =>
    saveAnswers(tx, deps, { ...ask, plan, owner, meeting }),
  );
  if (saved.version !== undefined) {
    deps.plans.replace(ask.planId, { was: plan, plan: saved.plan, version: saved.version });
    deps.nudge();
  }

  const current = saved.repeated ? ((await deps.plans.get(ask.planId)) ?? plan) : saved.plan;
  const now = deps.clock.now();
  return {
    savedCount: saved.savedCount,
    repeated: saved.repeated,
    problems: saved.problems,
    checkIn: meeting === null ? null : buildCheckIn(current, meeting, now),
    remaining: buildQuestions(current, meeting, owner, deps.newKey(), now),
  };
}

function requireAnswerable(plan: Plan, owner: Owner, meetingKey: RowKey): Meeting {
  const { meeting, group } = requireMeeting(plan, meetingKey);
  if (!mayAnswer(plan, owner, group))
    throw refuse(`Only members of the ${group.title} group can answer this check-in.`);
  if (meeting.state === 'Cancelled') {
    throw new AppError({
      code: 'STALE',
      message: 'check-in of a cancelled meeting answered',
      userMessage:
        'This meeting was cancelled, so its check-in takes no answers. Write “my actions” to give an update.',
    });
  }
  return meeting;
}

async function saveAnswers(
  tx: Queryable,
  deps: WorkflowDeps,
  ask: Ask & { readonly plan: Plan; readonly owner: Owner; readonly meeting: Meeting | null },
): Promise<Saved> {
  const now = deps.clock.now();
  const submission = {
    submissionKey: `${ask.owner.key}/${ask.submissionKey}`,
    planId: ask.planId,
    ownerKey: ask.owner.key,
    savedCount: 0,
    problems: [],
    at: now.toString(),
  };
  if (!(await claimSubmission(tx, submission))) {
    const first = await findSubmission(tx, submission);
    const problems = (first?.problems ?? []) as readonly AnswerProblem[];
    return { savedCount: first?.savedCount ?? 0, repeated: true, problems, plan: ask.plan };
  }

  const version = await raisePlanVersion(tx, ask.planId);
  let plan = ask.plan;
  let savedCount = 0;
  const problems: AnswerProblem[] = [];
  const meetingKeys = new Set<RowKey>();
  for (const input of ask.answers) {
    const answered = await saveAnswer(tx, {
      ...ask,
      plan,
      input,
      submissionKey: submission.submissionKey,
      now,
    });
    if ('problems' in answered) problems.push(...answered.problems);
    else {
      plan = answered.plan;
      savedCount += 1;
      if (answered.meetingKey !== null) meetingKeys.add(answered.meetingKey);
    }
  }
  if (savedCount === 0) {
    // Nothing was taken, so the same form put right must be let in.
    await releaseSubmission(tx, submission);
    return { savedCount, repeated: false, problems, plan };
  }
  await settleSubmission(tx, submission, { savedCount, problems });
  for (const meetingKey of meetingKeys) await markCardsDirty(tx, ask.planId, meetingKey);
  return { savedCount, repeated: false, problems, plan, version };
}

function malformedSubmission(): AppError {
  return new AppError({
    code: 'BAD_INPUT',
    message: 'submission key is malformed',
    userMessage: 'This card could not be read. Write “check in” or “my actions” for a new one.',
  });
}
