import { readFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { request as httpsRequest } from 'node:https';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import type { Sandbox } from '../../helpers/sandbox.ts';
import { TAB_HTML } from './stub-tab.ts';

/** What a bot answers to an invoke: the body, and the HTTP status where it is not 200. */
export interface InvokeAnswer {
  readonly status?: number;
  readonly body: unknown;
}

/** A bot that trusts whoever calls, and a tab of a few lines: the page is on trial here, not they. */
export interface StubBot {
  readonly url: string;
  /** Answers presses, dialogs and submits, by the name of the invoke. */
  onInvoke: (activity: {
    name: string;
    value: Record<string, unknown>;
    from: { name: string };
  }) => InvokeAnswer;
  /** Every message a person wrote to the bot. */
  readonly heard: string[];
  /** The name of every event Teams told the bot of. */
  readonly events: string[];
  close(): Promise<void>;
}

const TEAMS_JS = fileURLToPath(
  new URL('../../../node_modules/@microsoft/teams-js/dist/umd/MicrosoftTeams.min.js', import.meta.url),
);

export async function openStubBot(port = 0): Promise<StubBot> {
  const server = createServer((request, response) => void handle(request, response));
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  const bot: StubBot = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    onInvoke: () => ({ body: undefined }),
    heard: [],
    events: [],
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };

  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = await readBody(request);
    const { pathname } = new URL(request.url ?? '/', bot.url);
    if (pathname === '/api/messages') answerActivity(JSON.parse(body), response);
    else if (pathname === '/clock') sendJson(response, 200, { nextEventAt: null });
    else if (pathname === '/tab/') {
      response.setHeader(
        'content-security-policy',
        "default-src 'self' 'unsafe-inline'; frame-ancestors https://teams.microsoft.com",
      );
      response.setHeader('content-type', 'text/html').end(TAB_HTML);
    } else if (pathname === '/tab/teams.js') {
      response.setHeader('content-type', 'text/javascript').end(await readFile(TEAMS_JS));
    } else if (pathname.startsWith('/api/v1/echo')) {
      sendJson(response, 207, { method: request.method, url: request.url, headers: request.headers, body });
    } else sendJson(response, 404, { error: `nothing at ${pathname}` });
  }

  function answerActivity(
    activity: Parameters<StubBot['onInvoke']>[0] & { type: string; text?: string },
    response: ServerResponse,
  ) {
    if (activity.type === 'message') bot.heard.push(activity.text ?? '');
    if (activity.type === 'event') bot.events.push(activity.name);
    const { status = 200, body } = activity.type === 'invoke' ? bot.onInvoke(activity) : { body: undefined };
    sendJson(response, status, body);
  }
  return bot;
}

export function asCard(content: object) {
  return { contentType: 'application/vnd.microsoft.card.adaptive', content };
}

/** The answer that opens a dialog with a card. */
export function openedDialog(title: string, card: object): InvokeAnswer {
  return { body: { task: { type: 'continue', value: { title, card: asCard(card) } } } };
}

/** Posts a card to a channel or chat as the bot; answers the message's id. */
export function postCard(sandbox: Sandbox, conversationId: string, card: object): Promise<string> {
  return postAttachment(sandbox, conversationId, asCard(card));
}

/** Posts anything that is not words; answers the message's id. */
export async function postAttachment(
  sandbox: Sandbox,
  conversationId: string,
  attachment: object,
): Promise<string> {
  const response = await fetch(
    `${sandbox.pageUrl}/connector/v3/conversations/${encodeURIComponent(conversationId)}/activities`,
    {
      method: 'POST',
      headers: {
        authorization: `Bearer ${await connectorToken(sandbox)}`,
        'content-type': 'application/json',
      },
      body: JSON.stringify({ type: 'message', attachments: [attachment] }),
    },
  );
  if (!response.ok) throw new Error(`Posting answered ${response.status}: ${await response.text()}`);
  const { id } = (await response.json()) as { id: string };
  return id;
}

function connectorToken({ graphUrl, certificatePem, directory }: Sandbox): Promise<string> {
  const form = new URLSearchParams({
    grant_type: 'client_credentials',
    client_id: directory.botAppId,
    client_secret: directory.clientSecret,
    scope: 'https://api.botframework.com/.default',
  });
  return new Promise((resolve, reject) => {
    const request = httpsRequest(
      `${graphUrl}/${directory.tenantId}/oauth2/v2.0/token`,
      {
        method: 'POST',
        ca: certificatePem,
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
      },
      (response) => {
        readBody(response).then((text) => resolve(JSON.parse(text).access_token), reject);
      },
    );
    request.on('error', reject);
    request.end(form.toString());
  });
}

async function readBody(stream: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream as AsyncIterable<Buffer>) chunks.push(chunk);
  return Buffer.concat(chunks).toString('utf8');
}

function sendJson(response: ServerResponse, status: number, body: unknown): void {
  response.statusCode = status;
  if (body === undefined) response.end();
  else response.setHeader('content-type', 'application/json').end(JSON.stringify(body));
}
