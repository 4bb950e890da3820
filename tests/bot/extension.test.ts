import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { MessagingExtensionResponse } from 'botbuilder';
import { AppError } from '../../plan/errors.ts';
import { CHANNEL_ID, inChannel, invoke, PERSON_ID, TENANT_ID } from './helpers/make-activity.ts';
import { makeLine } from './helpers/make-content.ts';
import { makeFoundItem, makeGroupChoice } from './helpers/make-meeting-content.ts';
import { type RunningBot, startBot } from './helpers/start-bot.ts';
import {
  actionTitled,
  buttonsOf,
  inputsOf,
  type Json,
  stringsIn,
  valuesOf,
  wordsOf,
} from './helpers/walk-card.ts';

let running: RunningBot;
beforeAll(async () => {
  running = await startBot();
});
afterAll(() => running.stop());
beforeEach(() => running.reset());

const actor = { tenantId: TENANT_ID, entraObjectId: PERSON_ID, email: null };
const LINK = 'https://teams.microsoft.com/l/message/19:x/1';
const MESSAGE = {
  body: { contentType: 'html', content: '<div><div>Share the map.</div><div>By March.</div></div>' },
  from: { user: { displayName: 'Somebody' } },
  linkToMessage: LINK,
};
/** Two people's own chat: Teams calls it personal, and the bot is not in it. */
const inChat: Json = {
  conversation: { id: '19:two@unq.gbl.spaces', conversationType: 'personal', tenantId: TENANT_ID },
};

interface Shown {
  readonly card: Json | null;
  readonly text: string | null;
}

const ask = async (name: string, value: Json, where: Json = inChannel): Promise<Shown> => {
  const response = await running.send({ ...where, ...invoke(`composeExtension/${name}`, value) });
  expect(response.status).toBe(200);
  const { task } = response.json as { task: { type: string; value: unknown } };
  if (task.type === 'message') return { card: null, text: String(task.value) };
  expect(task.type).toBe('continue');
  return { card: (task.value as { card: { content: Json } }).card.content, text: null };
};

const open = (where?: Json, messagePayload: unknown = MESSAGE) =>
  ask('fetchTask', { commandId: 'addAsAction', commandContext: 'message', messagePayload }, where);

const press = (card: Json | null, button: string, typed: Json, where?: Json) => {
  const data = { ...(actionTitled(card, button).data as Json), ...valuesOf(card), ...typed };
  return ask('submitAction', { commandId: 'addAsAction', messagePayload: MESSAGE, data }, where);
};

describe('“Add as action” on a message', () => {
  const filled = { title: 'Share the map', details: `By March.\n\nFrom this message: ${LINK}` };

  test('in a group’s channel opens the form of a new action, filled from it, and saves it', async () => {
    const { card } = await open();
    expect(running.useCases.called('viewChannelMeeting')).toMatchObject([{ actor, channelId: CHANNEL_ID }]);
    expect(valuesOf(card)).toMatchObject({ ...filled, owner: '', due: '' });
    const { text } = await press(card, 'Add action', { owner: 'new', due: '2022-02-04' });
    expect(text).toBe('Done.');
    expect(running.useCases.called('addAction')).toMatchObject([
      { groupKey: 'send', submissionKey: 'key-00000001', action: { ...filled, owner: 'new' } },
    ]);
  });

  test('comes back with what is wrong', async () => {
    running.useCases.meetings.problems = [{ field: 'due', message: 'That day has passed.' }];
    const { card } = await press((await open()).card, 'Add action', { due: '2021-01-01' });
    expect(valuesOf(card)).toMatchObject({ ...filled, due: '2021-01-01' });
    expect(wordsOf(card)).toContain('That day has passed.');
  });

  describe('in a chat', () => {
    const groups = [
      makeGroupChoice(),
      makeGroupChoice({ groupKey: 'data', groupName: 'Data' }),
      makeGroupChoice({ planId: 'other/plan', planName: 'Other plan', groupKey: 'a b', groupName: 'Board' }),
    ];

    test('asks which of the person’s groups takes it on, then the rest', async () => {
      running.useCases.meetings.groups = groups;
      const { card } = await open(inChat);
      expect(inputsOf(card).find(({ id }) => id === 'group')?.choices).toEqual([
        { title: 'SEND group, ALP improvement plan', value: 'alp/send' },
        { title: 'Data group, ALP improvement plan', value: 'alp/data' },
        { title: 'Board, Other plan', value: 'other%2Fplan/a%20b' },
      ]);
      expect(valuesOf(card)).toMatchObject(filled);
      const title = 'Share the map with heads';
      const { card: next } = await press(card, 'Next', { group: 'other%2Fplan/a%20b', title }, inChat);
      expect(running.useCases.called('viewGroupMeeting')).toEqual([
        { actor, planId: 'other/plan', groupKey: 'a b' },
      ]);
      expect(valuesOf(next)).toMatchObject({ ...filled, title });
      await press(next, 'Add action', { owner: 'new', due: '2022-02-04' }, inChat);
      expect(running.useCases.called('addAction')).toMatchObject([
        { planId: 'other/plan', groupKey: 'a b', action: { title } },
      ]);
    });

    test('asks again where the group is not one of theirs, and keeps what was typed', async () => {
      running.useCases.meetings.groups = groups;
      const { card } = await press((await open(inChat)).card, 'Next', { group: 'alp/finance' }, inChat);
      expect(wordsOf(card)).toContain('Choose a group from the list.');
      expect(valuesOf(card)).toMatchObject({ ...filled, group: '' });
      expect(running.useCases.called('viewGroupMeeting')).toEqual([]);
    });

    test('goes on at once where they have one group', async () => {
      expect(valuesOf((await open(inChat)).card)).toMatchObject({ ...filled, owner: '' });
    });

    test('says so where they have none', async () => {
      running.useCases.meetings.groups = [];
      expect((await open(inChat)).text).toContain('You are in no group of the plan.');
    });

    test('is no place to reach the person', async () => {
      await open(inChat);
      await ask('submitAction', { commandId: 'addAsAction', data: {} }, inChat);
      expect(running.useCases.called('seeConversation')).toEqual([]);
    });
  });

  test('in a channel of no group of theirs asks for the group', async () => {
    running.useCases.meetings.meeting = null;
    running.useCases.meetings.groups = [makeGroupChoice(), makeGroupChoice({ groupKey: 'data' })];
    expect(inputsOf((await open()).card).map(({ id }) => id)).toEqual(['group', 'title', 'details']);
  });

  test('refuses a stranger politely', async () => {
    running.useCases.known.add('somebody-else');
    expect((await open()).text).toBe('You are not in this improvement plan.');
    expect((await open(inChat)).text).toBe('You are not in this improvement plan.');
  });

  test.each([null, 'x', { body: 7 }])('opens an empty form for a message %j', async (payload) => {
    expect(valuesOf((await open(inChannel, payload)).card)).toMatchObject({ title: '', details: '' });
  });

  test.each([[{}], [{ commandId: 'constructor' }], [{ commandId: 'later' }], [null]])(
    'says that it does not know the command of %j',
    async (value) => {
      for (const name of ['fetchTask', 'submitAction'])
        expect((await ask(name, value as Json)).text).toContain('does not know that command');
      expect(running.useCases.calls).toEqual([]);
    },
  );
});

describe('“Find in the plan”', () => {
  const find = async (
    over: Json = {},
  ): Promise<NonNullable<MessagingExtensionResponse['composeExtension']>> => {
    const value = {
      commandId: 'findItem',
      parameters: [{ name: 'text', value: '12' }],
      queryOptions: { skip: 0, count: 25 },
      ...over,
    };
    const response = await running.send({ ...inChat, ...invoke('composeExtension/query', value) });
    expect(response.status).toBe(200);
    const { composeExtension } = response.json as MessagingExtensionResponse;
    if (!composeExtension) throw new Error('no result');
    return composeExtension;
  };

  test('answers a list of cards that can be posted, each with a preview', async () => {
    const result = await find();
    expect(running.useCases.called('searchItems')).toEqual([{ actor, text: '12', limit: 25 }]);
    expect(result).toMatchObject({
      type: 'result',
      attachmentLayout: 'list',
      attachments: [
        {
          contentType: 'application/vnd.microsoft.card.adaptive',
          content: { type: 'AdaptiveCard' },
          preview: {
            contentType: 'application/vnd.microsoft.card.thumbnail',
            content: {
              title: '3 Protocol between the ALP Hub and SEND teams',
              text: 'R Red · Joint working lead · in progress · due Jan 2022, in 7 days · SEND group',
            },
          },
        },
      ],
    });
  });

  test('the card that is posted says how the item stands, and nobody’s words', async () => {
    running.useCases.meetings.found = [makeFoundItem({ line: makeLine({ latestNote: 'A private word' }) })];
    const [attachment] = (await find()).attachments ?? [];
    const words = wordsOf(attachment?.content);
    expect(words).toMatch(
      /^3 Protocol[\s\S]*R Red[\s\S]*Joint working lead[\s\S]*SEND group[\s\S]*ALP improvement/,
    );
    expect(stringsIn(attachment).join('\n')).not.toContain('private');
    expect(buttonsOf(attachment?.content)).toMatchObject([
      { type: 'Action.OpenUrl', title: 'Open in the plan', url: 'https://tab.example/alp' },
    ]);
  });

  test('a preview holds no marks of HTML', async () => {
    running.useCases.meetings.found = [
      makeFoundItem({ line: makeLine({ title: '<b>x</b>', ownerName: '<i>' }) }),
    ];
    const [attachment] = (await find()).attachments ?? [];
    expect(JSON.stringify(attachment?.preview)).not.toMatch(/[<>]/);
  });

  test('at first, and for blanks, looks for what is the person’s own', async () => {
    await find({ parameters: [{ name: 'initialRun', value: 'true' }] });
    await find({ parameters: [{ name: 'text', value: '   ' }] });
    await find({ parameters: null });
    expect(running.useCases.called('searchItems').map(({ text }) => text)).toEqual(['', '', '']);
  });

  test('gives the page that Teams asks for, within bounds', async () => {
    running.useCases.meetings.found = ['1', '2', '3'].map((label) =>
      makeFoundItem({ line: makeLine({ label }) }),
    );
    const page = await find({ queryOptions: { skip: 2, count: 25 } });
    expect(page.attachments?.map(({ preview }) => preview?.content.title[0])).toEqual(['3']);
    await find({ queryOptions: { skip: -1, count: 1e9 } });
    await find({ queryOptions: { skip: 'x', count: 0.5 } });
    expect(running.useCases.called('searchItems').map(({ limit }) => limit)).toEqual([27, 25, 1]);
  });

  test('says so when nothing is found', async () => {
    running.useCases.meetings.found = [];
    expect(await find()).toMatchObject({
      type: 'message',
      text: expect.stringContaining('Nothing in the plan'),
    });
  });

  test('a stranger gets words, no cards and no sign-in', async () => {
    running.useCases.failNext(
      new AppError({
        code: 'FORBIDDEN',
        message: 'no',
        userMessage: 'You are not in an improvement plan yet.',
      }),
    );
    expect(await find()).toEqual({ type: 'message', text: 'You are not in an improvement plan yet.' });
  });

  test('what breaks is said with a reference', async () => {
    running.useCases.failNext(new Error('boom'));
    expect((await find()).text).toMatch(/reference .*: NEWKEY0/);
  });

  test.each([{ commandId: 'later' }, { commandId: undefined }])(
    'does not know the command of %j',
    async (over) => {
      expect((await find(over)).text).toContain('does not know that command');
    },
  );
});

test('what else Teams may ask a message extension is taken note of in silence', async () => {
  const response = await running.send({ ...inChat, ...invoke('composeExtension/querySettingUrl', {}) });
  expect(response).toMatchObject({ status: 200, text: '' });
});
