import { expect, test } from '@jest/globals';
import type { Queryable } from '../../../store/database.ts';
import {
  claimNotice,
  countDue,
  nextThrottledInMs,
  type PlannedNotice,
  planNotices,
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
const LOST = { olderThanMs: 300_000 };

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
    expect(await claimNotice(database)).toEqual({ ...notice(), id: 1, attempts: 1 });
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
      days.map((period) => notice({ period, dueAt: `${period}T09:00:00Z` })).toReversed(),
    );
    expect((await claimNotice(database))?.period).toBe('2022-02-01');
    const claims = await Promise.all(
      Array.from({ length: 30 }, (_, index) => claimNotice(index % 2 === 0 ? database : other)),
    );
    const claimed = claims.filter((claim) => claim !== null).map(({ period }) => period);
    expect(claimed.toSorted()).toEqual(days.slice(1));
    expect(await countDue(database)).toBe(0);
  });

  test('what is throttled comes back after the time asked for, and not before', async () => {
    const { database } = open();
    await planNotices(database, [notice()]);
    const claimed = await claimNotice(database);
    await settleNotice(database, claimed?.id ?? 0, {
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
    expect(await claimNotice(database)).toMatchObject({ id: claimed?.id, attempts: 2 });
    expect(await nextThrottledInMs(database)).toBeNull();
  });

  test('a send whose outcome was lost becomes ambiguous and is never sent again', async () => {
    const { database } = open();
    await planNotices(database, [notice()]);
    await claimNotice(database);
    expect(await settleLostSends(database, LOST)).toBe(0);
    await letTimePass(database, { seconds: 301 });
    expect(await settleLostSends(database, LOST)).toBe(1);
    expect(await claimNotice(database)).toBeNull();
    expect(await planNotices(database, [notice()])).toBe(0);
    expect(await settleLostSends(database, LOST)).toBe(0);
    expect(await statesOf(database)).toEqual([
      { period: '2022-01-24', state: 'ambiguous', code: 'ProcessLost' },
    ]);
  });

  test('records every attempt with what became of it', async () => {
    const { database } = open();
    await planNotices(database, [notice()]);
    await claimNotice(database);
    await settleNotice(database, 1, { state: 'due', at: AT, code: 'Throttled' });
    await claimNotice(database);
    const sent = { conversationId: 'c', activityId: 'a' };
    await settleNotice(database, 1, { state: 'sent', at: '2022-01-24T09:00:05Z', ...sent });
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
      const claimed = await claimNotice(database);
      await settleNotice(database, claimed?.id ?? 0, { state: 'due', at: AT, code, retryAfterMs: 600_000 });
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
      const { id = 0 } = (await claimNotice(database)) ?? {};
      await settleNotice(database, id, { state, at: AT });
      const { kind, subject, period, planId } = notice();
      await recordSent(database, { kind, subject, period, planId, at: AT });
      expect(await statesOf(database)).toMatchObject([{ state: is }]);
      expect(await claimNotice(database)).toBeNull();
    },
  );
};
