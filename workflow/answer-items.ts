import { applyAnswer } from '../plan/answers.ts';
import { buildCheckIn, buildQuestions } from '../plan/check-in.ts';
import type { AnswerInput, AnswerProblem } from '../plan/content.ts';
import { AppError } from '../plan/errors.ts';
import { findItem } from '../plan/items.ts';
import { mayAnswer } from '../plan/people.ts';
import type { Plan, PlanId } from '../plan/plan.ts';
import type { Meeting, Owner, RowKey, RowOf, Update } from '../plan/rows.ts';
import { markCardsDirty } from '../store/check-in-cards.ts';
import type { Queryable } from '../store/database.ts';
import { changeRow, insertRow, lockRow } from '../store/mirror.ts';
import { queueWrite } from '../store/outbox.ts';
import { raisePlanVersion } from '../store/plan-versions.ts';
import {
  claimSubmission,
  findSubmission,
  releaseSubmission,
  settleSubmission,
} from '../store/submissions.ts';
import { refuse, requireActor, requireMeeting } from './authorise.ts';
import type { WorkflowDeps } from './deps.ts';
import { withRow } from './plan-changes.ts';
import type { Actor, AnswerResult } from './use-cases.ts';

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
  if (saved.savedCount > 0 && !saved.repeated) deps.nudge();

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
    const first = await findSubmission(tx, submission.submissionKey);
    const problems = (first?.problems ?? []) as readonly AnswerProblem[];
    return { savedCount: first?.savedCount ?? 0, repeated: true, problems, plan: ask.plan };
  }

  let plan = ask.plan;
  let savedCount = 0;
  const problems: AnswerProblem[] = [];
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
    }
  }
  if (savedCount === 0) {
    // Nothing was taken, so the same form put right must be let in.
    await releaseSubmission(tx, submission.submissionKey);
    return { savedCount, repeated: false, problems, plan };
  }
  await settleSubmission(tx, submission.submissionKey, { savedCount, problems });
  if (ask.meeting !== null) await markCardsDirty(tx, ask.planId, ask.meeting.key);
  await raisePlanVersion(tx, ask.planId);
  return { savedCount, repeated: false, problems, plan };
}

async function saveAnswer(
  tx: Queryable,
  ask: {
    readonly plan: Plan;
    readonly owner: Owner;
    readonly meeting: Meeting | null;
    readonly input: AnswerInput;
    readonly submissionKey: string;
    readonly now: Temporal.Instant;
  },
): Promise<{ readonly plan: Plan } | { readonly problems: readonly AnswerProblem[] }> {
  const { ref } = ask.input;
  const locked = await lockRow(tx, ask.plan.id, ref.list, ref.key);
  const row =
    locked === null
      ? null
      : ({ key: locked.key, itemId: locked.itemId, ...locked.row } as RowOf[typeof ref.list]);
  const plan = row === null ? ask.plan : withRow(ask.plan, ref.list, row);
  const item = row === null ? null : findItem(plan, ref);
  if (row === null || item === null)
    return { problems: [problemOf(ask.input, 'This item is no longer in the plan.')] };
  if (!mayAnswer(plan, ask.owner, item.group, item)) {
    return {
      problems: [problemOf(ask.input, 'Only its owner and members of its group can answer for this item.')],
    };
  }

  const answerId = `${ask.submissionKey}/${ref.list[0]}${ref.key}`;
  const applied = applyAnswer({
    plan,
    item,
    input: ask.input,
    by: ask.owner,
    meeting: ask.meeting,
    answerId,
    now: ask.now,
  });
  if (applied.problems !== undefined) return { problems: applied.problems };

  const changes: Record<string, unknown> = { ...applied.changes };
  const base = Object.fromEntries(
    Object.keys(changes).map((property) => [property, row[property as keyof typeof row] ?? null]),
  );
  await changeRow(tx, plan.id, ref.list, ref.key, changes);
  await queueWrite(tx, plan.id, { list: ref.list, key: ref.key, kind: 'update', changes, base });
  await appendUpdate(tx, plan.id, applied.update);
  return { plan: withRow(withRow(plan, ref.list, { ...row, ...changes }), 'Updates', applied.update) };
}

async function appendUpdate(tx: Queryable, planId: PlanId, update: Update): Promise<void> {
  const { key, itemId: _unwritten, ...values } = update;
  await insertRow(tx, planId, 'Updates', update);
  await queueWrite(tx, planId, { list: 'Updates', key, kind: 'create', changes: values });
}

function problemOf({ ref }: AnswerInput, message: string): AnswerProblem {
  return { ref, label: '', field: 'ref', message };
}

function malformedSubmission(): AppError {
  return new AppError({
    code: 'BAD_INPUT',
    message: 'submission key is malformed',
    userMessage: 'This card could not be read. Write “check in” or “my actions” for a new one.',
  });
}
