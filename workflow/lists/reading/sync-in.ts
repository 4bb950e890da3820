import type { ReadEnd, SiteLists } from '../../../graph/site-lists/types.ts';
import { LIST_NAMES, type ListName } from '../../../plan/glossary.ts';
import type { PlanId } from '../../../plan/plan.ts';
import { countSeen } from '../../../store/mirror.ts';
import { NOT_READ, saveRead, saveSyncState } from '../../../store/sync-state.ts';
import type { WorkflowDeps } from '../../deps.ts';
import { withPlanLease } from '../plan-lease.ts';
import { noteTroubles } from '../state/note-troubles.ts';
import { problemOf } from './problem-of.ts';
import { openRound, type Round, readFrom, takeInto } from './reading-round.ts';

/**
 * Brings the mirror up to what SharePoint says: what changed since the last reading, list by list, and notes what stands
 * in the way. A list that cannot be read is tried again next time; the others go on.
 * @returns how many rows changed.
 * @throws GraphRequestError when the site can't be reached at all
 */
export async function syncIn(
  deps: WorkflowDeps,
  planId: PlanId,
  lists: readonly ListName[] = LIST_NAMES,
): Promise<number> {
  const read = await withPlanLease(deps, planId, async () => {
    try {
      const siteLists = await deps.siteListsOf(planId);
      const { changeCount } = await readLists(deps, planId, siteLists, lists);
      // What lasts is counted in rounds of all lists: a burst of notifications is no time that passes.
      if (lists === LIST_NAMES) await noteTroubles(deps, planId, null);
      return changeCount;
    } catch (error) {
      if (lists === LIST_NAMES) await noteTroubles(deps, planId, problemOf(error));
      throw error;
    }
  });
  return read ?? 0;
}

/** Brings the mirror of some lists up to date. Whoever calls it holds the plan's lease. */
export async function readLists(
  deps: WorkflowDeps,
  planId: PlanId,
  siteLists: SiteLists,
  lists: readonly ListName[] = LIST_NAMES,
): Promise<{ readonly changeCount: number; readonly failed: readonly ListName[] }> {
  const round = await openRound(deps, planId, siteLists, lists);
  const ends = new Map(await readAll(round, lists));
  const anew = await forgetEmpty(round, ends);
  if (anew.length > 0) for (const [list, end] of await readAll(round, anew)) ends.set(list, end);
  await noteEnds(round, ends);
  const failed = [...ends].filter(([, { status }]) => status !== 'read').map(([list]) => list);
  return { changeCount: round.changeCount, failed };
}

function readAll(round: Round, lists: readonly ListName[]): Promise<ReadonlyMap<ListName, ReadEnd>> {
  const from = new Map(lists.map((list) => [list, readFrom(round, list)]));
  return round.siteLists.readPages(from, (list, page) => takeInto(round, list, page));
}

/** Lists that were made anew are read as such where there is nothing to lose. */
async function forgetEmpty(round: Round, ends: ReadonlyMap<ListName, ReadEnd>): Promise<readonly ListName[]> {
  const { deps, planId, states } = round;
  const anew: ListName[] = [];
  for (const [list, end] of ends) {
    if (end.status !== 'replaced') continue;
    const { seen, unseen } = await countSeen(deps.database, planId, list);
    if (seen + unseen > 0) continue;
    states.set(list, { ...NOT_READ, list });
    await saveSyncState(deps.database, planId, { ...NOT_READ, list });
    anew.push(list);
  }
  return anew;
}

async function noteEnds(round: Round, ends: ReadonlyMap<ListName, ReadEnd>): Promise<void> {
  const { deps, planId, links, states, now } = round;
  const { database, log } = deps;
  const read: { list: ListName; deltaLink: string | null }[] = [];
  for (const [list, end] of ends) {
    if (end.status === 'failed') {
      const problem = problemOf(end.error);
      log.warn({ planId, list, problem, details: end.error.details }, 'list could not be read');
      await saveSyncState(database, planId, { list, problem });
    } else if (end.status === 'replaced') {
      log.warn({ planId, list }, 'list was made anew; its rows are kept');
      await saveSyncState(database, planId, { list, doubt: 'LIST_REPLACED', problem: null });
    } else {
      read.push({ list, deltaLink: links.get(list) ?? null });
      // The old list is back.
      if (states.get(list)?.doubt === 'LIST_REPLACED')
        await saveSyncState(database, planId, { list, doubt: null, againAt: now.toString() });
    }
  }
  await saveRead(database, planId, read, now.toString());
}
