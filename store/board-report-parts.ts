import type { ReportPart } from '../plan/content.ts';
import type { PlanId } from '../plan/plan.ts';
import type { IsoInstant, RowKey } from '../plan/rows.ts';
import type { ReportName } from './board-report-edits.ts';
import type { Queryable } from './database.ts';
import { isoInstant } from './iso-instant.ts';

/** The card is in the ledger of notices. */
export type DocumentPart = Exclude<ReportPart, 'card'>;

/** A document that posting a version makes. */
export interface StoredPart {
  readonly reportKey: RowKey;
  readonly version: number;
  readonly part: DocumentPart;
  readonly state: 'waiting' | 'done' | 'failed';
  readonly attempts: number;
  /** Why the last attempt came to nothing; `null` where none did. */
  readonly code: string | null;
  /** The same for people, and what to do; `null` where it passes by itself. */
  readonly reason: string | null;
  readonly url: string | null;
  readonly settledAt: IsoInstant | null;
}

/** One document of one version. */
export type PartName = Pick<StoredPart, 'reportKey' | 'version' | 'part'>;

const COLUMNS = `report_key AS "reportKey", version, part, state, attempts, code, reason, url,
  ${isoInstant('settled_at', 'millisecond')} AS "settledAt"`;

/** Has documents made of a version; those that are known stay as they are. */
export async function addReportParts(
  db: Queryable,
  { planId, reportKey, version }: ReportName & Pick<StoredPart, 'version'>,
  parts: readonly (Pick<StoredPart, 'part'> & Partial<Pick<StoredPart, 'state' | 'url'>>)[],
): Promise<void> {
  await db.query(
    `INSERT INTO report_part (plan_id, report_key, version, part, state, url)
     SELECT $1, $2, $3, p.part, coalesce(p.state, 'waiting'), p.url
     FROM jsonb_to_recordset($4::jsonb) AS p (part text, state text, url text)
     ON CONFLICT (plan_id, report_key, version, part) DO NOTHING`,
    [planId, reportKey, version, JSON.stringify(parts)],
  );
}

/** The documents of a report, of all its versions. */
export async function readReportParts(
  db: Queryable,
  { planId, reportKey }: ReportName,
): Promise<StoredPart[]> {
  return db.query(
    `SELECT ${COLUMNS} FROM report_part WHERE plan_id = $1 AND report_key = $2 ORDER BY version, part`,
    [planId, reportKey],
  );
}

/** Documents of a plan that may be made now, the oldest first. */
export async function readPartsToMake(db: Queryable, planId: PlanId): Promise<StoredPart[]> {
  return db.query(
    `SELECT ${COLUMNS} FROM report_part WHERE plan_id = $1 AND state = 'waiting' AND not_before <= now()
     ORDER BY not_before, report_key, version, part`,
    [planId],
  );
}

/** Documents of a plan that could not be made. */
export async function readFailedParts(db: Queryable, planId: PlanId): Promise<StoredPart[]> {
  return db.query(
    `SELECT ${COLUMNS} FROM report_part WHERE plan_id = $1 AND state = 'failed' ORDER BY report_key, version, part`,
    [planId],
  );
}

/** Notes that a document is where it belongs. */
export async function settlePart(
  db: Queryable,
  planId: PlanId,
  {
    reportKey,
    version,
    part,
    url,
    documentId,
    at,
  }: PartName & { readonly url: string; readonly documentId: string; readonly at: IsoInstant },
): Promise<void> {
  await db.query(
    `UPDATE report_part SET state = 'done', code = NULL, reason = NULL, attempts = attempts + 1, url = $5, document_id = $6,
       settled_at = $7::timestamptz
     WHERE plan_id = $1 AND report_key = $2 AND version = $3 AND part = $4`,
    [planId, reportKey, version, part, url, documentId, at],
  );
}

/** Notes why a document could not be made: tried again after `waitMs`, or `null` for not by itself. */
export async function failPart(
  db: Queryable,
  planId: PlanId,
  {
    reportKey,
    version,
    part,
    code,
    reason,
    waitMs,
    at,
  }: PartName &
    Pick<StoredPart, 'reason'> & {
      readonly code: string;
      readonly waitMs: number | null;
      readonly at: IsoInstant;
    },
): Promise<void> {
  await db.query(
    `UPDATE report_part SET state = CASE WHEN $6::double precision IS NULL THEN 'failed' ELSE 'waiting' END, code = $5,
       reason = $8, attempts = attempts + 1, settled_at = $7::timestamptz,
       not_before = now() + make_interval(secs => coalesce($6::double precision, 0) / 1000)
     WHERE plan_id = $1 AND report_key = $2 AND version = $3 AND part = $4 AND state <> 'done'`,
    [planId, reportKey, version, part, code, waitMs, at, reason],
  );
}

/** Has a document tried at once that failed or waits. Answers `false`, changing nothing, where it is done. */
export async function retryPart(
  db: Queryable,
  planId: PlanId,
  { reportKey, version, part }: PartName,
): Promise<boolean> {
  const rows = await db.query(
    `UPDATE report_part SET state = 'waiting', attempts = 0, not_before = now()
     WHERE plan_id = $1 AND report_key = $2 AND version = $3 AND part = $4 AND state <> 'done' RETURNING 1`,
    [planId, reportKey, version, part],
  );
  return rows.length > 0;
}
