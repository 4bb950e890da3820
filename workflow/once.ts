import { createHash } from 'node:crypto';
import { AppError } from '../plan/errors.ts';
import type { PlanId } from '../plan/plan.ts';
import type { RowKey } from '../plan/rows.ts';
import type { Queryable } from '../store/database.ts';
import { claimSubmission, findAnswer, pruneSubmissions, storeAnswer } from '../store/submissions.ts';
import type { WorkflowDeps } from './deps.ts';

/** Keys of submissions: what `newKey` makes, and names built from keys of rows. */
const SUBMISSION_KEY = /^[\w:@./-]{8,120}$/;

/** Teams sends again within minutes; whoever presses an old card after this starts anew. */
const KEEP_ANSWERS = { hours: 7 * 24 } as const;

/** How much of a digest stands in a name: 72 bits, among what one person submits through one card. */
const DIGEST_LENGTH = 12;

/** Something a person submitted through a card or a form. */
export interface Submitted {
  readonly planId: PlanId;
  readonly ownerKey: RowKey;
  /** Of the card or form; one that stands in a channel has one for all who press it. */
  readonly submissionKey: string;
  /** What was asked for, as plain JSON: asked for again, it is a copy; something else is a new submission. */
  readonly asked: unknown;
}

/** A submission that was let in. */
export interface Taken {
  /** Tells it from every other of the plan; for the keys of what it makes. */
  readonly submissionId: string;
  /** Key of the form or card that comes back: the same in every copy's answer. */
  readonly nextKey: string;
}

/**
 * Does `work` once for a submission, however often and wherever it is delivered: everything it writes, and its answer,
 * are one transaction. Copies get that answer to the letter; one that comes while the first is at work waits for it.
 * What changed nothing is undone, so that the same form is let in when it is put right or things have moved on.
 * @param work writes through `tx` alone; its answer is plain JSON
 * @returns the answer, and whether it is an earlier delivery's
 * @throws AppError `BAD_INPUT` for a key that is none of ours; whatever `work` throws, and then nothing has happened
 */
export async function takeOnce<Answer>(
  deps: Pick<WorkflowDeps, 'database' | 'clock'>,
  submitted: Submitted,
  work: (tx: Queryable, taken: Taken) => Promise<{ readonly answer: Answer; readonly changed: boolean }>,
): Promise<{ readonly answer: Answer; readonly repeated: boolean }> {
  const { planId, ownerKey, submissionKey } = submitted;
  if (!SUBMISSION_KEY.test(submissionKey)) throw malformedKey();
  const submissionId = `${ownerKey}/${submissionKey}/${digestOf(submitted.asked)}`;
  const submission = { planId, submissionId, ownerKey, at: deps.clock.now().toString() };

  let undone: { readonly answer: Answer } | null = null;
  const taken = deps.database.transaction(async (tx) => {
    if (!(await claimSubmission(tx, submission))) {
      const stored = await findAnswer(tx, submission);
      return { answer: JSON.parse(stored ?? 'null') as Answer, repeated: true };
    }
    const { answer, changed } = await work(tx, { submissionId, nextKey: keyAfter(planId, submissionId) });
    if (!changed) {
      undone = { answer };
      throw new NothingChangedError();
    }
    await storeAnswer(tx, submission, JSON.stringify(answer));
    return { answer, repeated: false };
  });
  return taken.catch((error: unknown) => {
    if (undone === null || !(error instanceof NothingChangedError)) throw error;
    return { answer: undone.answer, repeated: false };
  });
}

/** Rolls a submission back that came to nothing: its claim, and the version of the plan with it, which nobody reads again. */
class NothingChangedError extends Error {
  override readonly name = 'NothingChangedError';
}

/** Forgets the answers that no copy asks for any more: those given more than a week ago. */
export async function forgetOldAnswers(deps: Pick<WorkflowDeps, 'database' | 'clock'>): Promise<void> {
  await pruneSubmissions(deps.database, deps.clock.now().subtract(KEEP_ANSWERS).toString());
}

function digestOf(asked: unknown): string {
  return hash(JSON.stringify(asked, inOneOrder)).slice(0, DIGEST_LENGTH);
}

function keyAfter(planId: PlanId, submissionId: string): string {
  return hash(`${planId}\n${submissionId}`);
}

function hash(text: string): string {
  return createHash('sha256').update(text).digest('base64url');
}

/** What is said twice may come in another order. */
function inOneOrder(_key: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).toSorted(([one], [other]) => (one < other ? -1 : 1)));
}

function malformedKey(): AppError {
  return new AppError({
    code: 'BAD_INPUT',
    message: 'submission key is malformed',
    userMessage: 'This card could not be read. Write “check in” or “my actions” for a new one.',
  });
}
