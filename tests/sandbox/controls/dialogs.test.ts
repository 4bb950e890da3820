import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import {
  DATA_CHANNEL,
  makeCard,
  openSandboxAndBot,
  postCard,
  type SandboxAndBot,
} from '../teams/sandbox-and-bot.ts';

const OPEN = {
  type: 'Action.Submit',
  title: 'Answer mine',
  data: { msteams: { type: 'task/fetch' }, meeting: 4 },
};

function makeForm(title: string) {
  const form = makeCard(title, [
    { type: 'Action.Submit', title: 'Save', data: { step: title } },
    { type: 'Action.Submit', title: 'Back', data: { step: 'back' } },
  ]);
  return { ...form, body: [{ type: 'Input.Text', id: 'note', value: 'last answer' }] };
}

function continueWith(title: string) {
  return {
    status: 200,
    body: {
      task: {
        type: 'continue',
        value: {
          title,
          card: { contentType: 'application/vnd.microsoft.card.adaptive', content: makeForm(title) },
        },
      },
    },
  };
}

describe('dialogs', () => {
  let both: SandboxAndBot;
  let dialogId: string;

  beforeEach(async () => {
    both = await openSandboxAndBot();
    const messageId = await postCard(both.sandbox, makeCard('Check-in', [OPEN]));
    both.bot.logic = () => continueWith('One');
    const { body } = await both.sandbox.post(`/sandbox/messages/${messageId}/press`, {
      persona: 'data-owner',
      action: 'Answer mine',
    });
    expect(body).toMatchObject({
      status: 200,
      card: null,
      dialog: { title: 'One', card: makeForm('One'), url: null },
    });
    dialogId = body.dialog.id;
    expect(both.bot.received).toMatchObject([
      {
        type: 'invoke',
        name: 'task/fetch',
        replyToId: messageId,
        value: { data: { ...OPEN.data }, context: { theme: 'default' } },
      },
    ]);
    both.bot.received.length = 0;
  });
  afterEach(() => both.close());

  const submit = (body: object = {}, id = dialogId) =>
    both.sandbox.post(`/sandbox/dialogs/${id}/submit`, { persona: 'data-owner', ...body });

  test('a submit sends the data of the first button with the inputs, and shows what comes next', async () => {
    both.bot.logic = () => continueWith('Two');
    const { body } = await submit({ inputs: { extra: 'x' } });
    expect(both.bot.received).toMatchObject([
      {
        type: 'invoke',
        name: 'task/submit',
        value: { data: { step: 'One', note: 'last answer', extra: 'x' } },
      },
    ]);
    expect(both.bot.received[0]?.conversation.id).toBe(DATA_CHANNEL);
    expect(body.dialog).toEqual({ id: dialogId, title: 'Two', card: makeForm('Two'), url: null });
    await submit({ action: 'Back', inputs: { note: 'typed' } });
    expect(both.bot.received[1]?.value.data).toEqual({ step: 'back', note: 'typed' });
  });

  test('words end a dialog, and so does nothing at all', async () => {
    both.bot.logic = () => ({ status: 200, body: { task: { type: 'message', value: 'Thank you.' } } });
    expect((await submit()).body).toMatchObject({ status: 200, text: 'Thank you.', dialog: null });
    expect((await submit()).status).toBe(409);
  });

  test('an empty answer closes it', async () => {
    both.bot.logic = () => ({ status: 200 });
    expect((await submit()).body).toMatchObject({ status: 200, text: null, dialog: null });
    expect((await submit()).status).toBe(409);
  });

  test('a bot that fails leaves the dialog as it was', async () => {
    both.bot.logic = () => ({ status: 500, body: 'no' });
    expect((await submit()).body).toMatchObject({
      status: 500,
      text: 'Something went wrong. Please try again.',
      dialog: { id: dialogId, title: 'One' },
    });
    both.bot.logic = () => ({ status: 200 });
    expect((await submit()).body.dialog).toBeNull();
  });

  test('stands open before one person only', async () => {
    expect((await submit({ persona: 'data-chair' })).status).toBe(403);
    expect((await submit({}, 'none')).status).toBe(404);
    expect((await submit({ action: 'Explode' })).body.error.titles).toEqual(['Save', 'Back']);
    expect((await submit({ inputs: 'x' })).body.error.expected).toEqual([
      'inputs: an object: values by input id',
    ]);
    expect(both.bot.received).toHaveLength(0);
  });
});
