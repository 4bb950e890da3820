import type { IncomingHttpHeaders } from 'node:http';
import restify from 'restify';
import { AppError } from '../../plan/errors.ts';
import type { Log } from '../../workflow/ports/log.ts';
import type { Metrics } from '../telemetry/metrics.ts';
import { answerError } from './answer-error.ts';
import type { Route, RouteAnswer } from './route.ts';

/** Larger than any activity of Teams, small enough that nobody fills the memory with one. */
const MAX_BODY_BYTES = 256 * 1024;
const HEADERS_TIMEOUT_MS = 10_000;
const REQUEST_TIMEOUT_MS = 30_000;
const JSON_TYPE = /^application\/json\s*(;|$)/i;
const BYTES_TYPE = /^application\/octet-stream$/i;
const TEXT_TYPE = /^text\/plain\s*(;|$)/i;

export interface HttpServer {
  readonly port: number;
  close(): Promise<void>;
}

/**
 * Serves the routes with restify, which stays inside this file.
 * @throws AppError `IN_USE` when the port is taken
 */
export async function createHttpServer({
  routes,
  host,
  port,
  log,
  metrics,
}: {
  readonly routes: readonly Route[];
  readonly host: string;
  readonly port: number;
  readonly log: Log;
  readonly metrics: Metrics;
}): Promise<HttpServer> {
  const server = restify.createServer({ name: 'Milepost', handleUncaughtExceptions: false });
  server.pre((_request, response, next) => {
    // Says nothing of the software behind it.
    response.removeHeader('Server');
    return next();
  });
  server.use(restify.plugins.queryParser({ mapParams: false }));
  for (const route of routes) mount(server, route, log, metrics);
  server.on(
    'restifyError',
    (
      _request: restify.Request,
      response: restify.Response,
      error: { statusCode?: number },
      done: () => void,
    ) => {
      // restify's own refusals: no such path, a body too large or no JSON. Their texts stay inside.
      if (!response.headersSent) refuse(response, error.statusCode ?? 500);
      return done();
    },
  );

  const { server: http } = server;
  http.headersTimeout = HEADERS_TIMEOUT_MS;
  http.requestTimeout = REQUEST_TIMEOUT_MS;
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) =>
      reject(error.code === 'EADDRINUSE' ? portInUse(port, error) : error),
    );
    server.listen(port, host, resolve);
  });

  return {
    port: (http.address() as { port: number }).port,
    close: () =>
      new Promise((resolve) => {
        http.close(() => resolve());
        http.closeIdleConnections();
        setTimeout(() => http.closeAllConnections(), 2_000).unref();
      }),
  };
}

const readJson = restify.plugins.bodyParser({
  maxBodySize: MAX_BODY_BYTES,
  mapParams: false,
  mapFiles: false,
});

/** Lets through what a route takes, before anything of it is read. */
function acceptOnly({ takes }: Route): restify.RequestHandler {
  return ({ headers }, response, next) => {
    if (takes === 'bytes' ? isPlainBytes(headers) : isPlainJson(headers)) return next();
    refuse(response, 415);
    return next(false);
  };
}

function mount(server: restify.Server, route: Route, log: Log, metrics: Metrics): void {
  const verb = route.method.toLowerCase() as 'get' | 'post' | 'del' | 'put' | 'patch' | 'opts';
  const take = route.takes === 'bytes' ? [] : readJson;
  server[verb](
    route.path,
    acceptOnly(route),
    ...take,
    async (request: restify.Request, response: restify.Response) => {
      const startedMs = performance.now();
      const answer = await route
        .handle({
          method: request.method ?? route.method,
          headers: request.headers,
          params: (request.params ?? {}) as Record<string, string>,
          query: (request.query ?? {}) as Record<string, string>,
          body: request.body as unknown,
          raw: { request, response },
        })
        .catch((error: unknown) => answerError(error, log));
      metrics.countRequest(
        route.path,
        answer === 'answered' ? response.statusCode : answer.status,
        performance.now() - startedMs,
      );
      if (answer !== 'answered') write(response, answer);
    },
  );
}

function write(response: restify.Response, { status, headers = {}, body }: RouteAnswer): void {
  const isText = typeof body === 'string' || body instanceof Uint8Array;
  response.writeHead(status, {
    ...(body === undefined
      ? {}
      : { 'content-type': isText ? 'text/plain; charset=utf-8' : 'application/json; charset=utf-8' }),
    'x-content-type-options': 'nosniff',
    ...headers,
  });
  response.end(body === undefined || isText ? body : JSON.stringify(body));
}

/**
 * Whether the body, if there is one, is JSON as it stands. restify would put uploads on the disk, from anybody; and
 * unpack without a limit, and end the process over a body that only says that it is packed.
 */
function isPlainJson(headers: IncomingHttpHeaders): boolean {
  const type = headers['content-type'];
  // Graph asks whether Milepost is there with a text that has no characters.
  const isEmptyText = TEXT_TYPE.test(type ?? '') && headers['content-length'] === '0';
  const isRead = type === undefined || JSON_TYPE.test(type) || isEmptyText;
  return headers['content-encoding'] === undefined && isRead;
}

function isPlainBytes(headers: IncomingHttpHeaders): boolean {
  return headers['content-encoding'] === undefined && BYTES_TYPE.test(headers['content-type'] ?? '');
}

function refuse(response: restify.Response, status: number): void {
  response.send(
    status,
    { error: { code: codeOf(status), message: messageOf(status) } },
    // What is left of a body that is too large is not waited for: the next request takes another connection.
    { 'x-content-type-options': 'nosniff', ...(status === 413 ? { connection: 'close' } : {}) },
  );
}

function codeOf(status: number): string {
  return status === 404 || status === 405 ? 'NOT_FOUND' : status < 500 ? 'BAD_INPUT' : 'INTERNAL';
}

function messageOf(status: number): string {
  if (status === 404 || status === 405) return 'There is nothing at this address.';
  if (status === 413) return `The request is too large: at most ${MAX_BODY_BYTES / 1024} KB.`;
  if (status === 415) return 'The request is of a kind that is not read here.';
  return status < 500 ? 'The request could not be understood.' : 'Something went wrong on our side.';
}

function portInUse(port: number, cause: Error): AppError {
  return new AppError({
    code: 'IN_USE',
    message: `Port ${port} is in use. Stop the program that uses it, or set PORT to another one.`,
    cause,
  });
}
