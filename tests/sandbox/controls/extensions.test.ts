import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import {
  DATA_CHANNEL,
  makeCard,
  openSandboxAndBot,
  postCard,
  readMessages,
  type SandboxAndBot,
} from '../teams/sandbox-and-bot.ts';

const ADAPTIVE = 'application/vnd.microsoft.card.adaptive';
const THUMBNAIL = 'application/vnd.microsoft.card.thumbnail';
const CHANNEL_PATH = `/sandbox/conversations/${encodeURIComponent(DATA_CHANNEL)}`;

const SAVE = { type: 'Action.Submit', title: 'Save', data: { verb: 'save' } };
const openedForm = (title: string) => ({
  status: 200,
  body: {
    task: {
      type: 'continue',
      value: {
        title,
        card: {
          contentType: ADAPTIVE,
          content: { ...makeCard(title, [SAVE]), body: [{ type: 'Input.Text', id: 'title' }] },
        },
      },
    },
  },
});
const compose = (composeExtension: object) => ({ status: 200, body: { composeExtension } });

let both: SandboxAndBot;
beforeEach(async () => {
  both = await openSandboxAndBot();
});
afterEach(() => both.close());

describe('a message action', () => {
  const write = async (text: string) =>
    (await both.sandbox.post(`${CHANNEL_PATH}/messages`, { persona: 'data-owner', text })).body.message.id;
  const act = (id: string, persona = 'data-chair') =>
    both.sandbox.post(`/sandbox/messages/${id}/action`, { persona, commandId: 'addAsAction' });

  test('hands the bot the message as Teams does, opens a dialog, and says the same again when that is submitted', async () => {
    const id = await write('Ring <the> schools\ntomorrow');
    both.bot.received.length = 0;
    both.bot.logic = () => openedForm('Add action');
    const { body } = await act(id);
    expect(body).toMatchObject({ status: 200, dialog: { title: 'Add action' } });
    const owner = both.sandbox.world.directory.personas.find((one) => one.id === 'data-owner');
    const [message] = await readMessages(both.sandbox);
    const messagePayload = {
      id,
      replyToId: null,
      createdDateTime: message.at,
      linkToMessage: `https://teams.microsoft.com/l/message/${DATA_CHANNEL}/${id}`,
      body: {
        contentType: 'html',
        content: '<div><div><at id="0">Milepost</at>&nbsp;Ring &lt;the&gt; schools<br>tomorrow</div></div>',
      },
      from: {
        application: null,
        user: { userIdentityType: 'aadUser', id: owner?.entraObjectId, displayName: 'Data group owner' },
      },
      attachments: [],
    };
    expect(both.bot.received).toMatchObject([
      {
        type: 'invoke',
        name: 'composeExtension/fetchTask',
        from: { name: 'Data group chair' },
        conversation: { id: `${DATA_CHANNEL};messageid=${id}` },
        value: { commandId: 'addAsAction', commandContext: 'message', messagePayload },
      },
    ]);

    both.bot.logic = () => ({ status: 200, body: { task: { type: 'message', value: 'Added.' } } });
    const submitted = await both.sandbox.post(`/sandbox/dialogs/${body.dialog.id}/submit`, {
      persona: 'data-chair',
      inputs: { title: 'Ring the schools' },
    });
    expect(submitted.body).toMatchObject({ status: 200, text: 'Added.', dialog: null });
    expect(both.bot.received[1]).toMatchObject({
      name: 'composeExtension/submitAction',
      value: {
        commandId: 'addAsAction',
        commandContext: 'message',
        data: { verb: 'save', title: 'Ring the schools' },
        messagePayload,
      },
    });
  });

  test('on a card of the bot hands over the card as an attachment', async () => {
    const id = await postCard(both.sandbox, makeCard('Check-in'));
    both.bot.logic = () => openedForm('Add action');
    await act(id);
    const { body, from, attachments } = both.bot.received.at(0)?.value.messagePayload ?? {};
    expect(from).toMatchObject({ user: null, application: { applicationIdentityType: 'bot' } });
    expect(JSON.parse(attachments[0].content)).toEqual(makeCard('Check-in'));
    expect(body.content).toContain(`<attachment id="${attachments[0].id}"></attachment>`);
  });

  test('is refused to who cannot see the message', async () => {
    const id = await postCard(both.sandbox, makeCard('Check-in'));
    expect((await act(id, 'outsider')).status).toBe(403);
    expect((await act('12345')).status).toBe(404);
    expect(
      (await both.sandbox.post(`/sandbox/messages/${id}/action`, { persona: 'data-chair' })).status,
    ).toBe(400);
    expect(both.bot.received).toEqual([]);
  });
});

describe('a search', () => {
  const search = (body: object = {}) =>
    both.sandbox.post(`${CHANNEL_PATH}/search`, {
      persona: 'data-owner',
      commandId: 'findItem',
      text: 'protocol',
      ...body,
    });
  const post = (body: object) =>
    both.sandbox.post(`${CHANNEL_PATH}/search/post`, { persona: 'data-owner', ...body });
  const CARD = makeCard('14 · Agree a protocol', [SAVE]);
  const RESULT = {
    contentType: ADAPTIVE,
    content: CARD,
    preview: { contentType: THUMBNAIL, content: { title: '14 · Agree', text: 'Amber, due Sep 2022' } },
  };

  test('asks as Teams does, a first look without words too, and gives what may be posted with its preview', async () => {
    both.bot.logic = () => compose({ type: 'result', attachmentLayout: 'list', attachments: [RESULT] });
    const { body } = await search({ skip: 25 });
    expect(body).toMatchObject({ status: 200, text: null, dialog: null });
    expect(body.found.cards).toEqual([{ title: '14 · Agree', text: 'Amber, due Sep 2022', card: CARD }]);
    await search({ text: '' });
    const values = both.bot.received.map(({ name, value }) => [name, value]);
    expect(values).toMatchObject([
      [
        'composeExtension/query',
        {
          commandId: 'findItem',
          parameters: [{ name: 'text', value: 'protocol' }],
          queryOptions: { skip: 25, count: 25 },
        },
      ],
      ['composeExtension/query', { parameters: [{ name: 'initialRun', value: 'true' }] }],
    ]);
  });

  test('posts the chosen card as the person, in their name and place only, without a word to the bot', async () => {
    both.bot.logic = () => compose({ type: 'result', attachments: [RESULT] });
    const { id } = (await search()).body.found;
    both.bot.received.length = 0;
    const { body } = await post({ foundId: id, index: 0 });
    expect(body).toMatchObject({
      status: 200,
      message: { from: { personaId: 'data-owner' }, text: '', cards: [CARD] },
    });
    expect((await readMessages(both.sandbox)).at(-1).id).toBe(body.message.id);
    expect(both.bot.received).toEqual([]);

    expect((await post({ foundId: id, index: 1 })).status).toBe(404);
    expect((await post({ foundId: id, index: 0, persona: 'data-chair' })).status).toBe(404);
    expect((await post({ foundId: id, index: 0, threadId: '7' })).status).toBe(404);
    expect((await post({ foundId: id, index: 0, persona: 'outsider' })).status).toBe(403);
  });

  test('in the chat with the bot what is posted reaches it as a message with the card', async () => {
    const { body: chat } = await both.sandbox.post('/sandbox/conversations', { persona: 'data-owner' });
    const path = `/sandbox/conversations/${encodeURIComponent(chat.id)}/search`;
    both.bot.logic = () => compose({ type: 'result', attachments: [RESULT] });
    const { body } = await both.sandbox.post(path, {
      persona: 'data-owner',
      commandId: 'findItem',
      text: '',
    });
    both.bot.received.length = 0;
    await both.sandbox.post(`${path}/post`, { persona: 'data-owner', foundId: body.found.id, index: 0 });
    expect(both.bot.received).toMatchObject([{ type: 'message', attachments: [{ content: CARD }] }]);
  });

  test.each([
    ['words', { type: 'message', text: 'Only members can search.' }, 'Only members can search.'],
    [
      'a wish to know who it is',
      { type: 'auth', suggestedActions: { actions: [{ type: 'openUrl', value: 'https://sign.in' }] } },
      'Milepost wants to know who you are: sign in first (https://sign.in).',
    ],
    ['a wish to be set up', { type: 'config' }, 'Milepost wants to be set up first (no address given).'],
  ])('shows %s in words', async (_what, answer, text) => {
    both.bot.logic = () => compose(answer);
    expect((await search()).body).toMatchObject({ status: 200, text, dialog: null });
  });

  test('a card without a preview is shown by its first words, a plain one posted as a card', async () => {
    const plain = { contentType: THUMBNAIL, content: { title: 'Plain', subtitle: 'Under it', text: 'More' } };
    both.bot.logic = () =>
      compose({ type: 'result', attachments: [{ contentType: ADAPTIVE, content: CARD }, plain] });
    const [own, other] = (await search()).body.found.cards;
    expect(own).toEqual({ title: '14 · Agree a protocol', text: '', card: CARD });
    expect(other).toMatchObject({ title: 'Plain', text: 'Under it · More' });
    expect(other.card.body.map(({ text }: { text: string }) => text)).toEqual(['Plain', 'Under it', 'More']);
  });

  test('a bot that fails, answers nonsense or opens a dialog is shown as such', async () => {
    both.bot.logic = () => ({ status: 500 });
    expect((await search()).body).toMatchObject({ status: 500, text: expect.stringContaining('try again') });
    both.bot.logic = () => ({ status: 200, body: { composeExtension: { type: 'nonsense' } } });
    expect((await search()).body).toMatchObject({ status: 502 });
    both.bot.logic = () => openedForm('Which plan?');
    const { body } = await search();
    expect(body.dialog.title).toBe('Which plan?');
    both.bot.logic = () => compose({ type: 'result', attachments: [RESULT] });
    const answered = await both.sandbox.post(`/sandbox/dialogs/${body.dialog.id}/submit`, {
      persona: 'data-owner',
    });
    expect(answered.body).toMatchObject({ dialog: null, found: { cards: [{ title: '14 · Agree' }] } });
    expect(both.bot.received.at(-1)).toMatchObject({
      name: 'composeExtension/submitAction',
      value: { commandId: 'findItem', commandContext: 'compose' },
    });
  });
});
