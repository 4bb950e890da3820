import { readFile } from 'node:fs/promises';
import { createServer, type ServerResponse } from 'node:http';
import { extname, join } from 'node:path';
import { json, text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { HOST_PAGE } from './host-page.ts';

const DIST_DIR = fileURLToPath(new URL('../../tabs/dist/', import.meta.url));

const CONTENT_TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
};

/**
 * The policy the tab must work under. The hash is that of an empty text: Fluent UI makes empty style elements and
 * fills them by script.
 */
const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='",
  "img-src 'self' data:",
  "connect-src 'self' https://res.cdn.office.net",
  "base-uri 'none'",
  "form-action 'none'",
].join('; ');

/** As the server says it; which version it is, pages need not know. */
const CHANGED = 'event: changed\ndata: {"version":1}\n\n';

/** What the API answers at an address below `/api/v1`. */
export interface Answer {
  readonly status: number;
  readonly body: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

export interface TabServer {
  /** Address of the page that frames the tab. */
  readonly hostUrl: string;
  readonly tabUrl: string;
  /** What the API answers, by path, `POST ` or `PUT ` before it for what is sent; a test changes it as it goes. Others are 404. */
  readonly answers: Map<string, Answer>;
  /** What was sent to the API so far. */
  readonly posts: readonly { readonly path: string; readonly body: unknown }[];
  /** `authorization` headers of the requests so far. */
  readonly tokens: Set<string | undefined>;
  /** What was asked for below `/api/v1`, with what stood behind the `?`, in order. */
  readonly asked: readonly string[];
  /** Tells every open page that its plan has changed. */
  tell(): void;
  stop(): Promise<void>;
}

/** Serves the built tab, a page that stands in for Teams, and an API that answers as told, on a free port. */
export async function startTabServer(answers: Map<string, Answer>): Promise<TabServer> {
  const tokens = new Set<string | undefined>();
  const asked: string[] = [];
  const posts: { path: string; body: unknown }[] = [];
  const followers = new Set<ServerResponse>();
  const server = createServer(async (request, response) => {
    const { pathname, search } = new URL(request.url ?? '/', 'http://localhost');
    if (pathname === '/') send(response, 200, '.html', HOST_PAGE);
    else if (pathname.startsWith('/api/v1')) {
      tokens.add(request.headers.authorization);
      asked.push(`${pathname.slice('/api/v1'.length)}${search}`);
      const path = pathname.slice('/api/v1'.length);
      if (path.endsWith('/live') && !answers.has(path)) return follow(followers, response);
      const isSent = request.method !== 'GET';
      const isFile = request.headers['content-type'] === 'application/octet-stream';
      if (isSent) posts.push({ path, body: await (isFile ? text(request) : json(request)) });
      const answer = answers.get(isSent ? `${request.method} ${path}` : path);
      for (const [name, value] of Object.entries(answer?.headers ?? {})) response.setHeader(name, value);
      send(response, answer?.status ?? 404, '.json', JSON.stringify(answer?.body ?? {}));
    } else void sendFile(response, pathname.replace(/^\/tab\//, ''));
  });
  const { promise: listening, resolve } = Promise.withResolvers<void>();
  server.listen(0, '127.0.0.1', resolve);
  await listening;
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The test server has no port.');
  const origin = `http://127.0.0.1:${address.port}`;
  return {
    hostUrl: `${origin}/`,
    tabUrl: `${origin}/tab/`,
    answers,
    posts,
    tokens,
    asked,
    tell: () => {
      for (const follower of followers) follower.write(CHANGED);
    },
    stop: () => {
      server.closeAllConnections();
      return new Promise((done) => server.close(() => done()));
    },
  };
}

function follow(followers: Set<ServerResponse>, response: ServerResponse): void {
  followers.add(response);
  response.once('close', () => followers.delete(response));
  response.writeHead(200, { 'content-type': 'text/event-stream' });
  // Unlike the server it does not ask pages to read at once: tests say when something has changed.
  response.write(': here\n\n');
}

async function sendFile(response: ServerResponse, path: string): Promise<void> {
  const name = path === '' ? 'index.html' : path;
  try {
    const text = await readFile(join(DIST_DIR, name));
    response.setHeader('content-security-policy', CONTENT_SECURITY_POLICY);
    send(response, 200, extname(name), text);
  } catch {
    send(response, 404, '.html', 'Not found');
  }
}

function send(response: ServerResponse, status: number, extension: string, body: string | Buffer): void {
  response.writeHead(status, { 'content-type': CONTENT_TYPES[extension] ?? 'application/json' });
  response.end(body);
}
