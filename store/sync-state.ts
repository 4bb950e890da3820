import type { ListName } from '../plan/glossary.ts';
import type { PlanId } from '../plan/plan.ts';
import type { IsoInstant } from '../plan/rows.ts';
import type { Queryable, SqlValue } from './database.ts';
import { isoInstant } from './iso-instant.ts';

/**
 * Why rows are kept that SharePoint no longer shows: nobody was seen deleting them.
 * - `LIST_REPLACED`: the list is gone and another stands in its place.
 * - `LIST_EMPTIED`, `ROWS_VANISHED`: read from the start, all or most rows were missing.
 */
export type Doubt = 'LIST_REPLACED' | 'LIST_EMPTIED' | 'ROWS_VANISHED';

/** How far a list has been read, and how the reading goes on. */
export interface SyncState {
  readonly list: ListName;
  /** `null` before the first reading. */
  readonly deltaLink: string | null;
  /** What stood in the way last time; `null` when it was read. */
  readonly problem: string | null;
  /** Id of the list that was read. */
  readonly listId: string | null;
  /** `deltaLink` lies within a reading of everything. */
  readonly isFull: boolean;
  /** Something SharePoint said since the last reading of everything could not be read. */
  readonly isFaulty: boolean;
  /** When to read everything again; `null` for no need. Milepost's time. */
  readonly againAt: IsoInstant | null;
  readonly doubt: Doubt | null;
  /** Ids of the columns by property as they were when the rows were read; `null` for one that was missing. */
  readonly columns: Readonly<Record<string, string | null>>;
  /** When it was last read to the end. Milepost's time. */
  readonly readAt: IsoInstant | null;
}

/** A list of which nothing was read yet. */
export const NOT_READ: Omit<SyncState, 'list'> = {
  deltaLink: null,
  problem: null,
  listId: null,
  isFull: false,
  isFaulty: false,
  againAt: null,
  doubt: null,
  columns: {},
  readAt: null,
};

/** Column and cast of each property that may be saved. */
const COLUMNS: { readonly [P in keyof Omit<SyncState, 'list'>]: readonly [column: string, type: string] } = {
  deltaLink: ['delta_link', 'text'],
  problem: ['problem', 'text'],
  listId: ['list_id', 'text'],
  isFull: ['is_full', 'boolean'],
  isFaulty: ['is_faulty', 'boolean'],
  againAt: ['again_at', 'timestamptz'],
  doubt: ['doubt', 'text'],
  columns: ['columns', 'jsonb'],
  readAt: ['read_at', 'timestamptz'],
};

export async function readSyncStates(db: Queryable, planId: PlanId): Promise<SyncState[]> {
  const selected = Object.entries(COLUMNS).map(([property, [column, type]]) =>
    type === 'timestamptz' ? `${isoInstant(column)} AS "${property}"` : `${column} AS "${property}"`,
  );
  return db.query(`SELECT list, ${selected.join(', ')} FROM sync_state WHERE plan_id = $1`, [planId]);
}

/** Saves what is given of a list's state; the rest stays as it is. */
export async function saveSyncState(
  db: Queryable,
  planId: PlanId,
  { list, ...changes }: Pick<SyncState, 'list'> & Partial<SyncState>,
): Promise<void> {
  const columns: string[] = [];
  const placeholders: string[] = [];
  const values: SqlValue[] = [planId, list];
  for (const [property, [column, type]] of Object.entries(COLUMNS)) {
    const value = changes[property as keyof typeof changes];
    if (value === undefined) continue;
    values.push(typeof value === 'object' && value !== null ? JSON.stringify(value) : value);
    columns.push(column);
    placeholders.push(`$${values.length}::${type}`);
  }
  const updates = columns.map((column) => `${column} = excluded.${column}`);
  await db.query(
    `INSERT INTO sync_state (plan_id, list, ${columns.join(', ')}) VALUES ($1, $2, ${placeholders.join(', ')})
     ON CONFLICT (plan_id, list) DO UPDATE SET ${updates.join(', ')}`,
    values,
  );
}

/** Notes that lists were read to the end, in one statement. */
export async function saveRead(
  db: Queryable,
  planId: PlanId,
  read: readonly Pick<SyncState, 'list' | 'deltaLink'>[],
  readAt: IsoInstant,
): Promise<void> {
  if (read.length === 0) return;
  await db.query(
    `INSERT INTO sync_state (plan_id, list, delta_link, read_at)
     SELECT $1, r.list, r."deltaLink", $3::timestamptz FROM jsonb_to_recordset($2::jsonb) AS r (list text, "deltaLink" text)
     ON CONFLICT (plan_id, list) DO UPDATE SET delta_link = excluded.delta_link, read_at = excluded.read_at, problem = NULL`,
    [planId, JSON.stringify(read), readAt],
  );
}

/** Lists into which nothing may be written while people have not said what became of their rows. */
export async function readHeldLists(db: Queryable, planId: PlanId): Promise<ReadonlySet<ListName>> {
  const rows = await db.query<{ list: ListName }>(
    'SELECT list FROM sync_state WHERE plan_id = $1 AND doubt IS NOT NULL',
    [planId],
  );
  return new Set(rows.map(({ list }) => list));
}
