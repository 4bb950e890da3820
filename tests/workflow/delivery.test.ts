import { beforeEach, describe, expect, test } from '@jest/globals';
import type { SendOutcome } from '../../workflow/ports/messenger.ts';
import { runDue } from '../../workflow/run-due.ts';
import { seeConversation } from '../../workflow/see-conversation.ts';
import { makeGroup } from '../helpers/make-plan.ts';
import { letTimePass } from '../store/databases.ts';
import {
  DUE,
  ON_THE_DAY,
  PLAN,
  readLedger,
  runAt as runDueAt,
  seenInChannel,
  sentBy,
} from './helpers/due-on-the-day.ts';
import { fillMirror } from './helpers/fill-mirror.ts';
import { makeDeps, type TestProcess } from './helpers/make-deps.ts';
import { database, deps, openOwnProcess } from './helpers/own-process.ts';

openOwnProcess();

const runAt = (...instants: readonly string[]) => runDueAt(deps, ...instants);
const ledger = () => readLedger(database);
const sent = () => sentBy(deps);
const answerWith = (outcome: SendOutcome) => {
  deps.messenger.answer = () => outcome;
};

describe('what becomes of a send', () => {
  beforeEach(() => fillMirror(database, PLAN));

  test('a process that dies between sending and recording leaves it ambiguous, and nobody sends it again', async () => {
    deps.messenger.answer = () => {
      throw new Error('killed');
    };
    deps.setClock(ON_THE_DAY);
    await expect(runDue(deps)).rejects.toThrow('killed');
    expect((await ledger()).map(({ kind, state }) => [kind, state])).toEqual([
      ['alert', 'sending'],
      ['reminder', 'sending'],
    ]);

    const next = makeDeps({ database, messenger: deps.messenger });
    deps.messenger.answer = null;
    next.setClock(`${DUE}T09:01:00Z`);
    await runDue(next);
    expect(sent()).toHaveLength(2);
    expect((await ledger()).map(({ state, code }) => [state, code])).toEqual([
      ['ambiguous', 'ProcessLost'],
      ['ambiguous', 'ProcessLost'],
    ]);
  });

  test.each([
    ['ambiguous', 'TimedOut', 'ambiguous'],
    ['permanent', 'Blocked', 'not sent'],
  ] as const)('%s: recorded with its code and not repeated', async (status, code, state) => {
    answerWith({ status, code });
    await runAt(ON_THE_DAY);
    deps.messenger.answer = null;
    await letTimePass(database, { seconds: 3_600 });
    await runAt(`${DUE}T10:00:00Z`);
    expect(sent()).toHaveLength(2);
    expect((await ledger()).map((notice) => [notice.state, notice.code])).toEqual([
      [state, code],
      [state, code],
    ]);
  });

  test('throttled: sent when Teams said, once', async () => {
    answerWith({ status: 'throttled', code: 'Throttled', retryAfterMs: 30_000 });
    await runAt(ON_THE_DAY, `${DUE}T09:00:05Z`);
    expect(sent()).toHaveLength(2);
    deps.messenger.answer = null;
    deps.messenger.sent.length = 0;
    await letTimePass(database, { seconds: 31 });
    await runAt(`${DUE}T09:00:31Z`, `${DUE}T09:00:35Z`);
    expect(sent()).toHaveLength(2);
    expect((await ledger()).map(({ state }) => state)).toEqual(['sent', 'sent']);
  });

  test('throttled beyond the day it is for: dropped, not sent late', async () => {
    answerWith({ status: 'throttled', code: 'Throttled', retryAfterMs: 30_000 });
    await runAt(ON_THE_DAY);
    deps.messenger.answer = null;
    deps.messenger.sent.length = 0;
    await letTimePass(database, { seconds: 31 });
    await runAt('2022-02-18T09:00:00Z');
    expect(sent()).toEqual([]);
    expect((await ledger()).map(({ kind, period, state }) => [kind, period, state])).toEqual([
      ['alert', DUE, 'expired'],
      ['reminder', DUE, 'expired'],
    ]);
  });

  test('one that cannot be made is not taken for sent, is tried again, and holds up no other', async () => {
    await fillMirror(database, {
      ...PLAN,
      id: 'plan-2',
      owners: [],
      groups: [makeGroup({ firstMeeting: null, channelId: 'channel-of-2' })],
    });
    let reads = 0;
    const broken: TestProcess = {
      ...deps,
      plans: {
        ...deps.plans,
        // Planning reads it twice; making its notices fails.
        get: (planId) =>
          planId === 'plan-1' && ++reads > 2
            ? Promise.reject(new Error('database away'))
            : deps.plans.get(planId),
      },
    };
    broken.setClock(ON_THE_DAY);
    await runDue(broken);
    expect(sent()).toEqual([['alert', 'channel-of-2']]);
    await letTimePass(database, { seconds: 61 });
    await runAt(`${DUE}T09:01:01Z`);
    expect(sent().toSorted()).toEqual([
      ['alert', 'channel-1'],
      ['alert', 'channel-of-2'],
      ['reminder', PLAN.owners[0]?.entraObjectId],
    ]);
  });
});

describe('a team without the app', () => {
  beforeEach(async () => {
    await fillMirror(database, { ...PLAN, owners: [] });
    answerWith({ status: 'permanent', code: 'NotInstalled' });
    await runAt(ON_THE_DAY);
    deps.messenger.answer = null;
    deps.messenger.sent.length = 0;
  });

  test('gets what waits as soon as the app is installed', async () => {
    expect(await ledger()).toMatchObject([{ kind: 'alert', state: 'due', code: 'NotInstalled' }]);
    await runAt(`${DUE}T09:05:00Z`);
    expect(sent()).toEqual([]);
    await seeConversation(deps, seenInChannel());
    expect(deps.nudges()).toBe(1);
    await runAt(`${DUE}T09:06:00Z`, `${DUE}T09:07:00Z`);
    expect(sent()).toEqual([['alert', 'channel-1']]);
  });

  test('gets nothing that has grown stale by then', async () => {
    await seeConversation(deps, seenInChannel());
    await runAt('2022-02-18T09:00:00Z');
    expect(sent()).toEqual([]);
    expect(await ledger()).toMatchObject([{ state: 'expired' }]);
  });

  test('is not helped by what is seen again, taken away, or of another tenant', async () => {
    await seeConversation(deps, seenInChannel({ reachable: false }));
    await seeConversation(deps, seenInChannel({ conversationId: 'elsewhere', tenantId: 'another' }));
    await runAt(`${DUE}T09:06:00Z`);
    expect(sent()).toEqual([]);
    expect(deps.nudges()).toBe(0);
    expect(await database.query('SELECT conversation_id AS id FROM conversation')).toEqual([
      { id: 'channel-1' },
    ]);
  });
});
