import { readdirSync } from 'node:fs';
import { createServer, request as rawRequest, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { AppError } from '../../plan/errors.ts';
import { createDrivenClock } from '../../server/clock.ts';
import { createHttpServer, type HttpServer } from '../../server/http/create-http-server.ts';
import { readBytes } from '../../server/http/read-bytes.ts';
import type { Route } from '../../server/http/route.ts';
import { aboutRoutes } from '../../server/routes/about.ts';
import { clockRoute } from '../../server/routes/clock.ts';
import { healthRoutes } from '../../server/routes/health.ts';
import { tabRoutes } from '../../server/routes/tab.ts';
import { createMetrics } from '../../server/telemetry/metrics.ts';
import { buildTabIfStale } from '../tabs/built-tab.ts';

const clock = createDrivenClock(Temporal.Instant.from('2022-01-10T09:00:00Z'));
const NONE = { calls: 0, resourceUnits: 0 };
const GRAPH_COUNTERS = {
  requests: 7,
  resourceUnits: 42,
  byKind: { row: NONE, rows: NONE, delta: NONE, write: NONE, permissions: NONE, directory: NONE },
  unitsInLastMinute: 30,
  held: 3,
  pauses: 2,
};
const metrics = createMetrics({ graph: () => GRAPH_COUNTERS, isSendingStopped: slowly });
/** As a database answers. */
async function slowly(): Promise<boolean> {
  await new Promise(setImmediate);
  return true;
}
const logged: { message: string; fields: Readonly<Record<string, unknown>> }[] = [];
const log = {
  info: () => {},
  warn: () => {},
  error: (fields: Readonly<Record<string, unknown>>, message: string) =>
    void logged.push({ fields, message }),
};
let missing: string | null = null;
let doneAt: string[] = [];
/** What the route `/fails` throws next. */
let failure: unknown;

/** More than any JSON may be. */
const MOST_BYTES = 400_000;
const tooLarge = () =>
  new AppError({ code: 'BAD_INPUT', message: 'too large', userMessage: 'The file is too large.' });

const ROUTES: readonly Route[] = [
  { method: 'POST', path: '/echo', handle: async ({ body }) => ({ status: 200, body: { body } }) },
  {
    method: 'POST',
    path: '/bytes',
    takes: 'bytes',
    handle: async ({ raw: { request } }) => {
      const bytes = await readBytes(request, { mostBytes: MOST_BYTES, tooLarge });
      return {
        status: 200,
        body: { length: bytes.byteLength, text: Buffer.from(bytes).toString().slice(0, 9) },
      };
    },
  },
  { method: 'GET', path: '/fails', handle: () => Promise.reject(failure) },
  {
    method: 'GET',
    path: '/with/:one/and/:other',
    handle: async ({ params }) => ({ status: 200, body: params }),
  },
  ...tabRoutes({ signInUrl: 'https://login.example/somewhere' }),
  ...aboutRoutes(),
  ...healthRoutes({ metrics, whatIsMissing: async () => missing }),
  clockRoute(clock, async () => {
    doneAt.push(clock.now().toString());
    return { nextEventAt: Temporal.Instant.from('2022-01-11T09:00:00Z') };
  }),
];

let server: HttpServer;
let url: string;
beforeAll(async () => {
  await buildTabIfStale();
  server = await createHttpServer({ routes: ROUTES, host: '127.0.0.1', port: 0, log, metrics });
  url = `http://127.0.0.1:${server.port}`;
});
afterAll(async () => {
  await server?.close();
  await metrics.stop();
});
beforeEach(() => {
  logged.length = 0;
  doneAt = [];
});

const JSON_TYPE = { 'content-type': 'application/json' };
const post = (path: string, body: BodyInit, headers: Record<string, string> = JSON_TYPE) =>
  fetch(`${url}${path}`, { method: 'POST', body, headers });
const errorOf = async (answer: Response) => {
  const text = await answer.text();
  expect(text).not.toMatch(/node_modules|\.ts:|at \w+ \(|restify/i);
  expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
  return {
    status: answer.status,
    ...(JSON.parse(text) as { error: { code: string; message: string } }).error,
  };
};
/** Sends the path as it stands: fetch would tidy it first. */
const getRaw = (path: string) =>
  new Promise<number | undefined>((resolve, reject) => {
    rawRequest({ host: '127.0.0.1', port: server.port, path }, (response) => {
      response.resume();
      response.on('end', () => resolve(response.statusCode));
    })
      .on('error', reject)
      .end();
  });

describe('requests', () => {
  test('are JSON, and read as such', async () => {
    const answer = await post('/echo', '{"a":[1,"é"]}', {
      'content-type': 'application/json; charset=utf-8',
    });
    expect(await answer.json()).toEqual({ body: { a: [1, 'é'] } });
    expect(answer.headers.get('content-type')).toBe('application/json; charset=utf-8');
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
  });

  test('to nowhere, or by a method that is not meant, are told so', async () => {
    expect(await errorOf(await fetch(`${url}/nowhere`))).toMatchObject({ status: 404, code: 'NOT_FOUND' });
    expect(await errorOf(await fetch(`${url}/echo`))).toMatchObject({ status: 405, code: 'NOT_FOUND' });
    expect(await errorOf(await fetch(`${url}/%E0%A4%A`))).toMatchObject({ status: 404 });
  });

  test('that are no JSON, cut short or of another kind are refused', async () => {
    expect(await errorOf(await post('/echo', '{"a":'))).toMatchObject({ status: 400, code: 'BAD_INPUT' });
    expect(await errorOf(await post('/echo', 'a=1', { 'content-type': 'text/plain' }))).toMatchObject({
      status: 415,
    });
  });

  test('that are too large are refused', async () => {
    expect((await post('/echo', JSON.stringify('x'.repeat(250_000)))).status).toBe(200);
    const refused = await post('/echo', JSON.stringify('x'.repeat(300_000)));
    // The rest of the body may still be on its way: nothing else is to be asked over that connection.
    expect(refused.headers.get('connection')).toBe('close');
    expect(await errorOf(refused)).toMatchObject({
      status: 413,
      message: 'The request is too large: at most 256 KB.',
    });
  });

  test('that are packed, or only say so, are refused and end nothing', async () => {
    const packed = { ...JSON_TYPE, 'content-encoding': 'gzip' };
    for (const body of ['not packed at all', gzipSync(JSON.stringify('x'.repeat(1_000_000)))])
      expect(await errorOf(await post('/echo', body, packed))).toMatchObject({ status: 415 });
    expect((await post('/echo', '{}')).status).toBe(200);
  });

  test('that carry files leave none behind', async () => {
    const uploads = () => readdirSync(tmpdir()).filter((name) => name.startsWith('upload_'));
    const before = uploads();
    const form = new FormData();
    form.set('file', new Blob(['x'.repeat(10_000)]), 'a.txt');
    expect(await errorOf(await fetch(`${url}/echo`, { method: 'POST', body: form }))).toMatchObject({
      status: 415,
    });
    expect(uploads()).toEqual(before);
  });

  test('are files as they are where a route takes those, and nothing else', async () => {
    const bytes = { 'content-type': 'application/octet-stream' };
    const sent = await post('/bytes', 'x'.repeat(300_000), bytes);
    expect(await sent.json()).toEqual({ length: 300_000, text: 'x'.repeat(9) });
    expect(await (await post('/bytes', '{"a":1}', bytes)).json()).toEqual({ length: 7, text: '{"a":1}' });
    expect(await errorOf(await post('/bytes', '{}'))).toMatchObject({ status: 415 });
    expect(await errorOf(await post('/echo', 'x', bytes))).toMatchObject({ status: 415 });
    const packed = { ...bytes, 'content-encoding': 'gzip' };
    expect(await errorOf(await post('/bytes', 'x', packed))).toMatchObject({ status: 415 });
  });

  test('with a file that is too large are refused in words, announced or not', async () => {
    const bytes = { 'content-type': 'application/octet-stream' };
    const refusal = { status: 400, message: 'The file is too large.' };
    expect(await errorOf(await post('/bytes', 'x'.repeat(MOST_BYTES + 1), bytes))).toMatchObject(refusal);
    const stream = new Blob(['x'.repeat(MOST_BYTES), 'y']).stream();
    const unannounced = { method: 'POST', headers: bytes, body: stream, duplex: 'half' } as const;
    expect(await errorOf(await fetch(`${url}/bytes`, unannounced))).toMatchObject(refusal);
    expect((await post('/bytes', 'x', bytes)).status).toBe(200);
  });

  test('hand their named parts to the route, decoded', async () => {
    const answer = await fetch(`${url}/with/a%20b/and/send%402022-01-24`);
    expect(await answer.json()).toEqual({ one: 'a b', other: 'send@2022-01-24' });
  });
});

describe('failures', () => {
  test.each([
    ['FORBIDDEN', 403],
    ['NOT_FOUND', 404],
    ['BAD_INPUT', 400],
    ['STALE', 409],
  ] as const)('%s answers %i with the words for people', async (code, status) => {
    failure = new AppError({ code, message: 'for the log', userMessage: 'For people.' });
    expect(await errorOf(await fetch(`${url}/fails`))).toEqual({ status, code, message: 'For people.' });
    expect(logged).toEqual([]);
  });

  test('of signing in answer 401', async () => {
    const details = { isSignIn: true };
    failure = new AppError({ code: 'FORBIDDEN', message: 'no', userMessage: 'Sign in.', details });
    const answer = await fetch(`${url}/fails`);
    expect(answer.headers.get('www-authenticate')).toBe('Bearer');
    expect(await errorOf(answer)).toMatchObject({ status: 401 });
  });

  test('of something that does not answer just now answer 503 in words, and when to try again', async () => {
    failure = new AppError({ code: 'UNAVAILABLE', message: 'no keys', userMessage: 'Try again.' });
    const answer = await fetch(`${url}/fails`);
    expect(answer.headers.get('retry-after')).toBe('30');
    expect(await errorOf(answer)).toMatchObject({ status: 503, code: 'UNAVAILABLE', message: 'Try again.' });
  });

  test.each([
    ['a fault of our own', new Error('SELECT secret FROM owners')],
    ['an error without words for people', new AppError({ code: 'GRAPH', message: 'secret of Graph' })],
    [
      'words that are not the asker’s to act on',
      new AppError({ code: 'IN_USE', message: 'x', userMessage: 'secret' }),
    ],
    ['something that is no error', 'secret'],
  ])('%s is one neutral sentence, with a reference that the log has too', async (_what, thrown) => {
    failure = thrown;
    const answer = await errorOf(await fetch(`${url}/fails`));
    expect(answer).toMatchObject({ status: 500, code: 'INTERNAL' });
    expect(answer.message).not.toContain('secret');
    const [entry] = logged;
    expect(answer.message).toContain(String(entry?.fields.reference));
  });
});

describe('the files of the tab', () => {
  test('are served to Teams alone, which may frame them', async () => {
    const page = await fetch(`${url}/tab/`);
    expect(page.status).toBe(200);
    expect(page.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(page.headers.get('cache-control')).toBe('no-store');
    expect(page.headers.get('referrer-policy')).toBe('no-referrer');
    const policy = page.headers.get('content-security-policy') ?? '';
    expect(policy).toContain("default-src 'none'");
    expect(policy).toMatch(/frame-ancestors 'self' .*https:\/\/teams\.microsoft\.com/);
    expect(policy).not.toMatch(/script-src[^;]*unsafe/);
    expect(/connect-src ([^;]*)/.exec(policy)?.[1]).toBe(
      "'self' https://res.cdn.office.net https://login.example",
    );
    const script = /src="\.?\/?(?:tab\/)?(assets\/[^"]+\.js)"/.exec(await page.text())?.[1];
    const asset = await fetch(`${url}/tab/${script}`);
    expect(asset.status).toBe(200);
    expect(asset.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
    expect(await getRaw('/tab')).toBe(308);
  });

  test.each([
    '/tab/../package.json',
    '/tab/..%2f..%2fpackage.json',
    '/tab/%2e%2e/%2e%2e/package.json',
    '/tab/assets/../../../package.json',
    '/tab/assets/..%2f..%2f..%2fserver%2fmain.ts',
    '/tab//etc/passwd',
    '/tab/%2fetc%2fpasswd',
    '/tab/index.html%00.js',
    '/tab/assets/',
    '/tab/nothing.js',
  ])('and nothing else is: %s', async (path) => {
    expect(await getRaw(path)).toBe(404);
  });
});

describe('health', () => {
  test('says that it runs, and whether it can do its work', async () => {
    expect(await (await fetch(`${url}/healthz`)).json()).toEqual({ status: 'running' });
    expect((await fetch(`${url}/readyz`)).status).toBe(200);
    missing = 'the lists have not been read yet';
    const answer = await fetch(`${url}/readyz`);
    missing = null;
    expect([answer.status, await answer.json()]).toEqual([
      503,
      { status: 'not ready', missing: 'the lists have not been read yet' },
    ]);
  });

  test('figures tell requests by route and status, and what Graph was asked', async () => {
    await fetch(`${url}/with/1/and/2`);
    failure = new Error('x');
    await fetch(`${url}/fails`);
    const answer = await fetch(`${url}/metrics`);
    expect(answer.status).toBe(200);
    const figures = await answer.text();
    expect(figures).toMatch(/^milepost_sending_stopped(\{.*\})? 1$/m);
    expect(figures).toMatch(
      /milepost_request_duration_ms_count\{[^}]*route="\/with\/:one\/and\/:other",status="200"/,
    );
    expect(figures).toMatch(/milepost_request_duration_ms_count\{[^}]*route="\/fails",status="500"/);
    expect(figures).toMatch(/^milepost_graph_requests_total(\{.*\})? 7$/m);
    expect(figures).toMatch(/^milepost_graph_resource_units_total(\{.*\})? 42$/m);
    expect(figures).toMatch(/^milepost_graph_units_last_minute(\{.*\})? 30$/m);
    expect(figures).toMatch(/^milepost_graph_held_total(\{.*\})? 3$/m);
    expect(figures).toMatch(/^milepost_graph_pauses_total(\{.*\})? 2$/m);
  });
});

describe('the clock', () => {
  test('is set, what is due then is done before the answer, which says what is next', async () => {
    const answer = await post('/clock', '{"now":"2022-01-10T12:00:00Z"}');
    expect([answer.status, await answer.json()]).toEqual([200, { nextEventAt: '2022-01-11T09:00:00Z' }]);
    expect(doneAt).toEqual([expect.stringMatching(/^2022-01-10T12:00:0/)]);
  });

  test.each(['{"now":"tomorrow"}', '{"now":"2022-01-10"}', '{}', '[]', '"2022-01-10T12:00:00Z"'])(
    'is not set to %s',
    async (body) => {
      const before = clock.now();
      expect(await errorOf(await post('/clock', body))).toMatchObject({ status: 400, code: 'BAD_INPUT' });
      expect(doneAt).toEqual([]);
      expect(clock.now().since(before).total('hours')).toBeLessThan(1);
    },
  );
});

test('pages about Milepost are read by anybody, run nothing, and are framed by nobody', async () => {
  for (const path of ['/about', '/about/privacy', '/about/terms']) {
    const page = await fetch(`${url}${path}`);
    expect([path, page.status]).toEqual([path, 200]);
    expect(page.headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
  }
});

test('a port that is taken is said in one line', async () => {
  const other: Server = createServer();
  await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
  const { port } = other.address() as AddressInfo;
  try {
    await expect(
      createHttpServer({ routes: [], host: '127.0.0.1', port, log, metrics }),
    ).rejects.toMatchObject({
      code: 'IN_USE',
      message: `Port ${port} is in use. Stop the program that uses it, or set PORT to another one.`,
    });
  } finally {
    other.close();
  }
});
