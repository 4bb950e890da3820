import type { Attention } from '../../../plan/attention.ts';
import { formatMoment } from '../../../plan/calendar/dates.ts';
import type { AttentionRow, ListsStateContent, RefusedWrite } from '../../../plan/content.ts';
import { fieldWords } from '../../../plan/field-words.ts';
import { LIST_NAMES } from '../../../plan/glossary.ts';
import { isPlanManager } from '../../../plan/people.ts';
import type { Plan } from '../../../plan/plan.ts';
import { refusalWords } from '../../../plan/refusal-words.ts';
import { type DeadWrite, readDead } from '../../../store/dead-writes.ts';
import { readSomeIds } from '../../../store/mirror.ts';
import { countUnwritten } from '../../../store/outbox.ts';
import { areNotified } from '../../../store/subscriptions.ts';
import { readSyncStates, type SyncState } from '../../../store/sync-state.ts';
import { readTroubles } from '../../../store/troubles.ts';
import { findPlansOf } from '../../authorise.ts';
import { OF_SENDS } from '../../deliveries/troubles-of-sends.ts';
import type { WorkflowDeps } from '../../deps.ts';
import type { UseCases } from '../../use-cases.ts';
import { addressOfItem } from '../row-address.ts';
import { titleOfRow } from '../title-of-row.ts';
import { attentionOf } from './attention-of.ts';
import { ROW_TROUBLE } from './note-troubles.ts';
import { wordsOfStanding } from './words-of-standing.ts';

/** Rows and writes that are named; the rest is a count. */
const NAMED = 10;

/** What Milepost says with every answer of its own accord; nobody decided it. */
const BY_ITSELF: readonly string[] = ['scheduleRag', 'latestUpdate'];

/** Troubles that are told with rows, and those that are no list’s. */
const ELSEWHERE: readonly string[] = [ROW_TROUBLE, OF_SENDS];

/** How the lists of a plan stand. */
export async function viewListsState(
  deps: WorkflowDeps,
  { actor }: Parameters<UseCases['viewListsState']>[0],
): Promise<readonly ListsStateContent[]> {
  const known = await findPlansOf(deps, actor);
  const managed = known.filter(({ owner }) => isPlanManager(owner));
  return Promise.all(managed.map(({ plan }) => listsStateOf(deps, plan)));
}

/** How the lists of one plan stand. Whoever calls it has asked whether the person may know. */
export async function listsStateOf(deps: WorkflowDeps, plan: Plan): Promise<ListsStateContent> {
  const { database } = deps;
  const { timeZone } = plan.settings;
  const [troubles, attention, unwritten, dead, states, notified] = await Promise.all([
    readTroubles(database, plan.id),
    attentionOf(deps, plan),
    countUnwritten(database, plan.id),
    readDead(database, plan.id, NAMED),
    readSyncStates(database, plan.id),
    areNotified(database, plan.id),
  ]);
  return {
    kind: 'lists-state',
    planId: plan.id,
    planName: plan.name,
    siteUrl: plan.siteUrl,
    troubles: wordsOfStanding(troubles.filter(({ code }) => !ELSEWHERE.includes(code))),
    attention: await Promise.all(attention.slice(0, NAMED).map((row) => attentionRow(deps, plan, row))),
    attentionCount: attention.length,
    waitingCount: unwritten.waiting,
    refused: dead.map((write) => refusedWrite(plan, write)),
    refusedCount: unwritten.dead,
    readAtWords: readAtWords(states, timeZone),
    notified,
  };
}

/** A row to look at, with its address. */
export async function attentionRow(
  { database }: Pick<WorkflowDeps, 'database'>,
  plan: Plan,
  { list, key, title, messages }: Attention,
): Promise<AttentionRow> {
  const [row] = await readSomeIds(database, plan.id, list, { keys: [key] });
  return { list, title, messages, rowUrl: addressOfItem(plan, list, row?.itemId ?? null) };
}

function refusedWrite(plan: Plan, { id, list, key, kind, changes, error, madeAt }: DeadWrite): RefusedWrite {
  const what = Object.keys(changes).filter((property) => !BY_ITSELF.includes(property));
  return {
    outboxId: id,
    list,
    title: titleOfRow(plan, list, key) ?? String(changes.title ?? list),
    whatWords: kind === 'create' ? 'The whole row' : what.map(fieldWords).join(', '),
    reasonWords: refusalWords(error),
    madeAtWords: formatMoment(madeAt, plan.settings.timeZone),
  };
}

/** The oldest of the lists' last readings; `null` while one was never read. */
function readAtWords(states: readonly SyncState[], timeZone: string): string | null {
  const moments = LIST_NAMES.map((list) => states.find((state) => state.list === list)?.readAt ?? null);
  const oldest = moments.includes(null) ? null : moments.toSorted()[0];
  return oldest == null ? null : formatMoment(oldest, timeZone);
}
