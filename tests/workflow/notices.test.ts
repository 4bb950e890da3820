import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { Plan } from '../../plan/plan.ts';
import type { Database } from '../../store/database.ts';
import { answerItems } from '../../workflow/answers/answer-items.ts';
import type { SendOutcome } from '../../workflow/ports/messenger.ts';
import { nextDueAt, runDue } from '../../workflow/run-due.ts';
import { seeConversation } from '../../workflow/see-conversation.ts';
import type { ConversationSeen } from '../../workflow/use-cases.ts';
import {
  makeGroup,
  makeMeeting,
  makeOwner,
  makePlan,
  makeRecommendation,
  recommendation,
} from '../helpers/make-plan.ts';
import { makeSamplePlan } from '../helpers/make-sample-plan.ts';
import { emptyDatabase, letTimePass, openTestDatabase, type TestDatabase } from '../store/databases.ts';
import { actorOf, fillMirror, putRows } from './helpers/fill-mirror.ts';
import { makeDeps, TENANT, type TestProcess } from './helpers/make-deps.ts';

/** One group, and one recommendation of its owner's that is due on Monday 14 February 2022, while no check-in is open. */
const DUE = '2022-02-14';
const PLAN: Plan = makePlan({
  groups: [makeGroup({ firstMeeting: '2022-03-28' })],
  recommendations: [
    makeRecommendation({ number: 3, baselineDue: DUE, forecastDue: DUE, duePrecision: 'Day' }),
  ],
});
const ON_THE_DAY = `${DUE}T09:00:00Z`;

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
});

const runAt = async (...instants: readonly string[]) => {
  for (const instant of instants) {
    deps.setClock(instant);
    await runDue(deps);
  }
};
const ledger = () =>
  database.query<{ kind: string; period: string; state: string; code: string | null }>(
    'SELECT kind, period, state, code FROM notice ORDER BY kind, period',
  );
const sent = () =>
  deps.messenger.sent.map(({ to, content }) => [
    content.kind,
    to.kind === 'channel' ? to.channelId : to.entraObjectId,
  ]);
const answerWith = (outcome: SendOutcome) => {
  deps.messenger.answer = () => outcome;
};
const installed = (overrides: Partial<ConversationSeen> = {}): ConversationSeen => ({
  tenantId: TENANT,
  conversationId: 'channel-1',
  kind: 'channel',
  serviceUrl: 'https://teams/',
  botId: '28:bot',
  teamId: 'team-1',
  channelId: 'channel-1',
  entraObjectId: null,
  teamsUserId: null,
  reachable: true,
  ...overrides,
});

describe('over a month of the sample plan, stopping wherever something is due', () => {
  const sentOn: string[][] = [];
  beforeAll(async () => {
    await emptyDatabase(database);
    await fillMirror(database, makeSamplePlan());
    const process = makeDeps({ database });
    let at: Temporal.Instant | null = Temporal.Instant.from('2022-01-06T09:00:00Z');
    const end = Temporal.Instant.from('2022-02-03T00:00:00Z');
    while (at !== null && Temporal.Instant.compare(at, end) < 0) {
      process.setClock(at.toString());
      const before = process.messenger.sent.length;
      await runDue(process);
      await runDue(process);
      for (const { to, content } of process.messenger.sent.slice(before)) {
        const who = to.kind === 'channel' ? to.channelId : to.entraObjectId;
        sentOn.push([content.kind, who, at.toZonedDateTimeISO('Europe/London').toPlainDate().toString()]);
      }
      at = await nextDueAt(process);
    }
  }, 60_000);

  const of = (kind: string) => sentOn.filter(([which]) => which === kind);
  const groups = makeSamplePlan().groups.filter(({ kind }) => kind === 'Operational');

  test('every group is asked once for each of its meetings, and told once how it went', () => {
    // Two meetings each: of 10 to 13 and of 24 to 27 January.
    for (const kind of ['check-in', 'digest']) {
      const counts = Map.groupBy(of(kind), ([, channel]) => channel ?? '');
      expect([...counts].map(([channel, times]) => [kind, channel, times.length]).toSorted()).toEqual(
        groups.map(({ channelId }) => [kind, channelId, 2]).toSorted(),
      );
    }
  });

  test('nobody is reminded, and no group alerted, twice on a day', () => {
    for (const kind of ['reminder', 'alert']) {
      const all = of(kind).map((one) => one.join(' '));
      expect(all.length).toBeGreaterThan(0);
      expect(new Set(all).size).toBe(all.length);
    }
  });

  test('nothing goes to the boards and reference groups', () => {
    const channels = new Set(groups.map(({ channelId }) => channelId));
    const personal: readonly unknown[] = ['reminder', 'trouble'];
    const others = sentOn.filter(([kind, to]) => !personal.includes(kind) && !channels.has(to ?? ''));
    expect(others).toEqual([]);
  });

  test('nobody hears anything on a weekend', () => {
    const days = sentOn.map(([, , day]) => Temporal.PlainDate.from(day ?? '').dayOfWeek);
    expect(days.filter((day) => day > 5)).toEqual([]);
  });
});

describe('what a notice says', () => {
  test('an alert and a reminder name what is due, on the day', async () => {
    await fillMirror(database, PLAN);
    await runAt(ON_THE_DAY);
    expect(deps.messenger.of('alert')).toMatchObject([
      { groupName: 'SEND', entries: [{ what: 'due today', line: { label: '3' } }] },
    ]);
    expect(deps.messenger.of('reminder')).toMatchObject([
      { plans: [{ planId: 'plan-1', entries: [{ why: 'due today', line: { label: '3' } }] }] },
    ]);
  });

  test('a digest follows the check-in that closed, and counts its answers', async () => {
    await fillMirror(database, { ...PLAN, groups: [makeGroup()] });
    await runAt('2022-01-07T09:00:00Z');
    await answerItems(deps, {
      actor: actorOf(PLAN, 'owner'),
      planId: 'plan-1',
      meetingKey: 'send@2022-01-10',
      submissionKey: 'card-0001',
      answers: [{ ref: recommendation(3), note: 'On course' }],
    });
    await runAt('2022-01-11T17:00:00Z');
    expect(deps.messenger.of('digest')).toEqual([]);
    await runAt('2022-01-12T09:00:00Z', '2022-01-12T09:00:00Z', '2022-01-13T09:00:00Z');
    expect(deps.messenger.of('digest')).toMatchObject([
      { groupName: 'SEND', answeredCount: 1, to: { channelId: 'channel-1' } },
    ]);
  });

  test('one message reminds a person of all their plans', async () => {
    await fillMirror(database, PLAN);
    await fillMirror(database, { ...PLAN, id: 'plan-2', name: 'Second plan' });
    await runAt(ON_THE_DAY, ON_THE_DAY);
    expect(deps.messenger.of('reminder').map(({ plans }) => plans.map(({ planId }) => planId))).toEqual([
      ['plan-1', 'plan-2'],
    ]);
  });

  test('is what stands when it goes out: nothing, where nothing is left to say', async () => {
    await fillMirror(database, PLAN);
    answerWith({ status: 'throttled', code: 'Throttled', retryAfterMs: 60_000 });
    await runAt(ON_THE_DAY);
    deps.messenger.answer = null;
    deps.messenger.sent.length = 0;
    deps.setClock(`${DUE}T09:00:30Z`);
    await answerItems(deps, {
      actor: actorOf(PLAN, 'owner'),
      planId: 'plan-1',
      meetingKey: null,
      submissionKey: 'card-0001',
      answers: [{ ref: recommendation(3), note: 'Nearly there' }],
    });
    await letTimePass(database, { seconds: 61 });
    await runAt(`${DUE}T09:01:30Z`);
    expect(sent()).toEqual([]);
    expect((await ledger()).map(({ state }) => state)).toEqual(['nothing to say', 'nothing to say']);
  });
});

describe('who is not written to', () => {
  test('a group without a channel gets nothing, and its notices go nowhere else', async () => {
    const group = makeGroup({ channelId: null, firstMeeting: '2022-02-14' });
    await fillMirror(database, {
      ...PLAN,
      groups: [group, makeGroup({ key: 'data', itemId: 2, channelId: 'channel-2' })],
    });
    await runAt('2022-02-11T09:00:00Z', ON_THE_DAY, '2022-02-15T17:00:00Z', '2022-02-16T09:00:00Z');
    expect(sent().filter(([kind, to]) => kind !== 'reminder' && to !== 'channel-2')).toEqual([]);
    const ofSend = await database.query("SELECT kind, state, code FROM notice WHERE subject = 'plan-1/send'");
    expect(ofSend).toEqual(
      expect.arrayContaining([
        { kind: 'check-in', state: 'not sent', code: 'NoChannel' },
        { kind: 'alert', state: 'not sent', code: 'NoChannel' },
      ]),
    );
  });

  test('somebody whom the directory does not know gets no reminder', async () => {
    await fillMirror(database, { ...PLAN, owners: [makeOwner({ entraObjectId: null })] });
    await runAt(ON_THE_DAY);
    expect(sent()).toEqual([['alert', 'channel-1']]);
    expect((await ledger()).map(({ kind }) => kind)).toEqual(['alert']);
  });
});

describe('what becomes of a send', () => {
  beforeEach(() => fillMirror(database, PLAN));

  test('a process that dies between sending and recording leaves it ambiguous, and nobody sends it again', async () => {
    deps.messenger.answer = () => {
      throw new Error('killed');
    };
    deps.setClock(ON_THE_DAY);
    // One notice is lost with each of two deaths.
    await expect(runDue(deps)).rejects.toThrow('killed');
    await expect(runDue(deps)).rejects.toThrow('killed');
    expect((await ledger()).map(({ kind, state }) => [kind, state])).toEqual([
      ['alert', 'sending'],
      ['reminder', 'sending'],
    ]);

    const next = makeDeps({ database, messenger: deps.messenger });
    deps.messenger.answer = null;
    next.setClock(`${DUE}T09:01:00Z`);
    await runDue(next);
    await letTimePass(database, { seconds: 301 });
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
    await seeConversation(deps, installed());
    expect(deps.nudges()).toBe(1);
    await runAt(`${DUE}T09:06:00Z`, `${DUE}T09:07:00Z`);
    expect(sent()).toEqual([['alert', 'channel-1']]);
  });

  test('gets nothing that has grown stale by then', async () => {
    await seeConversation(deps, installed());
    await runAt('2022-02-18T09:00:00Z');
    expect(sent()).toEqual([]);
    expect(await ledger()).toMatchObject([{ state: 'expired' }]);
  });

  test('is not helped by what is seen again, taken away, or of another tenant', async () => {
    await seeConversation(deps, installed({ reachable: false }));
    await seeConversation(deps, installed({ conversationId: 'elsewhere', tenantId: 'another' }));
    await runAt(`${DUE}T09:06:00Z`);
    expect(sent()).toEqual([]);
    expect(deps.nudges()).toBe(0);
    expect(await database.query('SELECT conversation_id AS id FROM conversation')).toEqual([
      { id: 'channel-1' },
    ]);
  });
});

test('a plan that cannot be gone on with holds up no other', async () => {
  await fillMirror(database, PLAN);
  await fillMirror(database, { ...PLAN, id: 'plan-2', groups: [makeGroup({ channelId: 'channel-2' })] });
  await putRows(database, 'plan-1', 'Meetings', [makeMeeting({ startsAt: 'no instant' })]);
  await runAt(ON_THE_DAY);
  expect(sent()).toContainEqual(['alert', 'channel-2']);
  expect(deps.logged).toContainEqual(
    expect.objectContaining({
      level: 'error',
      fields: expect.objectContaining({ planId: 'plan-1', step: 'planning' }),
    }),
  );
});
