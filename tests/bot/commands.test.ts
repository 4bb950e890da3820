import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { AppError } from '../../plan/errors.ts';
import {
  BOT_ID,
  CHANNEL_ID,
  inChannel,
  makeActivity,
  PERSON_ID,
  TEAMS_USER_ID,
  TENANT_ID,
} from './helpers/make-activity.ts';
import { type RunningBot, startBot } from './helpers/start-bot.ts';
import { wordsSent } from './helpers/words-sent.ts';

let running: RunningBot;
beforeAll(async () => {
  running = await startBot();
});
afterAll(() => running.stop());
beforeEach(() => running.reset());

const said = () => wordsSent(running.teams);

const mention = (text: string) => ({
  ...inChannel,
  text: `<at>Milepost</at> ${text}\n`,
  entities: [{ type: 'mention', text: '<at>Milepost</at>', mentioned: { id: BOT_ID, name: 'Milepost' } }],
});

describe('check in', () => {
  test.each(['check in', 'Check In', '  CHECK   in. ', 'check-in', 'checkin', '/check in', 'check&nbsp;in'])(
    'written “%s” in a channel, posts the card as a post of its own and records where it stands',
    async (text) => {
      expect(await running.send(mention(text))).toMatchObject({ status: 200 });
      expect(running.useCases.called('openCheckIn')).toMatchObject([
        { channelId: CHANNEL_ID, actor: { tenantId: TENANT_ID, entraObjectId: PERSON_ID, email: null } },
      ]);
      expect(running.teams.requests).toMatchObject([
        { path: '/connector/v3/conversations', body: { channelData: { channel: { id: CHANNEL_ID } } } },
      ]);
      expect(running.useCases.called('recordCheckInCard')).toEqual([
        {
          planId: 'alp',
          meetingKey: 'send-2022-01-24',
          at: { conversationId: `${CHANNEL_ID};messageid=1`, activityId: 'activity-1' },
          serviceUrl: running.teams.serviceUrl,
        },
      ]);
    },
  );

  test('elsewhere says where', async () => {
    await running.send({ text: 'check in' });
    expect(said()).toEqual([expect.stringContaining('in the group’s channel')]);
    expect(running.useCases.called('openCheckIn')).toEqual([]);
  });

  test.each([
    [{ status: 429 }, /busy/],
    [{ status: 403 }, /app to be added/],
    ['reset' as const, /did not say whether/],
  ])('that Teams does not take (%j) is told, and not recorded', async (answer, words) => {
    running.teams.answerNext(answer);
    await running.send(mention('check in'));
    expect(said().at(-1)).toMatch(words);
    expect(running.useCases.called('recordCheckInCard')).toEqual([]);
  });
});

test('my actions answers in the person’s chat, and in a channel says where', async () => {
  await running.send({ text: 'My actions' });
  expect(said()).toEqual([expect.stringMatching(/3 items of yours are open[\s\S]*Save answer/)]);
  await running.send(mention('my actions'));
  expect(said()[1]).toContain('in our own chat');
  expect(running.useCases.called('myActions')).toHaveLength(1);
});

test('a reply that Teams was too busy for is sent once more, after the wait it asks for', async () => {
  running.teams.answerNext({ status: 429, headers: { 'retry-after': '0.01' } });
  await running.send({ text: 'my actions' });
  expect(said()).toHaveLength(2);
  expect(said()[1]).toMatch(/3 items of yours are open/);
});

test('my actions says so when nothing is open', async () => {
  const { form } = running.useCases;
  running.useCases.form = { ...form, questions: [] };
  await running.send({ text: 'my actions' });
  running.useCases.form = form;
  expect(said()).toEqual([expect.stringContaining('Nothing is waiting for you')]);
});

test('board summary answers in the board’s channel, in the thread it was asked in', async () => {
  await running.send(mention('board summary'));
  expect(running.useCases.called('boardSummary')).toMatchObject([{ channelId: CHANNEL_ID }]);
  expect(said()).toEqual([expect.stringContaining('SEND Improvement Board: summary')]);
  expect(running.teams.requests[0]?.path).toMatch(/messageid%3D1\/activities\//);
  await running.send({ text: 'board summary' });
  expect(said()[1]).toContain('in the board’s channel');
});

test.each(['help', 'Hi!', 'hello', ''])('“%s” lists what can be asked', async (text) => {
  await running.send({ text });
  expect(said()).toEqual([expect.stringMatching(/check in[\s\S]*my actions[\s\S]*board summary[\s\S]*help/)]);
});

test('unknown text gets a short helpful answer', async () => {
  await running.send({ text: 'what is the weather <b>like</b>?' });
  expect(said()).toEqual([
    'I don’t know that one. You can write “my actions”, “away” or “settings”; “help” lists everything.',
  ]);
});

test('unknown text in a channel is told what can be written there', async () => {
  await running.send({ ...inChannel, text: 'what is the weather like?' });
  expect(said()).toEqual([
    'I don’t know that one. You can write “check in”, “add action” or “board summary”; “help” lists everything.',
  ]);
});

test('a message delivered twice is answered once', async () => {
  const activity = makeActivity({ serviceUrl: running.teams.serviceUrl, text: 'help' });
  await Promise.all([running.post(activity), running.post(activity)]);
  await running.post(activity);
  expect(said()).toHaveLength(1);
});

describe('when it can’t be done', () => {
  test('reasons meant for people are told', async () => {
    running.useCases.failNext(
      new AppError({
        code: 'NOT_FOUND',
        message: 'no group',
        userMessage: 'This channel belongs to no group.',
      }),
    );
    await running.send(mention('check in'));
    expect(said()).toEqual(['This channel belongs to no group.']);
  });

  test('anything else becomes one sentence with a reference, under which the log has no words of people', async () => {
    running.useCases.failNext(new Error('duplicate key (note)=(A child’s name)'));
    const response = await running.send({ text: 'my actions' });
    expect(response).toMatchObject({ status: 200, text: '' });
    const reference = said()[0]?.match(/reference to whoever looks after Milepost: (\w{8})\./)?.[1];
    expect(reference).toBeDefined();
    const line = running.logLines.find((one) => one.includes(String(reference)));
    expect(line).toMatch(/"error":"Error","at":\["at /);
    expect(running.logLines.join()).not.toMatch(/child|Somebody/);
  });

  test('a reply that Teams does not take is logged and not repeated', async () => {
    running.teams.answerNext({ status: 500 });
    expect(await running.send({ text: 'help' })).toMatchObject({ status: 200 });
    expect(running.teams.requests).toHaveLength(1);
    expect(running.logLines.join()).toContain('A reply could not be sent');
  });

  test('people Teams gives no id of are told in words', async () => {
    await running.send({ text: 'my actions', from: { id: TEAMS_USER_ID } });
    expect(said()).toEqual([expect.stringContaining('Teams does not say who you are')]);
    expect(running.useCases.called('myActions')).toEqual([]);
  });
});

describe('people the plan knows by e-mail only', () => {
  test('are looked up in the roster once they were refused', async () => {
    running.useCases.known.add('lead@alp.example');
    running.teams.members.set(TEAMS_USER_ID, { id: TEAMS_USER_ID, email: 'lead@alp.example' });
    await running.send({ text: 'my actions' });
    expect(said()).toEqual([expect.stringContaining('3 items of yours')]);
    expect(running.useCases.called('myActions').map(({ actor }) => actor)).toMatchObject([
      { email: null },
      { email: 'lead@alp.example' },
    ]);
  });

  test('and refused when it doesn’t have them', async () => {
    running.useCases.known.add('lead@alp.example');
    await running.send({ text: 'my actions' });
    expect(said()).toEqual(['You are not in this improvement plan.']);
    expect(running.useCases.called('myActions')).toHaveLength(1);
  });

  test('and nobody else is looked up', async () => {
    await running.send({ text: 'my actions' });
    expect(running.teams.requests.filter(({ method }) => method === 'GET')).toEqual([]);
  });
});

describe('remembers where it can be reached', () => {
  test('from every activity', async () => {
    await running.send(mention('help'));
    await running.send({ text: 'help' });
    expect(running.useCases.called('seeConversation')).toEqual([
      {
        tenantId: TENANT_ID,
        serviceUrl: running.teams.serviceUrl,
        conversationId: CHANNEL_ID,
        kind: 'channel',
        teamId: 'group-guid',
        channelId: CHANNEL_ID,
        teamName: null,
        channelName: null,
        entraObjectId: null,
        teamsUserId: null,
        botId: BOT_ID,
        reachable: true,
        wholeTeam: false,
      },
      expect.objectContaining({
        kind: 'personal',
        conversationId: 'a:chat',
        entraObjectId: PERSON_ID,
        teamsUserId: TEAMS_USER_ID,
        channelId: null,
        reachable: true,
      }),
    ]);
  });

  test.each([
    [{ type: 'installationUpdate', action: 'add', text: undefined }, true],
    [{ type: 'installationUpdate', action: 'add-upgrade', text: undefined }, true],
    [{ type: 'installationUpdate', action: 'remove', text: undefined }, false],
    [{ type: 'conversationUpdate', membersRemoved: [{ id: BOT_ID }], text: undefined }, false],
    [{ type: 'conversationUpdate', membersRemoved: [{ id: '29:other' }], text: undefined }, true],
    [{ type: 'messageReaction', text: undefined }, true],
    [{ type: 'somethingNew', text: undefined }, true],
  ])('and from %j, which it takes note of in silence', async (over, reachable) => {
    expect(await running.send(over)).toMatchObject({ status: 200, text: '' });
    expect(running.useCases.calls).toMatchObject([{ name: 'seeConversation', ask: { reachable } }]);
    expect(running.teams.requests).toEqual([]);
  });
});
