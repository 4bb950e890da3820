import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createRandom } from '../sandbox/core/random.ts';
import type { Benchmark, RunOptions, Size } from './benchmark.ts';
import { findCheckIn } from './parts/check-in.ts';
import { ANSWER_KINDS, answerKindOf, type FuzzAnswer } from './parts/fuzz/answer-kind.ts';
import { type CardPool, createCardPool } from './parts/fuzz/card-pool.ts';
import { createFindings, type Findings } from './parts/fuzz/findings.ts';
import { complaintsAbout } from './parts/fuzz/inspect.ts';
import { FUZZ_KINDS, type FuzzRequest, makeRequest } from './parts/fuzz/make-request.ts';
import { fillPool, readConversations, spoilTitles } from './parts/fuzz/prepare.ts';
import { gatherSenders, type Sender } from './parts/fuzz/senders.ts';
import { openWatchingConnector, type WatchingConnector } from './parts/fuzz/watching-connector.ts';
import { type Installation, withInstallation } from './parts/installation.ts';
import { openSite } from './parts/site.ts';
import { openTeamsTokens } from './parts/teams-tokens.ts';
import { type Outcome, runTrial } from './parts/trial.ts';

interface Extent {
  readonly requests: number;
  /** By which the clock is moved at the end, so that what falls due is said with what was typed. */
  readonly afterwards: string;
}

const SIZES: Readonly<Record<Size, Extent>> = {
  full: { requests: 100_000, afterwards: 'P28D' },
  quick: { requests: 250, afterwards: 'P1D' },
};
const WORKERS = 16;
/** Far longer than Teams waits for a bot: this is about being answered at all. */
const TIMEOUT_SECONDS = 60;
/** So many unanswered requests, and it goes on no longer. */
const MOST_UNANSWERED = 100;
/** Level of an error in the log. */
const ERROR_LEVEL = 50;

/** Whether anything that can be sent to the bot breaks it, or comes back as markup. */
export const fuzz: Benchmark = {
  name: 'fuzz',
  title: 'Card values and messages that nobody should send',
  run: (options) =>
    runTrial(options, {
      columns: ['what', 'requests', ...ANSWER_KINDS],
      notes: [
        'Buttons are taken from cards that the bot sent, of every verb there is; then a half is changed in one to four places: types, lengths, missing and added keys, depth, numbers, halves of characters, __proto__, keys of other rows. Sent by members of every role, somebody outside the plan, a guest, and another tenant. A part of the titles and names in the lists is markup too.',
        'Every card and text that comes back, in answers and by the connector, is looked at: no live markup, no template that runs, no address but http(s), no half characters or controls, at most 40,000 bytes of UTF-16 and six buttons.',
        `Empty: taken note of in silence, or answered by a message. Failed: status 500 and more. None: not answered within ${TIMEOUT_SECONDS} s.`,
      ],
      measure: (database) => fuzzOn(database, options),
    }),
};

async function fuzzOn(
  database: Parameters<Parameters<typeof runTrial>[1]['measure']>[0],
  options: RunOptions,
) {
  const random = createRandom(options.seed);
  const pool = createCardPool(random);
  const findings = createFindings();
  let senders: readonly Sender[] = [];
  const connector = await openWatchingConnector(({ conversationId, activity }) => {
    for (const what of complaintsAbout(activity)) findings.add(what, JSON.stringify(activity));
    const sender = senders.find(({ person }) => person.chatId === conversationId);
    if (sender !== undefined) pool.take(activity, sender.person, 'chat');
  });
  const settings = { MILEPOST_SEND_TIMEOUT_SECONDS: String(TIMEOUT_SECONDS) };
  try {
    return await withInstallation(
      { database, settings, otherServiceUrl: connector.serviceUrl },
      async (installation) => {
        senders = await gatherSenders(installation.sandboxUrl);
        return measure(installation, { options, random, pool, findings, senders, connector });
      },
    );
  } finally {
    await connector.close();
  }
}

interface Tools {
  readonly options: RunOptions;
  readonly random: () => number;
  readonly pool: CardPool;
  readonly findings: Findings;
  readonly senders: readonly Sender[];
  readonly connector: WatchingConnector;
}

async function measure(installation: Installation, tools: Tools): Promise<Outcome> {
  const { sandboxUrl, serverUrl, moveClock } = installation;
  const { options, random, pool, findings, senders } = tools;
  const { requests, afterwards } = SIZES[options.size];
  const { planId } = await findCheckIn(sandboxUrl);
  const site = await openSite(sandboxUrl);
  await spoilTitles(installation, site, random);
  await fillPool(installation, { pool, senders, planId });
  const said = (await site.readRows('Updates')).length;
  const pid = installation.serverPid();
  const startedMs = performance.now();
  const answered = await sendAll(installation, requests, tools);
  const seconds = (performance.now() - startedMs) / 1_000;
  await moveClock(afterwards);
  const taken = (await site.readRows('Updates')).length - said;

  for (const { messages } of await readConversations(sandboxUrl)) {
    for (const { cards, text } of messages.filter(({ from }) => from.kind === 'bot')) {
      const shown = cards.map((content) => ({
        contentType: 'application/vnd.microsoft.card.adaptive',
        content,
      }));
      for (const what of complaintsAbout([...shown, { text, textFormat: 'plain' }]))
        findings.add(what, JSON.stringify(shown));
    }
  }
  for (const line of errorsIn(installation)) findings.add(`the log has an error: ${line}`, line);
  const isUp = (await fetch(`${serverUrl}/healthz`).catch(() => null))?.ok === true;
  const row = (what: string, some: readonly Answered[]) => [
    what,
    String(some.length),
    ...ANSWER_KINDS.map((kind) => String(some.filter((one) => one.answer === kind).length)),
  ];
  return {
    rows: [
      ...FUZZ_KINDS.map((kind) =>
        row(
          kind,
          answered.filter((one) => one.kind === kind),
        ),
      ),
      ...(['outsider', 'guest', 'other tenant'] as const).map((kind) =>
        row(
          `of all: ${kind}`,
          answered.filter((one) => one.sender === kind),
        ),
      ),
      row('all', answered),
    ],
    notes: [
      `${(answered.length / seconds).toFixed(0)} requests a second, ${WORKERS} at a time, in ${seconds.toFixed(0)} s.`,
      `${taken} answers were good enough to be taken, so that what they say came back on cards.`,
      `Verbs: ${pool.verbs().join(', ')}.`,
    ],
    broken: [
      ...(isUp && installation.serverPid() === pid ? [] : ['The server is not running any more.']),
      ...(answered.length < requests ? [`Given up after ${answered.length} requests.`] : []),
      ...findings.lines(),
    ],
  };
}

/** What became of a request. */
interface Answered {
  readonly kind: FuzzRequest['kind'];
  readonly sender: Sender['kind'];
  readonly answer: (typeof ANSWER_KINDS)[number];
}

async function sendAll(
  installation: Installation,
  count: number,
  { random, pool, findings, senders, connector: { serviceUrl } }: Tools,
): Promise<readonly Answered[]> {
  const token = await (await openTeamsTokens(installation))(serviceUrl);
  const answered: Answered[] = [];
  let unanswered = 0;
  let sent = 0;
  const work = async () => {
    while (sent < count && unanswered < MOST_UNANSWERED) {
      sent += 1;
      const request = makeRequest({ senders, pool, serviceUrl }, random);
      const { kind, sender, place, body } = request;
      const reply = await post(installation, { token, body });
      const answer = answerKindOf(reply);
      answered.push({ kind, sender: sender.kind, answer });
      if (answer === 'none') unanswered += 1;
      for (const what of faultsOf(request, reply))
        findings.add(what, `${body.slice(body.indexOf('"value"'))} → ${JSON.stringify(reply)}`);
      pool.take(reply.body, sender.person, place);
    }
  };
  await Promise.all(Array.from({ length: WORKERS }, work));
  return answered;
}

function faultsOf({ sender }: FuzzRequest, reply: FuzzAnswer): readonly string[] {
  const kind = answerKindOf(reply);
  const isShown = kind === 'card' || kind === 'form';
  return [
    ...(kind === 'failed' ? [`status ${reply.status}`] : []),
    ...(kind === 'none' ? ['no answer'] : []),
    ...(isShown && sender.kind !== 'member' ? [`a ${kind} for a ${sender.kind}`] : []),
    ...complaintsAbout(reply.body),
  ];
}

async function post(
  { serverUrl }: Installation,
  { token, body }: { readonly token: string; readonly body: string },
): Promise<FuzzAnswer> {
  try {
    const response = await fetch(`${serverUrl}/api/messages`, {
      method: 'POST',
      headers: { 'content-type': 'application/json; charset=utf-8', authorization: `Bearer ${token}` },
      body,
      signal: AbortSignal.timeout(TIMEOUT_SECONDS * 1_000),
    });
    const text = await response.text();
    return { status: response.status, body: text.startsWith('{') ? JSON.parse(text) : undefined };
  } catch (error) {
    return { status: 0, body: String(error) };
  }
}

function errorsIn({ dataDirectory }: Installation): readonly string[] {
  return readFileSync(join(dataDirectory, 'logs', 'milepost.log'), 'utf8')
    .split('\n')
    .filter((line) => line.startsWith('{') && Number(JSON.parse(line).level) >= ERROR_LEVEL);
}
