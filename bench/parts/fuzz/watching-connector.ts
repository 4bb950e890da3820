import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Something the bot sent on its own, or in answer to a message. */
export interface SentActivity {
  /** Blank for what opens a conversation. */
  readonly conversationId: string;
  readonly activity: unknown;
}

/** A Bot Connector that takes everything at once, however much, and shows what it took. */
export interface WatchingConnector {
  /** As activities carry it. */
  readonly serviceUrl: string;
  close(): Promise<void>;
}

const CONVERSATION = /^\/v3\/conversations\/([^/]+)/;

/**
 * Listens on a free port of this machine. The sandbox's connector keeps Teams' limits, of 60 messages to a conversation in
 * half a minute: under them most of what a trial sends would go unanswered, and so unseen.
 */
export async function openWatchingConnector(see: (sent: SentActivity) => void): Promise<WatchingConnector> {
  let count = 0;
  const server = createServer(async (request, response) => {
    const { method, url = '' } = request;
    const body = await readJson(request);
    const conversationId = decodeURIComponent(CONVERSATION.exec(url)?.[1] ?? '');
    const isOpening = method === 'POST' && conversationId === '';
    const activity = isOpening ? (body as { activity?: unknown } | undefined)?.activity : body;
    if (activity !== undefined) see({ conversationId, activity });
    count += 1;
    const id = `1641805${String(count).padStart(6, '0')}`;
    const channelId = (body as { channelData?: { channel?: { id?: string } } } | undefined)?.channelData
      ?.channel?.id;
    const answer = isOpening ? { id: `${channelId ?? 'a:chat'};messageid=${id}`, activityId: id } : { id };
    // Nobody is in any roster: whoever the plan does not know by their id is a stranger.
    response.statusCode = method === 'GET' ? 404 : 201;
    response.setHeader('content-type', 'application/json');
    response.end(
      JSON.stringify(method === 'GET' ? { error: { code: 'MemberNotFound', message: '' } } : answer),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    serviceUrl: `http://127.0.0.1:${port}/`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function readJson(request: IncomingMessage): Promise<unknown> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const text = Buffer.concat(chunks).toString('utf8');
  return text === '' ? undefined : JSON.parse(text);
}
