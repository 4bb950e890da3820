import { expect, test } from '@jest/globals';
import type { Database } from '../../../store/database.ts';
import {
  countSend,
  endTurn,
  isSendingStopped,
  pausePlace,
  pruneSends,
  releaseBrakes,
  stopSending,
  takeTurn,
} from '../../../store/send-limits.ts';
import { letTimePass } from '../databases.ts';
import type { Suite } from './suite.ts';

const PLACE = { tenantId: 't', place: 'channel-1' };
const placeOf = (n: number) => ({ tenantId: 't', place: `channel-${n}` });

/** Sends one, where there is a turn; answers why there was none. */
async function send(database: Database, to = PLACE): Promise<string> {
  const turn = await takeTurn(database, to);
  if (turn.status === 'later') return turn.code;
  await endTurn(database, turn.sendId);
  return 'sent';
}

/** Lets no time pass between what is sent, however slow this machine is, but what a test says. */
async function stopClock(database: Database) {
  let stoppedAt = '-infinity';
  const hold = async () => {
    const [moment] = await database.query<{ now: string }>(
      `WITH moment AS MATERIALIZED (SELECT clock_timestamp() AS now),
         held AS (
           UPDATE send SET at = CASE WHEN at > $1::timestamptz THEN now ELSE at + (now - $1::timestamptz) END
           FROM moment)
       SELECT now::text FROM moment`,
      [stoppedAt],
    );
    stoppedAt = moment?.now ?? stoppedAt;
  };
  await hold();
  return {
    /** How many of so many were sent. */
    async sendMany(count: number): Promise<number> {
      let sent = 0;
      for (let n = 0; n < count; n += 1) {
        await hold();
        if ((await send(database)) === 'sent') sent += 1;
        await hold();
      }
      return sent;
    },
    async pass(seconds: number): Promise<void> {
      await hold();
      await letTimePass(database, { seconds });
    },
  };
}

/** So many are on their way to other places, and count for longer than any test takes. */
const putOnTheirWay = (database: Database, count: number) =>
  database.query(
    `INSERT INTO send (tenant_id, place, at) SELECT 't', 'place ' || n, now() + interval '20 seconds'
     FROM generate_series(1, $1) AS n`,
    [count],
  );

/** However slow this machine was: as if all had been sent at this very moment. */
const asIfJustSent = (database: Database) => database.query('UPDATE send SET at = clock_timestamp()');

export const sendLimitsSuite: Suite = (open) => {
  test('a conversation gets no more than Teams takes, in any stretch of time', async () => {
    const { database } = open();
    const clock = await stopClock(database);
    expect(await clock.sendMany(12)).toBe(7);
    await clock.pass(1.2);
    expect(await clock.sendMany(3)).toBe(1);
    let sent = 8;
    for (let round = 0; round < 9; round += 1) {
      await clock.pass(2.2);
      sent += await clock.sendMany(9);
    }
    expect(sent).toBe(60);
    await clock.pass(30);
    expect(await clock.sendMany(1)).toBe(1);
  });

  test('nor more in an hour than it takes in an hour', async () => {
    const { database } = open();
    await database.query(
      `INSERT INTO send (tenant_id, place, at) SELECT 't', 'channel-1', now() - make_interval(secs => n)
       FROM generate_series(60, 60 + 1799) AS n`,
    );
    expect(await takeTurn(database, PLACE)).toMatchObject({ status: 'later', code: 'Paced' });
    expect(await send(database, placeOf(2))).toBe('sent');
    await letTimePass(database, { seconds: 3_600 - 1_859 + 1 });
    expect(await send(database)).toBe('sent');
  });

  test('says how long to wait for a place', async () => {
    const { database } = open();
    for (let n = 0; n < 7; n += 1) await send(database);
    await asIfJustSent(database);
    const turn = await takeTurn(database, PLACE);
    expect(turn).toMatchObject({ status: 'later', code: 'Paced' });
    expect(turn.status === 'later' && turn.waitMs).toBeLessThanOrEqual(1_000);
  });

  test('what is on its way counts until its answer is there, however long that takes', async () => {
    const { database } = open();
    const turns = [];
    for (let n = 0; n < 7; n += 1) turns.push(await takeTurn(database, PLACE));
    await letTimePass(database, { seconds: 3 });
    expect(await send(database)).toBe('Paced');
    for (const turn of turns) if (turn.status === 'taken') await endTurn(database, turn.sendId);
    await asIfJustSent(database);
    expect(await send(database)).toBe('Paced');
    await letTimePass(database, { seconds: 2.1 });
    expect(await send(database)).toBe('sent');
  });

  test('of many processes that ask at once no more get a turn', async () => {
    const { database, other } = open();
    const turns = await Promise.all(
      Array.from({ length: 24 }, (_, n) => takeTurn(n % 2 === 0 ? database : other, PLACE)),
    );
    expect(turns.filter(({ status }) => status === 'taken')).toHaveLength(7);
  });

  test('the whole tenant gets a little less than Teams takes; the next waits here for its turn', async () => {
    const { database, other } = open();
    await Promise.all(
      Array.from({ length: 100 }, (_, n) => send(n % 2 === 0 ? database : other, placeOf(n))),
    );
    const [most] = await database.query<{ count: number }>(
      `SELECT max(in_a_second)::integer AS count FROM (
         SELECT count(*) OVER (ORDER BY at RANGE BETWEEN '999 milliseconds' PRECEDING AND CURRENT ROW) AS in_a_second
         FROM send) AS seconds`,
    );
    expect(most?.count).toBeLessThanOrEqual(45);
    expect(await database.query('SELECT 1 FROM send')).toHaveLength(100);
  });

  test('what was sent in answer to somebody counts, and is never refused', async () => {
    const { database } = open();
    for (let n = 0; n < 9; n += 1) await countSend(database, PLACE);
    await asIfJustSent(database);
    expect(await send(database)).toBe('Paced');
  });

  test('a busy place rests for as long as Teams asks, others do not', async () => {
    const { database, other } = open();
    expect(await pausePlace(database, { ...PLACE, retryAfterMs: 30_000 })).toBeGreaterThan(29_000);
    expect(await send(other)).toBe('Paused');
    expect(await send(other, placeOf(2))).toBe('sent');
    await letTimePass(database, { seconds: 31 });
    expect(await send(database)).toBe('sent');
  });

  test('and ever longer where Teams does not say how long, until it takes one', async () => {
    const { database } = open();
    const waits: number[] = [];
    for (let n = 0; n < 10; n += 1) {
      waits.push(await pausePlace(database, { ...PLACE, retryAfterMs: 0 }));
      // What was on its way by then is no further failure, and shortens nothing.
      expect(await pausePlace(database, { ...PLACE, retryAfterMs: 0 })).toBeGreaterThan(
        (waits[n] ?? 0) - 500,
      );
      await letTimePass(database, { seconds: 400 });
    }
    const exact = waits.map((_, n) => Math.min(300_000, 2_000 * 2 ** n));
    for (const [n, wait] of waits.entries()) {
      expect(wait).toBeGreaterThan((exact[n] ?? 0) * 0.79);
      expect(wait).toBeLessThan((exact[n] ?? 0) * 1.21);
    }
    await releaseBrakes(database, PLACE);
    expect(await pausePlace(database, { ...PLACE, retryAfterMs: 0 })).toBeLessThan(2_500);
  });

  test('the whole tenant gets no less than that either', async () => {
    const { database } = open();
    await putOnTheirWay(database, 44);
    expect(await send(database, placeOf(2))).toBe('sent');
    await putOnTheirWay(database, 1);
    expect(await send(database, placeOf(3))).toBe('Paced');
  });

  test('after Teams was busy the whole tenant gets half, for a while', async () => {
    const { database } = open();
    await pausePlace(database, { ...placeOf(0), retryAfterMs: 0 });
    await putOnTheirWay(database, 21);
    expect(await send(database, placeOf(2))).toBe('sent');
    await putOnTheirWay(database, 1);
    expect(await send(database, placeOf(3))).toBe('Paced');
    await letTimePass(database, { seconds: 31 });
    expect(await send(database, placeOf(4))).toBe('sent');
  });

  test('where Teams does not take our credentials nothing is sent, but for one that tries each minute', async () => {
    const { database, other } = open();
    expect(await isSendingStopped(database)).toBe(false);
    expect(await stopSending(database, 't')).toEqual({ waitMs: 60_000, isNew: true });
    expect(await stopSending(other, 't')).toMatchObject({ isNew: false });
    expect(await send(other, placeOf(2))).toBe('Stopped');
    expect(await isSendingStopped(other)).toBe(true);
    await letTimePass(database, { seconds: 61 });
    expect(await send(other)).toBe('sent');
    expect(await send(database, placeOf(2))).toBe('Stopped');
    await releaseBrakes(other, PLACE);
    expect(await send(database, placeOf(2))).toBe('sent');
    expect(await isSendingStopped(database)).toBe(false);
  });

  test('forgets what no limit looks back at', async () => {
    const { database } = open();
    for (let n = 0; n < 2; n += 1) await send(database);
    await letTimePass(database, { seconds: 3_000 });
    await send(database);
    await letTimePass(database, { seconds: 700 });
    await pruneSends(database, 't');
    expect(await database.query('SELECT 1 FROM send')).toHaveLength(1);
  });
};
