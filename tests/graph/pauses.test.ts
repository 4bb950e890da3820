import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, expect, test } from '@jest/globals';
import { type Answer, errorBody, type GraphServer, startGraphServer } from './graph-server.ts';
import { makeTestClient } from './make-client.ts';

let server: GraphServer | undefined;
afterEach(async () => {
  await server?.stop();
  server = undefined;
});

const busy = (status: number, retryAfter: () => string): (() => Answer) => {
  return () => ({
    status,
    headers: { 'Retry-After': retryAfter(), Date: new Date().toUTCString() },
    body: errorBody('activityLimitReached'),
  });
};
const inSeconds = (seconds: number) => () => new Date(Date.now() + seconds * 1000).toUTCString();

/** How a server may ask to wait, each in turn. */
const TROUBLES = [
  busy(429, () => '0.65'),
  busy(503, () => '1'),
  busy(429, inSeconds(2)),
  busy(429, () => '1.25'),
];

test('nobody asks while a server wants to be left alone: decimals, dates and 503, over the wire and in real time', async () => {
  let requests = 0;
  server = await startGraphServer(() => {
    // Some get through in between, so that every trouble meets many who want something.
    const trouble = requests % 5 === 0 ? TROUBLES[requests / 5] : undefined;
    requests++;
    return trouble?.() ?? { status: 200, body: { value: [] } };
  });
  const starts: number[] = [];
  const pauses: { readonly fromMs: number; readonly forMs: number }[] = [];
  const { client } = makeTestClient({
    baseUrl: server.baseUrl,
    clock: { nowMs: () => Date.now() },
    sleep: async (ms) => {
      await sleep(ms);
    },
    fetch: (input, init) => {
      starts.push(Date.now());
      return fetch(input, init);
    },
    log: {
      info: () => {},
      error: () => {},
      warn: (fields) => {
        if (typeof fields.forMs === 'number') pauses.push({ fromMs: Date.now(), forMs: fields.forMs });
      },
    },
  });
  // One after the other within each of ten.
  const callers = Array.from({ length: 10 }, async () => {
    for (let call = 0; call < 4; call++) await client.get('/sites/s/lists');
  });
  await Promise.all(callers);

  expect(pauses.length).toBeGreaterThanOrEqual(TROUBLES.length);
  for (const { fromMs, forMs } of pauses) {
    const early = starts.filter((startMs) => startMs > fromMs && startMs < fromMs + forMs);
    expect([forMs, early]).toEqual([forMs, []]);
  }
  expect(requests).toBe(40 + pauses.length);
});

test('three minutes and more are not cut short, but given back to whoever asked, and to all who ask meanwhile', async () => {
  server = await startGraphServer(busy(429, () => '181.5'));
  const { client, waits } = makeTestClient({ baseUrl: server.baseUrl });
  const outcomes = await Promise.allSettled(Array.from({ length: 3 }, () => client.get('/sites/s/lists')));
  const later = await Promise.allSettled([
    client.get('/sites/s/lists'),
    client.post('/sites/s/lists/l/items', { fields: {} }),
  ]);
  for (const outcome of [...outcomes, ...later]) {
    expect(outcome).toMatchObject({
      status: 'rejected',
      reason: { retryAfterMs: 181_500, maybeDone: false },
    });
  }
  expect(waits).toEqual([]);
  expect(server.requests.length).toBeLessThanOrEqual(3);
});
