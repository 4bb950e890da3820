import { beforeEach, describe, expect, test } from '@jest/globals';
import { readNoticeLedger, saveHandover } from '../../store/notice-ledger.ts';
import { savePreferences } from '../../store/preferences.ts';
import { readTroubles } from '../../store/troubles.ts';
import { runDue } from '../../workflow/run-due.ts';
import { seeConversation } from '../../workflow/see-conversation.ts';
import { makeGroup, makeOwner, makePlan, makeRecommendation, makeUpdate } from '../helpers/make-plan.ts';
import { fillMirror } from './helpers/fill-mirror.ts';
import { makeDeps, TENANT } from './helpers/make-deps.ts';
import { database, deps, openOwnProcess } from './helpers/own-process.ts';

const director = makeOwner({
  key: 'director',
  itemId: 3,
  title: 'Director',
  roles: ['Director'],
  groups: [],
});
const manager = makeOwner({
  key: 'manager',
  itemId: 4,
  title: 'Manager',
  roles: ['Plan manager'],
  groups: [],
});
const person = { tenantId: TENANT, entraObjectId: director.entraObjectId ?? '' };

/** Recommendation 3 slipped on Mon 17 January. Its group meets in the summer. */
const plan = makePlan({
  groups: [makeGroup({ firstMeeting: '2022-07-04' })],
  owners: [makeOwner(), director, manager],
  recommendations: [makeRecommendation({ forecastDue: '2022-04-05', duePrecision: 'Day' })],
  updates: [makeUpdate({ at: '2022-01-17T10:00:00Z', forecastDue: '2022-04-05' })],
});

/** Wednesday of the fortnight that begins on the 24th, within the day. */
const WEDNESDAY = '2022-01-26T12:00:00Z';

openOwnProcess(plan);
beforeEach(async () => {
  await savePreferences(database, person, { activityFeed: true });
});

const install = () =>
  seeConversation(deps, {
    ...person,
    conversationId: 'chat',
    kind: 'personal',
    serviceUrl: 'https://teams/',
    botId: '28:bot',
    teamId: null,
    channelId: null,
    teamsUserId: null,
    reachable: true,
    wholeTeam: false,
  });
const runAt = async (...instants: readonly string[]) => {
  for (const instant of instants) {
    deps.setClock(instant);
    await runDue(deps);
  }
};
const news = () =>
  database.query<{ state: string; code: string | null }>(
    "SELECT state, code FROM notice WHERE kind = 'news' ORDER BY id",
  );
const sentToDirector = () =>
  deps.messenger.sent.filter(({ to }) => to.kind === 'person' && to.entraObjectId === person.entraObjectId);

test('a reminder that arises later on the day of news waits for the next day', async () => {
  await install();
  await runAt(WEDNESDAY);
  expect(await news()).toMatchObject([{ state: 'sent' }]);
  const given = plan.recommendations.map((one) => ({ ...one, owner: 'director' }));
  await fillMirror(database, { ...plan, recommendations: given });
  await saveHandover(database, {
    planId: plan.id,
    ref: { list: 'Recommendations', key: given[0]?.key ?? '' },
    kind: 'given',
    by: 'owner',
    words: null,
    at: WEDNESDAY,
  });
  await runAt('2022-01-26T12:01:00Z', '2022-01-26T16:59:00Z');
  expect(sentToDirector()).toEqual([]);
  await runAt('2022-01-27T09:00:00Z', '2022-01-27T09:01:00Z');
  expect(sentToDirector().map(({ content }) => content.kind)).toEqual(['reminder']);
});

describe('news of a plan', () => {
  test('stands in the feed once a fortnight, and in no chat', async () => {
    await install();
    await runAt('2022-01-25T12:00:00Z');
    expect(await news()).toEqual([]);
    await runAt(WEDNESDAY, '2022-01-26T13:00:00Z', '2022-01-27T12:00:00Z', '2022-02-03T12:00:00Z');
    expect(deps.activityFeed.sent).toEqual([
      {
        entraObjectId: person.entraObjectId,
        content: {
          kind: 'news',
          planId: plan.id,
          planName: plan.name,
          headline: 'One item slipped. See 3: Recommendation 3',
        },
      },
    ]);
    expect(await news()).toEqual([{ state: 'sent', code: null }]);
    expect(sentToDirector()).toEqual([]);
  });

  test('tells in each fortnight what happened since the one before was sent, and nothing twice', async () => {
    await install();
    const slipped = (at: string) => ({ ...plan, updates: [makeUpdate({ at, forecastDue: '2022-04-05' })] });
    await fillMirror(database, slipped('2022-01-28T10:00:00Z'));
    await runAt('2022-02-01T12:00:00Z', '2022-02-09T12:00:00Z');
    expect(deps.activityFeed.sent).toHaveLength(1);
    await fillMirror(database, slipped('2022-02-01T12:00:00.500Z'));
    await runAt('2022-02-09T12:01:00Z');
    expect(deps.activityFeed.sent).toHaveLength(2);
  });

  test('that may have arrived was told when it was tried, whenever somebody says that it did', async () => {
    await install();
    deps.activityFeed.outcome = { status: 'ambiguous', code: 'HTTP504' };
    await runAt(WEDNESDAY);
    await database.query(
      "UPDATE notice SET state = 'sent', settled_at = '2022-02-08T12:00:00Z' WHERE kind = 'news'",
    );
    const { news: past } = await readNoticeLedger(database, [plan.id]);
    expect(past).toEqual([
      {
        planId: plan.id,
        subject: person.entraObjectId.toLowerCase(),
        period: '2022-01-24',
        sentAt: '2022-01-26T12:00:00.000Z',
      },
    ]);
  });

  test('of two processes one sends it', async () => {
    await install();
    const other = makeDeps({ database });
    other.setClock(WEDNESDAY);
    await Promise.all([runAt(WEDNESDAY), runDue(other)]);
    expect(deps.activityFeed.sent.length + other.activityFeed.sent.length).toBe(1);
  });

  test('whose answer was lost is not sent again', async () => {
    await install();
    deps.activityFeed.outcome = { status: 'ambiguous', code: 'HTTP504' };
    await runAt(WEDNESDAY, '2022-01-26T13:00:00Z');
    expect(await news()).toEqual([{ state: 'ambiguous', code: 'HTTP504' }]);
    expect(deps.activityFeed.sent).toHaveLength(1);
  });

  test('is not tried for somebody without the app, nor sent to them otherwise', async () => {
    await runAt(WEDNESDAY);
    expect(await news()).toEqual([{ state: 'not sent', code: 'NotInstalled' }]);
    expect(deps.activityFeed.sent).toEqual([]);
    expect(sentToDirector()).toEqual([]);
  });

  test('that Graph does not let in is told to plan managers once, until it does', async () => {
    await install();
    deps.activityFeed.outcome = { status: 'refused', code: 'NotAllowed' };
    await runAt(WEDNESDAY, '2022-01-26T12:01:00Z', '2022-01-26T12:02:00Z', '2022-01-27T12:00:00Z');
    expect(await news()).toEqual([{ state: 'not sent', code: 'NewsNotAllowed' }]);
    const told = deps.messenger.of('trouble').filter(({ troubles }) => troubles.some(isOfNews));
    expect(told.map(({ to }) => to)).toEqual([
      { kind: 'person', tenantId: TENANT, entraObjectId: manager.entraObjectId },
    ]);
    expect(told[0]?.troubles.find(isOfNews)?.remedy).toContain('TeamsActivity.Send.User');
    expect(sentToDirector()).toEqual([]);

    deps.activityFeed.outcome = { status: 'sent' };
    await fillMirror(database, {
      ...plan,
      updates: [...plan.updates, makeUpdate({ ...LATER, at: '2022-02-01T10:00:00Z' })],
      recommendations: [makeRecommendation({ forecastDue: '2022-04-08', duePrecision: 'Day' })],
    });
    await runAt('2022-02-09T12:00:00Z', '2022-02-09T12:01:00Z');
    expect((await news()).map(({ state }) => state)).toEqual(['not sent', 'sent']);
    expect((await readTroubles(database, plan.id)).filter(isOfNews)).toEqual([]);
  });
});

const isOfNews = ({ code }: { readonly code: string }): boolean => code === 'NEWS_REFUSED';

/** A second slip. */
const LATER = {
  key: 'update-2',
  itemId: 2,
  answerId: 'update-2',
  forecastDue: '2022-04-08',
  previousForecastDue: '2022-04-05',
};
