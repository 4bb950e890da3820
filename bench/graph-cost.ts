import { setTimeout as sleep } from 'node:timers/promises';
import type { Conversation, Message } from '../sandbox/controls/conversation-shapes.ts';
import type { Benchmark, Table } from './benchmark.ts';
import { isAccepted, openForms, type Submission } from './parts/answering.ts';
import { findCheckIn } from './parts/check-in.ts';
import { type Installation, withInstallation } from './parts/installation.ts';
import { fetchJson } from './parts/json.ts';
import { addPeople } from './parts/people.ts';
import { countGraph, type GraphCost } from './parts/request-log.ts';
import { openSite, type Site } from './parts/site.ts';
import { openTeamsTokens } from './parts/teams-tokens.ts';

/** What Milepost may ask of Graph, in requests. */
const AIMS = { answer: 1, digest: 0, view: 0 };
const PATIENCE_MS = 20_000;
const POLL_MS = 50;
/** The sample plan's first lone digest comes within so many events. */
const MAX_EVENTS = 40;
/** In the words that a digest shows where cards cannot be drawn. */
const DIGEST_WORDS = ': the last fortnight.';

/** What an answer, a digest and a look at the dashboard cost in Microsoft Graph. */
export const graphCost: Benchmark = {
  name: 'graph-cost',
  title: 'Graph requests and resource units',
  run: () => withInstallation({}, measure),
};

async function measure(installation: Installation): Promise<Table> {
  const answer = await costOfAnswer(installation);
  const view = await costOfView(installation);
  const digest = await costOfDigest(installation);
  const costs = { answer: answer.cost, digest: digest.cost, view };
  const tooMany = Object.entries(AIMS).filter(
    ([name, aim]) => costs[name as keyof typeof AIMS].requests !== aim,
  );
  return {
    columns: ['what', 'requests', 'aim', 'resource units', 'which'],
    rows: [
      rowOf('one answer, until it is in the list', answer.cost, AIMS.answer),
      rowOf('one digest', digest.cost, AIMS.digest),
      rowOf('one view of the dashboard', view, AIMS.view),
    ],
    notes: [
      `The answer stood in the Updates list ${answer.ms.toFixed(0)} ms after it was posted; answers that come within 0.3 s of each other share a batch.`,
      `The digest went out when the clock came to ${digest.at}, with ${digest.others} other messages that fell due then.`,
      `Taken off: requests that only ask what changed in the lists (delta), which come every 30 s and with each move of the clock. Meanwhile there were ${countOf(costs, 'pollRequests')} of them, one batch each, ${countOf(costs, 'pollUnits')} resource units together.`,
    ],
    broken: tooMany.map(
      ([name, aim]) => `${name}: ${costs[name as keyof typeof AIMS].requests} requests, aim ${aim}.`,
    ),
  };
}

async function costOfAnswer(installation: Installation): Promise<{ cost: GraphCost; ms: number }> {
  const { serverUrl, sandboxUrl } = installation;
  const site = await openSite(sandboxUrl);
  const checkIn = await findCheckIn(sandboxUrl);
  const [person] = await addPeople(installation, { site, count: 1, groupName: checkIn.groupName });
  if (person === undefined) throw new Error('Nobody was added.');
  const issueToken = await openTeamsTokens(installation);
  const forms = await openForms(person, { serverUrl, sandboxUrl, checkIn, issueToken });
  const { cost, result } = await countGraph(installation, () =>
    answerOnce(serverUrl, { site, submission: forms.next('dialog') }),
  );
  return { cost, ms: result };
}

/** Answers milliseconds until the answer stands in the list. */
async function answerOnce(
  serverUrl: string,
  { site, submission }: { readonly site: Site; readonly submission: Submission },
): Promise<number> {
  const startedMs = performance.now();
  const { headers, body, submissionKey } = submission;
  const response = await fetch(`${serverUrl}/api/messages`, { method: 'POST', headers, body });
  const text = await response.text();
  if (!isAccepted(response.status, text)) throw new Error(`The answer was not accepted: ${text}`);
  while (performance.now() - startedMs < PATIENCE_MS) {
    const rows = await site.readRows('Updates');
    if (rows.some(({ AnswerId }) => String(AnswerId).includes(submissionKey)))
      return performance.now() - startedMs;
    await sleep(POLL_MS);
  }
  throw new Error(`The answer was not in the list after ${PATIENCE_MS / 1_000} s.`);
}

async function costOfView(installation: Installation): Promise<GraphCost> {
  const { serverUrl, sandboxUrl } = installation;
  const { token } = await fetchJson<{ token: string }>(`${sandboxUrl}/sandbox/token`, {
    body: { audience: 'tab', persona: 'director' },
  });
  const api = `${serverUrl}/api/v1/plans`;
  const { plans } = await fetchJson<{ plans: { planId: string }[] }>(api, { token });
  const [plan] = plans;
  if (plan === undefined) throw new Error('The director sees no plan.');
  const view = () => fetchJson(`${api}/${encodeURIComponent(plan.planId)}/overview`, { token });
  return (await countGraph(installation, view)).cost;
}

/** Moves from event to event until one brings exactly one digest. */
async function costOfDigest({
  moveClock,
  sandboxUrl,
}: Installation): Promise<{ cost: GraphCost; at: string; others: number }> {
  let before = await listMessages(sandboxUrl);
  for (let event = 0; event < MAX_EVENTS; event += 1) {
    const { cost, result } = await countGraph({ sandboxUrl }, () => moveClock('next'));
    const after = await listMessages(sandboxUrl);
    const known = new Set(before.map(({ id }) => id));
    const sent = after.filter(({ id }) => !known.has(id));
    const digests = sent.filter(isDigest);
    if (digests.length === 1) return { cost, at: result.now, others: sent.length - 1 };
    before = after;
  }
  throw new Error(`No event of the first ${MAX_EVENTS} brought exactly one digest.`);
}

async function listMessages(sandboxUrl: string): Promise<Message[]> {
  const url = `${sandboxUrl}/sandbox/conversations`;
  const conversations = await fetchJson<Conversation[]>(url);
  const messages = await Promise.all(
    conversations.map(({ id }) => fetchJson<Message[]>(`${url}/${encodeURIComponent(id)}/messages`)),
  );
  return messages.flat();
}

function isDigest({ cards }: Message): boolean {
  return cards.some(({ fallbackText }) => String(fallbackText).includes(DIGEST_WORDS));
}

function rowOf(name: string, { requests, resourceUnits, what }: GraphCost, aim: number): string[] {
  return [name, String(requests), String(aim), String(resourceUnits), what.join('; ')];
}

function countOf(costs: Readonly<Record<string, GraphCost>>, figure: 'pollRequests' | 'pollUnits'): number {
  return Object.values(costs).reduce((sum, cost) => sum + cost[figure], 0);
}
