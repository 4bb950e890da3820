import { setImmediate } from 'node:timers/promises';
import { expect, test } from '@jest/globals';
import { dropLeases, withLease } from '../../../store/leases.ts';
import { letTimePass } from '../databases.ts';
import type { Suite } from './suite.ts';

const LEASE = { name: 'lists:p', forMs: 60_000 };

export const leasesSuite: Suite = (open) => {
  test('only one holds it at a time; another name is another lease', async () => {
    const { database, other } = open();
    const answers = await withLease(database, LEASE, async () => [
      await withLease(other, LEASE, async () => 'twice'),
      await withLease(other, { ...LEASE, name: 'lists:q' }, async () => 'beside'),
    ]);
    expect(answers).toEqual([null, 'beside']);
    expect(await withLease(other, LEASE, async () => 'after')).toBe('after');
  });

  test('of many that ask at once, one gets it', async () => {
    const { database, other } = open();
    const othersAreAnswered = Promise.withResolvers<void>();
    let refused = 0;
    let holders = 0;
    const ask = async (index: number) => {
      const answer = await withLease(index % 2 === 0 ? database : other, LEASE, async () => {
        holders += 1;
        await othersAreAnswered.promise;
        return 'held';
      });
      if (answer === null) refused += 1;
      if (refused === 7) othersAreAnswered.resolve();
    };
    await Promise.all(Array.from({ length: 8 }, (_, index) => ask(index)));
    expect({ refused, holders }).toEqual({ refused: 7, holders: 1 });
  });

  test('whoever waits gets it when the holder is done', async () => {
    const { database, other } = open();
    const held = Promise.withResolvers<void>();
    const order: string[] = [];
    const first = withLease(database, LEASE, async () => {
      held.resolve();
      await database.query('SELECT pg_sleep(0.05)');
      order.push('first');
    });
    await held.promise;
    const second = withLease(other, { ...LEASE, waitMs: 10_000 }, async () => {
      order.push('second');
      return 'had it';
    });
    expect(await second).toBe('had it');
    await first;
    expect(order).toEqual(['first', 'second']);
  });

  test('a holder that fails gives it back', async () => {
    const { database } = open();
    const failing = withLease(database, LEASE, async () => {
      throw new Error('the work failed');
    });
    await expect(failing).rejects.toThrow('the work failed');
    expect(await withLease(database, LEASE, async () => 'free')).toBe('free');
  });

  test('of a process that died is dropped where nobody else can be holding one', async () => {
    const { database } = open();
    await database.query("INSERT INTO lease VALUES ('lists:p', 'dead', now() + interval '1 hour')");
    expect(await withLease(database, LEASE, async () => 'free')).toBeNull();
    await dropLeases(database);
    expect(await withLease(database, LEASE, async () => 'free')).toBe('free');
  });

  test('lasts for as long as its holder works', async () => {
    const { database } = open();
    const endOf = async () => {
      const [lease] = await database.query<{ at: string; isOver: boolean }>(
        'SELECT expires_at::text AS at, expires_at < now() AS "isOver" FROM lease',
      );
      return lease;
    };
    const renewed = await withLease(database, { ...LEASE, forMs: 1_500 }, async () => {
      const first = await endOf();
      for (;;) {
        const now = await endOf();
        if (now?.at !== first?.at || now?.isOver !== false) return now?.at !== first?.at;
        await setImmediate();
      }
    });
    expect(renewed).toBe(true);
  });

  test('a holder that died loses it in time, and takes nothing from the next one when it comes back', async () => {
    const { database, other } = open();
    const answer = await withLease(database, LEASE, async () => {
      await letTimePass(database, { seconds: 61 });
      const next = Promise.withResolvers<void>();
      const taken = Promise.withResolvers<void>();
      const second = withLease(other, LEASE, async () => {
        taken.resolve();
        await next.promise;
        return 'second';
      });
      await taken.promise;
      return { second, next };
    });
    // The first is back and has cleaned up: the second still holds it.
    expect(await withLease(database, LEASE, async () => 'third')).toBeNull();
    answer?.next.resolve();
    expect(await answer?.second).toBe('second');
  });
};
