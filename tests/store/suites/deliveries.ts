import { expect, test } from '@jest/globals';
import type { Queryable } from '../../../store/database.ts';
import { type LedgerScope, planDeliveryAgain, settleAsArrived } from '../../../store/deliveries.ts';
import { claimNotice, planNotices } from '../../../store/ledger.ts';
import type { TestDatabase } from '../databases.ts';
import type { Suite } from './suite.ts';

const AT = '2022-01-24T09:05:00Z';
const SCOPE: LedgerScope = { planId: 'p', sharedKinds: [], people: [], channelsOnly: false };
const decisionBy = (by: string) => ({ id: 1, attempt: 1, by, at: AT });

export const deliveriesSuite: Suite = (open) => {
  /** A notice of which Teams did not say whether it took it. */
  const isUnclear = async ({ database }: TestDatabase) => {
    const entry = { kind: 'digest', subject: 'p/send', period: '1', planId: 'p' };
    const to = { recipient: { kind: 'channel', groupKey: 'send' } };
    await planNotices(database, [{ ...entry, ...to, dueAt: AT, expiresAt: '2022-01-27T09:00:00Z' }]);
    await claimNotice(database, 'sending 1', AT);
    await database.query("UPDATE notice SET state = 'ambiguous'");
  };
  /** Two decide in the same moment: the second asks before the first is done, and waits for it where it can. */
  const atOnce = async (
    { database, other }: TestDatabase,
    first: (tx: Queryable) => Promise<unknown>,
    second: (db: Queryable) => Promise<unknown>,
  ) => {
    let answer: Promise<unknown> = Promise.resolve(null);
    const taken = await database.transaction(async (tx) => {
      const done = await first(tx);
      answer = second(other);
      while (other !== database && !(await isWaitingForLock(tx)));
      return done;
    });
    return [taken, await answer];
  };
  const isWaitingForLock = async (db: Queryable) =>
    (await db.query('SELECT 1 FROM pg_locks WHERE NOT granted')).length > 0;
  const decidedBy = async ({ database }: TestDatabase) =>
    (await database.query<{ by: string }>('SELECT decided_by AS by FROM delivery')).map(({ by }) => by);

  test('a notice that two people want sent again in the same moment is planned once, and claimed once', async () => {
    const opened = open();
    await isUnclear(opened);
    const again = (by: string) => (db: Queryable) => planDeliveryAgain(db, SCOPE, decisionBy(by));
    expect(await atOnce(opened, again('one'), again('two'))).toEqual([true, false]);
    expect(await decidedBy(opened)).toEqual(['one']);
    const claims = await Promise.all(
      [opened.database, opened.other].map((db, at) => claimNotice(db, `sending ${at}`, AT)),
    );
    expect(claims.filter((claim) => claim !== null)).toMatchObject([{ id: 1, attempts: 2 }]);
  });

  test('of one who says that it arrived and one who wants it again, the first counts', async () => {
    const opened = open();
    await isUnclear(opened);
    const arrived = (db: Queryable) => settleAsArrived(db, SCOPE, decisionBy('one'));
    const again = (db: Queryable) => planDeliveryAgain(db, SCOPE, decisionBy('two'));
    expect(await atOnce(opened, arrived, again)).toEqual([{ told: null }, false]);
    expect(await decidedBy(opened)).toEqual(['one']);
    expect(await claimNotice(opened.other, 'sending 2', AT)).toBeNull();
  });
};
