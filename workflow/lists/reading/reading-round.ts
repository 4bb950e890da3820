import type { ListPage, ReadFrom, SiteLists } from '../../../graph/site-lists/types.ts';
import { AppError } from '../../../plan/errors.ts';
import type { ListName } from '../../../plan/glossary.ts';
import { DEFAULT_SETTINGS, type PlanId } from '../../../plan/plan.ts';
import { findPlanSite } from '../../../store/plan-sites.ts';
import { NOT_READ, readSyncStates, type SyncState } from '../../../store/sync-state.ts';
import type { WorkflowDeps } from '../../deps.ts';
import { rememberColumns, returnedColumns } from './list-columns.ts';
import { takePage } from './take-page.ts';

/** One round of reading the lists of a plan, with what is known of each list, kept up as pages come. */
export interface Round {
  readonly deps: WorkflowDeps;
  readonly planId: PlanId;
  readonly siteLists: SiteLists;
  readonly timeZone: string;
  readonly now: Temporal.Instant;
  readonly states: Map<ListName, SyncState>;
  /** Link of the last page taken of each list. */
  readonly links: Map<ListName, string>;
  /** Lists whose columns have been looked at in this round. */
  readonly looked: ReadonlySet<ListName>;
  changeCount: number;
}

/** Begins a round: how far each list was read, and the columns where it is time to look at them. */
export async function openRound(
  deps: WorkflowDeps,
  planId: PlanId,
  siteLists: SiteLists,
  lists: readonly ListName[],
): Promise<Round> {
  const { database } = deps;
  const now = deps.clock.now();
  const timeZone = (await findPlanSite(database, planId))?.settings.timeZone ?? DEFAULT_SETTINGS.timeZone;
  const states = new Map<ListName, SyncState>(lists.map((list) => [list, { ...NOT_READ, list }]));
  for (const state of await readSyncStates(database, planId)) states.set(state.list, state);
  const looked = await siteLists.checkColumns({ now });
  for (const [list, ids] of looked) {
    const state = states.get(list) ?? { ...NOT_READ, list };
    const columns = await rememberColumns(database, planId, list, { now: ids, before: state.columns });
    states.set(list, { ...state, columns });
  }
  const links = new Map<ListName, string>();
  return {
    deps,
    planId,
    siteLists,
    timeZone,
    now,
    states,
    links,
    looked: new Set(looked.keys()),
    changeCount: 0,
  };
}

/**
 * Where the reading of a list goes on: where it stopped, or at the start when everything is to be read again: something
 * was left open, or a column is back whose values SharePoint has lost.
 */
export function readFrom({ siteLists, states, looked, now }: Round, list: ListName): ReadFrom {
  const { deltaLink, isFull, listId, againAt, columns } = states.get(list) ?? NOT_READ;
  const hasReturned = returnedColumns(list, siteLists, columns).size > 0;
  const isTime = againAt !== null && Temporal.Instant.compare(againAt, now) <= 0;
  // A reading of everything that began before the column was back has passed by rows that lost values.
  const mustRestart = isFull ? hasReturned && looked.has(list) : hasReturned || isTime;
  return mustRestart ? { link: null, listId } : { link: deltaLink, full: isFull, listId };
}

/**
 * Takes a page over into the mirror.
 * @throws AppError `GRAPH` for a page the database does not take, so that only its list is held up
 */
export async function takeInto(round: Round, list: ListName, page: ListPage): Promise<void> {
  const { deps, planId, siteLists, timeZone, now, states, links } = round;
  const state = states.get(list) ?? { ...NOT_READ, list };
  const context = { database: deps.database, planId, timeZone, siteLists, list, state, now };
  const taken = await takePage(context, page).catch((error: unknown) => {
    throw isRefusedByDatabase(error) ? notTaken(list, error) : error;
  });
  round.changeCount += taken.changeCount;
  states.set(list, { ...state, ...taken.state });
  links.set(list, page.link);
}

/** SQLSTATE of values that can't be kept, and of rows that contradict others. */
function isRefusedByDatabase(error: unknown): error is Error & { readonly code: string } {
  return error instanceof Error && 'code' in error && /^2[23]\w{3}$/.test(String(error.code));
}

const notTaken = (list: ListName, { code }: { readonly code: string }): AppError =>
  new AppError({
    code: 'GRAPH',
    message: `The database does not take what stands in list ${list} (${code})`,
    details: { list, sqlState: code },
  });
