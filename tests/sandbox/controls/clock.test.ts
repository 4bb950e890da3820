import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, test } from '@jest/globals';
import { withTempDir } from '../../helpers/temp-dir.ts';
import { type OpenSandbox, openSandbox } from '../teams/open-sandbox.ts';

/** A program that follows the clock: it has things to do at set moments, and writes down what it did when. */
async function openListener(due: readonly string[]) {
  const done: string[] = [];
  const told: string[] = [];
  const state = {
    due: due.map((one) => Temporal.Instant.from(one)),
    status: 200,
    stuckAt: undefined as string | undefined,
  };
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const { now } = JSON.parse(Buffer.concat(chunks).toString('utf8')) as { now: string };
      told.push(now);
      const at = Temporal.Instant.from(now);
      const isDue = (one: Temporal.Instant) => Temporal.Instant.compare(one, at) <= 0;
      done.push(...state.due.filter(isDue).map((one) => `${one} at ${at.round('minute')}`));
      state.due = state.due.filter((one) => !isDue(one));
      response.statusCode = state.status;
      response.end(JSON.stringify({ nextEventAt: state.stuckAt ?? state.due[0]?.toString() ?? null }));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/clock`,
    done,
    told,
    state,
    close: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function withClock(
  due: readonly string[],
  callback: (sandbox: OpenSandbox, listener: Awaited<ReturnType<typeof openListener>>) => Promise<void>,
) {
  const listener = await openListener(due);
  await withTempDir(async (dataDir) => {
    const sandbox = await openSandbox({ dataDir, clockListener: listener.url });
    await callback(sandbox, listener).finally(() => sandbox.close());
  }).finally(() => listener.close());
}

const minuteOf = (iso: string) => Temporal.Instant.from(iso).round({ smallestUnit: 'minute' }).toString();

describe('moving the clock', () => {
  test('stops at every moment at which something is due, in order, and ends at the target', async () => {
    await withClock(
      ['2022-01-10T14:00:00Z', '2022-01-11T10:00:00Z', '2022-02-01T09:00:00Z'],
      async (sandbox, listener) => {
        const { status, body } = await sandbox.post('/sandbox/clock', { advance: 'P14D' });
        expect(status).toBe(200);
        expect(minuteOf(body.now)).toBe('2022-01-24T09:00:00Z');
        expect(body).toMatchObject({ listener: 'answered', nextEventAt: '2022-02-01T09:00:00Z' });
        expect(listener.done).toEqual([
          '2022-01-10T14:00:00Z at 2022-01-10T14:00:00Z',
          '2022-01-11T10:00:00Z at 2022-01-11T10:00:00Z',
        ]);
        expect(minuteOf(listener.told.at(-1) ?? '')).toBe('2022-01-24T09:00:00Z');
        expect(minuteOf((await sandbox.get('/sandbox/clock')).body.now)).toBe('2022-01-24T09:00:00Z');
      },
    );
  });

  test('"next" goes to what is due next and no further, and nowhere when nothing is', async () => {
    await withClock(['2022-01-10T14:00:00Z', '2022-01-11T10:00:00Z'], async (sandbox, listener) => {
      const { body } = await sandbox.post('/sandbox/clock', { advance: 'next' });
      expect(minuteOf(body.now)).toBe('2022-01-10T14:00:00Z');
      expect(body.nextEventAt).toBe('2022-01-11T10:00:00Z');
      expect(listener.done).toHaveLength(1);
      await sandbox.post('/sandbox/clock', { advance: 'next' });
      const last = await sandbox.post('/sandbox/clock', { advance: 'next' });
      expect(minuteOf(last.body.now)).toBe('2022-01-11T10:00:00Z');
      expect(last.body).toMatchObject({ nextEventAt: null, steps: 0 });
    });
  });

  test('an event that does not go away is passed a minute at a time', async () => {
    await withClock([], async (sandbox, listener) => {
      listener.state.stuckAt = '2022-01-10T09:00:00Z';
      const { body } = await sandbox.post('/sandbox/clock', { advance: 'PT10M' });
      expect(minuteOf(body.now)).toBe('2022-01-10T09:10:00Z');
      expect(body.steps).toBe(10);
    });
  });

  test('two moves wait for one another', async () => {
    await withClock(['2022-01-10T14:00:00Z', '2022-01-11T14:00:00Z'], async (sandbox, listener) => {
      const moves = await Promise.all([
        sandbox.post('/sandbox/clock', { advance: 'P1D' }),
        sandbox.post('/sandbox/clock', { advance: 'P1D' }),
      ]);
      expect(moves.map(({ body }) => minuteOf(body.now)).sort()).toEqual([
        '2022-01-11T09:00:00Z',
        '2022-01-12T09:00:00Z',
      ]);
      expect(listener.done).toHaveLength(2);
      expect(listener.told).toEqual(
        listener.told.toSorted((one, other) => Temporal.Instant.compare(one, other)),
      );
    });
  });

  test('moves on without a listener, or with one that fails, and says so', async () => {
    await withClock([], async (sandbox, listener) => {
      listener.state.status = 500;
      const failed = await sandbox.post('/sandbox/clock', { to: '2022-01-17T09:00:00Z' });
      expect(failed.body.listener).toBe('failed');
      await listener.close();
      const away = await sandbox.post('/sandbox/clock', { advance: 'P1W' });
      expect(away.body.listener).toBe('unreachable');
      expect(minuteOf(away.body.now)).toBe('2022-01-24T09:00:00Z');
    });
  });

  test('refuses to go back, and what is no time', async () => {
    await withClock([], async (sandbox) => {
      const statusOf = async (body: unknown) => (await sandbox.post('/sandbox/clock', body)).status;
      expect(await statusOf({ to: '2022-01-09T09:00:00Z' })).toBe(400);
      expect(await statusOf({ advance: '-P1D' })).toBe(400);
      expect(await statusOf({ advance: 'a fortnight' })).toBe(400);
      expect(await statusOf({ to: 'Monday' })).toBe(400);
      expect(await statusOf({})).toBe(400);
      expect(await statusOf({ advance: 'P1D', to: '2022-01-12T09:00:00Z' })).toBe(400);
      expect(minuteOf((await sandbox.get('/sandbox/clock')).body.now)).toBe('2022-01-10T09:00:00Z');
    });
  });
});
