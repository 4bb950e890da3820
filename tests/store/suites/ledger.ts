import { expect, test } from '@jest/globals';
import type { Database, Queryable } from '../../../store/database.ts';
import { withLease } from '../../../store/leases.ts';
import {
  beginSend,
  type ClaimedNotice,
  claimNotice as claimFor,
  countDue as countDueAt,
  nextLostInMs,
  nextThrottledInMs,
  type PlannedNotice,
  planNotices,
  postpone,
  putOff,
  rearmNotices,
  recordSent,
  settleLostSends,
  settleNotice,
} from '../../../store/ledger.ts';
import { letTimePass } from '../databases.ts';
import type { Suite } from './suite.ts';

const AT = '2022-01-24T09:00:00Z';
const notice = (overrides: Partial<PlannedNotice> = {}): PlannedNotice => ({
  kind: 'digest',
  subject: 'p/send',
  period: '2022-01-24',
  planId: 'p',
  recipient: { kind: 'channel', groupKey: 'send', meetingKey: null },
  dueAt: AT,
  expiresAt: '2022-01-27T09:00:00Z',
  ...overrides,
});
const statesOf = (db: Queryable) =>
  db.query<{ period: string; state: string; code: string | null }>(
    'SELECT period, state, code FROM notice ORDER BY id',
  );
const SENDER = 'sending 1';
/** When all that these tests plan is due. */
const LATER = '2022-12-01T09:00:00Z';
const claimNotice = (db: Queryable) => claimFor(db, SENDER, LATER);
const countDue = (db: Queryable) => countDueAt(db, LATER);
/** Claims the next notice, which there is. */
const claimOne = async (db: Queryable): Promise<ClaimedNotice> => {
  const claimed = await claimNotice(db);
  if (claimed === null) throw new Error('none is due');
  return claimed;
};
/** A process that holds its lease dies in the middle of `work`. */
const dieAfter = (db: Database, work: () => Promise<unknown>) =>
  withLease(db, { name: SENDER, forMs: 15_000 }, async () => {
    await work();
    await db.query('UPDATE lease SET holder = $1', ['nobody']);
  });

export const ledgerSuite: Suite = (open) => {
  test('a notice is planned once for its kind, subject and period', async () => {
    const { database } = open();
    expect(await planNotices(database, [notice(), notice({ period: '2022-02-07' })])).toBe(2);
    expect(await planNotices(database, [notice({ dueAt: '2022-01-25T09:00:00Z' })])).toBe(0);
    expect(
      await planNotices(database, [
        notice({ kind: 'alert' }),
        notice({ subject: 'p/data' }),
        notice({ period: '2022-02-21' }),
      ]),
    ).toBe(3);
    expect(await planNotices(database, [])).toBe(0);
    expect(await claimNotice(database)).toEqual({
      ...notice(),
      id: 1,
      attempts: 1,
      sender: SENDER,
    });
  });

  test('several that plan at once plan it once', async () => {
    const { database, other } = open();
    const planned = await Promise.all(
      [database, other, database, other].map((db) => planNotices(db, [notice()])),
    );
    expect(planned.toSorted()).toEqual([0, 0, 0, 1]);
  });

  test('each is claimed once, however many claim at the same time, the earliest first', async () => {
    const { database, other } = open();
    const days = Array.from({ length: 20 }, (_, index) => `2022-02-${String(index + 1).padStart(2, '0')}`);
    await planNotices(
      database,
      days
        .map((period, index) =>
          notice({ period, dueAt: `${period}T09:00:00Z`, recipient: { groupKey: `group ${index}` } }),
        )
        .toReversed(),
    );
    expect((await claimNotice(database))?.period).toBe('2022-02-01');
    const claims = await Promise.all(
      Array.from({ length: 30 }, (_, index) => claimNotice(index % 2 === 0 ? database : other)),
    );
    const claimed = claims.filter((claim) => claim !== null).map(({ period }) => period);
    expect(claimed.toSorted()).toEqual(days.slice(1));
    expect(await countDue(database)).toBe(0);
  });

  test('what a process planned whose clock is ahead waits for the clock of the sender', async () => {
    const { database } = open();
    await planNotices(database, [notice()]);
    expect(await claimFor(database, SENDER, '2022-01-24T08:59:59Z')).toBeNull();
    expect(await countDueAt(database, '2022-01-24T08:59:59Z')).toBe(0);
    expect(await countDueAt(database, AT)).toBe(1);
    expect(await claimFor(database, SENDER, AT)).toMatchObject({ dueAt: notice().dueAt });
  });

  test('what is postponed is due anew at its moment, and not before, whatever was waited', async () => {
    const { database } = open();
    await planNotices(database, [notice()]);
    const claimed = await claimOne(database);
    await postpone(database, claimed, { code: 'OutOfHours', dueAt: '2022-01-25T09:00:00Z' });
    await letTimePass(database, { seconds: 3_600 });
    expect(await claimFor(database, SENDER, '2022-01-25T08:59:59Z')).toBeNull();
    expect(await claimFor(database, SENDER, '2022-01-25T09:00:00Z')).toMatchObject({
      id: claimed.id,
      attempts: 1,
    });
  });

  test('what is throttled comes back after the time asked for, and not before', async () => {
    const { database } = open();
    await planNotices(database, [notice()]);
    const claimed = await claimOne(database);
    await settleNotice(database, claimed, {
      state: 'due',
      at: AT,
      code: 'Throttled',
      retryAfterMs: 60_000,
    });
    expect(await claimNotice(database)).toBeNull();
    expect(await countDue(database)).toBe(0);
    expect(await nextThrottledInMs(database)).toBeGreaterThan(30_000);
    await letTimePass(database, { seconds: 61 });
    expect(await nextThrottledInMs(database)).toBe(0);
    expect(await claimNotice(database)).toMatchObject({ id: claimed.id, attempts: 2 });
    expect(await nextThrottledInMs(database)).toBeNull();
  });

  test('a send whose process died becomes ambiguous once it stops saying that it lives, and is never sent again', async () => {
    const { database } = open();
    await planNotices(database, [notice()]);
    await dieAfter(database, () => claimNotice(database));
    expect(await settleLostSends(database)).toBe(0);
    expect(await nextLostInMs(database)).toBeGreaterThan(10_000);
    await letTimePass(database, { seconds: 16 });
    expect(await nextLostInMs(database)).toBe(0);
    expect(await settleLostSends(database)).toBe(1);
    expect(await claimNotice(database)).toBeNull();
    expect(await planNotices(database, [notice()])).toBe(0);
    expect(await settleLostSends(database)).toBe(0);
    expect(await nextLostInMs(database)).toBeNull();
    expect(await statesOf(database)).toEqual([
      { period: '2022-01-24', state: 'ambiguous', code: 'ProcessLost' },
    ]);
  });

  test('what a version before was sending when it died has five minutes', async () => {
    const { database } = open();
    await planNotices(database, [notice()]);
    await claimNotice(database);
    await database.query('UPDATE notice SET sender = NULL');
    await letTimePass(database, { seconds: 299 });
    expect(await settleLostSends(database)).toBe(0);
    await letTimePass(database, { seconds: 2 });
    expect(await settleLostSends(database)).toBe(1);
  });

  test('whoever was only held up says what became of it after all, unless it was claimed anew', async () => {
    const { database } = open();
    await planNotices(database, [notice()]);
    const heldUp = await claimOne(database);
    expect(await beginSend(database, heldUp)).toBe(true);
    await settleLostSends(database);
    expect(await beginSend(database, heldUp)).toBe(false);
    const sent = { state: 'sent', at: AT, conversationId: 'c', activityId: 'a' } as const;
    await settleNotice(database, heldUp, sent);
    expect(await statesOf(database)).toMatchObject([{ state: 'sent' }]);
    await database.query("UPDATE notice SET state = 'due'");
    const anew = await claimOne(database);
    await settleNotice(database, heldUp, sent);
    expect(await statesOf(database)).toMatchObject([{ state: 'sending' }]);
    expect(await beginSend(database, anew)).toBe(true);
  });

  test('what was to be told is kept while it is unclear whether it arrived, and of the last attempt alone', async () => {
    const { database } = open();
    await planNotices(database, [notice()]);
    const told = async () =>
      (await database.query<{ told: unknown }>('SELECT told FROM notice')).map((row) => row.told);
    const settle = async (state: 'ambiguous' | 'sent' | 'due') =>
      settleNotice(database, await claimAndTell(), { state, at: AT });
    const claimAndTell = async () => {
      await database.query("UPDATE notice SET state = 'due'");
      const claimed = await claimOne(database);
      expect(await told()).toEqual([null]);
      await beginSend(database, claimed, [{ planId: 'p' }]);
      return claimed;
    };
    await claimAndTell();
    await settleLostSends(database);
    expect(await told()).toEqual([[{ planId: 'p' }]]);
    await settle('ambiguous');
    expect(await told()).toEqual([[{ planId: 'p' }]]);
    await settle('sent');
    expect(await told()).toEqual([null]);
    await settle('due');
    expect(await told()).toEqual([null]);
  });

  test('what is put off was no attempt, and comes back', async () => {
    const { database } = open();
    await planNotices(database, [notice()]);
    await putOff(database, await claimOne(database), { code: 'Paced', waitMs: 60_000 });
    expect(await claimNotice(database)).toBeNull();
    expect(await nextThrottledInMs(database)).toBeGreaterThan(30_000);
    expect(await database.query('SELECT 1 FROM delivery')).toEqual([]);
    await letTimePass(database, { seconds: 61 });
    expect(await claimNotice(database)).toMatchObject({ attempts: 1 });
  });

  test('to one recipient notices go one after another, in the order in which they fell due', async () => {
    const { database } = open();
    const toOwner = { kind: 'person', entraObjectId: 'owner' };
    await planNotices(database, [
      notice({ period: 'digest', dueAt: '2022-01-24T09:00:01Z' }),
      notice({ period: 'summary' }),
      notice({ period: 'of another plan', planId: 'q' }),
      notice({ period: 'reminder', recipient: toOwner }),
      notice({ period: 'conflict', recipient: toOwner, planId: 'q' }),
    ]);
    const first = await claimOne(database);
    expect([
      first.period,
      (await claimNotice(database))?.period,
      (await claimNotice(database))?.period,
    ]).toEqual(['summary', 'of another plan', 'reminder']);
    expect(await claimNotice(database)).toBeNull();
    await settleNotice(database, first, { state: 'sent', at: AT });
    expect((await claimNotice(database))?.period).toBe('digest');
  });

  test('records every attempt with what became of it', async () => {
    const { database } = open();
    await planNotices(database, [notice()]);
    await settleNotice(database, await claimOne(database), { state: 'due', at: AT, code: 'Throttled' });
    const sent = { conversationId: 'c', activityId: 'a' };
    await settleNotice(database, await claimOne(database), {
      state: 'sent',
      at: '2022-01-24T09:00:05Z',
      ...sent,
    });
    expect(
      await database.query(
        'SELECT state, code, conversation_id AS "conversationId", activity_id AS "activityId" FROM notice',
      ),
    ).toEqual([{ state: 'sent', code: null, ...sent }]);
    expect(
      await database.query('SELECT notice_id AS "noticeId", outcome, code FROM delivery ORDER BY id'),
    ).toEqual([
      { noticeId: 1, outcome: 'throttled', code: 'Throttled' },
      { noticeId: 1, outcome: 'sent', code: null },
    ]);
  });

  test('what waits for the app is due at once when it is there; nothing else is', async () => {
    const { database } = open();
    await planNotices(database, [notice(), notice({ period: '2022-02-07' })]);
    for (const code of ['NotInstalled', 'Throttled']) {
      await settleNotice(database, await claimOne(database), {
        state: 'due',
        at: AT,
        code,
        retryAfterMs: 600_000,
      });
    }
    await rearmNotices(database, 'NotInstalled');
    expect(await countDue(database)).toBe(1);
    expect(await claimNotice(database)).toMatchObject({ period: '2022-01-24' });
    expect(await claimNotice(database)).toBeNull();
  });

  test('what was sent in answer to somebody is not planned again', async () => {
    const { database } = open();
    const { kind, subject, period, planId } = notice();
    await recordSent(database, { kind, subject, period, planId, at: AT });
    await recordSent(database, { kind, subject, period, planId, at: AT });
    expect(await planNotices(database, [notice()])).toBe(0);
    expect(await claimNotice(database)).toBeNull();
    expect(await statesOf(database)).toEqual([{ period: '2022-01-24', state: 'sent', code: 'OnRequest' }]);
  });

  test.each([
    ['due', 'sent'],
    ['nothing to say', 'sent'],
    ['expired', 'sent'],
    ['ambiguous', 'ambiguous'],
  ] as const)(
    'one that stood there as %s, sent in answer to somebody, is %s and sent no more',
    async (state, is) => {
      const { database } = open();
      await planNotices(database, [notice()]);
      await settleNotice(database, await claimOne(database), { state, at: AT });
      const { kind, subject, period, planId } = notice();
      await recordSent(database, { kind, subject, period, planId, at: AT });
      expect(await statesOf(database)).toMatchObject([{ state: is }]);
      expect(await claimNotice(database)).toBeNull();
    },
  );
};
