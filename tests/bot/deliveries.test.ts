import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { buildDeliveriesCard } from '../../bot/cards/deliveries-card.ts';
import { buildNoticeCard } from '../../bot/cards/notice-card.ts';
import { AppError } from '../../plan/errors.ts';
import { wordsOfTrouble } from '../../plan/troubles.ts';
import { execute, inChannel, PERSON_ID, TENANT_ID } from './helpers/make-activity.ts';
import { cardContext } from './helpers/make-content.ts';
import { makeDeliveries, makeOpen, makeTroubledDeliveries } from './helpers/make-deliveries.ts';
import { makeTrouble, makeTroubleNotice } from './helpers/make-lists-content.ts';
import { type RunningBot, startBot } from './helpers/start-bot.ts';
import { actionsOf, actionTitled, buttonsOf, type Json, wordsOf } from './helpers/walk-card.ts';
import { wordsSent } from './helpers/words-sent.ts';

let running: RunningBot;
beforeAll(async () => {
  running = await startBot();
});
afterAll(() => running.stop());
beforeEach(() => running.reset());

const actor = { tenantId: TENANT_ID, entraObjectId: PERSON_ID, email: null };
const said = () => wordsSent(running.teams);
const troubled = () => buildDeliveriesCard(makeTroubledDeliveries(), cardContext);
const titlesOf = (card: unknown) => buttonsOf(card).map(({ title }) => title);

const press = async (action: Json, over: Json = {}) => {
  const { json } = await running.send({ ...execute(action), ...over });
  const { type, value } = json as { type: string; value: unknown };
  return type.endsWith('card.adaptive') ? { card: value, text: null } : { card: null, text: value };
};

describe('the card', () => {
  test('is short and calm where everything arrived', () => {
    const card = buildDeliveriesCard(makeDeliveries({ hasOlder: false }), cardContext);
    expect(wordsOf(card)).toBe(
      [
        'Who was reached',
        'ALP improvement plan · 11 to 24 Jan 2022',
        '✓ Everything that was sent arrived.',
        'Digests',
        ' · 6 arrived',
        'Reminders',
        ' · 41 arrived',
        'Nobody sees here what a message said. A message of which it is not known whether it arrived is never sent again by itself.',
        'Look again',
      ].join('\n'),
    );
  });

  test('counts first, then what is to decide, who was not reached, who gets nothing, and what was decided', () => {
    expect(wordsOf(troubled())).toMatch(
      /43 messages arrived, 5 did not and of 2 it is not known\.[\s\S]*Digests\n · 5 arrived · 1 did not · 1 not known[\s\S]*38 arrived · 4 did not · 1 not known · 2 waiting · 3 had nothing left to say[\s\S]*For you to decide\nSEND\n · Digest, Mon 24 Jan 2022, 09:00[\s\S]*Send again\nIt arrived\nHead of SEND[\s\S]*1 more, shown once[\s\S]*Not reached\nFinance lead\n · Reminder, 3 times, the last Mon 24 Jan[\s\S]*told on Mon 24 Jan[\s\S]*Nothing is sent to them just now\nCommissioning lead[\s\S]*Decided by plan managers\nSEND[\s\S]*Look again\nOlder$/,
    );
    expect(titlesOf(troubled())).toHaveLength(6);
  });

  test('offers of each message only what can be done with it, and says which to those who hear the card', () => {
    const open = [makeOpen({ maySendAgain: false }), makeOpen({ isUnclear: false, kindWords: 'Reminder' })];
    const card = buildDeliveriesCard(makeDeliveries({ open, hasOlder: false }), cardContext);
    expect(titlesOf(card)).toEqual(['It arrived', 'Send again', 'Look again']);
    expect(actionsOf(card).map(({ tooltip }) => tooltip)).toEqual([
      'Say that the digest to SEND arrived',
      'Send the reminder to SEND again',
      undefined,
    ]);
  });

  test.each([
    [0, true, ['Look again', 'Older']],
    [3, true, ['Newer', 'Older']],
    [3, false, ['Newer']],
  ])('leads from page %i to the next, older ones: %s', (page, hasOlder, titles) => {
    const card = buildDeliveriesCard(makeDeliveries({ page, hasOlder }), cardContext);
    expect(titlesOf(card)).toEqual(titles);
  });

  test('tells those who may not see people’s messages that there are some', () => {
    const card = buildDeliveriesCard(makeDeliveries({ scope: 'channels', counts: [] }), cardContext);
    expect(wordsOf(card)).toMatch(
      /Nothing was to be sent\.\n.*in their own chats is for plan managers to see/,
    );
  });
});

describe('the word of trouble', () => {
  const unclear = makeTrouble({
    ...wordsOfTrouble({ list: null, code: 'SENDS_UNCLEAR', subject: '', detail: { count: 1 } }),
  });
  const cardOf = (...troubles: (typeof unclear)[]) =>
    buildNoticeCard(makeTroubleNotice({ troubles }), cardContext).card;

  test('of messages that may not have arrived leads to them, and says nothing of the lists', async () => {
    const card = cardOf(unclear);
    expect(wordsOf(card)).toMatch(
      /^Did these messages arrive\?[\s\S]*whether it took a message, so it may or may not/,
    );
    expect(titlesOf(card)).toEqual(['Open the site', 'See who was reached', 'Open the plan']);
    await press(actionTitled(card, 'See who was reached'));
    expect(running.useCases.called('viewDeliveries')).toEqual([{ actor, planId: 'alp', page: 0 }]);
  });

  test.each([
    ['PERSON_UNREACHABLE', { person: 'Finance lead' }, 'Somebody can’t be written to'],
    ['DEPUTY_AWAY', { person: 'Finance lead' }, 'Somebody’s reminders reach nobody'],
    ['CHANNEL_GONE', { group: 'Finance' }, 'A channel can’t be reached'],
  ] as const)('of %s is headed by what it is, and leads to who was reached', (code, detail, heading) => {
    const trouble = makeTrouble(wordsOfTrouble({ list: 'Owners', code, subject: '', detail }));
    for (const audience of ['plan managers', 'chair'] as const) {
      const { card } = buildNoticeCard(makeTroubleNotice({ audience, troubles: [trouble] }), cardContext);
      expect(wordsOf(card).split('\n')[0]).toBe(heading);
      expect(titlesOf(card)).toEqual(['Open the site', 'See who was reached', 'Open the plan']);
    }
    expect(wordsOf(cardOf(trouble, unclear))).toMatch(/^Not everything reaches people/);
    expect(wordsOf(cardOf(trouble, makeTrouble()))).toMatch(/^The SharePoint lists need your help/);
  });

  test('of the lists too leads to both; of the lists alone, to them', () => {
    expect(titlesOf(cardOf(makeTrouble(), unclear))).toEqual(
      expect.arrayContaining(['See who was reached', 'Look again']),
    );
    expect(titlesOf(cardOf(makeTrouble()))).not.toContain('See who was reached');
  });
});

describe.each(['deliveries', 'Who was reached', '/delivery'])('“%s” in a chat', (text) => {
  test('shows one card for each plan the person is in', async () => {
    running.useCases.plans = ['alp', 'send'].map((planId) => ({ planId, planName: planId }));
    await running.send({ text });
    expect(said()).toEqual([expect.stringContaining('Who was'), expect.stringContaining('Who was')]);
    expect(running.useCases.called('viewDeliveries')).toEqual([
      { actor, planId: 'alp' },
      { actor, planId: 'send' },
    ]);
  });
});

test('is refused in words to people in no plan, and in channels', async () => {
  running.useCases.plans = [];
  await running.send({ text: 'deliveries' });
  expect(said().at(-1)).toContain('You are in no improvement plan');
  await running.send({ ...inChannel, text: 'deliveries' });
  expect(said().at(-1)).toContain('in our own chat');
  expect(running.useCases.called('viewDeliveries')).toEqual([]);
});

describe('a message of which it is not known whether it arrived', () => {
  beforeEach(() => {
    running.useCases.deliveries = makeTroubledDeliveries();
  });

  test.each([
    ['Send again', 'sendAgain', 'It is sent again now.'],
    ['It arrived', 'markArrived', 'Noted that it arrived.'],
  ] as const)('“%s” says so and shows the card as it then stands', async (title, useCase, words) => {
    const { card } = await press(actionTitled(troubled(), title));
    expect(running.useCases.called(useCase)).toEqual([
      { actor, planId: 'alp', page: 0, noticeId: 41, attempt: 1 },
    ]);
    expect(wordsOf(card)).toContain(words);
    expect(wordsOf(card)).not.toContain('shown once these are settled');
  });

  test('comes as a message where the app knows no Action.Execute', async () => {
    const { data } = actionTitled(troubled(), 'Send again').fallback as Json;
    await running.send({ text: undefined, value: data });
    expect(running.useCases.called('sendAgain')).toHaveLength(1);
    expect(said()).toEqual([expect.stringContaining('It is sent again now.')]);
  });

  test('is not decided in a channel, nor where nothing says which it is', async () => {
    const action = actionTitled(troubled(), 'Send again');
    expect((await press(action, inChannel)).text).toBe('This works in our own chat only.');
    const { milepost } = action.data as { milepost: Json };
    const { delivery: _delivery, ...rest } = milepost;
    expect((await press({ ...action, data: { milepost: rest } })).text).toContain('can’t be read');
    expect(running.useCases.called('sendAgain')).toEqual([]);
  });

  test('whose decision is refused is told in words, and the card stays', async () => {
    const userMessage = 'Only plan managers decide what is sent again.';
    running.useCases.failNext(new AppError({ code: 'STALE', message: 'gone', userMessage }));
    expect(await press(actionTitled(troubled(), 'It arrived'))).toEqual({ card: null, text: userMessage });
  });
});

test.each([
  ['Look again', 0, 0],
  ['Older', 0, 1],
  ['Newer', 2, 1],
  ['Older', 2, 3],
])('“%s” on page %i shows page %i', async (title, page, to) => {
  const card = buildDeliveriesCard(makeDeliveries({ page }), cardContext);
  await press(actionTitled(card, title));
  expect(running.useCases.called('viewDeliveries')).toEqual([{ actor, planId: 'alp', page: to }]);
});
