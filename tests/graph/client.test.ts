import { afterEach, describe, expect, test } from '@jest/globals';
import { errorBody } from './graph-server.ts';
import { makeTestClient } from './make-client.ts';
import { failureOf, LISTS_PATH, OK, serveInTurn, stopServing, throttled } from './serve-in-turn.ts';

afterEach(stopServing);

describe('a request', () => {
  test('carries the token, who calls, and an id for Microsoft to find it by', async () => {
    const { baseUrl, requests } = await serveInTurn(OK);
    const { client } = makeTestClient({ baseUrl });
    expect(await client.get(LISTS_PATH)).toEqual({ value: [] });
    expect(requests[0]?.headers).toMatchObject({
      authorization: 'Bearer token-1',
      'user-agent': 'NONISV|Milepost|Milepost/1.2.3',
      'client-request-id': expect.stringMatching(/^[0-9a-f-]{36}$/),
    });
  });

  test('names the council that runs it when it is told', async () => {
    const { baseUrl, requests } = await serveInTurn(OK);
    const { client } = makeTestClient({ baseUrl, company: 'Example Council' });
    await client.get(LISTS_PATH);
    expect(requests[0]?.headers['user-agent']).toBe('NONISV|Example Council|Milepost/1.2.3');
  });

  test('brings query values through as they were encoded', async () => {
    const { baseUrl, requests } = await serveInTurn(OK);
    const { client } = makeTestClient({ baseUrl });
    const filter = "fields/Email eq 'a&b#c+d%e''f@x'";
    await client.get(
      `/sites/s/lists/l/items?$expand=fields($select=Email)&$filter=${encodeURIComponent(filter)}`,
    );
    expect(requests[0]?.query.get('$filter')).toBe(filter);
    expect(requests[0]?.query.get('$expand')).toBe('fields($select=Email)');
  });

  test('follows a link Graph gave, token and all', async () => {
    const { baseUrl, requests } = await serveInTurn(OK);
    const { client } = makeTestClient({ baseUrl });
    await client.get(`${baseUrl}v1.0/sites/s/lists/l/items/delta?$expand=fields&token=MzslMjM7a%3D`);
    expect(requests[0]).toMatchObject({ path: '/sites/s/lists/l/items/delta' });
    expect(requests[0]?.query.get('token')).toBe('MzslMjM7a=');
  });

  test('answers undefined for 204, for an empty 201, and for what is no JSON', async () => {
    const json = { 'Content-Type': 'application/json' };
    const { baseUrl } = await serveInTurn(
      { status: 204 },
      { status: 201, headers: json },
      { status: 200, body: '<html>' },
    );
    const { client } = makeTestClient({ baseUrl });
    await expect(client.delete('/sites/s/lists/l/items/1')).resolves.toBeUndefined();
    await expect(client.post('/sites/s/lists/l/items', { fields: {} })).resolves.toBeUndefined();
    await expect(client.get(LISTS_PATH)).resolves.toBeUndefined();
  });

  test('does not start without https', () => {
    expect(() => makeTestClient({ baseUrl: 'http://localhost:3980/' })).toThrow(
      expect.objectContaining({ code: 'BAD_CONFIG', message: expect.stringContaining('https://') }),
    );
  });
});

describe('the token', () => {
  test('is asked for once by many requests at once, and kept', async () => {
    const { baseUrl, requests } = await serveInTurn(OK);
    const { client, tokens } = makeTestClient({ baseUrl });
    await Promise.all(Array.from({ length: 8 }, () => client.get(LISTS_PATH)));
    await client.get(LISTS_PATH);
    expect(tokens()).toBe(1);
    expect(requests).toHaveLength(9);
  });

  test('is renewed before it ends', async () => {
    const { baseUrl, requests } = await serveInTurn(OK);
    let nowMs = Date.parse('2026-11-22T09:00:00Z');
    let count = 0;
    const endsMs = nowMs + 3_600_000;
    const { client } = makeTestClient({
      baseUrl,
      clock: { nowMs: () => nowMs },
      credential: { getToken: async () => ({ token: `t${++count}`, expiresOnTimestamp: endsMs }) },
    });
    await client.get(LISTS_PATH);
    nowMs = endsMs - 301_000;
    await client.get(LISTS_PATH);
    nowMs = endsMs - 299_000;
    await client.get(LISTS_PATH);
    expect(requests.map(({ headers }) => headers.authorization)).toEqual([
      'Bearer t1',
      'Bearer t1',
      'Bearer t2',
    ]);
  });

  test('is fetched anew, once, when Graph does not take it; a write goes through then too', async () => {
    const { baseUrl, requests } = await serveInTurn(
      { status: 401, body: errorBody('InvalidAuthenticationToken') },
      { status: 201, body: { id: '1' } },
    );
    const { client } = makeTestClient({ baseUrl });
    await client.post('/sites/s/lists/l/items', { fields: { Title: 'x' } });
    expect(requests.map(({ headers }) => headers.authorization)).toEqual([
      'Bearer token-1',
      'Bearer token-2',
    ]);
  });

  test('that is refused twice ends as an error', async () => {
    const { baseUrl, requests } = await serveInTurn({
      status: 401,
      body: errorBody('InvalidAuthenticationToken'),
    });
    const { client, waits } = makeTestClient({ baseUrl });
    await expect(client.get(LISTS_PATH)).rejects.toMatchObject({ status: 401 });
    expect([requests.length, waits]).toEqual([2, []]);
  });

  test('that is not to be had ends as an error that quotes nothing of the credential', async () => {
    const { baseUrl, requests } = await serveInTurn(OK);
    const { client } = makeTestClient({
      baseUrl,
      credential: {
        getToken: async () => {
          throw new Error('client_secret=hunter2 was refused');
        },
      },
    });
    const error = await failureOf(client.get(LISTS_PATH));
    expect(error).toMatchObject({ code: 'GRAPH', graphCode: 'token', status: null, maybeDone: false });
    expect(JSON.stringify([error.message, error.details, error.cause])).not.toContain('hunter2');
    expect(requests).toHaveLength(0);
  });

  test('goes to no other host, whatever link an answer holds', async () => {
    const { baseUrl } = await serveInTurn(OK);
    const { client, tokens } = makeTestClient({ baseUrl });
    const error = await failureOf(client.get('https://graph.microsoft.com.evil.example/v1.0/sites/s'));
    expect(error).toMatchObject({ graphCode: 'foreign host', maybeDone: false });
    expect(tokens()).toBe(0);
  });
});

describe('trying again', () => {
  test('waits the whole Retry-After: seconds, decimals and dates', async () => {
    const { baseUrl } = await serveInTurn(
      throttled('7'),
      throttled('2.128'),
      throttled('Sun, 22 Nov 2026 10:00:30 GMT', { Date: 'Sun, 22 Nov 2026 10:00:00 GMT' }),
      OK,
    );
    const { client, waits } = makeTestClient({ baseUrl });
    await expect(client.get(LISTS_PATH)).resolves.toEqual({ value: [] });
    expect(waits).toEqual([7000, 2128, 30_000]);
  });

  test('gives up at once when Retry-After is longer than it may wait, and tells how long it is', async () => {
    const { baseUrl, requests } = await serveInTurn(throttled('300'));
    const { client, waits } = makeTestClient({ baseUrl });
    const error = await failureOf(client.get(LISTS_PATH));
    expect(error).toMatchObject({ status: 429, graphCode: 'activityLimitReached', retryAfterMs: 300_000 });
    expect([requests.length, waits]).toEqual([1, []]);
  });

  test('ends after the tries and the waiting that are allowed, for a 429 that never clears', async () => {
    const { baseUrl, requests } = await serveInTurn(throttled('1'));
    const { client, waits } = makeTestClient({
      baseUrl,
      retryLimits: { maxTries: 4, maxTotalWaitMs: 60_000 },
    });
    await expect(client.get(LISTS_PATH)).rejects.toMatchObject({ status: 429 });
    expect([requests.length, waits]).toEqual([4, [1000, 1000, 1000]]);

    const patient = makeTestClient({ baseUrl, retryLimits: { maxTries: 9, maxTotalWaitMs: 2500 } });
    await expect(patient.client.get(LISTS_PATH)).rejects.toMatchObject({ status: 429 });
    expect(patient.waits).toEqual([1000, 1000]);
  });

  test('waits longer each time where Graph names no time', async () => {
    const { baseUrl } = await serveInTurn(throttled());
    const { client, waits } = makeTestClient({ baseUrl });
    await expect(client.get(LISTS_PATH)).rejects.toMatchObject({ retryAfterMs: null });
    expect(waits).toEqual([1000, 2000, 4000, 8000]);
  });

  test('waits until the allowance is renewed when that is later than Retry-After', async () => {
    const { baseUrl } = await serveInTurn(
      throttled('2', { 'RateLimit-Remaining': '0', 'RateLimit-Reset': '40' }),
      OK,
    );
    const { client, waits } = makeTestClient({ baseUrl });
    await client.get(LISTS_PATH);
    expect(waits).toEqual([40_000]);
  });

  const write = { fields: { Title: 'x' } };
  const conditional = { headers: { 'If-Match': '"v,1"' } };
  const calls = {
    read: (client: ReturnType<typeof makeTestClient>['client']) => client.get(LISTS_PATH),
    create: (client: ReturnType<typeof makeTestClient>['client']) =>
      client.post('/sites/s/lists/l/items', write),
    'unconditional write': (client: ReturnType<typeof makeTestClient>['client']) =>
      client.patch('/sites/s/lists/l/items/1', write),
    'conditional write': (client: ReturnType<typeof makeTestClient>['client']) =>
      client.patch('/sites/s/lists/l/items/1', write, conditional),
    'conditional delete': (client: ReturnType<typeof makeTestClient>['client']) =>
      client.delete('/sites/s/lists/l/items/1', conditional),
  };
  const troubles = {
    '429': throttled('1'),
    '503 that says when': { status: 503, headers: { 'Retry-After': '1' }, body: '<html>busy</html>' },
    '503 that does not': { status: 503, body: errorBody('serviceNotAvailable') },
    '504': { status: 504, body: '<html>gateway</html>' },
    '500': { status: 500, body: errorBody('generalException') },
    reset: 'reset',
    '400': { status: 400, body: errorBody('invalidRequest') },
    '409': { status: 409, body: errorBody('nameAlreadyExists') },
    '412': { status: 412, body: errorBody('resourceModified') },
  } as const;
  const table: readonly (readonly [keyof typeof troubles, readonly (keyof typeof calls)[]])[] = [
    ['429', ['read', 'create', 'unconditional write', 'conditional write', 'conditional delete']],
    [
      '503 that says when',
      ['read', 'create', 'unconditional write', 'conditional write', 'conditional delete'],
    ],
    ['503 that does not', ['read', 'conditional write', 'conditional delete']],
    ['504', ['read', 'conditional write', 'conditional delete']],
    ['500', ['read', 'conditional write', 'conditional delete']],
    ['reset', ['read', 'conditional write', 'conditional delete']],
    ['400', []],
    ['409', []],
    ['412', []],
  ];
  test.each(table)('after %s repeats only: %j', async (trouble, repeated) => {
    const { baseUrl, requests } = await serveInTurn(troubles[trouble]);
    const sent: string[] = [];
    for (const name of Object.keys(calls) as (keyof typeof calls)[]) {
      const before = requests.length;
      const { client } = makeTestClient({ baseUrl, retryLimits: { maxTries: 2, maxTotalWaitMs: 10_000 } });
      await failureOf(calls[name](client));
      if (requests.length - before === 2) sent.push(name);
    }
    expect(sent).toEqual(repeated);
  });

  test('does not say that a write was never made when an earlier try of it was lost', async () => {
    const { baseUrl } = await serveInTurn('reset', throttled('600'));
    const { client } = makeTestClient({ baseUrl });
    const error = await failureOf(client.patch('/sites/s/lists/l/items/1', write, conditional));
    expect(error).toMatchObject({ graphCode: 'network', maybeDone: true });
  });

  test('repeats a create that never left', async () => {
    const { baseUrl, stop } = await serveInTurn(OK);
    await stop();
    const { client, waits } = makeTestClient({ baseUrl });
    const error = await failureOf(client.post('/sites/s/lists/l/items', write));
    expect(error).toMatchObject({ graphCode: 'network', maybeDone: false });
    expect(waits).toEqual([1000, 2000, 4000, 8000]);
  });

  test('does not knock again at a server it cannot trust', async () => {
    const untrusted = Object.assign(new TypeError('fetch failed'), {
      cause: Object.assign(new Error('self-signed certificate'), { code: 'DEPTH_ZERO_SELF_SIGNED_CERT' }),
    });
    const { client, waits } = makeTestClient({
      baseUrl: 'https://localhost/',
      fetch: () => Promise.reject(untrusted),
    });
    const error = await failureOf(client.get(LISTS_PATH));
    expect(error).toMatchObject({ graphCode: 'certificate', maybeDone: false });
    expect(waits).toEqual([]);
  });

  test('gives every try its own time; a create that got no answer in time is not sent again', async () => {
    const { baseUrl, requests } = await serveInTurn('hang');
    const { client } = makeTestClient({
      baseUrl,
      timeoutMs: 1_000,
      retryLimits: { maxTries: 2, maxTotalWaitMs: 60_000 },
    });
    const create = await failureOf(client.post('/sites/s/lists/l/items', write));
    expect(create).toMatchObject({ graphCode: 'timeout', maybeDone: true });
    expect(requests).toHaveLength(1);
    const read = await failureOf(client.get(LISTS_PATH));
    expect(read).toMatchObject({ graphCode: 'timeout', status: null });
    expect(requests).toHaveLength(3);
  });
});
