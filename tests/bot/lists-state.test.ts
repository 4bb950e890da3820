import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { buildListsStateCard } from '../../bot/cards/lists-state-card.ts';
import { AppError } from '../../plan/errors.ts';
import { execute, inChannel, PERSON_ID, TEAMS_USER_ID, TENANT_ID } from './helpers/make-activity.ts';
import { cardContext } from './helpers/make-content.ts';
import { makeAttention, makeListsState, makeRefused, makeTrouble } from './helpers/make-lists-content.ts';
import { type RunningBot, startBot } from './helpers/start-bot.ts';
import { actionsOf, actionTitled, buttonsOf, type Json, wordsOf } from './helpers/walk-card.ts';
import { wordsSent } from './helpers/words-sent.ts';

let running: RunningBot;
beforeAll(async () => {
  running = await startBot();
});
afterAll(() => running.stop());
beforeEach(() => running.reset());

const refused = [
  makeRefused(),
  makeRefused({ outboxId: 42, title: '13 Panel' }),
  makeRefused({ outboxId: 43 }),
];
const inTrouble = () =>
  makeListsState({
    troubles: [makeTrouble()],
    attention: [makeAttention()],
    attentionCount: 9,
    waitingCount: 1,
    refused,
    refusedCount: 3,
    notified: false,
  });
const actor = { tenantId: TENANT_ID, entraObjectId: PERSON_ID, email: null };

const said = () => wordsSent(running.teams);

const press = async (action: Json, over: Json = {}) => {
  const { json } = await running.send({ ...execute(action), ...over });
  const { type, value } = json as { type: string; value: unknown };
  return type.endsWith('card.adaptive') ? { card: value, text: null } : { card: null, text: value };
};

describe.each(['sharepoint', 'Sync', '/lists'])('“%s” in a chat', (text) => {
  test('shows one card for each plan the person manages', async () => {
    running.useCases.states = [makeListsState(), makeListsState({ planId: 'send', planName: 'SEND plan' })];
    await running.send({ text });
    expect(said()).toEqual([
      expect.stringContaining('ALP improvement plan'),
      expect.stringContaining('SEND plan'),
    ]);
    expect(running.useCases.called('viewListsState')).toEqual([{ actor }]);
  });
});

test('the card is short and calm where all is well', () => {
  const card = buildListsStateCard(makeListsState(), cardContext);
  expect(wordsOf(card)).toBe(
    [
      'SharePoint lists',
      'ALP improvement plan',
      '✓ All is well.',
      'Everything that was said is in SharePoint. Last read Mon 24 Jan 2022, 10:00. SharePoint tells Milepost of changes at once.',
      'Look again',
      'Open the site',
    ].join('\n'),
  );
});

test('what stops the lists comes first, then what was refused, then rows with a link each', () => {
  const card = buildListsStateCard(inTrouble(), cardContext);
  expect(wordsOf(card)).toMatch(
    /1 thing stops the lists, SharePoint refused 3 changes and 9 rows need a look\.[\s\S]*no column “Stage”[\s\S]*What to do: Restore the column[\s\S]*12 Plan and money[\s\S]*Stage, Forecast[\s\S]*Try again\nGive up\n13 Panel[\s\S]*1 more, shown once[\s\S]*A7 Share[\s\S]*there is no “J\. Bloggs”[\s\S]*8 more\.[\s\S]*1 change waits to be written[\s\S]*can’t tell Milepost of changes/,
  );
  expect(buttonsOf(card)).toHaveLength(6);
  expect(actionsOf(card)).toContainEqual(
    expect.objectContaining({
      title: 'Open A7 Share the draft process map in SharePoint',
      url: 'https://contoso.sharepoint.com/sites/alp/Lists/Actions/DispForm.aspx?ID=7',
    }),
  );
});

test('an address that no browser should open is no link', () => {
  const attention = [makeAttention({ rowUrl: 'javascript:alert(1)' })];
  const card = buildListsStateCard(
    makeListsState({ attention, attentionCount: 1, siteUrl: '' }),
    cardContext,
  );
  expect(actionsOf(card).map(({ type }) => type)).toEqual(['Action.Execute']);
});

describe('a refused write', () => {
  const again = (card: unknown, title: string) => actionTitled(card, title);

  test.each([
    ['Try again', 'repeatWrite', 'is tried again now'],
    ['Give up', 'giveUpWrite', 'is not written any more. What was said stays in the plan’s history.'],
  ] as const)('“%s” does so, and shows the card as it then stands', async (title, useCase, words) => {
    running.useCases.states = [inTrouble()];
    const { card } = await press(again(buildListsStateCard(inTrouble(), cardContext), title));
    expect(running.useCases.called(useCase)).toEqual([{ actor, planId: 'alp', outboxId: 41 }]);
    expect(wordsOf(card)).toContain(`“12 Plan and money for pupils with SEND” ${words}`);
    expect(wordsOf(card)).toContain('13 Panel');
  });

  test('comes as a message where the app knows no Action.Execute', async () => {
    running.useCases.states = [inTrouble()];
    const { data } = again(buildListsStateCard(inTrouble(), cardContext), 'Try again').fallback as Json;
    await running.send({ text: undefined, value: data });
    expect(running.useCases.called('repeatWrite')).toHaveLength(1);
    expect(said()).toEqual([expect.stringContaining('is tried again now')]);
  });

  test('that is gone is told in words, and the card stays', async () => {
    running.useCases.failNext(
      new AppError({ code: 'STALE', message: 'gone', userMessage: 'This write was settled already.' }),
    );
    const action = again(buildListsStateCard(inTrouble(), cardContext), 'Try again');
    expect(await press(action)).toEqual({ card: null, text: 'This write was settled already.' });
  });
});

test('“Look again” shows the plan’s lists as they now stand; in no other place than the chat', async () => {
  const action = actionTitled(buildListsStateCard(inTrouble(), cardContext), 'Look again');
  expect(wordsOf((await press(action)).card)).toContain('All is well');
  expect((await press(action, inChannel)).text).toBe('This works in our own chat only.');
  running.useCases.states = [];
  expect((await press(action)).text).toContain('is for plan managers');
  expect(running.useCases.called('viewListsState')).toHaveLength(2);
});

test('everybody else is told whom it is for, once the roster was asked who they are', async () => {
  running.useCases.states = [];
  running.teams.members.set(TEAMS_USER_ID, { id: TEAMS_USER_ID, email: 'lead@alp.example' });
  await running.send({ text: 'sharepoint' });
  expect(said().at(-1)).toMatch(/is for plan managers to see, and you don’t manage a plan/);
  expect(running.useCases.called('viewListsState')).toEqual([
    { actor },
    { actor: { ...actor, email: 'lead@alp.example' } },
  ]);
  await running.send({ ...inChannel, text: 'sharepoint' });
  expect(said().at(-1)).toContain('in our own chat');
});
