import { beforeAll, describe, expect, test } from '@jest/globals';
import type { DueNotice } from '../../plan/notices/notice.ts';
import type { Queryable } from '../../store/database.ts';
import { answerItems } from '../../workflow/answers/answer-items.ts';
import { enterNotices } from '../../workflow/notices/plan-notices.ts';
import type { SendOutcome } from '../../workflow/ports/messenger.ts';
import { nextDueAt, runDue } from '../../workflow/run-due.ts';
import {
  makeGroup,
  makeMeeting,
  makeOwner,
  makeRecommendation,
  recommendation,
} from '../helpers/make-plan.ts';
import { makeSamplePlan } from '../helpers/make-sample-plan.ts';
import { emptyDatabase, letTimePass } from '../store/databases.ts';
import { DUE, ON_THE_DAY, PLAN, readLedger, runAt as runDueAt, sentBy } from './helpers/due-on-the-day.ts';
import { actorOf, fillMirror, putRows } from './helpers/fill-mirror.ts';
import { makeDeps } from './helpers/make-deps.ts';
import { database, deps, openOwnProcess } from './helpers/own-process.ts';

openOwnProcess();

const runAt = (...instants: readonly string[]) => runDueAt(deps, ...instants);
const ledger = () => readLedger(database);
const sent = () => sentBy(deps);
const answerWith = (outcome: SendOutcome) => {
  deps.messenger.answer = () => outcome;
};

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
  });

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
    const personal: readonly unknown[] = ['reminder', 'report-reminder', 'trouble'];
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

test('after an outage a group gets the latest alert alone, also once nothing of it is left', async () => {
  const [due] = PLAN.recommendations;
  const dueOn = (key: string, number: number, day: string) => ({
    ...makeRecommendation({ ...due, key, number, itemId: number }),
    baselineDue: day,
    forecastDue: day,
  });
  // Of the first, the day before had something to tell; of the second, the day itself.
  const recommendations = [dueOn('rec-1', 1, '2022-02-28'), dueOn('rec-2', 2, '2022-02-15')];
  await fillMirror(database, { ...PLAN, recommendations });
  await runAt('2022-02-15T09:00:00Z');
  deps.setClock('2022-02-15T09:30:00Z');
  await answerItems(deps, {
    actor: actorOf(PLAN, 'owner'),
    planId: 'plan-1',
    meetingKey: null,
    submissionKey: 'card-0001',
    answers: [{ ref: { list: 'Recommendations', key: 'rec-2' }, note: 'Nearly there' }],
  });
  await runAt('2022-02-15T10:00:00Z');
  const alerts = (await ledger()).filter(({ kind }) => kind === 'alert');
  expect(alerts.map(({ period, state }) => [period, state])).toEqual([['2022-02-15', 'sent']]);
});

describe('who is not written to', () => {
  test('somebody whom the directory does not know gets no reminder', async () => {
    await fillMirror(database, { ...PLAN, owners: [makeOwner({ entraObjectId: null })] });
    await runAt(ON_THE_DAY);
    expect(sent()).toEqual([['alert', 'channel-1']]);
    expect((await ledger()).map(({ kind }) => kind)).toEqual(['alert']);
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

test('check-ins of many groups are entered in one statement, and those that came to nothing with them', async () => {
  let statements = 0;
  const counting: Queryable = {
    query: (text, values) => {
      statements += 1;
      return database.query(text, values);
    },
  };
  const checkIns = Array.from(
    { length: 30 },
    (_, at): DueNotice => ({
      kind: 'check-in',
      planId: PLAN.id,
      subject: `group-${at}`,
      period: DUE,
      dueAt: Temporal.Instant.from(ON_THE_DAY),
      expiresAt: Temporal.Instant.from(`${DUE}T17:00:00Z`),
      recipient: { kind: 'channel', groupKey: `group-${at}` },
      meeting: null,
    }),
  );
  expect(await enterNotices(counting, checkIns)).toBe(30);
  expect(statements).toBe(1);
  expect(await enterNotices(counting, checkIns)).toBe(0);
  await database.query("UPDATE notice SET state = 'expired' WHERE id <= 3");
  expect(await enterNotices(counting, checkIns)).toBe(3);
});
