import type { ListChanges, SiteLists } from '../../graph/site-lists/types.ts';
import { LIST_NAMES, type ListName } from '../../plan/glossary.ts';
import { DEFAULT_SETTINGS, type PlanId } from '../../plan/plan.ts';
import { markOpenCardsDirty } from '../../store/check-in-cards.ts';
import type { Queryable } from '../../store/database.ts';
import { markDeleted, markMissing, readEtags, replaceRows } from '../../store/mirror.ts';
import { readWaitingChanges } from '../../store/outbox.ts';
import { findPlanSite } from '../../store/plan-sites.ts';
import { raisePlanVersion } from '../../store/plan-versions.ts';
import { readSyncStates, saveSyncState } from '../../store/sync-state.ts';
import type { WorkflowDeps } from '../deps.ts';
import { listsLookedUp } from './lookups.ts';
import { withPlanLease } from './plan-lease.ts';
import { recogniseRows } from './recognise-rows.ts';
import { readRowIds } from './row-ids.ts';
import { rowFromSite } from './row-translation.ts';

/**
 * Brings the mirror up to what SharePoint says: what changed since the last reading, list by list. What still waits
 * to be written stays on top. A list that cannot be read is noted and tried again next time; the others go on.
 * @returns how many rows changed.
 */
export async function syncIn(deps: WorkflowDeps, planId: PlanId): Promise<number> {
  const read = await withPlanLease(deps, planId, async () =>
    readLists(deps, planId, await deps.siteListsOf(planId)),
  );
  return read?.changeCount ?? 0;
}

/** Brings the mirror of some lists up to date. Whoever calls it holds the plan's lease. */
export async function readLists(
  deps: WorkflowDeps,
  planId: PlanId,
  siteLists: SiteLists,
  lists: readonly ListName[] = LIST_NAMES,
): Promise<{ readonly changeCount: number; readonly failed: readonly ListName[] }> {
  const timeZone =
    (await findPlanSite(deps.database, planId))?.settings.timeZone ?? DEFAULT_SETTINGS.timeZone;
  const states = new Map((await readSyncStates(deps.database, planId)).map((state) => [state.list, state]));
  const links = new Map(lists.map((list) => [list, states.get(list)?.deltaLink ?? null] as const));
  const answers = await siteLists.readAllChanges(links);

  let changeCount = 0;
  const failed: ListName[] = [];
  for (const list of lists) {
    const answer = answers.get(list);
    if (answer === undefined) continue;
    if (answer.status === 'failed') {
      const problem = answer.error.code;
      deps.log.warn({ planId, list, problem, details: answer.error.details }, 'list could not be read');
      await saveSyncState(deps.database, planId, { list, deltaLink: links.get(list) ?? null, problem });
      failed.push(list);
      continue;
    }
    changeCount += answer.changes.length;
    if (answer.changes.length > 0 || answer.fullResync || answer.deltaLink !== links.get(list)) {
      await deps.database.transaction((tx) => takeOver(tx, { planId, timeZone, list, read: answer }));
    }
  }
  return { changeCount, failed };
}

async function takeOver(
  tx: Queryable,
  { planId, timeZone, list, read }: { planId: PlanId; timeZone: string; list: ListName; read: ListChanges },
): Promise<void> {
  const changes = read.fullResync ? read.changes : await withoutEchoes(tx, planId, list, read.changes);
  if (changes.length > 0 || read.fullResync) {
    // First: answers wait until this is done, so that none is given between reading what waits and laying it on top.
    await raisePlanVersion(tx, planId);
    await markOpenCardsDirty(tx, planId);
    const ids = await readRowIds(tx, planId, [list, ...listsLookedUp(list)]);
    const present = changes.flatMap(({ values, ...row }) => (values === null ? [] : [{ ...row, values }]));
    const waiting = Map.groupBy(await readWaitingChanges(tx, planId, list), (entry) => entry.key);
    const recognised = recogniseRows(list, present, ids, timeZone);

    await replaceRows(
      tx,
      planId,
      list,
      present.map((row) => {
        const key = recognised.get(row.itemId) ?? ids.keyOf(list, row.itemId);
        const ours = (waiting.get(key) ?? []).map((entry) => entry.changes);
        const values = Object.assign({}, rowFromSite(list, row.values, ids), ...ours);
        // What waits was said of the version known until now: against that one, an edit meanwhile shows.
        const etag = ours.length > 0 ? (ids.etagOf(list, key) ?? row.etag) : row.etag;
        return { key, itemId: row.itemId, etag, row: values, problems: row.problems };
      }),
    );
    const presentIds = present.map((row) => row.itemId);
    if (read.fullResync) await markMissing(tx, planId, list, presentIds);
    else
      await markDeleted(
        tx,
        planId,
        list,
        changes.filter((row) => row.values === null).map((row) => row.itemId),
      );
  }
  await saveSyncState(tx, planId, { list, deltaLink: read.deltaLink, problem: null });
}

/**
 * Without the rows of which the mirror holds this very version: what we wrote ourselves comes back as a change. A row
 * that was deleted is not held: restored, it comes back as it was.
 */
async function withoutEchoes(
  tx: Queryable,
  planId: PlanId,
  list: ListName,
  changes: ListChanges['changes'],
): Promise<ListChanges['changes']> {
  if (changes.length === 0) return changes;
  const etags = await readEtags(tx, planId, list);
  return changes.filter(
    ({ itemId, etag, values }) => values === null || etag === null || etags.get(itemId) !== etag,
  );
}
