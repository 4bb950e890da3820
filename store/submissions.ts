import type { PlanId } from '../plan/plan.ts';
import type { RowKey } from '../plan/rows.ts';
import type { Queryable } from './database.ts';

/** A submission that was taken, and the answer it got. */
export interface Submission {
  readonly submissionKey: string;
  readonly planId: PlanId;
  readonly ownerKey: RowKey;
  readonly savedCount: number;
  readonly problems: readonly unknown[];
  /** ISO instant. */
  readonly at: string;
}

/** What names a submission. */
export type SubmissionName = Pick<Submission, 'planId' | 'submissionKey'>;

export async function findSubmission(
  db: Queryable,
  { planId, submissionKey }: SubmissionName,
): Promise<Submission | null> {
  const rows = await db.query<Submission>(
    `SELECT submission_key AS "submissionKey", plan_id AS "planId", owner_key AS "ownerKey",
       saved_count AS "savedCount", problems, at::text AS at FROM update_log WHERE plan_id = $1 AND submission_key = $2`,
    [planId, submissionKey],
  );
  return rows[0] ?? null;
}

/**
 * Records a submission as the first statement of its transaction: a copy that arrives meanwhile waits for
 * the outcome. Answers `false`, changing nothing, where it was taken before.
 */
export async function claimSubmission(db: Queryable, submission: Submission): Promise<boolean> {
  const rows = await db.query(
    `INSERT INTO update_log (submission_key, plan_id, owner_key, saved_count, problems, at)
     VALUES ($1, $2, $3, $4, $5::jsonb, $6::timestamptz) ON CONFLICT (plan_id, submission_key) DO NOTHING RETURNING 1`,
    [
      submission.submissionKey,
      submission.planId,
      submission.ownerKey,
      submission.savedCount,
      JSON.stringify(submission.problems),
      submission.at,
    ],
  );
  return rows.length > 0;
}

/** Records what a claimed submission came to. */
export async function settleSubmission(
  db: Queryable,
  { planId, submissionKey }: SubmissionName,
  outcome: Pick<Submission, 'savedCount' | 'problems'>,
): Promise<void> {
  await db.query(
    'UPDATE update_log SET saved_count = $3, problems = $4::jsonb WHERE plan_id = $1 AND submission_key = $2',
    [planId, submissionKey, outcome.savedCount, JSON.stringify(outcome.problems)],
  );
}

/** Forgets a claimed submission of which nothing was taken. */
export async function releaseSubmission(
  db: Queryable,
  { planId, submissionKey }: SubmissionName,
): Promise<void> {
  await db.query('DELETE FROM update_log WHERE plan_id = $1 AND submission_key = $2', [
    planId,
    submissionKey,
  ]);
}
