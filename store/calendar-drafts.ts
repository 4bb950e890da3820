import type { CalendarFile } from '../plan/calendar-import/calendar-file.ts';
import type { PlanId } from '../plan/plan.ts';
import type { IsoInstant } from '../plan/rows.ts';
import type { Queryable } from './database.ts';

/** A calendar file that somebody sent, until it is imported, cancelled or too old. */
export interface CalendarDraft {
  readonly draftKey: string;
  /** `null` until its sender has said which. */
  readonly planId: PlanId | null;
  /** Who sent it, in lower case; nobody else sees it. */
  readonly entraObjectId: string;
  readonly fileName: string;
  readonly calendar: CalendarFile;
}

/** What names a draft: only its sender may ask for it. */
export type DraftName = Pick<CalendarDraft, 'draftKey' | 'entraObjectId'>;

export async function addCalendarDraft(
  db: Queryable,
  draft: CalendarDraft,
  receivedAt: IsoInstant,
): Promise<void> {
  await db.query(
    `INSERT INTO calendar_draft (draft_key, plan_id, entra_object_id, file_name, calendar, received_at)
     VALUES ($1, $2, $3, $4, $5::jsonb, $6::timestamptz)`,
    [
      draft.draftKey,
      draft.planId,
      draft.entraObjectId,
      draft.fileName,
      JSON.stringify(draft.calendar),
      receivedAt,
    ],
  );
}

/** `null` for anybody but its sender. */
export async function findCalendarDraft(db: Queryable, name: DraftName): Promise<CalendarDraft | null> {
  const rows = await db.query<CalendarDraft>(
    `SELECT draft_key AS "draftKey", plan_id AS "planId", entra_object_id AS "entraObjectId",
       file_name AS "fileName", calendar
     FROM calendar_draft WHERE draft_key = $1 AND entra_object_id = $2`,
    [name.draftKey, name.entraObjectId],
  );
  return rows[0] ?? null;
}

/** Notes which plan a calendar is for. */
export async function choosePlanOfDraft(
  db: Queryable,
  { planId, draftKey }: Pick<CalendarDraft, 'planId' | 'draftKey'>,
): Promise<void> {
  await db.query('UPDATE calendar_draft SET plan_id = $1 WHERE draft_key = $2', [planId, draftKey]);
}

/** Forgets a calendar; `false` where it was forgotten before, so that of two who import it one does. */
export async function takeCalendarDraft(db: Queryable, name: DraftName): Promise<boolean> {
  const rows = await db.query(
    'DELETE FROM calendar_draft WHERE draft_key = $1 AND entra_object_id = $2 RETURNING 1',
    [name.draftKey, name.entraObjectId],
  );
  return rows.length > 0;
}

/** Forgets calendars that nobody imported. */
export async function dropOldCalendarDrafts(db: Queryable, before: IsoInstant): Promise<void> {
  await db.query('DELETE FROM calendar_draft WHERE received_at < $1::timestamptz', [before]);
}
