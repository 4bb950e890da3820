import { buildQuestions, isCheckInOpen } from '../../plan/check-in.ts';
import type { AnswerInput, AnswerProblem } from '../../plan/content.ts';
import { AppError } from '../../plan/errors.ts';
import { findItem } from '../../plan/items.ts';
import { mayAnswer } from '../../plan/people.ts';
import type { Plan, PlanId } from '../../plan/plan.ts';
import type { Meeting, Owner, RowKey } from '../../plan/rows.ts';
import { markCardsDirty } from '../../store/check-in-cards.ts';
import type { Queryable } from '../../store/database.ts';
import { raisePlanVersion } from '../../store/plan-versions.ts';
import { isHeldUp } from '../../store/unwritten-answers.ts';
import { refuse, requireActor, requireMeeting } from '../authorise.ts';
import type { WorkflowDeps } from '../deps.ts';
import { checkInContent } from '../meetings/check-in-content.ts';
import { type Taken, takeOnce } from '../once.ts';
import type { Actor, AnswerResult } from '../use-cases.ts';
import { saveAnswer } from './save-answer.ts';

/** A submission of answers. */
export interface AnswersAsked {
  readonly actor: Actor;
  readonly planId: PlanId;
  readonly meetingKey: RowKey | null;
  readonly submissionKey: string;
  /** What it says, to tell its copies from others through the same card. */
  readonly asked: unknown;
  /** The check-in itself is shown with the outcome. */
  readonly showsCheckIn?: boolean;
}

/** Whose answers to take, in which check-in, and the plan as it stood before. */
export interface Answering {
  readonly plan: Plan;
  readonly owner: Owner;
  readonly meeting: Meeting | null;
  readonly now: Temporal.Instant;
}

/**
 * Takes the answers of a submission: history, mirror and the write to SharePoint in one transaction, so that what the
 * person sees accepted is on disk. The same submission changes state once, however often it arrives.
 * @param answersOf what is to be answered, as things stand when it is taken
 */
export async function takeAnswers(
  deps: WorkflowDeps,
  ask: AnswersAsked,
  answersOf: (answering: Answering) => readonly AnswerInput[],
): Promise<AnswerResult> {
  const { planId, submissionKey, asked, showsCheckIn = false } = ask;
  const { plan, owner } = await requireActor(deps, ask.actor, planId);
  const submitted = { planId, ownerKey: owner.key, submissionKey, asked };
  let changed = null as Changed | null;
  const { answer } = await takeOnce<AnswerResult>(deps, submitted, async (tx, taken) => {
    const meeting = ask.meetingKey === null ? null : requireAnswerable(plan, owner, ask.meetingKey);
    const answering = { plan, owner, meeting, now: deps.clock.now() };
    const saved = await saveAnswers(tx, answering, { answers: answersOf(answering), taken });
    changed = saved.changed;
    return {
      answer: await resultOf(tx, answering, { saved, taken, showsCheckIn }),
      changed: changed !== null,
    };
  });
  if (changed !== null) {
    deps.plans.replace(planId, { was: plan, ...changed });
    deps.nudge();
  }
  return answer;
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

/** The plan as it stands after a submission, and the mirror's version that it is. */
interface Changed {
  readonly plan: Plan;
  readonly version: number;
}

interface Saved {
  readonly savedCount: number;
  readonly problems: readonly AnswerProblem[];
  readonly remarks: readonly string[];
  /** `null` where nothing could be taken. */
  readonly changed: Changed | null;
}

/** Where not one of the items may be answered for, the submission is refused as a whole and leaves nothing behind. */
function requireAny({ plan, owner }: Answering, answers: readonly AnswerInput[]): void {
  const items = answers.map(({ ref }) => findItem(plan, ref));
  const mayNone = items.every((item) => item !== null && !mayAnswer(plan, owner, item.group, item));
  if (items.length > 0 && mayNone)
    throw refuse('Only its owner and members of its group can answer for this item.');
}

async function saveAnswers(
  tx: Queryable,
  answering: Answering,
  { answers, taken }: { readonly answers: readonly AnswerInput[]; readonly taken: Taken },
): Promise<Saved> {
  const { id: planId } = answering.plan;
  requireAny(answering, answers);
  const version = await raisePlanVersion(tx, planId);
  let { plan } = answering;
  let savedCount = 0;
  const problems: AnswerProblem[] = [];
  const remarks: string[] = [];
  const meetingKeys = new Set<RowKey>();
  for (const input of answers) {
    const answered = await saveAnswer(tx, { ...answering, plan, input, submissionId: taken.submissionId });
    if ('problems' in answered) problems.push(...answered.problems);
    else {
      plan = answered.plan;
      savedCount += 1;
      remarks.push(...answered.remarks);
      if (answered.meetingKey !== null) meetingKeys.add(answered.meetingKey);
    }
  }
  for (const meetingKey of meetingKeys) await markCardsDirty(tx, planId, meetingKey);
  return { savedCount, problems, remarks, changed: savedCount === 0 ? null : { plan, version } };
}

async function resultOf(
  tx: Queryable,
  { plan: before, owner, meeting, now }: Answering,
  {
    saved,
    taken,
    showsCheckIn,
  }: { readonly saved: Saved; readonly taken: Taken; readonly showsCheckIn: boolean },
): Promise<AnswerResult> {
  const { savedCount, problems, remarks, changed } = saved;
  const plan = changed?.plan ?? before;
  return {
    savedCount,
    problems,
    remarks,
    isLate: meeting !== null && !isCheckInOpen(meeting),
    isHeldUp: await isHeldUp(tx, plan.id),
    checkIn: meeting === null || !showsCheckIn ? null : await checkInContent(tx, { plan, meeting, now }),
    remaining: buildQuestions(plan, meeting, owner, taken.nextKey, now),
  };
}
