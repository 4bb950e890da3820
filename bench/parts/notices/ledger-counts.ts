import type { Queryable } from '../../../store/database.ts';
import { NOTICE_STATES, type NoticeState } from '../../../store/ledger.ts';

/** How many notices of a kind stand in the ledger, by what became of them. */
export interface KindCounts {
  readonly kind: string;
  readonly planned: number;
  readonly states: Readonly<Record<NoticeState, number>>;
}

/** What the ledger holds, a line for each kind: of these notices, or of those entered after one, or of all. */
export async function countKinds(
  db: Queryable,
  { after = 0, ids }: { readonly after?: number; readonly ids?: readonly number[] } = {},
): Promise<KindCounts[]> {
  const rows = await db.query<{ kind: string; state: NoticeState; count: number }>(
    `SELECT kind, state, count(*)::integer AS count FROM notice
     WHERE id > $1 AND ($2::bigint[] IS NULL OR id = ANY($2::bigint[])) GROUP BY kind, state ORDER BY kind`,
    [after, ids ?? null],
  );
  return [...Map.groupBy(rows, ({ kind }) => kind)].map(([kind, ofKind]) => ({
    kind,
    planned: ofKind.reduce((sum, { count }) => sum + count, 0),
    states: Object.fromEntries(
      NOTICE_STATES.map((state) => [state, ofKind.find((row) => row.state === state)?.count ?? 0]),
    ) as Record<NoticeState, number>,
  }));
}

/** Number of the notice that was entered last; 0 for none. */
export async function lastNotice(db: Queryable): Promise<number> {
  const [row] = await db.query<{ id: number }>('SELECT coalesce(max(id), 0)::integer AS id FROM notice');
  return row?.id ?? 0;
}
