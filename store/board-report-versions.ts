import type { BoardReportData } from '../plan/content.ts';
import type { PlanId } from '../plan/plan.ts';
import type { IsoInstant, RowKey } from '../plan/rows.ts';
import type { ReportName, StoredEdit } from './board-report-edits.ts';
import type { Queryable } from './database.ts';
import { isoInstant } from './iso-instant.ts';

/** What was frozen when a report was approved. */
export interface FrozenContent {
  readonly data: BoardReportData;
  readonly edits: readonly StoredEdit[];
  /** Names of those who wrote in it, as they were then, by their keys. */
  readonly names: Readonly<Record<RowKey, string>>;
}

/** Who did something with a report, with their name as it was then. */
export interface ReportPerson {
  readonly key: RowKey;
  readonly name: string;
}

/** A version of a report. */
export interface StoredVersion {
  readonly version: number;
  /** What is different from the version before, in the chair's words; `null` for the first. */
  readonly correction: string | null;
  readonly correctedBy: RowKey | null;
  /** `null` while it is not approved. */
  readonly content: FrozenContent | null;
  /** Where its documents lie in the site; `null` until it is posted. */
  readonly folder: string | null;
  readonly approvedBy: RowKey | null;
  readonly approvedName: string | null;
  readonly approvedAt: IsoInstant | null;
  readonly postedBy: RowKey | null;
  readonly postedName: string | null;
  readonly postedAt: IsoInstant | null;
}

const COLUMNS = `version, correction, corrected_by AS "correctedBy", content, folder,
  approved_by AS "approvedBy", approved_name AS "approvedName",
  ${isoInstant('approved_at', 'millisecond')} AS "approvedAt",
  posted_by AS "postedBy", posted_name AS "postedName", ${isoInstant('posted_at', 'millisecond')} AS "postedAt"`;

/** The versions of a report, the first first. */
export async function readReportVersions(
  db: Queryable,
  { planId, reportKey }: ReportName,
): Promise<StoredVersion[]> {
  return db.query(
    `SELECT ${COLUMNS} FROM report_version WHERE plan_id = $1 AND report_key = $2 ORDER BY version`,
    [planId, reportKey],
  );
}

/** How far a report is known, without what it says. */
export interface VersionCount extends Pick<ReportName, 'reportKey'> {
  /** Versions that were posted. */
  readonly posted: number;
  /** A version is open that is approved, or not. */
  readonly open: 'draft' | 'approved' | null;
  /** Of the one posted last. */
  readonly postedAt: IsoInstant | null;
}

/** How far each report of a plan is known; those that nobody approved yet are left out. */
export async function countReportVersions(db: Queryable, planId: PlanId): Promise<VersionCount[]> {
  return db.query(
    `SELECT report_key AS "reportKey", count(posted_at)::integer AS posted,
       max(CASE WHEN posted_at IS NULL THEN CASE WHEN content IS NULL THEN 'draft' ELSE 'approved' END END) AS open,
       ${isoInstant('max(posted_at)', 'millisecond')} AS "postedAt"
     FROM report_version WHERE plan_id = $1 GROUP BY report_key`,
    [planId],
  );
}

/** Keeps what was approved. */
export async function freezeReport(
  db: Queryable,
  { planId, reportKey }: ReportName,
  {
    version,
    content,
    by,
    at,
  }: {
    readonly version: number;
    readonly content: FrozenContent;
    readonly by: ReportPerson;
    readonly at: IsoInstant;
  },
): Promise<void> {
  await db.query(
    `INSERT INTO report_version (plan_id, report_key, version, content, approved_by, approved_name, approved_at)
     VALUES ($1, $2, $3, $4::jsonb, $5, $6, $7::timestamptz)
     ON CONFLICT (plan_id, report_key, version) DO UPDATE SET content = excluded.content,
       approved_by = excluded.approved_by, approved_name = excluded.approved_name, approved_at = excluded.approved_at
     WHERE report_version.posted_at IS NULL`,
    [planId, reportKey, version, JSON.stringify(content), by.key, by.name, at],
  );
}

/** Forgets what was approved: the draft goes on. Answers `false` where nothing was, or it is posted. */
export async function thawReport(db: Queryable, { planId, reportKey }: ReportName): Promise<boolean> {
  const rows = await db.query(
    `UPDATE report_version SET content = NULL, approved_by = NULL, approved_name = NULL, approved_at = NULL
     WHERE plan_id = $1 AND report_key = $2 AND posted_at IS NULL AND content IS NOT NULL RETURNING 1`,
    [planId, reportKey],
  );
  return rows.length > 0;
}

/** Posts what was approved. Answers `false`, changing nothing, where nothing is approved, or it is posted. */
export async function markReportPosted(
  db: Queryable,
  { planId, reportKey }: ReportName,
  {
    version,
    folder,
    by,
    at,
  }: {
    readonly version: number;
    readonly folder: string;
    readonly by: ReportPerson;
    readonly at: IsoInstant;
  },
): Promise<boolean> {
  const rows = await db.query(
    `UPDATE report_version SET folder = $4, posted_by = $5, posted_name = $6, posted_at = $7::timestamptz
     WHERE plan_id = $1 AND report_key = $2 AND version = $3 AND posted_at IS NULL AND content IS NOT NULL RETURNING 1`,
    [planId, reportKey, version, folder, by.key, by.name, at],
  );
  return rows.length > 0;
}

/** Opens a version that corrects the one before. */
export async function openCorrection(
  db: Queryable,
  { planId, reportKey }: ReportName,
  { version, correction, by }: { readonly version: number; readonly correction: string; readonly by: RowKey },
): Promise<void> {
  await db.query(
    `INSERT INTO report_version (plan_id, report_key, version, correction, corrected_by) VALUES ($1, $2, $3, $4, $5)`,
    [planId, reportKey, version, correction, by],
  );
}

/** Puts back versions that were posted, where the database does not know them. */
export async function restoreReportVersions(
  db: Queryable,
  { planId, reportKey }: ReportName,
  versions: readonly StoredVersion[],
): Promise<void> {
  await db.query(
    `INSERT INTO report_version (plan_id, report_key, version, correction, corrected_by, content, folder,
       approved_by, approved_name, approved_at, posted_by, posted_name, posted_at)
     SELECT $1, $2, v.version, v.correction, v."correctedBy", v.content, v.folder,
       v."approvedBy", v."approvedName", v."approvedAt", v."postedBy", v."postedName", v."postedAt"
     FROM jsonb_to_recordset($3::jsonb) AS v (version integer, correction text, "correctedBy" text, content jsonb,
       folder text, "approvedBy" text, "approvedName" text, "approvedAt" timestamptz,
       "postedBy" text, "postedName" text, "postedAt" timestamptz)
     ON CONFLICT (plan_id, report_key, version) DO NOTHING`,
    [planId, reportKey, JSON.stringify(versions)],
  );
}

/** Folders of a plan in which documents of other reports than these lie. */
export async function readOtherFolders(
  db: Queryable,
  planId: PlanId,
  reportKeys: readonly RowKey[],
): Promise<string[]> {
  const rows = await db.query<{ folder: string }>(
    `SELECT DISTINCT folder FROM report_version
     WHERE plan_id = $1 AND folder IS NOT NULL AND report_key <> ALL($2::text[])`,
    [planId, reportKeys],
  );
  return rows.map(({ folder }) => folder);
}
