import type { ImportCounts } from '../plan/content.ts';
import type { PlanDocument } from '../plan/import/document.ts';
import type { PlanId } from '../plan/plan.ts';
import type { IsoInstant } from '../plan/rows.ts';
import type { Queryable } from './database.ts';
import { isoInstant } from './iso-instant.ts';

/** `shown` waits for its sender, `confirmed` for being imported; `done` is imported, or was given up. */
export type DraftState = 'shown' | 'confirmed' | 'done';

/** What an import came to so far. */
export interface DraftResult {
  readonly lists: readonly ImportCounts[];
  /** In words; `null` when everything was written. */
  readonly failure: string | null;
}

/** A file that somebody sent for import. */
export interface ImportDraft {
  readonly importKey: string;
  /** `null` until its sender has said which. */
  readonly planId: PlanId | null;
  /** Who sent it, in lower case; nobody else sees it. */
  readonly entraObjectId: string;
  readonly fileName: string;
  /** What was read of the file, with what could not be; `null` when it is done. */
  readonly document: { readonly document: PlanDocument; readonly doubts: readonly string[] } | null;
  /** Header → field, as its sender said. */
  readonly columns: Readonly<Record<string, string | null>>;
  readonly state: DraftState;
  /** How often importing it was begun and could not be finished. */
  readonly attempts: number;
  readonly result: DraftResult | null;
}

/** A draft of a plan. */
export interface DraftOfPlan {
  readonly planId: PlanId;
  readonly importKey: string;
}

const COLUMNS = `import_key AS "importKey", plan_id AS "planId", entra_object_id AS "entraObjectId",
  file_name AS "fileName", document, columns, state, attempts, result`;

export async function addDraft(
  db: Queryable,
  draft: Pick<ImportDraft, 'importKey' | 'planId' | 'entraObjectId' | 'fileName' | 'document'>,
  receivedAt: IsoInstant,
): Promise<void> {
  await db.query(
    `INSERT INTO import_draft (import_key, plan_id, entra_object_id, file_name, document, received_at)
     VALUES ($1, $2, $3, $4, $5::jsonb, $6::timestamptz)`,
    [
      draft.importKey,
      draft.planId,
      draft.entraObjectId,
      draft.fileName,
      JSON.stringify(draft.document),
      receivedAt,
    ],
  );
}

/** A file by its key, for whoever sent it; `null` for anybody else. */
export async function findDraftOf(
  db: Queryable,
  sent: Pick<ImportDraft, 'importKey' | 'entraObjectId'>,
): Promise<ImportDraft | null> {
  const rows = await db.query<ImportDraft>(
    `SELECT ${COLUMNS} FROM import_draft WHERE import_key = $1 AND entra_object_id = $2`,
    [sent.importKey, sent.entraObjectId],
  );
  return rows[0] ?? null;
}

/** The files that somebody sent for a plan, the latest first. */
export async function readDraftsOf(
  db: Queryable,
  sent: { readonly planId: PlanId; readonly entraObjectId: string; readonly limit: number },
): Promise<
  (Pick<ImportDraft, 'importKey' | 'fileName' | 'state' | 'result'> & { receivedAt: IsoInstant })[]
> {
  return db.query(
    `SELECT import_key AS "importKey", file_name AS "fileName", state, result,
       ${isoInstant('received_at')} AS "receivedAt"
     FROM import_draft WHERE plan_id = $1 AND entra_object_id = $2 ORDER BY received_at DESC, import_key LIMIT $3`,
    [sent.planId, sent.entraObjectId, sent.limit],
  );
}

/** A file of a plan; `null` where there is none. */
export async function findDraftIn(
  db: Queryable,
  { planId, importKey }: DraftOfPlan,
): Promise<ImportDraft | null> {
  const rows = await db.query<ImportDraft>(
    `SELECT ${COLUMNS} FROM import_draft WHERE plan_id = $1 AND import_key = $2`,
    [planId, importKey],
  );
  return rows[0] ?? null;
}

/** Notes which plan a file is for and what its columns are, while it is not confirmed. */
export async function chooseForDraft(
  db: Queryable,
  { planId, importKey, columns }: DraftOfPlan & Pick<ImportDraft, 'columns'>,
): Promise<void> {
  await db.query(
    `UPDATE import_draft SET plan_id = $1, columns = $3::jsonb WHERE import_key = $2 AND state = 'shown'`,
    [planId, importKey, JSON.stringify(columns)],
  );
}

/** Says that a file is to be imported. Answers `false` where that was said before. */
export async function confirmDraft(db: Queryable, { planId, importKey }: DraftOfPlan): Promise<boolean> {
  const rows = await db.query(
    `UPDATE import_draft SET state = 'confirmed' WHERE plan_id = $1 AND import_key = $2 AND state = 'shown' RETURNING 1`,
    [planId, importKey],
  );
  return rows.length > 0;
}

/** Forgets a file that is not confirmed. Answers `false` where it is. */
export async function forgetDraft(
  db: Queryable,
  sent: Pick<ImportDraft, 'importKey' | 'entraObjectId'>,
): Promise<boolean> {
  const rows = await db.query(
    `DELETE FROM import_draft WHERE import_key = $1 AND entra_object_id = $2 AND state = 'shown' RETURNING 1`,
    [sent.importKey, sent.entraObjectId],
  );
  return rows.length > 0;
}

/** Files of a plan that are to be imported, in the order in which they came. */
export async function readConfirmed(db: Queryable, planId: PlanId): Promise<ImportDraft[]> {
  return db.query(
    `SELECT ${COLUMNS} FROM import_draft WHERE plan_id = $1 AND state = 'confirmed' ORDER BY received_at, import_key`,
    [planId],
  );
}

/** Notes that importing a file could not be finished this time, and what it came to so far. */
export async function noteTry(
  db: Queryable,
  { planId, importKey, result }: DraftOfPlan & Pick<ImportDraft, 'result'>,
): Promise<void> {
  await db.query(
    `UPDATE import_draft SET attempts = attempts + 1, result = $3::jsonb WHERE plan_id = $1 AND import_key = $2`,
    [planId, importKey, result === null ? null : JSON.stringify(result)],
  );
}

/** Notes what importing a file came to, and forgets what was read of it. */
export async function settleDraft(
  db: Queryable,
  { planId, importKey, result }: DraftOfPlan & { readonly result: DraftResult },
): Promise<void> {
  await db.query(
    `UPDATE import_draft SET state = 'done', document = NULL, result = $3::jsonb
     WHERE plan_id = $1 AND import_key = $2`,
    [planId, importKey, JSON.stringify(result)],
  );
}

/** Forgets files that nobody confirmed, and the outcomes of others, when their time is over. */
export async function dropOldDrafts(
  db: Queryable,
  before: { readonly shown: IsoInstant; readonly done: IsoInstant },
): Promise<void> {
  await db.query(
    `DELETE FROM import_draft WHERE (state = 'shown' AND received_at < $1::timestamptz)
       OR (state = 'done' AND received_at < $2::timestamptz)`,
    [before.shown, before.done],
  );
}
