import { GraphError } from '../graph-error.ts';
import { type OpenList, openList } from '../list-access.ts';
import type { Graph, GraphAnswer, GraphCall, Operation } from '../operation.ts';
import { checkOptions, pickMembers, readFieldsExpansion, readSelect } from '../query/options.ts';
import { linkTo, readPageSize } from '../query/page.ts';
import { showDeletedItem, showItem } from '../show.ts';
import { strikePage, strikeResync } from './delta-faults.ts';
import { type DeltaToken, formatDeltaToken, parseDeltaToken } from './delta-token.ts';

/** SharePoint keeps its change log for 60 days. */
const CHANGE_LOG_MS = 60 * 86_400_000;

/**
 * What changed in a list: first every item, then what the journal says. An item that changed on two pages appears on
 * both; the last is right.
 */
export const deltaOperations: readonly Operation[] = [
  {
    method: 'GET',
    path: '/sites/:site/lists/:list/items/delta',
    units: ({ query }) => (query.has('token') ? 1 : 2),
    handle: getDelta,
  },
];

function getDelta(graph: Graph, call: GraphCall): GraphAnswer {
  checkOptions(call.query, ['$select', '$expand', '$top', 'token']);
  const open = openList(graph, call);
  const start = startToken(graph, open);
  const text = call.query.get('token');
  if (text === 'latest') return answerPage({ call, open, value: [], token: toChanges(start), isLast: true });
  const token = text === null || text === '' ? start : parseDeltaToken(text, open.list.id);
  checkAge(graph, { call, token, start });
  return token.phase === 'all'
    ? readAll(graph, { open, call, token })
    : readChanges(graph, { open, call, token: { ...token, atMs: start.atMs } });
}

function startToken({ world, store }: Graph, { list }: OpenList): DeltaToken {
  return {
    phase: 'all',
    listId: list.id,
    generation: world.generation(),
    sequence: store.changes.newest(list.id),
    afterId: 0,
    atMs: world.clock.now().epochMilliseconds,
  };
}

function toChanges(token: DeltaToken): DeltaToken {
  return { ...token, phase: 'changes', afterId: 0 };
}

function checkAge(
  { world }: Graph,
  { call, token, start }: { call: GraphCall; token: DeltaToken; start: DeltaToken },
): void {
  const isFresh = token.generation === world.generation() && start.atMs - token.atMs <= CHANGE_LOG_MS;
  const struck = token.phase === 'changes' ? strikeResync(world) : undefined;
  if (isFresh && struck === undefined) return;
  throw new GraphError({
    status: 410,
    code: 'resyncRequired',
    innerCode: 'resyncChangesApplyDifferences',
    message:
      "Resync required. Replace any local items with the server's version (including deletes) if you're sure that the service was up to date with your local changes when you last sync'd. Upload any local changes that the server doesn't know about.",
    headers: struck?.location === false ? {} : { Location: linkTo(call, { token: formatDeltaToken(start) }) },
  });
}

interface ReadPage {
  readonly open: OpenList;
  readonly call: GraphCall;
  readonly token: DeltaToken;
}

function readAll(graph: Graph, { open, call, token }: ReadPage): GraphAnswer {
  const { store } = graph;
  const limit = readPageSize(call.query);
  const expansion = readFieldsExpansion(call.query);
  const items = store.items.after(open.list.id, { id: token.afterId, limit: limit + 1 });
  const page = items.slice(0, limit);
  const value = page.map((item) => showItem({ open, store, item, expansion }));
  const isLast = items.length <= limit;
  const next = isLast ? toChanges(token) : { ...token, afterId: page.at(-1)?.id ?? 0 };
  return answerPage({
    call,
    open,
    value: strikePage(graph, { open, expansion, value }),
    token: next,
    isLast,
  });
}

function readChanges(graph: Graph, { open, call, token }: ReadPage): GraphAnswer {
  const { store } = graph;
  const limit = readPageSize(call.query);
  const expansion = readFieldsExpansion(call.query);
  const changes = store.changes.after(open.list.id, { sequence: token.sequence, limit: limit + 1 });
  const page = changes.slice(0, limit);
  const value = [...new Set(page.map(({ itemId }) => itemId))].map((itemId) => {
    const item = store.items.find(open.list.id, itemId);
    return item === undefined ? showDeletedItem(open, itemId) : showItem({ open, store, item, expansion });
  });
  const sequence = page.at(-1)?.sequence ?? token.sequence;
  return answerPage({
    call,
    open,
    value: strikePage(graph, { open, expansion, value }),
    token: { ...token, sequence },
    isLast: changes.length <= limit,
  });
}

interface AnswerPage {
  readonly call: GraphCall;
  readonly open: OpenList;
  readonly value: readonly Record<string, unknown>[];
  readonly token: DeltaToken;
  readonly isLast: boolean;
}

function answerPage({ call, open, value, token, isLast }: AnswerPage): GraphAnswer {
  const select = readSelect(call.query);
  const link = linkTo(call, { token: formatDeltaToken(token) });
  const members = select === undefined ? undefined : [...select, 'id', 'deleted'];
  return {
    status: 200,
    body: {
      '@odata.context': open.itemsContext,
      [isLast ? '@odata.deltaLink' : '@odata.nextLink']: link,
      value: value.map((item) => pickMembers(item, members)),
    },
  };
}
