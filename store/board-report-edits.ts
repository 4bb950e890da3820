import type { ReportSectionId } from '../plan/content.ts';
import type { PlanId } from '../plan/plan.ts';
import type { IsoInstant, RowKey } from '../plan/rows.ts';
import type { Queryable } from './database.ts';
import { isoInstant } from './iso-instant.ts';

/** What names a report. */
export interface ReportName {
  readonly planId: PlanId;
  readonly reportKey: RowKey;
}

/** What people made of a section of a report. */
export interface StoredEdit {
  readonly section: ReportSectionId;
  /** `null`: as the data say. */
  readonly words: string | null;
  /** `null`: as the section itself says. */
  readonly isInternal: boolean | null;
  readonly version: number;
  /** Key of the owner who saved it last. */
  readonly editedBy: RowKey;
  readonly editedAt: IsoInstant;
  /** Everybody who ever wrote in it. */
  readonly writers: readonly RowKey[];
}

/** What people made of a report, section by section. */
export async function readReportEdits(
  db: Queryable,
  { planId, reportKey }: ReportName,
): Promise<StoredEdit[]> {
  return db.query(
    `SELECT section, words, is_internal AS "isInternal", version, edited_by AS "editedBy",
       ${isoInstant('edited_at', 'millisecond')} AS "editedAt", to_jsonb(writers) AS writers
     FROM report_edit WHERE plan_id = $1 AND report_key = $2 ORDER BY section`,
    [planId, reportKey],
  );
}

/**
 * Saves a section for somebody who began with version `base` of it; 0 where there was none. Answers `false`, changing
 * nothing, where somebody else has written something else since then. Whoever saves twice goes on from their own words, even
 * where they never heard that the first saving was done.
 */
export async function saveReportEdit(
  db: Queryable,
  { planId, reportKey }: ReportName,
  {
    section,
    words,
    isInternal,
    base,
    editedBy,
    editedAt,
  }: Pick<StoredEdit, 'section' | 'words' | 'isInternal' | 'editedBy' | 'editedAt'> & {
    readonly base: number;
  },
): Promise<boolean> {
  const rows = await db.query(
    `INSERT INTO report_edit (plan_id, report_key, section, words, is_internal, version, follows, edited_by, edited_at, writers)
     VALUES ($1, $2, $3, $4, $5::boolean, 1, 0, $6, $7::timestamptz, ARRAY[$6::text])
     ON CONFLICT (plan_id, report_key, section) DO UPDATE SET words = excluded.words, is_internal = excluded.is_internal,
       version = report_edit.version + 1, edited_by = excluded.edited_by, edited_at = excluded.edited_at,
       follows = CASE WHEN report_edit.edited_by = excluded.edited_by THEN report_edit.follows ELSE report_edit.version END,
       writers = array_append(array_remove(report_edit.writers, excluded.edited_by), excluded.edited_by)
     WHERE report_edit.version = $8
       OR (report_edit.edited_by = excluded.edited_by AND report_edit.follows <= $8)
       OR (report_edit.words IS NOT DISTINCT FROM excluded.words
         AND report_edit.is_internal IS NOT DISTINCT FROM excluded.is_internal)
     RETURNING 1`,
    [planId, reportKey, section, words, isInternal, editedBy, editedAt, base],
  );
  return rows.length > 0;
}

/** Puts back what stood in a report that was posted, where nothing is known of it. */
export async function restoreReportEdits(
  db: Queryable,
  { planId, reportKey }: ReportName,
  edits: readonly StoredEdit[],
): Promise<void> {
  await db.query(
    `INSERT INTO report_edit (plan_id, report_key, section, words, is_internal, version, follows, edited_by, edited_at, writers)
     SELECT $1, $2, e.section, e.words, e."isInternal", e.version, 0, e."editedBy", e."editedAt",
       ARRAY(SELECT jsonb_array_elements_text(e.writers))
     FROM jsonb_to_recordset($3::jsonb) AS e (section text, words text, "isInternal" boolean, version integer,
       "editedBy" text, "editedAt" timestamptz, writers jsonb)
     ON CONFLICT (plan_id, report_key, section) DO NOTHING`,
    [planId, reportKey, JSON.stringify(edits)],
  );
}
