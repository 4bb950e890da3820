import type { PlanId } from '../plan/plan.ts';
import type { RowKey } from '../plan/rows.ts';
import type { ReportName } from './board-report-edits.ts';
import type { Queryable } from './database.ts';

/** A report that the list says is posted and whose record was of no use. */
export interface UnknownReport {
  readonly reportKey: RowKey;
  readonly code: string;
  /** It is not looked for again yet. */
  readonly isWaiting: boolean;
}

/** Reports of a plan of which the database knows only that they are posted, and why. */
export async function readUnknownReports(db: Queryable, planId: PlanId): Promise<UnknownReport[]> {
  return db.query(
    `SELECT report_key AS "reportKey", code, not_before > now() AS "isWaiting" FROM report_unknown WHERE plan_id = $1`,
    [planId],
  );
}

/** Notes why a record was of no use, and that it is looked for again only after `waitMs`. */
export async function noteUnknownReport(
  db: Queryable,
  { planId, reportKey }: ReportName,
  { code, waitMs }: { readonly code: string; readonly waitMs: number },
): Promise<void> {
  await db.query(
    `INSERT INTO report_unknown (plan_id, report_key, code, not_before)
     VALUES ($1, $2, $3, now() + make_interval(secs => $4::double precision / 1000))
     ON CONFLICT (plan_id, report_key) DO UPDATE SET code = excluded.code, not_before = excluded.not_before`,
    [planId, reportKey, code, waitMs],
  );
}

/** Forgets that a report was not known. */
export async function forgetUnknownReport(db: Queryable, { planId, reportKey }: ReportName): Promise<void> {
  await db.query('DELETE FROM report_unknown WHERE plan_id = $1 AND report_key = $2', [planId, reportKey]);
}
