import type { PlanId } from '../../plan/plan.ts';
import type { Priority } from '../../plan/rows.ts';
import type { Queryable } from '../../store/database.ts';
import { lockRow, type MirrorRow, readRows } from '../../store/mirror.ts';
import { addRow, changeRow } from '../write-row.ts';

const LIST = 'Priorities';
/** How often a name is looked for that no deleted row has. */
const MOST_NAMES = 20;

/**
 * Puts a ranking in the place of what its ballot says: its choices take the rows that stand, in order; what is missing is
 * added, and what is left over is taken back. A row that somebody deleted in SharePoint is no longer one of them.
 */
export async function putBallot(
  tx: Queryable,
  planId: PlanId,
  { ballot, rows }: { readonly ballot: string; readonly rows: readonly Priority[] },
): Promise<void> {
  const standing = await lockBallot(tx, planId, ballot);
  for (const [at, row] of rows.entries()) {
    const { title, rank, recommendation, on } = row;
    const before = standing[at];
    if (before === undefined) await addChoice(tx, planId, row);
    else await change(tx, planId, before, { title, rank, recommendation, on });
  }
  for (const left of standing.slice(rows.length))
    await change(tx, planId, left, { rank: null, recommendation: null });
}

/** Its rows, what counts first. */
async function lockBallot(tx: Queryable, planId: PlanId, ballot: string): Promise<readonly MirrorRow[]> {
  const found = (await readRows(tx, planId, LIST)).filter(({ row }) => row.ballot === ballot);
  const inOrder = found.toSorted(
    (one, other) => rankOf(one) - rankOf(other) || (one.key < other.key ? -1 : 1),
  );
  const locked: MirrorRow[] = [];
  for (const { key } of inOrder) {
    const row = await lockRow(tx, planId, LIST, key);
    if (row !== null) locked.push(row);
  }
  return locked;
}

function rankOf({ row }: MirrorRow): number {
  return typeof row.rank === 'number' ? row.rank : Number.MAX_SAFE_INTEGER;
}

function change(
  tx: Queryable,
  planId: PlanId,
  { key, row }: MirrorRow,
  changes: Partial<Priority>,
): Promise<void> {
  return changeRow(tx, planId, { list: LIST, key, standing: row, changes, said: null });
}

/** A row that was deleted keeps its name. */
async function addChoice(tx: Queryable, planId: PlanId, row: Priority): Promise<void> {
  for (let turn = 1; turn <= MOST_NAMES; turn += 1) {
    const key = turn === 1 ? row.key : `${row.key}-${turn}`;
    if (await addRow(tx, planId, { list: LIST, row: { ...row, key }, said: null })) return;
  }
  throw new Error('a choice of a ranking found no name that is free');
}
