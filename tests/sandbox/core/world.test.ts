import { expect, test } from '@jest/globals';
import { CLOCK_START } from '../../../sandbox/core/clock.ts';
import { withTempDir } from '../../helpers/temp-dir.ts';
import { openTestWorld } from './open-test-world.ts';

test('the clock starts on the day of the plan and ticks', async () => {
  await withTempDir(async (dir) => {
    const world = await openTestWorld(dir);
    const first = world.clock.now();
    expect(Temporal.Instant.compare(first, CLOCK_START)).toBeGreaterThanOrEqual(0);
    expect(first.since(CLOCK_START).total('minutes')).toBeLessThan(1);
    const spinUntilMs = performance.now() + 3;
    while (performance.now() < spinUntilMs);
    expect(Temporal.Instant.compare(world.clock.now(), first)).toBe(1);
    world.close();
  });
});

test('the clock moves forward only', async () => {
  await withTempDir(async (dir) => {
    const { clock, close } = await openTestWorld(dir);
    const later = CLOCK_START.add({ hours: 24 * 14 });
    clock.set(later);
    clock.set(CLOCK_START);
    expect(clock.now().since(later).total('minutes')).toBeLessThan(1);
    expect(Temporal.Instant.compare(clock.now(), later)).toBeGreaterThanOrEqual(0);
    close();
  });
});

test('clock, signing key and certificate are the same after a restart', async () => {
  await withTempDir(async (dir) => {
    const first = await openTestWorld(dir);
    first.clock.set(CLOCK_START.add({ hours: 1_000 }));
    const token = await first.identity.issueToken({ audience: 'graph' });
    const nowBefore = first.clock.now();
    first.close();
    const second = await openTestWorld(dir);
    expect(second.clock.now().since(nowBefore).total('minutes')).toBeLessThan(1);
    expect(Temporal.Instant.compare(second.clock.now(), nowBefore)).toBeGreaterThanOrEqual(0);
    await expect(second.identity.verifyToken(`Bearer ${token}`, 'graph')).resolves.toMatchObject({
      idtyp: 'app',
    });
    expect(second.certificate.cert).toBe(first.certificate.cert);
    second.close();
  });
});

test('a second sandbox on the same data is refused with what to do', async () => {
  await withTempDir(async (dir) => {
    const world = await openTestWorld(dir);
    await expect(openTestWorld(dir)).rejects.toThrow(
      /in use by another sandbox\. Stop it, or set MILEPOST_DATA_DIR to another directory\.$/,
    );
    world.close();
    const again = await openTestWorld(dir);
    again.close();
  });
});

test('a reset empties every table, the log, the faults and the clock, and tells', async () => {
  await withTempDir(async (dir) => {
    const world = await openTestWorld(dir);
    world.db.exec('create table anything (x int); insert into anything values (1)');
    world.requests.add({
      at: '2026-01-01T00:00:00Z',
      arrivedAtMs: 1,
      answeredAtMs: 2,
      method: 'GET',
      path: '/',
      status: 200,
      area: 'graph',
      ms: 1,
    });
    world.faults.set([{ kind: 'graph-outage', rate: 1, seed: 1 }]);
    world.clock.set(CLOCK_START.add({ hours: 100 }));
    const generation = world.generation();
    let resets = 0;
    world.events.on('reset', () => {
      resets += 1;
    });
    world.reset();
    expect(world.db.prepare('select count(*) as count from anything').get()?.count).toBe(0);
    expect(world.requests.read()).toEqual([]);
    expect(world.faults.strike('graph-outage')).toBeUndefined();
    expect(world.clock.now().since(CLOCK_START).total('minutes')).toBeLessThan(1);
    expect([world.generation(), resets]).toEqual([generation + 1, 1]);
    world.close();
  });
});
