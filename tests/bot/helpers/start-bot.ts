import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type Bot, type BotSettings, createBot, type KnownConversation } from '../../../bot/create-bot.ts';
import type { UseCases } from '../../../workflow/use-cases.ts';
import { APP_ID, type FakeTeams, startFakeTeams } from './fake-teams.ts';
import { makeActivity, TENANT_ID } from './make-activity.ts';
import { createMemoryUseCases, type MemoryUseCases } from './memory-use-cases.ts';

/** A bot behind a real HTTP server, with Teams and the plan on this machine. */
export interface RunningBot {
  readonly bot: Bot;
  readonly teams: FakeTeams;
  readonly useCases: MemoryUseCases;
  /** Everything logged, as JSON lines. */
  readonly logLines: string[];
  /** Where something was sent in answer to somebody, once each. */
  readonly counted: string[];
  /** What the bot remembers of where people are; `null` = nowhere. */
  known: KnownConversation | null;
  /** How often a token was asked for. */
  tokenCount(): number;
  /** Posts a body as Teams does, by default with a good token. */
  post(body: unknown, options?: { token?: string | null; method?: string }): Promise<BotResponse>;
  /** Posts an activity and answers the parsed body. */
  send(over: Parameters<typeof makeActivity>[0]): Promise<BotResponse>;
  /** Forgets what happened, for the next test. */
  reset(): void;
  stop(): Promise<void>;
}

export interface BotResponse {
  readonly status: number;
  readonly text: string;
  readonly json: unknown;
}

/** @param real use cases to ask in place of those in memory */
export const startBot = async (over: Partial<BotSettings> = {}, real?: UseCases): Promise<RunningBot> => {
  const teams = await startFakeTeams();
  const useCases = createMemoryUseCases();
  const logLines: string[] = [];
  const write = (level: string) => (fields: object, message: string) =>
    logLines.push(JSON.stringify({ level, ...fields, message }));
  const counted: string[] = [];
  let tokens = 0;
  let keys = 0;
  const settings: BotSettings = {
    appId: APP_ID,
    tenantId: TENANT_ID,
    allowedTenantIds: [TENANT_ID],
    authentication: 'entra',
    channelServiceUrls: [teams.serviceUrl],
    fileUrls: [teams.filesUrl],
    openIdMetadataUrl: teams.openIdMetadataUrl,
    credential: {
      getToken: async () => {
        tokens += 1;
        return { token: `out-${tokens}`, expiresOnTimestamp: Date.now() + 3_600_000 };
      },
    },
    sendTimeoutMs: 2_000,
    newKey: () => {
      keys += 1;
      return `new-key-${String(keys).padStart(8, '0')}`;
    },
    ...over,
  };
  const running = { known: null as KnownConversation | null };
  const bot = createBot({
    settings,
    useCases: real ?? useCases,
    log: { info: write('info'), warn: write('warn'), error: write('error') },
    calendarLink: (secret) => `https://calendar.example/${secret}.ics`,
    tabLink: (target) => `https://tab.example/${target?.planId ?? ''}`,
    conversations: {
      serviceUrlFor: async () => running.known,
      countSend: async ({ conversationId }) => void counted.push(conversationId),
    },
  });

  const server = createServer(async (request, response) => {
    const { method = '', headers } = request;
    const answer = await bot.handle({ method, headers, body: await bodyOf(request) });
    response.writeHead(answer.status, { 'content-type': 'application/json', ...answer.headers });
    response.end(answer.body === undefined ? '' : JSON.stringify(answer.body));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;

  let good: Promise<string> | undefined;
  const goodToken = () => {
    good ??= teams.tokenFor();
    return good;
  };
  const post: RunningBot['post'] = async (body, { token, method = 'POST' } = {}) => {
    const bearer = token === undefined ? await goodToken() : token;
    const response = await fetch(url, {
      method,
      headers: {
        'content-type': 'application/json',
        ...(bearer ? { authorization: `Bearer ${bearer}` } : {}),
      },
      ...(method === 'GET' ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    });
    const text = await response.text();
    return { status: response.status, text, json: text === '' ? undefined : JSON.parse(text) };
  };

  return Object.assign(running, {
    bot,
    teams,
    useCases,
    logLines,
    counted,
    tokenCount: () => tokens,
    post,
    send: (activity: Parameters<typeof makeActivity>[0]) =>
      post(makeActivity({ serviceUrl: teams.serviceUrl, ...activity })),
    reset() {
      running.known = null;
      useCases.reset();
      teams.requests.length = 0;
      teams.members.clear();
      teams.fileRequests.length = 0;
      teams.files.clear();
      logLines.length = 0;
      counted.length = 0;
    },
    async stop() {
      await new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      });
      await teams.stop();
    },
  });
};

const bodyOf = async (request: IncomingMessage): Promise<unknown> => {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  try {
    return JSON.parse(Buffer.concat(chunks).toString('utf8'));
  } catch {
    return undefined;
  }
};
