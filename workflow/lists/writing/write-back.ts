import { GraphRequestError } from '../../../graph/graph-request-error.ts';
import { LISTS } from '../../../graph/lists/index.ts';
import type { SiteLists, WriteOperation } from '../../../graph/site-lists/types.ts';
import type { PlanId } from '../../../plan/plan.ts';
import { markTried, type OutboxEntry, postpone, readWaiting } from '../../../store/outbox.ts';
import { readHeldLists } from '../../../store/sync-state.ts';
import type { WorkflowDeps } from '../../deps.ts';
import { rowsNamed } from '../lookups.ts';
import { withPlanLease } from '../plan-lease.ts';
import { readLists } from '../reading/sync-in.ts';
import { type RowIds, readIdsOf } from '../row-ids.ts';
import { rowToSite } from '../row-translation.ts';
import { buryDeleted } from './bury-writes.ts';
import { releaseHeld } from './held-writes.ts';
import { mergeRow } from './merge-row.ts';
import { mergeWrites, outboxIds, type RowWrite } from './merge-writes.ts';
import { recordFound, recordSuccesses, type Written } from './record-successes.ts';
import { putOff, settleWrite } from './settle-write.ts';
import { type Writing, writeAll } from './writing.ts';

/** Writes taken from the outbox at a time; ten batches of Graph's. */
const WRITES_PER_ROUND = 200;

/** What cannot be written yet lets the others go first for so long. */
const BLOCKED_DELAY_MS = 5_000;

/** What is for a list in doubt waits for people, and is looked at again so often. */
const DOUBTED_DELAY_MS = 60_000;

/**
 * Writes to SharePoint what waits, in the order it was made for each row, the rows together in batches. Ends when
 * nothing more can be written now: what is throttled or points to a row without an id waits for the next time.
 * @returns how many rows were written.
 */
export async function writeBack(deps: WorkflowDeps, planId: PlanId): Promise<number> {
  const written = await withPlanLease(deps, planId, async () => {
    const siteLists = await deps.siteListsOf(planId);
    await releaseHeld(deps, planId, siteLists);
    let count = 0;
    for (;;) {
      const { settled, putOff } = await writeRound(deps, planId, siteLists);
      count += settled;
      if (settled + putOff === 0) return count;
    }
  });
  return written ?? 0;
}

/** One round; answers how many writes were settled, whichever way, and how many make room for others. */
async function writeRound(
  deps: WorkflowDeps,
  planId: PlanId,
  siteLists: SiteLists,
): Promise<{ readonly settled: number; readonly putOff: number }> {
  const waiting = await readWaiting(deps.database, planId, WRITES_PER_ROUND);
  const entries = await withoutDoubted(deps, planId, waiting);
  if (entries.length === 0) return { settled: 0, putOff: waiting.length };
  const doubtful = await lookForUncertain(deps, planId, siteLists, entries);
  const writes = mergeWrites(entries);
  const ids = await readIdsOf(
    deps.database,
    planId,
    writes.flatMap((write) => [write, ...rowsNamed(write.list, write.changes)]),
  );

  let settled = 0;
  const written: Written[] = [];
  const ready: Writing[] = [];
  const blocked: RowWrite[] = [];
  for (const write of writes) {
    const { list, key, kind } = write;
    const [itemId, etag] = [ids.itemIdOf(list, key), ids.etagOf(list, key)];
    if (itemId !== null && (kind === 'create' || etag === null)) {
      if (await settleUnread(deps, { planId, siteLists, write }, itemId)) settled += 1;
      continue;
    }
    const held = Object.keys(write.changes).filter((property) =>
      siteLists.missingColumns(list).has(property),
    );
    const operation = doubtful.has(list) ? null : operationOf(siteLists, write, held, ids);
    if (operation === null) blocked.push(write);
    else if (Object.keys(operation.values).length > 0)
      ready.push({ planId, siteLists, write, operation, held });
    else if (itemId !== null) written.push({ planId, write, held, itemId, etag });
  }

  const unrepeatable = ready.filter(({ write }) => cannotBeRepeated(siteLists, write));
  if (unrepeatable.length > 0)
    await markTried(deps.database, outboxIds(unrepeatable.map(({ write }) => write)));
  const outcomes = await writeAll(
    siteLists,
    ready.map(({ operation }) => operation),
  );
  for (const [index, writing] of ready.entries()) {
    const outcome = outcomes[index];
    if (outcome?.status === 'written')
      written.push({ ...writing, itemId: outcome.itemId, etag: outcome.etag });
    else if (outcome !== undefined && (await settleWrite(deps, writing, outcome))) settled += 1;
  }
  await recordSuccesses(deps, written);
  settled += written.length;
  if (settled > 0 || blocked.length === 0) return { settled, putOff: 0 };
  // Else what points to a row that will never come would in time stand before everything else.
  const error = 'points to a row that is not in SharePoint yet';
  await postpone(deps.database, outboxIds(blocked), { delayMs: BLOCKED_DELAY_MS, error });
  return { settled, putOff: blocked.length };
}

/** Puts off what is for lists that have lost rows nobody was seen deleting, until people have said what became of them. */
async function withoutDoubted(
  { database }: WorkflowDeps,
  planId: PlanId,
  waiting: readonly OutboxEntry[],
): Promise<readonly OutboxEntry[]> {
  if (waiting.length === 0) return [];
  const doubted = await readHeldLists(database, planId);
  const kept = waiting.filter(({ list }) => doubted.has(list)).map(({ id }) => id);
  if (kept.length > 0)
    await postpone(database, kept, { delayMs: DOUBTED_DELAY_MS, error: 'the list is in doubt' });
  return waiting.filter(({ list }) => !doubted.has(list));
}

/**
 * Settles what must not be written blindly. A row that was to be made was recognised when its list was read: what an
 * earlier try may have left out is said next. Of a row whose version is not known, nobody can tell what stands there.
 */
async function settleUnread(
  deps: WorkflowDeps,
  reading: Pick<Writing, 'planId' | 'siteLists' | 'write'>,
  itemId: number,
): Promise<boolean> {
  const { planId, siteLists, write } = reading;
  try {
    const current = await siteLists.readRow(write.list, itemId);
    if (current === null) await buryDeleted(deps, planId, write);
    else if (write.kind === 'create') await recordFound(deps, reading, current);
    else if (!(await mergeRow(deps, planId, siteLists, write, current))) return putOff(deps, write, 'unread');
    return true;
  } catch (error) {
    if (error instanceof GraphRequestError) return putOff(deps, write, error.graphCode);
    throw error;
  }
}

/** A create that SharePoint would take twice: the site was provisioned before the list had a column for our key. */
function cannotBeRepeated(siteLists: SiteLists, { kind, list }: Pick<OutboxEntry, 'kind' | 'list'>): boolean {
  const { keyIn } = LISTS[list];
  return kind === 'create' && (keyIn === null || siteLists.missingColumns(list).has(keyIn));
}

/**
 * Reads the lists again into which a row was perhaps written already, so that it is recognised.
 * @returns those that could not be read; into them nothing may be written now.
 */
async function lookForUncertain(
  deps: WorkflowDeps,
  planId: PlanId,
  siteLists: SiteLists,
  entries: readonly OutboxEntry[],
): Promise<ReadonlySet<string>> {
  const tried = entries.filter((entry) => entry.attempts > 0 && cannotBeRepeated(siteLists, entry));
  if (tried.length === 0) return new Set();
  const lists = [...new Set(tried.map(({ list }) => list))];
  const { failed } = await readLists(deps, planId, siteLists, lists);
  return new Set(failed);
}

/** `null` while it points to a row that has no id yet. */
function operationOf(
  siteLists: SiteLists,
  { list, key, kind, changes }: RowWrite,
  held: readonly string[],
  ids: RowIds,
): WriteOperation | null {
  const now = Object.fromEntries(Object.entries(changes).filter(([property]) => !held.includes(property)));
  const values = rowToSite(list, now, ids);
  if (values === null) return null;
  if (kind === 'create') {
    const { keyIn } = LISTS[list];
    const named = keyIn === null || siteLists.missingColumns(list).has(keyIn) ? {} : { [keyIn]: key };
    return { kind, list, values: { ...values, ...named } };
  }
  const itemId = ids.itemIdOf(list, key);
  return itemId === null ? null : { kind, list, itemId, etag: ids.etagOf(list, key), values };
}
