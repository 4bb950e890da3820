import { beforeEach, describe, expect, test } from '@jest/globals';
import { readNoticeLedger, saveHandover } from '../../store/notice-ledger.ts';
import type { SendOutcome } from '../../workflow/ports/messenger.ts';
import { makeOwner } from '../helpers/make-plan.ts';
import { letTimePass } from '../store/databases.ts';
import { DUE, PLAN, runAt as runDueAt } from './helpers/due-on-the-day.ts';
import { database, deps, openOwnProcess } from './helpers/own-process.ts';

openOwnProcess(PLAN);

const runAt = (...instants: readonly string[]) => runDueAt(deps, ...instants);
const KEYS = new Map(['owner', 'chair'].map((key) => [makeOwner({ key }).entraObjectId, key]));
/** Who was reminded of what so far: `owner: overdue`. */
const told = () =>
  deps.messenger.sent.flatMap(({ to, content }) => {
    if (to.kind !== 'person' || content.kind !== 'reminder') return [];
    return content.plans.flatMap(({ entries }) =>
      entries.map(({ why }) => `${KEYS.get(to.entraObjectId)}: ${why}`),
    );
  });
/** What becomes of reminders from now on; Teams takes everything else. */
const answerReminders = (outcome: SendOutcome) => {
  deps.messenger.answer = ({ content }) =>
    content.kind === 'reminder' ? outcome : { status: 'sent', conversationId: 'any', activityId: 'any' };
};
const REFUSED: SendOutcome = { status: 'permanent', code: 'Refused' };

/** Three weeks after it was due, a Monday. */
const WARNED = '2022-03-07T09:00:00Z';
const ESCALATED = '2022-03-14T09:00:00Z';

describe('what is overdue without a word', () => {
  test('goes to the chair a week after its owner was told so', async () => {
    await runAt(WARNED, '2022-03-08T09:00:00Z', ESCALATED, '2022-03-15T09:00:00Z');
    // Several are sent at a time.
    expect(told().toSorted()).toEqual(['chair: escalated', 'owner: overdue', 'owner: overdue']);
  });

  test('but not where that could not be sent: then its owner is told on the next day', async () => {
    answerReminders(REFUSED);
    await runAt(WARNED);
    const tried = told().length;
    deps.messenger.answer = null;
    await runAt('2022-03-08T09:00:00Z');
    expect(told().slice(tried)).toEqual(['owner: overdue']);
    await runAt('2022-03-09T09:00:00Z');
    expect(told().slice(tried)).toEqual(['owner: overdue']);
  });

  test('nor where it may not have arrived', async () => {
    answerReminders({ status: 'ambiguous', code: 'Reset' });
    await runAt(WARNED);
    deps.messenger.answer = null;
    await runAt('2022-03-08T09:00:00Z', ESCALATED);
    expect(told()).toEqual(['owner: overdue', 'owner: overdue']);
  });
});

describe('what passes on', () => {
  beforeEach(() =>
    saveHandover(database, {
      planId: PLAN.id,
      ref: { list: 'Recommendations', key: 'rec-3' },
      kind: 'not mine',
      by: 'owner',
      words: null,
      at: '2022-01-31T15:00:00Z',
    }),
  );

  test('is told to the chair once', async () => {
    await runAt(
      '2022-02-01T09:00:00Z',
      '2022-02-01T09:01:00Z',
      '2022-02-02T09:00:00Z',
      '2022-02-03T09:00:00Z',
    );
    expect(told().filter((line) => line.startsWith('chair'))).toEqual(['chair: not theirs']);
    const { handovers } = await readNoticeLedger(database, [PLAN.id]);
    expect(handovers).toMatchObject([{ kind: 'not mine', toldAt: '2022-02-01T09:00:00Z' }]);
  });

  test('again where that could not be sent', async () => {
    answerReminders(REFUSED);
    await runAt('2022-02-01T09:00:00Z');
    deps.messenger.answer = null;
    const tried = told().length;
    await runAt('2022-02-02T09:00:00Z', '2022-02-03T09:00:00Z');
    expect(
      told()
        .slice(tried)
        .filter((line) => line.startsWith('chair')),
    ).toEqual(['chair: not theirs']);
  });
});

test('a reminder that waited until it was too late is made anew on the next day', async () => {
  answerReminders({ status: 'throttled', retryAfterMs: 60_000, code: 'Throttled' });
  await runAt(`${DUE}T09:00:00Z`);
  await letTimePass(database, { seconds: 120 });
  const tried = told().length;
  await runAt(`${DUE}T17:00:00Z`);
  deps.messenger.answer = null;
  await runAt('2022-02-15T09:00:00Z', '2022-02-16T09:00:00Z');
  expect(told().slice(tried)).toEqual(['owner: overdue']);
});
