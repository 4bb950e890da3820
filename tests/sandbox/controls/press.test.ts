import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import {
  DATA_CHANNEL,
  makeCard,
  makeCardActivity,
  openSandboxAndBot,
  postCard,
  readMessages,
  type SandboxAndBot,
} from '../teams/sandbox-and-bot.ts';

const EXECUTE = {
  type: 'Action.Execute',
  id: 'act',
  title: 'No change',
  verb: 'noChange',
  data: { item: 7, note: 'own' },
};

function cardAnswer(card: object) {
  return {
    status: 200,
    body: { statusCode: 200, type: 'application/vnd.microsoft.card.adaptive', value: card },
  };
}

describe('pressing a button', () => {
  let both: SandboxAndBot;

  beforeEach(async () => {
    both = await openSandboxAndBot();
  });
  afterEach(() => both.close());

  const press = (messageId: string, body: object) =>
    both.sandbox.post(`/sandbox/messages/${messageId}/press`, { persona: 'data-owner', ...body });

  test('Action.Execute reaches the bot as Teams sends it, with inputs over the data and the card over nothing', async () => {
    const card = makeCard('Check-in', [EXECUTE]);
    const id = await postCard(both.sandbox, {
      ...card,
      body: [
        { type: 'Input.Text', id: 'note', value: 'held' },
        { type: 'Input.Text', id: 'why', value: 'as it stood' },
      ],
    });
    both.bot.logic = () => cardAnswer(makeCard('Thank you'));
    const answer = await press(id, { action: 'No change', inputs: { note: 'mine', odd: 'not on the card' } });

    expect(answer).toMatchObject({
      status: 200,
      body: { status: 200, card: makeCard('Thank you'), dialog: null, text: null },
    });
    const { directory } = both.sandbox.world;
    const persona = directory.personas.find((one) => one.id === 'data-owner');
    expect(both.bot.received).toHaveLength(1);
    expect(both.bot.received[0]).toMatchObject({
      type: 'invoke',
      name: 'adaptiveCard/action',
      channelId: 'msteams',
      serviceUrl: both.sandbox.serviceUrl,
      locale: 'en-GB',
      localTimezone: 'Europe/London',
      replyToId: id,
      from: { id: persona?.teamsUserId, name: persona?.name, aadObjectId: persona?.entraObjectId },
      recipient: { id: `28:${directory.botAppId}` },
      conversation: {
        id: `${DATA_CHANNEL};messageid=${id}`,
        conversationType: 'channel',
        isGroup: true,
        tenantId: directory.tenantId,
      },
      channelData: {
        tenant: { id: directory.tenantId },
        team: {
          id: '19:980f515f757454fb93b9f0d96d13e528@thread.tacv2',
          aadGroupId: '0edb6255-372b-55be-9e72-67daccb7dff9',
        },
        channel: { id: DATA_CHANNEL },
      },
      value: {
        trigger: 'manual',
        action: {
          type: 'Action.Execute',
          id: 'act',
          title: 'No change',
          verb: 'noChange',
          data: { item: 7, note: 'mine', why: 'as it stood', odd: 'not on the card' },
        },
      },
    });
  });

  test("the card that comes back is that persona's own until the bot updates the message", async () => {
    const id = await postCard(both.sandbox, makeCard('Shared', [EXECUTE]));
    const own = makeCard('Yours', [{ ...EXECUTE, title: 'Edit' }]);
    both.bot.logic = () => cardAnswer(own);
    await press(id, { action: 'noChange' });

    const [asOwner] = await readMessages(both.sandbox, DATA_CHANNEL, 'data-owner');
    const [asChair] = await readMessages(both.sandbox, DATA_CHANNEL, 'data-chair');
    expect(asOwner.cards).toEqual([own]);
    expect(asChair.cards).toEqual([makeCard('Shared', [EXECUTE])]);
    expect(asChair.ownCards).toEqual({ 'data-owner': [own] });
    expect((await press(id, { action: 'Edit' })).status).toBe(200);
    expect((await press(id, { persona: 'data-chair', action: 'Edit' })).status).toBe(404);

    const path = `/v3/conversations/${encodeURIComponent(DATA_CHANNEL)}/activities/${id}`;
    await both.sandbox.connector('PUT', path, makeCardActivity(makeCard('Newer')));
    const [updated] = await readMessages(both.sandbox, DATA_CHANNEL, 'data-owner');
    expect(updated).toMatchObject({ cards: [makeCard('Newer')], ownCards: {} });
  });

  test('words and errors of the bot come back as text with its status', async () => {
    const id = await postCard(both.sandbox, makeCard('Shared', [EXECUTE]));
    both.bot.logic = () => ({
      status: 200,
      body: { statusCode: 200, type: 'application/vnd.microsoft.activity.message', value: 'Saved.' },
    });
    expect((await press(id, { action: 'No change' })).body).toMatchObject({
      status: 200,
      text: 'Saved.',
      card: null,
    });
    both.bot.logic = () => ({
      status: 200,
      body: {
        statusCode: 400,
        type: 'application/vnd.microsoft.error',
        value: { code: 'BadRequest', message: 'Say why.' },
      },
    });
    expect((await press(id, { action: 'No change' })).body).toMatchObject({
      status: 400,
      text: 'Say why.',
      card: null,
    });
    both.bot.logic = () => ({ status: 200, body: { neither: 'one nor the other' } });
    expect((await press(id, { action: 'No change' })).body).toMatchObject({
      status: 502,
      text: 'Something went wrong. Please try again.',
    });
    both.bot.logic = () => ({ status: 501 });
    expect((await press(id, { action: 'No change' })).body).toMatchObject({ status: 501, card: null });
    expect((await readMessages(both.sandbox))[0].ownCards).toEqual({});
  });

  test('a bot that is away is told in plain words', async () => {
    const id = await postCard(both.sandbox, makeCard('Shared', [EXECUTE]));
    await both.bot.close();
    expect((await press(id, { action: 'No change' })).body).toMatchObject({
      status: 502,
      text: 'Unable to reach app. Please try again.',
    });
  });

  test('a press may be delivered many times, under one id or under new ones', async () => {
    const id = await postCard(both.sandbox, makeCard('Shared', [EXECUTE]));
    both.bot.logic = () => cardAnswer(makeCard('Thank you', [EXECUTE]));
    const { body } = await press(id, { action: 'No change', times: 3 });
    expect(body.deliveries).toHaveLength(3);
    expect(new Set(both.bot.received.map((activity) => activity.id)).size).toBe(1);
    both.bot.received.length = 0;
    await press(id, { action: 'No change', times: 3, repeatAs: 'new-id' });
    expect(both.bot.received).toHaveLength(3);
    expect(new Set(both.bot.received.map((activity) => activity.id)).size).toBe(3);
  });

  test('buttons of one title are told apart by their data', async () => {
    const rows = [1, 2].map((item) => ({
      type: 'Action.Execute',
      title: 'On track',
      verb: 'answer',
      data: { item },
    }));
    const id = await postCard(both.sandbox, makeCard('Shared', rows));
    both.bot.logic = () => cardAnswer(makeCard('Thank you'));
    await press(id, { action: 'On track', data: { item: 2 } });
    expect(both.bot.received[0]?.value.action.data).toEqual({ item: 2 });
    expect((await press(id, { action: 'On track', data: { item: 3 } })).status).toBe(404);
  });

  test('Action.Submit is a message with a value, and Action.OpenUrl just an address', async () => {
    const id = await postCard(
      both.sandbox,
      makeCard('Shared', [
        { type: 'Action.Submit', title: 'Send', data: { a: 1 } },
        { type: 'Action.OpenUrl', title: 'Open', url: 'https://example.org/x' },
      ]),
    );
    const sent = await press(id, { action: 'Send', inputs: { b: 2 } });
    expect(sent.body).toMatchObject({ status: 200, card: null, dialog: null, text: null });
    expect(both.bot.received).toMatchObject([{ type: 'message', replyToId: id, value: { a: 1, b: 2 } }]);
    expect((await press(id, { action: 'Open' })).body).toMatchObject({
      status: 200,
      url: 'https://example.org/x',
    });
    expect(both.bot.received).toHaveLength(1);
  });

  test('an unknown button is refused with those there are, and who is not a member in plain words', async () => {
    const id = await postCard(
      both.sandbox,
      makeCard('Shared', [EXECUTE, { ...EXECUTE, title: 'Later', isEnabled: false }]),
    );
    const unknown = await press(id, { action: 'Explode' });
    expect(unknown).toMatchObject({
      status: 404,
      body: { error: { code: 'NOT_FOUND', titles: ['No change', 'Later'], verbs: ['noChange'] } },
    });
    expect((await press(id, { action: 'Later' })).status).toBe(409);
    const outsider = await press(id, { persona: 'outsider', action: 'No change' });
    expect(outsider.status).toBe(403);
    expect(outsider.body.error.message).toContain('Officer outside the plan is not a member of the team');
    expect((await press(id, { persona: 'nobody', action: 'No change' })).status).toBe(404);
    expect((await press('12345', { action: 'No change' })).status).toBe(404);
    expect((await press(id, { action: '' })).body.error.expected[0]).toContain(
      'the title, verb or id of a button',
    );
    expect((await press(id, { action: 'No change', times: 51 })).status).toBe(400);
    expect(both.bot.received).toHaveLength(0);
  });
});
