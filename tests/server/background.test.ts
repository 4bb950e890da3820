import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { createBackground } from '../../server/background.ts';
import { saveCard } from '../../store/check-in-cards.ts';
import type { Database } from '../../store/database.ts';
import { planNotices } from '../../store/ledger.ts';
import { countUnwritten } from '../../store/outbox.ts';
import { raisePlanVersion } from '../../store/plan-versions.ts';
import { answerItems } from '../../workflow/answers/answer-items.ts';
import { makeMeeting, makePlan, makeRecommendation, NOW, recommendation } from '../helpers/make-plan.ts';
import { emptyDatabase, openTestDatabase, type TestDatabase } from '../store/databases.ts';
import { actorOf, fillMirror, putRows } from '../workflow/helpers/fill-mirror.ts';
import { makeDeps, type TestProcess } from '../workflow/helpers/make-deps.ts';

const PLAN = makePlan({ recommendations: [makeRecommendation()] });

let opened: TestDatabase;
let database: Database;
let deps: TestProcess;
/** How often the lists were asked for: once to read them and once to write, for each round. */
let asked: number;
/** Answered when the lists are asked for next; until it settles they are not there. */
let lists: PromiseWithResolvers<never>;
beforeAll(async () => {
  opened = await openTestDatabase();
  database = opened.database;
});
afterAll(() => opened?.close());
beforeEach(async () => {
  await emptyDatabase(database);
  await fillMirror(database, PLAN);
  asked = 0;
  lists = Promise.withResolvers<never>();
  lists.promise.catch(() => {});
  deps = makeDeps({
    database,
    siteListsOf: () => {
      asked += 1;
      return lists.promise;
    },
  });
});
const until = async (isSo: () => boolean) => {
  while (!isSo()) await new Promise((resolve) => setTimeout(resolve, 1));
};

test('does one thing at a time with the lists, in the order it was asked', async () => {
  const background = createBackground(() => deps);
  const done: string[] = [];
  const first = background.doDue().then(() => done.push('first'));
  const second = background.doDue().then(() => done.push('second'));
  await until(() => asked === 1);
  expect(background.hasRun()).toBe(false);
  lists.reject(new Error('SharePoint is away'));
  await Promise.all([first, second]);
  expect(done).toEqual(['first', 'second']);
  expect(background.hasRun()).toBe(true);
  // Each round has read, written and, as a meeting waits to be written, tried once more; then it has let go.
  expect(asked).toBe(6);
  await background.stop();
});

test('what is asked for soon, however often, is done once, and writes what waits', async () => {
  const background = createBackground(() => deps);
  await answerItems(deps, {
    actor: actorOf(PLAN, 'owner'),
    planId: 'plan-1',
    meetingKey: null,
    submissionKey: 'card-0001',
    answers: [{ ref: recommendation(3), note: 'On course' }],
  });
  for (let count = 0; count < 5; count += 1) background.nudge();
  expect(asked).toBe(0);
  await until(() => asked === 1);
  lists.reject(new Error('SharePoint is away'));
  await background.stop();
  expect(asked).toBe(1);
  expect(await countUnwritten(database, 'plan-1')).toEqual({ waiting: 2, dead: 0 });
});

describe('a card in a channel', () => {
  const openCard = () =>
    saveCard(database, {
      planId: 'plan-1',
      meetingKey: 'send@2022-01-24',
      conversationId: 'channel-1',
      activityId: 'activity-1',
      serviceUrl: 'https://teams/',
    });
  const answer = (submissionKey: string) =>
    answerItems(deps, {
      actor: actorOf(PLAN, 'owner'),
      planId: 'plan-1',
      meetingKey: 'send@2022-01-24',
      submissionKey,
      answers: [{ ref: recommendation(3), note: `Said in ${submissionKey}` }],
    });
  const shown = () =>
    deps.messenger.updated.map(({ content }) =>
      content.kind === 'check-in' ? [content.answeredCount, content.waitingCount] : null,
    );
  beforeEach(async () => {
    await putRows(database, 'plan-1', 'Meetings', [makeMeeting()]);
    await raisePlanVersion(database, 'plan-1');
    await openCard();
  });

  test('follows while SharePoint takes its time with a write, and shows when it has it', async () => {
    const background = createBackground(() => deps);
    await answer('card-0001');
    background.nudge();
    await until(() => asked === 1 && deps.messenger.updated.length === 1);
    expect(shown()).toEqual([[1, 1]]);
    // A second answer, while the first is still on its way to SharePoint; the card has rested before it is drawn again.
    await answer('card-0002');
    background.nudge();
    await until(() => deps.messenger.updated.length === 2);
    expect(shown()).toEqual([
      [1, 1],
      [1, 2],
    ]);
    expect(asked).toBe(1);
    await database.query("UPDATE outbox SET state = 'written'");
    lists.reject(new Error('the answer came late'));
    await until(() => deps.messenger.updated.length === 3);
    expect(shown().at(-1)).toEqual([1, 0]);
    await background.stop();
  });

  test('and notices are sent once each while rounds, nudges and another process do the same', async () => {
    lists.reject(new Error('SharePoint is away'));
    await planNotices(
      database,
      // No more than a channel may get within a second, with its card.
      Array.from({ length: 4 }, (_, index) => ({
        kind: 'digest',
        subject: 'plan-1/send',
        period: `digest ${index}`,
        planId: 'plan-1',
        recipient: { kind: 'channel', groupKey: 'send', meetingKey: 'send@2022-01-24' },
        dueAt: NOW.toString(),
        expiresAt: NOW.add({ hours: 1 }).toString(),
      })),
    );
    const other = makeDeps({ database, messenger: deps.messenger, siteListsOf: deps.siteListsOf });
    const processes = [deps, other].map((process) => createBackground(() => process));
    await answer('card-0001');
    for (const background of processes) {
      background.nudge();
      background.repeatEvery(1);
    }
    await Promise.all(processes.map((background) => background.doDue()));
    await Promise.all(processes.map((background) => background.stop()));
    expect(deps.messenger.of('digest')).toHaveLength(4);
    expect(deps.messenger.of('check-in')).toHaveLength(1);
    expect(await database.query("SELECT 1 FROM notice WHERE state IN ('due', 'sending')")).toEqual([]);
    expect(shown()).toEqual([[1, 1]]);
  });
});

test('lists that are told to have changed, however often, are read once', async () => {
  const background = createBackground(() => deps);
  background.nudgeSync(new Map([['plan-1', new Set(['Themes'] as const)]]));
  background.nudgeSync(new Map());
  background.nudgeSync(new Map([['plan-1', new Set(['Themes', 'Groups'] as const)]]));
  await until(() => asked === 1);
  // While they are being read, more is told: it is read afterwards, and again only once.
  background.nudgeSync(new Map([['plan-1', new Set(['Groups'] as const)]]));
  background.nudgeSync(new Map([['plan-1', new Set(['Groups'] as const)]]));
  lists.reject(new Error('SharePoint is away'));
  await until(() => asked === 2);
  await background.stop();
  background.nudgeSync(new Map([['plan-1', new Set(['Groups'] as const)]]));
  expect(asked).toBe(2);
});

test('rounds do not pile up while one takes long', async () => {
  const background = createBackground(() => deps);
  background.repeatEvery(1);
  await until(() => asked === 1);
  let intervals = 0;
  const counting = setInterval(() => {
    intervals += 1;
  }, 1);
  await until(() => intervals === 30);
  clearInterval(counting);
  const stopped = background.stop();
  lists.reject(new Error('SharePoint is away'));
  await stopped;
  // The one that was under way and the one after it, each reading and writing.
  expect(asked).toBe(4);
});

test('once stopped, waits for what is under way and starts nothing more', async () => {
  const background = createBackground(() => deps);
  const round = background.doDue();
  await until(() => asked === 1);
  let isStopped = false;
  const stopping = background.stop().then(() => {
    isStopped = true;
  });
  background.nudge();
  expect(isStopped).toBe(false);
  lists.reject(new Error('SharePoint is away'));
  await Promise.all([round, stopping]);
  const before = asked;
  await until(() => isStopped);
  expect(asked).toBe(before);
});
