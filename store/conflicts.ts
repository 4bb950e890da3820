import type { ListName } from '../plan/glossary.ts';
import type { PlanId } from '../plan/plan.ts';
import type { IsoInstant, RowKey } from '../plan/rows.ts';
import type { Queryable } from './database.ts';
import { isoInstant } from './iso-instant.ts';

/** A property that an answer and somebody's edit in SharePoint both decided. Values as the mirror holds them. */
export interface ConflictField {
  readonly property: string;
  readonly ours: unknown;
  /** Absent: the row was deleted. */
  readonly theirs?: unknown;
  readonly kept: 'yours' | 'theirs';
}

/** Properties of one row that were decided twice, and which decision stands. */
export interface RowConflict {
  readonly list: ListName;
  readonly key: RowKey;
  /** What people call the row, the label blank where it is no item; kept, for it may be deleted. */
  readonly label: string;
  readonly title: string;
  /** Key of the owner who answered, and is told. */
  readonly saidBy: RowKey;
  readonly fields: readonly ConflictField[];
  /** Who edited the row last, as SharePoint names them, and when. */
  readonly editedBy: string | null;
  readonly editedAt: IsoInstant | null;
}

/** Keeps a conflict. @returns its id */
export async function addConflict(
  db: Queryable,
  planId: PlanId,
  conflict: RowConflict & { readonly foundAt: IsoInstant },
): Promise<number> {
  const rows = await db.query<{ id: number }>(
    `INSERT INTO row_conflict (plan_id, list, key, label, title, said_by, fields, edited_by, edited_at, found_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7::jsonb, $8, $9::timestamptz, $10::timestamptz) RETURNING id`,
    [
      planId,
      conflict.list,
      conflict.key,
      conflict.label,
      conflict.title,
      conflict.saidBy,
      JSON.stringify(conflict.fields),
      conflict.editedBy,
      conflict.editedAt,
      conflict.foundAt,
    ],
  );
  return rows[0]?.id ?? 0;
}

/** One conflict of a plan; `null` when there is none of that id. */
export async function findConflict(db: Queryable, planId: PlanId, id: number): Promise<RowConflict | null> {
  const rows = await db.query<RowConflict>(
    `SELECT list, key, label, title, said_by AS "saidBy", fields, edited_by AS "editedBy",
       ${isoInstant('edited_at')} AS "editedAt"
     FROM row_conflict WHERE plan_id = $1 AND id = $2`,
    [planId, id],
  );
  return rows[0] ?? null;
}
