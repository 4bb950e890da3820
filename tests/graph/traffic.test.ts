import { describe, expect, test } from '@jest/globals';
import type { Context } from '@microsoft/microsoft-graph-client';
import fc from 'fast-check';
import { createPatience } from '../../graph/middleware/patience.ts';
import { createTraffic, type Traffic } from '../../graph/middleware/traffic.ts';
import { createVirtualTime, type VirtualTime } from './virtual-time.ts';

const ALLOWANCE = 1250;
const MINUTE_MS = 60_000;
const ENDLESS = { maxTries: 1, maxTotalWaitMs: Number.MAX_SAFE_INTEGER };

/** A call as it went through. */
interface Sent {
  readonly wantedMs: number;
  readonly sentMs: number;
  readonly units: number;
}

interface Road {
  readonly time: VirtualTime;
  readonly traffic: Traffic;
  readonly sent: Sent[];
  /** Sends one call of so many units; answers what it was refused with, if it was. */
  send(units: number): Promise<unknown>;
}

/** Traffic in front of a Graph that answers at once, with what `answer` says. */
function openRoad({
  limits = ENDLESS,
  unitsPerMinute = ALLOWANCE,
  answer = () => ({}),
}: {
  limits?: typeof ENDLESS;
  unitsPerMinute?: number;
  answer?: (sent: readonly Sent[]) => { status?: number; headers?: Record<string, string> };
} = {}): Road {
  const time = createVirtualTime();
  const sent: Sent[] = [];
  const log = { info: () => {}, warn: () => {}, error: () => {} };
  const patience = createPatience(time.sleep);
  const traffic = createTraffic({ unitsPerMinute, limits, patience, nowMs: time.nowMs, log });
  const wanted = new WeakMap<Context, { wantedMs: number; units: number }>();
  traffic.middleware.setNext?.({
    async execute(context: Context) {
      const { wantedMs = 0, units = 0 } = wanted.get(context) ?? {};
      sent.push({ wantedMs, units, sentMs: time.nowMs() });
      const { status = 200, headers = {} } = answer(sent);
      context.response = new Response(null, { status, headers });
    },
  });
  return {
    time,
    traffic,
    sent,
    async send(units) {
      const context = contextOf(units);
      wanted.set(context, { wantedMs: time.nowMs(), units });
      return traffic.middleware.execute(context).then(
        () => null,
        (error: unknown) => error,
      );
    },
  };
}

/** A request that costs so many units: 0 outside SharePoint, 1 to read a row, otherwise a batch of reads. */
function contextOf(units: number): Context {
  if (units === 0) return { request: 'https://localhost/v1.0/users/x', options: { method: 'GET' } };
  if (units === 1)
    return { request: 'https://localhost/v1.0/sites/s/lists/l/items/1', options: { method: 'GET' } };
  const requests = Array.from({ length: units }, (_, id) => ({
    id,
    method: 'GET',
    url: '/sites/s/lists/l/items/1',
  }));
  return {
    request: 'https://localhost/v1.0/$batch',
    options: { method: 'POST', body: JSON.stringify({ requests }) },
  };
}

/** The most units that any minute holds. */
function busiestMinute(sent: readonly Sent[]): number {
  const sums = sent.map(({ sentMs: end }) =>
    sent.reduce(
      (sum, { sentMs, units }) => (sentMs > end - MINUTE_MS && sentMs <= end ? sum + units : sum),
      0,
    ),
  );
  return Math.max(0, ...sums);
}

/** Sends calls that come after each other by so many ms, without waiting for one another. */
async function sendAll(road: Road, calls: readonly { readonly afterMs: number; readonly units: number }[]) {
  const arrive = async () => {
    const outcomes: Promise<unknown>[] = [];
    for (const { afterMs, units } of calls) {
      if (afterMs > 0) await road.time.sleep(afterMs);
      outcomes.push(road.send(units));
    }
    return Promise.all(outcomes);
  };
  const arrived = arrive();
  await road.time.run();
  return arrived;
}

const call = fc.record({
  afterMs: fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 3_000 })),
  units: fc.oneof(fc.constant(1), fc.integer({ min: 0, max: 40 })),
});

describe('the allowance of a minute', () => {
  test('is never used up, every call goes through, and far below it nothing waits', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(call, { maxLength: 200, size: 'max' }),
        fc.integer({ min: 100, max: ALLOWANCE }),
        async (calls, unitsPerMinute) => {
          const road = openRoad({ unitsPerMinute });
          const outcomes = await sendAll(road, calls);
          expect(outcomes.every((outcome) => outcome === null)).toBe(true);
          expect(road.sent).toHaveLength(calls.length);
          expect(busiestMinute(road.sent)).toBeLessThanOrEqual(unitsPerMinute);
          if (calls.reduce((sum, { units }) => sum + units, 0) <= 0.8 * unitsPerMinute) {
            expect(road.sent.every(({ wantedMs, sentMs }) => wantedMs === sentMs)).toBe(true);
            expect(road.traffic.counters().held).toBe(0);
          }
        },
      ),
      { numRuns: 40 },
    );
  });

  test('holds an import back without holding up what is small', async () => {
    const road = openRoad();
    const importer = async () => {
      for (let batch = 0; batch < 80; batch++) await road.send(40);
    };
    const reader = async () => {
      for (let read = 0; read < 100; read++) {
        await road.send(1);
        await road.time.sleep(1_500);
      }
    };
    void importer();
    void reader();
    await road.time.run();
    expect(busiestMinute(road.sent)).toBeLessThanOrEqual(ALLOWANCE);
    const reads = road.sent.filter(({ units }) => units === 1);
    expect(reads).toHaveLength(100);
    expect(Math.max(...reads.map(({ wantedMs, sentMs }) => sentMs - wantedMs))).toBeLessThan(2_000);
    // 3,200 units at 1,250 a minute: the import loses little by being held back.
    const batches = road.sent.filter(({ units }) => units === 40);
    expect(batches).toHaveLength(80);
    expect((batches.at(-1)?.sentMs ?? 0) - (batches[0]?.sentMs ?? 0)).toBeLessThan(3.5 * MINUTE_MS);
  });

  test('lets a batch through among many small reads, too', async () => {
    const road = openRoad();
    const calls = Array.from({ length: 3_000 }, () => ({ afterMs: 20, units: 1 }));
    calls[1_500] = { afterMs: 20, units: 40 };
    await sendAll(road, calls);
    expect(busiestMinute(road.sent)).toBeLessThanOrEqual(ALLOWANCE);
    const batch = road.sent.find(({ units }) => units === 40);
    expect((batch?.sentMs ?? 0) - (batch?.wantedMs ?? 0)).toBeLessThan(2 * MINUTE_MS);
  });

  test('puts a call off that would wait longer than it may, and says when to come back', async () => {
    const road = openRoad({ limits: { maxTries: 5, maxTotalWaitMs: 10_000 } });
    const outcomes = await sendAll(
      road,
      Array.from({ length: 40 }, () => ({ afterMs: 0, units: 40 })),
    );
    const refused = outcomes.filter((outcome) => outcome !== null);
    expect(refused.length).toBeGreaterThan(0);
    for (const refusal of refused) {
      expect(refusal).toMatchObject({ reason: 'budget', sent: false });
      expect((refusal as { retryAfterMs: number }).retryAfterMs).toBeGreaterThan(10_000);
    }
    expect(road.sent).toHaveLength(40 - refused.length);
  });

  test('gives a batch that is larger than all of it a minute to itself', async () => {
    const road = openRoad({ unitsPerMinute: 20 });
    await sendAll(road, [
      { afterMs: 0, units: 10 },
      { afterMs: 0, units: 40 },
    ]);
    expect(road.sent.map(({ units }) => units)).toEqual([10, 40]);
    expect((road.sent[1]?.sentMs ?? 0) - (road.sent[0]?.sentMs ?? 0)).toBeGreaterThan(MINUTE_MS);
  });

  test('counts what SharePoint says that others have used', async () => {
    const road = openRoad({
      answer: () => ({
        headers: { 'RateLimit-Limit': '1250', 'RateLimit-Remaining': '30', 'RateLimit-Reset': '20' },
      }),
    });
    await road.send(1);
    const later = road.send(40);
    await road.time.run();
    expect(await later).toBeNull();
    const [first, second] = road.sent;
    expect((second?.sentMs ?? 0) - (first?.sentMs ?? 0)).toBeGreaterThanOrEqual(20_000);
    expect((second?.sentMs ?? 0) - (first?.sentMs ?? 0)).toBeLessThan(22_000);
  });

  test('of which SharePoint says there is more left than we count stays as we count it', async () => {
    const road = openRoad({
      answer: () => ({ headers: { 'RateLimit-Remaining': '1200', 'RateLimit-Reset': '20' } }),
    });
    await sendAll(
      road,
      Array.from({ length: 100 }, () => ({ afterMs: 0, units: 40 })),
    );
    expect(busiestMinute(road.sent)).toBeLessThanOrEqual(ALLOWANCE);
  });
});

describe('the allowance of a day', () => {
  test('lasts: what is left after 80 % is spread until some is given back', async () => {
    const perMinute = 100;
    const perDay = perMinute * 960;
    const road = openRoad({ unitsPerMinute: perMinute });
    const importer = async () => {
      for (let batch = 0; batch < 3_000; batch++) await road.send(40);
    };
    void importer();
    await road.time.run();
    expect(busiestMinute(road.sent)).toBeLessThanOrEqual(perMinute);
    const dayMs = 24 * 60 * MINUTE_MS;
    let first = 0;
    let used = 0;
    for (const { sentMs, units } of road.sent) {
      used += units;
      while ((road.sent[first]?.sentMs ?? 0) <= sentMs - dayMs) used -= road.sent[first++]?.units ?? 0;
      expect(used).toBeLessThanOrEqual(perDay);
    }
    // Towards the end of the day it is slower, and it never stands still.
    const gaps = road.sent.slice(1).map(({ sentMs }, index) => sentMs - (road.sent[index]?.sentMs ?? 0));
    expect(Math.max(...gaps)).toBeLessThan(60 * MINUTE_MS);
  });
});

describe('a pause', () => {
  const throttleOnce = (retryAfter: string | null) => (sent: readonly Sent[]) => {
    if (sent.length > 1) return {};
    return { status: 429, ...(retryAfter !== null && { headers: { 'Retry-After': retryAfter } }) };
  };

  test('holds everything of its workload for all of its time, and nothing else', async () => {
    const road = openRoad({ answer: throttleOnce('7.5') });
    await road.send(1);
    const start = road.time.nowMs();
    const directory = road.send(0);
    const rows = road.send(1);
    await road.time.run();
    await Promise.all([directory, rows]);
    expect(road.sent.slice(1).map(({ units, sentMs }) => [units, sentMs - start])).toEqual([
      [0, 0],
      [1, 7_500],
    ]);
    expect(road.traffic.counters()).toMatchObject({ pauses: 1, held: 1 });
  });

  test('ends for one after the other, not for all at once', async () => {
    const road = openRoad({ answer: throttleOnce('5') });
    await road.send(1);
    const start = road.time.nowMs();
    const waiting = Array.from({ length: 50 }, () => road.send(2));
    await road.time.run();
    await Promise.all(waiting);
    const times = road.sent.slice(1).map(({ sentMs }) => sentMs - start);
    expect(times[0]).toBe(5_000);
    expect(new Set(times).size).toBe(50);
    // At the pace the allowance can stand for ever: 2 units in 96 ms.
    expect((times.at(-1) ?? 0) - (times[0] ?? 0)).toBeGreaterThanOrEqual(49 * 96);
  });

  test('that begins while a call waits for its turn holds that call too', async () => {
    const road = openRoad();
    const waiting = Array.from({ length: 30 }, () => road.send(40));
    const pausing = (async () => {
      await road.time.sleep(500);
      road.traffic.pause(new Set(['sharepoint']), 90_000);
    })();
    const start = road.time.nowMs();
    await road.time.run();
    await Promise.all([...waiting, pausing]);
    const late = road.sent.filter(({ sentMs }) => sentMs - start > 500);
    expect(late.length).toBeGreaterThan(0);
    expect(late.every(({ sentMs }) => sentMs - start >= 90_500)).toBe(true);
  });

  test('that is longer than a call may wait puts the call off for as long', async () => {
    const road = openRoad({ limits: { maxTries: 5, maxTotalWaitMs: 120_000 }, answer: throttleOnce('600') });
    await road.send(1);
    expect(await road.send(1)).toMatchObject({ reason: 'paused', sent: false, retryAfterMs: 600_000 });
    expect(road.sent).toHaveLength(1);
  });

  test('lasts a second where no time is named, and is never made shorter by a later one', async () => {
    const road = openRoad({ answer: throttleOnce(null) });
    await road.send(1);
    const start = road.time.nowMs();
    const next = road.send(1);
    await road.time.run();
    await next;
    expect((road.sent[1]?.sentMs ?? 0) - start).toBe(1_000);
    road.traffic.pause(new Set(['sharepoint']), 30_000);
    road.traffic.pause(new Set(['sharepoint']), 2_000);
    const again = road.time.nowMs();
    const last = road.send(1);
    await road.time.run();
    await last;
    expect((road.sent[2]?.sentMs ?? 0) - again).toBe(30_000);
  });
});
