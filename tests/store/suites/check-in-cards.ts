import { describe, expect, test } from '@jest/globals';
import {
  type CheckInCard,
  claimCard,
  hasOtherCard,
  markCardsDirty,
  nextDrawingInMs,
  putCardBack,
  saveCard,
  saveSuccessor,
  supersedeCard,
} from '../../../store/check-in-cards.ts';
import type { Queryable } from '../../../store/database.ts';
import { claimNotice, planAgain, settleNotice } from '../../../store/ledger.ts';
import type { Suite } from './suite.ts';

const MEETING = 'send@2022-01-24';
const CARD = {
  planId: 'p',
  meetingKey: MEETING,
  conversationId: '19:send',
  activityId: 'a1',
  serviceUrl: 'https://smba.example/emea/',
};
const card = (overrides: Partial<CheckInCard> = {}): CheckInCard => ({
  ...CARD,
  drawn: null,
  superseded: false,
  failures: 0,
  ...overrides,
});
const NOTICE = {
  kind: 'check-in',
  subject: 'p/send',
  period: `${MEETING} in place of a1`,
  planId: 'p',
  recipient: { kind: 'channel' },
  dueAt: '2022-01-24T10:00:00.000Z',
  expiresAt: '2022-01-26T10:00:00.000Z',
};

/** Every card that is to be drawn now. */
const claimAll = async (db: Queryable): Promise<CheckInCard[]> => {
  const claimed = await claimCard(db, { forMs: 60_000 });
  return claimed === null ? [] : [claimed, ...(await claimAll(db))];
};
const change = (db: Queryable) => markCardsDirty(db, 'p', MEETING);

export const checkInCardsSuite: Suite = (open) => {
  test('is drawn again once after any number of changes, and only for its own meeting', async () => {
    const { database } = open();
    await saveCard(database, CARD);
    await saveCard(database, CARD);
    await saveCard(database, { ...CARD, activityId: 'a2', meetingKey: 'data@2022-01-25' });
    expect(await claimAll(database)).toEqual([]);
    expect(await nextDrawingInMs(database)).toBeNull();
    await change(database);
    await change(database);
    expect(await nextDrawingInMs(database)).toBe(0);
    expect(await claimAll(database)).toEqual([card()]);
    await putCardBack(database, card(), { shows: { drawn: 'digest', waiting: 0 } });
    expect(await claimAll(database)).toEqual([]);
    await change(database);
    expect(await claimAll(database)).toEqual([card({ drawn: 'digest' })]);
  });

  test('is taken by one of several that draw; what changes meanwhile is drawn once it was put back', async () => {
    const { database, other } = open();
    await saveCard(database, CARD);
    await change(database);
    const taken = await Promise.all([database, other, database, other].map((db) => claimAll(db)));
    expect(taken.flat()).toEqual([card()]);
    await change(other);
    expect(await claimAll(database)).toEqual([]);
    await putCardBack(database, card(), {});
    expect(await claimAll(other)).toEqual([card()]);
  });

  test('is left to others by whoever has looked at it already', async () => {
    const { database } = open();
    await saveCard(database, CARD);
    await saveCard(database, { ...CARD, activityId: 'a2' });
    await change(database);
    const except = [CARD, { ...CARD, activityId: 'a2' }];
    expect(await claimCard(database, { forMs: 60_000, except })).toBeNull();
    expect(await claimCard(database, { forMs: 60_000, except: [CARD] })).toEqual(card({ activityId: 'a2' }));
    expect(await claimAll(database)).toEqual([card()]);
  });

  test('is drawn by somebody else where whoever took it has died', async () => {
    const { database, other } = open();
    await saveCard(database, CARD);
    await change(database);
    expect(await claimCard(database, { forMs: 1 })).toEqual(card());
    await database.query('SELECT pg_sleep(0.01)');
    expect(await claimAll(other)).toEqual([card()]);
  });

  test('rests after it was drawn, and is to be drawn again where that may not have come to anything', async () => {
    const { database } = open();
    await saveCard(database, CARD);
    await change(database);
    await claimAll(database);
    await putCardBack(database, card(), { dirty: true, failures: 2, restMs: 60_000 });
    expect(await claimAll(database)).toEqual([]);
    const waitMs = (await nextDrawingInMs(database)) ?? 0;
    expect(waitMs).toBeGreaterThan(0);
    expect(waitMs).toBeLessThanOrEqual(60_000);
    await database.query('UPDATE check_in_card SET not_before = now()');
    expect(await claimAll(database)).toEqual([card({ failures: 2 })]);
    await putCardBack(database, card(), { dirty: true });
    expect(await claimAll(database)).toEqual([card({ failures: 2 })]);
    await putCardBack(database, card(), { shows: { drawn: 'digest' }, dirty: true });
    expect(await claimAll(database)).toEqual([card({ drawn: 'digest' })]);
  });

  test('that says that answers wait is drawn again when none does any more', async () => {
    const { database } = open();
    const queue = (meetingKey: string) =>
      database.query(
        `INSERT INTO outbox (plan_id, list, key, kind, changes, answer_key, meeting_key)
         VALUES ('p', 'Updates', 'u', 'create', '{}', 'u', $1)`,
        [meetingKey],
      );
    await queue('data@2022-01-25');
    await saveCard(database, CARD);
    expect(await claimAll(database)).toEqual([]);
    await queue(MEETING);
    await saveCard(database, { ...CARD, activityId: 'a2' });
    expect(await claimAll(database)).toEqual([card({ activityId: 'a2' })]);
    await putCardBack(database, card({ activityId: 'a2' }), { shows: { drawn: 'one waits', waiting: 1 } });
    expect(await claimAll(database)).toEqual([]);
    await database.query("UPDATE outbox SET state = 'held'");
    expect(await claimAll(database)).toEqual([]);
    await database.query("UPDATE outbox SET state = 'written'");
    expect(await claimAll(database)).toEqual([card({ activityId: 'a2', drawn: 'one waits' })]);
  });

  test('that was answered while it was on its way is looked at once more', async () => {
    const { database } = open();
    await change(database);
    await saveCard(database, { ...CARD, drawn: 'as it was posted', waiting: 0 });
    expect(await claimAll(database)).toEqual([card({ drawn: 'as it was posted' })]);
  });

  describe('that is replaced', () => {
    test('is left alone until its successor is settled', async () => {
      const { database } = open();
      await saveCard(database, CARD);
      const noticeId = (await planAgain(database, [NOTICE]))[0] ?? 0;
      await saveSuccessor(database, CARD, noticeId);
      await change(database);
      expect(await claimAll(database)).toEqual([]);
      const claim = { id: noticeId, attempts: 1, sender: 'sending' };
      await claimNotice(database, claim.sender, NOTICE.dueAt);
      expect(await claimAll(database)).toEqual([]);
      await settleNotice(database, claim, { state: 'not sent', at: NOTICE.dueAt });
      expect(await claimAll(database)).toEqual([card()]);
    });

    test('is drawn once more to say so, and never after', async () => {
      const { database } = open();
      await saveCard(database, CARD);
      await saveCard(database, { ...CARD, activityId: 'a2' });
      expect(await hasOtherCard(database, CARD)).toBe(true);
      await supersedeCard(database, CARD);
      expect(await hasOtherCard(database, { ...CARD, activityId: 'a2' })).toBe(false);
      expect(await claimAll(database)).toEqual([card({ superseded: true })]);
      await putCardBack(database, CARD, {});
      await supersedeCard(database, CARD);
      await change(database);
      expect(await claimAll(database)).toEqual([card({ activityId: 'a2' })]);
    });
  });

  test.each([
    ['expired', true],
    ['not sent', true],
    ['nothing to say', true],
    ['sent', false],
    ['ambiguous', false],
  ] as const)('a successor that is %s may be planned again: %s', async (state, isPlanned) => {
    const { database } = open();
    const [id] = await planAgain(database, [NOTICE, NOTICE]);
    expect(await planAgain(database, [NOTICE])).toEqual([]);
    const claim = { id: id ?? 0, attempts: 1, sender: 'sending' };
    await claimNotice(database, claim.sender, NOTICE.dueAt);
    expect(await planAgain(database, [NOTICE])).toEqual([]);
    await settleNotice(database, claim, { state, at: NOTICE.dueAt });
    expect(await planAgain(database, [NOTICE])).toEqual(isPlanned ? [id] : []);
    expect((await claimNotice(database, claim.sender, NOTICE.dueAt))?.id ?? null).toBe(isPlanned ? id : null);
  });
};
