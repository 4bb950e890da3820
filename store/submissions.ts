import type { PlanId } from '../plan/plan.ts';
import type { IsoInstant, RowKey } from '../plan/rows.ts';
import type { Queryable } from './database.ts';

/** A submission that is taken. */
export interface Submission {
  readonly planId: PlanId;
  /** Tells it from every other of the plan. */
  readonly submissionId: string;
  readonly ownerKey: RowKey;
  readonly at: IsoInstant;
}

/** What names a submission. */
export type SubmissionName = Pick<Submission, 'planId' | 'submissionId'>;

/**
 * Records a submission as the first statement of its transaction: a copy that arrives meanwhile waits for
 * the outcome. Answers `false`, changing nothing, where it was taken before.
 */
export async function claimSubmission(db: Queryable, submission: Submission): Promise<boolean> {
  const rows = await db.query(
    `INSERT INTO update_log (plan_id, submission_key, owner_key, at) VALUES ($1, $2, $3, $4::timestamptz)
     ON CONFLICT (plan_id, submission_key) DO NOTHING RETURNING 1`,
    [submission.planId, submission.submissionId, submission.ownerKey, submission.at],
  );
  return rows.length > 0;
}

/** The answer a submission got, as it was stored; `null` where it was never taken. */
export async function findAnswer(
  db: Queryable,
  { planId, submissionId }: SubmissionName,
): Promise<string | null> {
  const rows = await db.query<{ answer: string | null }>(
    'SELECT answer FROM update_log WHERE plan_id = $1 AND submission_key = $2',
    [planId, submissionId],
  );
  return rows[0]?.answer ?? null;
}

/** Keeps the answer that a claimed submission got. */
export async function storeAnswer(
  db: Queryable,
  { planId, submissionId }: SubmissionName,
  answer: string,
): Promise<void> {
  await db.query('UPDATE update_log SET answer = $3 WHERE plan_id = $1 AND submission_key = $2', [
    planId,
    submissionId,
    answer,
  ]);
}

/** Forgets submissions taken before a moment: no copy of them comes any more. */
export async function pruneSubmissions(db: Queryable, before: IsoInstant): Promise<void> {
  await db.query('DELETE FROM update_log WHERE at < $1::timestamptz', [before]);
}
