import { afterEach, describe, expect, test } from '@jest/globals';
import type { BatchPart } from '../../graph/batch-part.ts';
import { errorBody, type GraphServer, type Seen, startGraphServer } from './graph-server.ts';
import { makeTestClient } from './make-client.ts';

let server: GraphServer | undefined;
afterEach(async () => {
  await server?.stop();
  server = undefined;
});

const read = (id: number): BatchPart => ({
  method: 'GET',
  path: `/sites/s/lists/l/items/${id}?$expand=fields`,
});
const create = (title: string): BatchPart => ({
  method: 'POST',
  path: '/sites/s/lists/l/items',
  body: { fields: { Title: title } },
});
const update = (id: number): BatchPart => ({
  method: 'PATCH',
  path: `/sites/s/lists/l/items/${id}`,
  body: { fields: { Title: 'x' } },
  headers: { 'If-Match': '"v,1"' },
});
const idOf = ({ path }: Seen): string => path.split('/').at(-1) ?? '';
const envelopeSize = ({ body }: Seen): number => (body as { requests: unknown[] }).requests.length;

describe('a batch', () => {
  test('goes 20 to a request and is answered in the order it was asked in', async () => {
    server = await startGraphServer((seen) =>
      seen.path === '/$batch' ? undefined : { status: 200, body: { id: idOf(seen) } },
    );
    const { client } = makeTestClient({ baseUrl: server.baseUrl });
    const answers = await client.batch(Array.from({ length: 45 }, (_, index) => read(index + 1)));
    expect(server.requests.map(envelopeSize)).toEqual([20, 20, 5]);
    expect(answers.map((answer) => answer.kind === 'answered' && answer.body)).toEqual(
      Array.from({ length: 45 }, (_, index) => ({ id: String(index + 1) })),
    );
    expect(client.counters()).toMatchObject({ requests: 3, resourceUnits: 45 });
  });

  test('of nothing asks nothing', async () => {
    server = await startGraphServer(() => undefined);
    const { client } = makeTestClient({ baseUrl: server.baseUrl });
    expect(await client.batch([])).toEqual([]);
    expect(server.requests).toEqual([]);
  });

  test('sends each throttled part again by itself, after its own time, a create too', async () => {
    const throttledOnce = new Set(['/sites/s/lists/l/items', '/sites/s/lists/l/items/2']);
    server = await startGraphServer((seen) => {
      if (seen.path === '/$batch') return undefined;
      if (throttledOnce.delete(seen.path)) {
        const retryAfter = seen.method === 'POST' ? '5' : '2.5';
        return {
          status: 429,
          headers: { 'Retry-After': retryAfter },
          body: errorBody('activityLimitReached'),
        };
      }
      return { status: seen.method === 'POST' ? 201 : 200, body: { id: '9' } };
    });
    const { client, waits } = makeTestClient({ baseUrl: server.baseUrl });
    const answers = await client.batch([read(1), read(2), create('new')]);
    expect(answers).toMatchObject([{ status: 200 }, { status: 200 }, { status: 201 }]);
    expect(server.requests.map(envelopeSize)).toEqual([3, 1, 1]);
    expect(server.parts.slice(3).map(({ method }) => method)).toEqual(['GET', 'POST']);
    expect(waits).toEqual([2500, 2500]);
    expect(client.counters()).toMatchObject({ pauses: 0 });
  });

  test('sends parts together whose times come together, none of them early', async () => {
    const asked = new Map([
      ['1', '2'],
      ['2', '2.9'],
      ['3', '3.1'],
    ]);
    server = await startGraphServer((seen) => {
      if (seen.path === '/$batch') return undefined;
      const retryAfter = asked.get(idOf(seen));
      asked.delete(idOf(seen));
      if (retryAfter === undefined) return { status: 200, body: {} };
      return { status: 429, headers: { 'Retry-After': retryAfter }, body: errorBody('activityLimitReached') };
    });
    const { client, waits } = makeTestClient({ baseUrl: server.baseUrl });
    await client.batch([read(1), read(2), read(3), read(4)]);
    expect(waits).toEqual([2900, 200]);
    expect(server.parts.slice(4).map(idOf)).toEqual(['1', '2', '3']);
  });

  test('of which every part is throttled pauses everything else of that kind', async () => {
    let isBusy = true;
    server = await startGraphServer((seen) => {
      if (seen.path === '/$batch' || !isBusy)
        return seen.path === '/$batch' ? undefined : { status: 200, body: {} };
      return { status: 429, headers: { 'Retry-After': '600' }, body: errorBody('activityLimitReached') };
    });
    const { client } = makeTestClient({ baseUrl: server.baseUrl });
    await client.batch([read(1), read(2)]);
    isBusy = false;
    await expect(client.get('/sites/s/lists')).rejects.toMatchObject({
      graphCode: 'paused',
      maybeDone: false,
      retryAfterMs: 600_000,
    });
    expect(await client.batch([create('x')])).toEqual([
      { kind: 'not sent', code: 'paused', retryAfterMs: 600_000 },
    ]);
    await expect(client.get('/users/ann')).resolves.toEqual({});
    expect(client.counters()).toMatchObject({ pauses: 1, requests: 2 });
  });

  test('with a part that is throttled for ever ends after the tries it has', async () => {
    server = await startGraphServer((seen) => {
      if (seen.path === '/$batch') return undefined;
      if (idOf(seen) !== '2') return { status: 200, body: {} };
      return { status: 429, headers: { 'Retry-After': '1' }, body: errorBody('activityLimitReached') };
    });
    const { client, waits } = makeTestClient({
      baseUrl: server.baseUrl,
      retryLimits: { maxTries: 4, maxTotalWaitMs: 60_000 },
    });
    const answers = await client.batch([read(1), read(2), read(3)]);
    expect(answers).toMatchObject([{ status: 200 }, { status: 429 }, { status: 200 }]);
    expect(waits).toEqual([1000, 1000, 1000]);
    expect(server.requests.map(envelopeSize)).toEqual([3, 1, 1, 1]);
  });

  test('of which a write was lost and then put off does not say that it was never made', async () => {
    let tries = 0;
    server = await startGraphServer((seen) => {
      if (seen.path === '/$batch') return undefined;
      if (++tries === 1) return { status: 500, body: errorBody('generalException') };
      return { status: 429, headers: { 'Retry-After': '600' }, body: errorBody('activityLimitReached') };
    });
    const { client } = makeTestClient({ baseUrl: server.baseUrl });
    expect(await client.batch([update(1)])).toEqual([{ kind: 'ambiguous', code: 'lost answer' }]);
  });

  test('leaves a part throttled that asks for longer than may be waited, and the rest is done', async () => {
    server = await startGraphServer((seen) => {
      if (seen.path === '/$batch') return undefined;
      if (idOf(seen) !== '2') return { status: 200, body: {} };
      return { status: 429, headers: { 'Retry-After': '600' }, body: errorBody('activityLimitReached') };
    });
    const { client, waits } = makeTestClient({ baseUrl: server.baseUrl });
    const answers = await client.batch([read(1), read(2)]);
    expect(answers).toMatchObject([{ status: 200 }, { status: 429, retryAfterMs: 600_000 }]);
    expect([server.requests.length, waits]).toEqual([1, []]);
  });

  test('does not ask for a read that was given up before its time, and for others at once', async () => {
    server = await startGraphServer((seen) => {
      if (seen.path === '/$batch') return undefined;
      if (idOf(seen) !== '2') return { status: 200, body: {} };
      return { status: 429, headers: { 'Retry-After': '600' }, body: errorBody('activityLimitReached') };
    });
    let waitedMs = 0;
    const { client } = makeTestClient({
      baseUrl: server.baseUrl,
      clock: { nowMs: () => Date.parse('2026-11-22T09:00:00Z') + waitedMs },
    });
    await client.batch([read(1), read(2)]);
    expect(await client.batch([read(1), read(2)])).toMatchObject([
      { status: 200 },
      { kind: 'not sent', code: 'paused', retryAfterMs: 600_000 },
    ]);
    expect(await client.batch([read(2)])).toMatchObject([{ kind: 'not sent' }]);
    expect(server.parts.map(idOf)).toEqual(['1', '2', '1']);
    waitedMs = 600_000;
    await client.batch([read(2)]);
    expect(server.parts.map(idOf)).toEqual(['1', '2', '1', '2']);
  });

  test('sends reads and conditional writes again after a 500 of their own, a create never', async () => {
    server = await startGraphServer((seen) =>
      seen.path === '/$batch' ? undefined : { status: 500, body: errorBody('generalException') },
    );
    const { client } = makeTestClient({
      baseUrl: server.baseUrl,
      retryLimits: { maxTries: 2, maxTotalWaitMs: 60_000 },
    });
    await client.batch([read(1), create('x'), update(3)]);
    expect(server.parts.map(({ method }) => method)).toEqual(['GET', 'POST', 'PATCH', 'GET', 'PATCH']);
  });

  test.each(['reset', 'hang'] as const)(
    'that was lost (%s) is ambiguous for a create, and asked again for the rest',
    async (trouble) => {
      let envelopes = 0;
      server = await startGraphServer((seen) => {
        if (seen.path === '/$batch') return ++envelopes === 1 ? trouble : undefined;
        return { status: 200, body: { id: '1' } };
      });
      const { client } = makeTestClient({ baseUrl: server.baseUrl, timeoutMs: 1_500 });
      const answers = await client.batch([create('a'), read(1), update(2)]);
      expect(answers).toEqual([
        { kind: 'ambiguous', code: trouble === 'reset' ? 'network' : 'timeout' },
        expect.objectContaining({ kind: 'answered', status: 200 }),
        expect.objectContaining({ kind: 'answered', status: 200 }),
      ]);
      expect(server.requests.map(envelopeSize)).toEqual([3, 2]);
    },
  );

  test('keeps the answers it has when a later request is refused', async () => {
    server = await startGraphServer((seen) => {
      if (seen.path !== '/$batch') return { status: 201, body: { id: '1' } };
      if (envelopeSize(seen) === 20) return undefined;
      return { status: 429, headers: { 'Retry-After': '900' }, body: errorBody('TooManyRequests') };
    });
    const { client } = makeTestClient({ baseUrl: server.baseUrl });
    const answers = await client.batch(Array.from({ length: 22 }, (_, index) => create(`row ${index}`)));
    expect(answers.slice(0, 20).every((answer) => answer.kind === 'answered' && answer.status === 201)).toBe(
      true,
    );
    expect(answers.slice(20)).toEqual([
      { kind: 'not sent', code: 'TooManyRequests', retryAfterMs: 900_000 },
      { kind: 'not sent', code: 'TooManyRequests', retryAfterMs: 900_000 },
    ]);
  });

  test('tells every part when the whole of it is refused', async () => {
    server = await startGraphServer(() => ({ status: 403, body: errorBody('accessDenied') }));
    const { client } = makeTestClient({ baseUrl: server.baseUrl });
    const answers = await client.batch([read(1), create('x')]);
    expect(answers).toMatchObject([
      { kind: 'answered', status: 403, body: { error: { code: 'accessDenied' } } },
      { kind: 'answered', status: 403 },
    ]);
  });

  test('with an answer missing leaves that part ambiguous', async () => {
    server = await startGraphServer(() => ({
      status: 200,
      body: { responses: [{ id: '1', status: 201, body: { id: '5' } }] },
    }));
    const { client } = makeTestClient({ baseUrl: server.baseUrl });
    const [first, second] = await client.batch([create('a'), create('b')]);
    expect(first).toEqual({ kind: 'ambiguous', code: 'no answer in the batch' });
    expect(second).toMatchObject({ kind: 'answered', status: 201 });
  });

  test('takes links of Graph below its own address, and never sends another', async () => {
    server = await startGraphServer((seen) =>
      seen.path === '/$batch' ? undefined : { status: 200, body: {} },
    );
    const { client } = makeTestClient({ baseUrl: server.baseUrl });
    const answers = await client.batch([
      { method: 'GET', path: `${server.baseUrl}v1.0/sites/s/lists/l/items/delta?token=a%2Bb` },
      { method: 'GET', path: 'https://elsewhere.example/v1.0/sites/s' },
    ]);
    expect(server.parts.map(({ path, query }) => [path, query.get('token')])).toEqual([
      ['/sites/s/lists/l/items/delta', 'a+b'],
    ]);
    expect(answers).toMatchObject([{ status: 200 }, { kind: 'not sent', code: 'foreign host' }]);
  });
});
