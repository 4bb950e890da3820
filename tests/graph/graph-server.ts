import type { IncomingMessage, ServerResponse } from 'node:http';
import { createServer } from 'node:https';
import type { AddressInfo, Socket } from 'node:net';
import { checkRequest } from '../helpers/graph-contract.ts';
import { trustedCertificate } from './https-certificate.ts';

/** A request as the server got it. */
export interface Seen {
  readonly method: string;
  /** Below the version, without the query: `/sites/s/lists`. */
  readonly path: string;
  readonly query: URLSearchParams;
  readonly headers: IncomingMessage['headers'];
  readonly body: unknown;
}

/** What the server does with a request; `reset` breaks the connection, `hang` never answers. */
export type Answer =
  | {
      readonly status: number;
      readonly headers?: Readonly<Record<string, string>>;
      /** JSON, or text as it is. */
      readonly body?: unknown;
    }
  | 'reset'
  | 'hang';

/** A part of a batch, as a request of its own. */
export type Handler = (seen: Seen) => Answer;

export interface GraphServer {
  /** `https://localhost:<port>/`. */
  readonly baseUrl: string;
  /** Every request so far; the parts of batches besides, in `parts`. */
  readonly requests: readonly Seen[];
  readonly parts: readonly Seen[];
  stop(): Promise<void>;
}

/**
 * A small Graph that answers as a test says, over https. Opens batches and asks `handler` for every part, unless
 * `handler` answers `/$batch` itself. A request that Graph's own contract doesn't allow is answered 418, so that no
 * test gets past it.
 */
export async function startGraphServer(handler: (seen: Seen) => Answer | undefined): Promise<GraphServer> {
  const requests: Seen[] = [];
  const parts: Seen[] = [];
  const server = createServer(await trustedCertificate(), (message, response) => {
    void readRequest(message).then((seen) => {
      requests.push(seen);
      const wrong = checkRequest(seen);
      if (wrong !== null) return send(response, { status: 418, body: errorBody('notInContract', wrong) });
      const answer = handler(seen);
      if (answer !== undefined) return send(response, answer);
      return send(response, answerBatch(seen, handler, parts));
    });
  });
  // By hand: `closeAllConnections` misses a connection whose client has gone away.
  const sockets = new Set<Socket>();
  server.on('connection', (socket: Socket) => {
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
  });
  await new Promise<void>((resolve) => server.listen(0, 'localhost', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    baseUrl: `https://localhost:${port}/`,
    requests,
    parts,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        for (const socket of sockets) socket.destroy();
      }),
  };
}

export const errorBody = (code: string, message = 'words nobody branches on') => ({
  error: { code, message, innerError: { 'request-id': 'inner-request-id' } },
});

interface Envelope {
  readonly requests: readonly { id: string; method: string; url: string; headers?: object; body?: unknown }[];
}

/** Answers the parts in another order than they came in, as Graph does. */
function answerBatch(
  { path, body }: Seen,
  handler: (seen: Seen) => Answer | undefined,
  parts: Seen[],
): Answer {
  if (path !== '/$batch') return { status: 404, body: errorBody('itemNotFound') };
  const responses = (body as Envelope).requests.map(({ id, method, url, headers = {}, body }) => {
    const part = toSeen({ method, url, headers: lowerCased(headers), body });
    parts.push(part);
    const answer = handler(part) ?? { status: 404, body: errorBody('itemNotFound') };
    if (typeof answer === 'string') throw new Error(`A part of a batch can't ${answer}`);
    return { id, ...answer };
  });
  return { status: 200, body: { responses: responses.reverse() } };
}

async function readRequest(message: IncomingMessage): Promise<Seen> {
  const chunks: Buffer[] = [];
  for await (const chunk of message) chunks.push(chunk as Buffer);
  const text = Buffer.concat(chunks).toString('utf8');
  const body: unknown = text === '' ? undefined : JSON.parse(text);
  const { method = '', url = '', headers } = message;
  return toSeen({ method, url: url.replace(/^\/v1\.0/, ''), headers, body });
}

function toSeen({
  method,
  url,
  headers,
  body,
}: {
  method: string;
  url: string;
  headers: object;
  body: unknown;
}): Seen {
  const { pathname, searchParams } = new URL(url, 'https://localhost');
  return { method, path: pathname, query: searchParams, headers: headers as Seen['headers'], body };
}

function send(response: ServerResponse, answer: Answer): void {
  if (answer === 'hang') return;
  if (answer === 'reset') {
    response.socket?.destroy();
    return;
  }
  const { status, headers = {}, body } = answer;
  const type = typeof body === 'string' ? 'text/html' : 'application/json';
  response.writeHead(status, { ...(body === undefined ? {} : { 'Content-Type': type }), ...headers });
  response.end(typeof body === 'string' ? body : body === undefined ? undefined : JSON.stringify(body));
}

const lowerCased = (headers: object): object =>
  Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]));
