import {
  createServer as createHttpServer,
  type IncomingHttpHeaders,
  type IncomingMessage,
  type ServerResponse,
} from 'node:http';
import { createServer as createHttpsServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { fingerprintOf } from './fingerprint.ts';
import { HttpError } from './http-error.ts';
import type { LoggedConnectorCall, LoggedPart, LoggedRequest, RequestArea } from './request-log.ts';
import { readRetryAfterSeconds } from './retry-after.ts';
import { findRoute, type RouteMatch } from './route-match.ts';

/** A request, with its whole body read. */
export interface SandboxRequest {
  readonly method: string;
  /** The path as it was sent: still percent-encoded, without the query. */
  readonly path: string;
  readonly query: URLSearchParams;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
  /** Decoded values of the route's `:names`; what a trailing `/*` matched is under `*`. */
  readonly params: Record<string, string>;
  readonly raw: IncomingMessage;
}

/** An answer. Without `body` and `stream` it is empty. */
export interface SandboxResponse {
  readonly status: number;
  readonly headers?: Record<string, string>;
  /** A string or Buffer is sent as it is, anything else as JSON. */
  readonly body?: unknown;
  /** Takes over the answer after its head was sent, for server-sent events. */
  readonly stream?: (response: ServerResponse) => void;
  /** Graph resource units this cost, for the request log. */
  readonly resourceUnits?: number;
  /** What a batch was made of, for the request log. */
  readonly parts?: readonly LoggedPart[];
  /** What a call of the Bot Connector was about, for the request log. */
  readonly connector?: LoggedConnectorCall;
  /** Cuts the connection in place of answering. */
  readonly cut?: boolean;
}

export interface Route {
  /** `GET`, `POST`, …, or `*` for any. */
  readonly method: string;
  /** `/a/:name/b`; may end in `/*`. */
  readonly path: string;
  /** Routes with an area are written to the request log. */
  readonly area?: RequestArea;
  readonly handler: (request: SandboxRequest) => Promise<SandboxResponse> | SandboxResponse;
}

/** A request that has been answered, as the log tells of it; without an area it is not for the log. */
export type AnsweredRequest = Omit<LoggedRequest, 'area'> & { readonly area: RequestArea | undefined };

const KEEP_ALIVE_MS = 120_000;

export interface ServeOptions {
  readonly routes: readonly Route[];
  /** 0 for any free port. */
  readonly port: number;
  /** With it the server speaks https. */
  readonly tls?: { readonly cert: string; readonly key: string };
  readonly onRequest?: (answered: AnsweredRequest) => void;
}

export interface Served {
  readonly port: number;
  close(): Promise<void>;
}

/** The largest body taken; Graph itself takes 4 MB. */
const MAX_BODY_BYTES = 8 * 1024 * 1024;

/**
 * Serves routes on 127.0.0.1, the first that matches wins.
 * An `HttpError` thrown by a handler becomes its status and `{error}`; any other error becomes a 500.
 * @throws Error with a plain message when the port is taken.
 */
export async function serve({ routes, port, tls, onRequest }: ServeOptions): Promise<Served> {
  const listener = (raw: IncomingMessage, response: ServerResponse) => {
    // A client that goes away half-way is no failure of the server's.
    answer({ routes, raw, response, onRequest }).catch(() => response.destroy());
  };
  const server = tls === undefined ? createHttpServer(listener) : createHttpsServer({ ...tls }, listener);
  // As long as real services keep an idle connection: one that is closed just as it is used again is lost.
  server.keepAliveTimeout = KEEP_ALIVE_MS;
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) =>
      reject(
        error.code === 'EADDRINUSE' ? new Error(`Port ${port} is already in use.`, { cause: error }) : error,
      ),
    );
    server.listen(port, '127.0.0.1', resolve);
  });
  return {
    port: (server.address() as AddressInfo).port,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

interface AnswerOptions {
  readonly routes: readonly Route[];
  readonly raw: IncomingMessage;
  readonly response: ServerResponse;
  readonly onRequest: ServeOptions['onRequest'];
}

async function answer({ routes, raw, response, onRequest }: AnswerOptions): Promise<void> {
  const arrivedAtMs = realNowMs();
  const method = raw.method ?? 'GET';
  const [path = '/', queryText = ''] = splitOnce(raw.url ?? '/', '?');
  const found = findRoute(routes, { method, path });
  const { result, body } = await handle(found, { method, path, queryText, raw });
  const answeredAtMs = realNowMs();
  if (result.cut) response.destroy();
  else send(response, { result, method });
  if (onRequest === undefined) return;
  const url = raw.url ?? '/';
  onRequest({
    at: new Date(answeredAtMs).toISOString(),
    arrivedAtMs,
    answeredAtMs,
    method,
    path: url,
    status: result.status,
    area: found?.route.area,
    fingerprint: fingerprintOf({ method, path: url, body }),
    clientRequestId: readClientRequestId(raw.headers),
    retryAfterSeconds: readRetryAfterSeconds(result.headers, answeredAtMs),
    wasCut: result.cut,
    resourceUnits: result.resourceUnits,
    parts: result.parts,
    connector: result.connector,
    ms: Math.round((answeredAtMs - arrivedAtMs) * 10) / 10,
  });
}

/** Real time that never jumps, in milliseconds since 1970. */
function realNowMs(): number {
  return performance.timeOrigin + performance.now();
}

function readClientRequestId(headers: IncomingHttpHeaders): string | undefined {
  return headers['client-request-id']?.toString();
}

interface HandleOptions {
  readonly method: string;
  readonly path: string;
  readonly queryText: string;
  readonly raw: IncomingMessage;
}

async function handle(
  found: RouteMatch<Route> | undefined,
  { method, path, queryText, raw }: HandleOptions,
): Promise<{ result: SandboxResponse; body: Buffer }> {
  let body: Buffer = Buffer.alloc(0);
  try {
    body = await readBody(raw);
    if (found === undefined)
      throw new HttpError(404, `There is nothing at ${method} ${path} in the sandbox.`);
    const result = await found.route.handler({
      method,
      path,
      query: new URLSearchParams(queryText),
      headers: raw.headers,
      body,
      params: found.params,
      raw,
    });
    return { result, body };
  } catch (error) {
    return { result: toFailure(error, { method, path }), body };
  }
}

function toFailure(error: unknown, { method, path }: { method: string; path: string }): SandboxResponse {
  if (error instanceof HttpError) return { status: error.status, body: { error: error.message } };
  process.stderr.write(`sandbox: ${method} ${path} failed: ${String((error as Error).stack ?? error)}\n`);
  return { status: 500, body: { error: `The sandbox failed: ${(error as Error).message}` } };
}

async function readBody(raw: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of raw as AsyncIterable<Buffer>) {
    size += chunk.length;
    // What is too much is read all the same: a client that is cut off while sending never sees the answer.
    if (size <= MAX_BODY_BYTES) chunks.push(chunk);
  }
  if (size > MAX_BODY_BYTES) throw new HttpError(413, 'The body is larger than 8 MB.');
  return Buffer.concat(chunks);
}

interface SendOptions {
  readonly result: SandboxResponse;
  readonly method: string;
}

function send(response: ServerResponse, { result, method }: SendOptions): void {
  const { status, headers = {}, body, stream } = result;
  if (stream !== undefined) {
    response.writeHead(status, headers);
    response.flushHeaders();
    stream(response);
    return;
  }
  if (body === undefined) {
    response.writeHead(status, headers);
    response.end();
    return;
  }
  const isRaw = typeof body === 'string' || Buffer.isBuffer(body);
  const bytes = isRaw ? Buffer.from(body) : Buffer.from(JSON.stringify(body));
  const type = isRaw ? 'text/plain; charset=utf-8' : 'application/json';
  response.writeHead(status, { 'Content-Type': type, 'Content-Length': bytes.length, ...headers });
  response.end(method === 'HEAD' ? undefined : bytes);
}

function splitOnce(text: string, separator: string): [string, string] {
  const at = text.indexOf(separator);
  return at < 0 ? [text, ''] : [text.slice(0, at), text.slice(at + separator.length)];
}
