import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { Database } from '../../store/database.ts';
import { planNotices } from '../../store/ledger.ts';
import { findReach } from '../../store/unreachable-people.ts';
import { deliverNotices } from '../../workflow/notices/deliver-notices.ts';
import type { Messenger, SendOutcome } from '../../workflow/ports/messenger.ts';
import { seeConversation } from '../../workflow/see-conversation.ts';
import { makeOwner } from '../helpers/make-plan.ts';
import { emptyDatabase, letTimePass, openTestDatabase, type TestDatabase } from '../store/databases.ts';
import {
  DUE,
  ON_THE_DAY,
  PLAN as OWNED,
  readLedger,
  runAt as runDueAt,
  seenInChannel,
  sentBy,
} from './helpers/due-on-the-day.ts';
import { fillMirror } from './helpers/fill-mirror.ts';
import { makeDeps, TENANT, type TestProcess } from './helpers/make-deps.ts';

const MANAGER = makeOwner({ key: 'manager', itemId: 9, roles: ['Plan manager'], groups: [] });
const PLAN = { ...OWNED, owners: [...OWNED.owners, MANAGER] };
const OWNER = OWNED.owners[0]?.entraObjectId ?? '';

let opened: TestDatabase;
let database: Database;
let deps: TestProcess;
beforeAll(async () => {
  opened = await openTestDatabase();
  database = opened.database;
});
afterAll(() => opened?.close());
beforeEach(async () => {
  await emptyDatabase(database);
  deps = makeDeps({ database });
  await fillMirror(database, PLAN);
});

const runAt = (...instants: readonly string[]) => runDueAt(deps, ...instants);
const ofKind = async (kind: string) => (await readLedger(database)).filter((notice) => notice.kind === kind);
const sentTo = (id: string) => sentBy(deps).filter(([, to]) => to === id).length;
/** What becomes of what is sent to the owner, and of nothing else. */
const answerOwnerWith = (...outcomes: readonly SendOutcome[]) => {
  const left = [...outcomes];
  deps.messenger.answer = (message) => {
    const isToOwner = 'to' in message && message.to.kind === 'person' && message.to.entraObjectId === OWNER;
    const sent: SendOutcome = { status: 'sent', conversationId: 'chat-2', activityId: 'activity-1' };
    return (isToOwner ? left.shift() : undefined) ?? sent;
  };
};
/** What was logged as an error, but for the lists, which are out of reach here. */
const faultsOfTeams = () =>
  deps.logged.filter(({ level, message }) => level === 'error' && message.startsWith('Teams'));
const seenInChat = () =>
  seeConversation(
    deps,
    seenInChannel({
      kind: 'personal',
      conversationId: 'chat-1',
      teamId: null,
      channelId: null,
      entraObjectId: OWNER,
    }),
  );
const BLOCKED: SendOutcome = {
  status: 'permanent',
  code: 'MessageWritesBlocked',
  isGone: true,
  isRefused: true,
};
const FORGOTTEN: SendOutcome = { status: 'permanent', code: 'ConversationNotFound', isGone: true };

describe('somebody whom Teams does not let be written to', () => {
  test('is tried once; what is for them later comes to nothing at once, and others get theirs', async () => {
    answerOwnerWith(BLOCKED);
    await runAt(ON_THE_DAY);
    expect(await ofKind('reminder')).toMatchObject([{ state: 'not sent', code: 'MessageWritesBlocked' }]);
    expect(await ofKind('alert')).toMatchObject([{ state: 'sent' }]);
    await planNotices(database, [
      {
        kind: 'reminder',
        subject: OWNER,
        period: 'another day',
        planId: 'plan-1',
        recipient: { kind: 'person', entraObjectId: OWNER },
        dueAt: ON_THE_DAY,
        expiresAt: `${DUE}T17:00:00Z`,
      },
    ]);
    await deliverNotices(deps);
    expect(sentTo(OWNER)).toBe(1);
    expect((await ofKind('reminder')).map(({ state, code }) => [state, code])).toEqual([
      ['not sent', 'MessageWritesBlocked'],
      ['not sent', 'MessageWritesBlocked'],
    ]);
  });

  test('gets what is still timely as soon as something comes from them', async () => {
    await seenInChat();
    answerOwnerWith(BLOCKED);
    await runAt(ON_THE_DAY);
    await seenInChat();
    await runAt(`${DUE}T09:05:00Z`);
    expect(sentTo(OWNER)).toBe(2);
    expect(await ofKind('reminder')).toMatchObject([{ state: 'sent', code: null }]);
  });

  test('is told of to the plan managers, once', async () => {
    answerOwnerWith(BLOCKED);
    await runAt(ON_THE_DAY, `${DUE}T09:05:00Z`, `${DUE}T09:10:00Z`, `${DUE}T09:15:00Z`);
    const told = deps.messenger
      .of('trouble')
      .flatMap(({ troubles }) => troubles.filter(({ code }) => code === 'PERSON_UNREACHABLE'));
    expect(told).toHaveLength(1);
    expect(told[0]?.message).toContain('does not let Milepost write to');
  });

  test('whose chat Teams forgot has another one opened, once', async () => {
    await seenInChat();
    answerOwnerWith(FORGOTTEN);
    await runAt(ON_THE_DAY);
    expect(sentTo(OWNER)).toBe(2);
    expect(await ofKind('reminder')).toMatchObject([{ state: 'sent' }]);
    const person = { tenantId: TENANT, entraObjectId: OWNER };
    expect(await findReach(database, person)).toEqual({
      conversationId: 'chat-2',
      isChatGone: false,
      refusal: null,
    });
  });

  test('is not tried again where that one is not known either', async () => {
    await seenInChat();
    answerOwnerWith(FORGOTTEN, FORGOTTEN);
    await runAt(ON_THE_DAY, `${DUE}T10:00:00Z`);
    expect(sentTo(OWNER)).toBe(2);
    expect(await ofKind('reminder')).toMatchObject([{ state: 'not sent', code: 'ConversationNotFound' }]);
  });
});

test('what Teams does not take as it is, is our fault: said in the log, and not tried again', async () => {
  answerOwnerWith({ status: 'permanent', code: 'MessageSizeTooBig' });
  await runAt(ON_THE_DAY, `${DUE}T10:00:00Z`);
  expect(sentTo(OWNER)).toBe(1);
  expect(await ofKind('reminder')).toMatchObject([{ state: 'not sent', code: 'MessageSizeTooBig' }]);
  expect(faultsOfTeams()).toMatchObject([{ fields: { code: 'MessageSizeTooBig' } }]);
});

test('where Teams asks to wait, another process waits too, and sends it in the end', async () => {
  answerOwnerWith({ status: 'throttled', code: 'HTTP429', retryAfterMs: 60_000 });
  await runAt(ON_THE_DAY);
  const other = makeDeps({ database: opened.other, messenger: deps.messenger });
  other.setClock(ON_THE_DAY);
  await database.query("UPDATE notice SET not_before = now() WHERE state = 'due'");
  await deliverNotices(other);
  expect(sentTo(OWNER)).toBe(1);
  expect(await ofKind('reminder')).toMatchObject([{ state: 'due', code: 'Paused' }]);
  await letTimePass(database, { seconds: 61 });
  await deliverNotices(other);
  expect(await ofKind('reminder')).toMatchObject([{ state: 'sent' }]);
});

test('where Teams does not take our credentials nothing more is sent, until it does', async () => {
  deps.messenger.answer = () => ({ status: 'unauthorised', code: 'HTTP401' });
  await runAt(ON_THE_DAY);
  const tried = sentBy(deps).length;
  await database.query("UPDATE notice SET not_before = now() WHERE state = 'due'");
  await deliverNotices(deps);
  expect(sentBy(deps)).toHaveLength(tried);
  expect(faultsOfTeams()).toHaveLength(1);
  await letTimePass(database, { seconds: 61 });
  deps.messenger.answer = null;
  await deliverNotices(deps);
  await letTimePass(database, { seconds: 61 });
  await deliverNotices(deps);
  expect((await readLedger(database)).map(({ state }) => state)).toEqual(['sent', 'sent']);
});

test('a slow recipient holds up nobody', async () => {
  const slow = Promise.withResolvers<void>();
  const others = Promise.withResolvers<void>();
  const messenger: Messenger = {
    update: deps.messenger.update,
    async send(message) {
      if (message.to.kind === 'person') await slow.promise;
      else others.resolve();
      return deps.messenger.send(message);
    },
  };
  await planNotices(database, [
    {
      kind: 'reminder',
      subject: OWNER,
      period: DUE,
      planId: 'plan-1',
      recipient: { kind: 'person', entraObjectId: OWNER },
      dueAt: `${DUE}T08:00:00Z`,
      expiresAt: `${DUE}T17:00:00Z`,
    },
  ]);
  deps.setClock(ON_THE_DAY);
  const round = runDueAt({ ...deps, messenger: { ...deps.messenger, ...messenger } }, ON_THE_DAY);
  await others.promise;
  expect(await ofKind('reminder')).toMatchObject([{ state: 'sending' }]);
  slow.resolve();
  await round;
  expect((await readLedger(database)).map(({ state }) => state)).toEqual(['sent', 'sent']);
});

test('after three weeks down what is stale is dropped without a try, and each gets one of a kind', async () => {
  const days = ['2022-02-14', '2022-02-15', '2022-02-16', '2022-02-21', '2022-02-28'];
  await planNotices(
    database,
    days.flatMap((day) => [
      {
        kind: 'reminder',
        subject: OWNER,
        period: day,
        planId: 'plan-1',
        recipient: { kind: 'person', entraObjectId: OWNER },
        dueAt: `${day}T09:00:00Z`,
        expiresAt: `${day}T17:00:00Z`,
      },
      {
        kind: 'digest',
        subject: 'plan-1/send',
        period: day,
        planId: 'plan-1',
        recipient: { kind: 'channel', groupKey: 'send', meetingKey: null },
        dueAt: `${day}T09:00:00Z`,
        expiresAt: `${day}T17:00:00Z`,
      },
    ]),
  );
  // A Monday, on which what is overdue is told.
  await runAt('2022-03-07T09:00:00Z', '2022-03-07T09:05:00Z');
  expect(sentTo(OWNER)).toBe(1);
  const names = sentBy(deps).map((sent) => sent.join(' to '));
  expect(new Set(names).size).toBe(names.length);
  expect(await database.query("SELECT DISTINCT state FROM notice WHERE due_at < '2022-03-07'")).toEqual([
    { state: 'expired' },
  ]);
});
