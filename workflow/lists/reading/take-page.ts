import type { ListPage, RowChange } from '../../../graph/site-lists/types.ts';
import { markOpenCardsDirty } from '../../../store/check-in-cards.ts';
import type { Queryable } from '../../../store/database.ts';
import { type KnownRow, markDeleted, markUnseen, readKnownRows, replaceRows } from '../../../store/mirror.ts';
import { raisePlanVersion } from '../../../store/plan-versions.ts';
import { type SyncState, saveSyncState } from '../../../store/sync-state.ts';
import { recordEdits } from '../record-edits.ts';
import { endReading } from './end-reading.ts';
import { isEmpty, rememberColumns } from './list-columns.ts';
import type { PageState, TakeContext } from './take-context.ts';
import { takeRows } from './take-rows.ts';

/**
 * Takes a page of changes over into the mirror, and remembers how far the list was read, in one transaction: a process
 * that dies goes on with the next page. What still waits to be written stays on top, and our own writes that come back
 * are no change. What somebody changed of an item by hand becomes part of its history.
 * @returns how many rows changed, and how the list stands after this page.
 * @throws GraphRequestError when it can't be told whether an emptied column still exists; nothing was taken then.
 */
export async function takePage(
  context: TakeContext,
  page: ListPage,
): Promise<{ readonly changeCount: number; readonly state: PageState }> {
  const { database, planId, list } = context;
  const itemIds = page.changes.map(({ itemId }) => itemId);
  const known = await readKnownRows(database, planId, list, itemIds);
  const changes = page.full
    ? page.changes
    : page.changes.filter((row) => !isEcho(row, known.get(row.itemId)));
  const columns = await columnsOf(context, changes, known);
  const isFaulty = page.faultCount > 0 || (context.state.isFaulty && !page.beginsFull);
  const againAt = page.beginsFull ? null : context.state.againAt;
  const state: PageState = { ...context.state, columns, isFaulty, againAt };
  // The last link of a quiet reading is saved together with those of the other lists.
  const isQuiet = changes.length === 0 && !page.full && page.faultCount === 0 && page.isLast;
  if (!isQuiet) await database.transaction((tx) => takeOver(tx, { ...context, state }, page, changes));
  return { changeCount: changes.length, state };
}

/**
 * The mirror holds this very version: what we wrote ourselves comes back as a change. A row that was deleted is not
 * held: restored, it comes back as it was.
 */
function isEcho({ values, etag }: RowChange, known: KnownRow | undefined): boolean {
  if (values === null) return known?.isHeld !== true;
  return known?.isHeld === true && etag !== null && known.etag === etag;
}

/**
 * The columns as they are remembered. Where a value is gone that was there, the columns are looked at before it is
 * believed: a deleted column looks the same.
 */
async function columnsOf(
  { database, planId, siteLists, list, state, now }: TakeContext,
  changes: readonly RowChange[],
  known: ReadonlyMap<number, KnownRow>,
): Promise<SyncState['columns']> {
  const isEmptied = changes.some(({ itemId, values }) =>
    Object.entries(values ?? {}).some(
      ([property, value]) => isEmpty(value) && !isEmpty(known.get(itemId)?.row[property]),
    ),
  );
  if (!isEmptied) return state.columns;
  const ids = (await siteLists.checkColumns({ now, lists: [list] })).get(list);
  return ids === undefined
    ? state.columns
    : rememberColumns(database, planId, list, { now: ids, before: state.columns });
}

async function takeOver(
  tx: Queryable,
  context: TakeContext,
  page: ListPage,
  changes: readonly RowChange[],
): Promise<void> {
  const { planId, list, state } = context;
  // First: answers wait until this is done, so that none is given between reading what waits and laying it on top.
  await raisePlanVersion(tx, planId);
  if (changes.length > 0) await markOpenCardsDirty(tx, planId);
  if (page.beginsFull) await markUnseen(tx, planId, list);
  const { rows, known } = await takeRows(tx, context, changes);
  await replaceRows(tx, planId, list, rows);
  await recordEdits(tx, context, known);
  await markDeleted(
    tx,
    planId,
    list,
    changes.flatMap(({ itemId, values }) => (values === null ? [itemId] : [])),
  );
  const { isFaulty, againAt } = state;
  await saveSyncState(tx, planId, {
    list,
    deltaLink: page.link,
    listId: page.listId,
    isFull: page.full && !page.isLast,
    isFaulty,
    ...(page.beginsFull && { againAt }),
  });
  if (page.isLast) await endReading(tx, context, page.full);
}
