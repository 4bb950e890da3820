import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { listChats } from '../../../sandbox/teams/chats.ts';
import { DATA_CHANNEL, openSandboxAndBot, readMessages, type SandboxAndBot } from './sandbox-and-bot.ts';

const CONSENT = 'application/vnd.microsoft.teams.card.file.consent';
const INFO = 'application/vnd.microsoft.teams.card.file.info';
const PERSONA = 'plan-manager';

let both: SandboxAndBot;
let chatId: string;
beforeEach(async () => {
  both = await openSandboxAndBot();
  chatId = listChats(both.sandbox.world).find(({ personaId }) => personaId === PERSONA)?.id ?? '';
});
afterEach(() => both.close());

const send = (body: object, conversationId = chatId) =>
  both.sandbox.post(`/sandbox/conversations/${encodeURIComponent(conversationId)}/messages`, {
    persona: PERSONA,
    ...body,
  });
const asFile = (name: string, text: string) => ({
  name,
  contentBase64: Buffer.from(text).toString('base64'),
});
const postAttachment = (attachment: object, conversationId = chatId) =>
  both.sandbox.connector('POST', `/v3/conversations/${encodeURIComponent(conversationId)}/activities`, {
    type: 'message',
    attachments: [attachment],
  });
// biome-ignore lint/suspicious/noExplicitAny: what botbuilder received, of every shape
const lastReceived = (): any => both.bot.received.at(-1);

describe('a file that a person sends', () => {
  test('comes to the bot as Teams sends it, and is fetched without a token', async () => {
    const { body, status } = await send({ files: [asFile('Plan & more.docx', 'the plan')] });
    expect(status).toBe(200);
    expect(body.message.files).toEqual([
      {
        kind: 'file',
        name: 'Plan & more.docx',
        url: expect.stringMatching(/^\/connector\/files\/[\w-]{36}\//),
      },
    ]);
    const [info, html] = lastReceived().attachments;
    expect(info).toEqual({
      contentType: 'application/vnd.microsoft.teams.file.download.info',
      contentUrl: expect.stringMatching(/^https:\/\/example-my\.sharepoint\.com\/personal\//),
      name: 'Plan & more.docx',
      content: { downloadUrl: expect.any(String), uniqueId: expect.any(String), fileType: 'docx' },
    });
    expect(html.contentType).toBe('text/html');
    const { downloadUrl } = info.content;
    const answer = await fetch(downloadUrl);
    expect([answer.status, await answer.text()]).toEqual([200, 'the plan']);
    expect(answer.headers.get('content-disposition')).toContain("filename*=UTF-8''Plan%20%26%20more.docx");
    expect((await fetch(downloadUrl, { headers: { authorization: 'Bearer x' } })).status).toBe(401);
    const [stored] = await readMessages(both.sandbox, chatId, PERSONA);
    expect(stored.files).toEqual(body.message.files);
  });

  test('is gone where the fault says so', async () => {
    await send({ text: 'Here', files: [asFile('plan.csv', 'a,b')] });
    const { downloadUrl } = lastReceived().attachments[0].content;
    await both.sandbox.post('/sandbox/faults', [{ kind: 'teams-file-gone', times: 1 }]);
    expect((await fetch(downloadUrl)).status).toBe(404);
    expect((await fetch(downloadUrl)).status).toBe(200);
  });

  test('in a channel is only a mark in the words: Teams gives a bot no way to it', async () => {
    await send({ text: 'a <b>', files: [asFile('plan.csv', 'a,b')] }, DATA_CHANNEL);
    expect(lastReceived().attachments).toEqual([
      {
        contentType: 'text/html',
        content: expect.stringMatching(
          /^<div><div>a &lt;b&gt;<\/div><attachment id="[\w-]{36}"><\/attachment>/,
        ),
      },
    ]);
  });

  test('must be base64', async () => {
    const refused = await send({ files: [{ name: 'plan.csv', contentBase64: '§' }] });
    expect(refused.body.error.expected).toEqual(['files.0.contentBase64: base64']);
  });
});

describe('a file that the bot offers', () => {
  const consent = {
    contentType: CONSENT,
    name: 'plan.xlsx',
    content: { description: 'The plan.', sizeInBytes: 3, acceptContext: { a: 1 }, declineContext: { d: 1 } },
  };
  const offer = async (): Promise<string> => (await postAttachment(consent)).body.id;
  const press = (messageId: string, action: string, more: object = {}) =>
    both.sandbox.post(`/sandbox/messages/${messageId}/press`, { persona: PERSONA, action, ...more });
  const filesOf = async (messageId: string) => {
    const messages = await readMessages(both.sandbox, chatId, PERSONA);
    return messages.find(({ id }: { id: string }) => id === messageId).files;
  };
  const put = (url: string, bytes: string, range: string | null, headers: Record<string, string> = {}) =>
    fetch(url, {
      method: 'PUT',
      body: bytes,
      headers: { ...(range === null ? {} : { 'content-range': range }), ...headers },
    }).then(({ status }) => status);

  test('is asked about; accepted, it has a place, is put there once and can be had', async () => {
    const messageId = await offer();
    expect(await filesOf(messageId)).toEqual([
      { kind: 'consent', name: 'plan.xlsx', description: 'The plan.', sizeInBytes: 3, state: 'open' },
    ]);
    expect((await press(messageId, 'Accept')).body).toMatchObject({ status: 200, text: null });
    const { name, value, replyToId } = lastReceived();
    expect({ name, replyToId }).toEqual({ name: 'fileConsent/invoke', replyToId: messageId });
    expect(value).toMatchObject({
      type: 'fileUpload',
      action: 'accept',
      context: { a: 1 },
      uploadInfo: { name: 'plan.xlsx', fileType: 'xlsx', contentUrl: expect.stringContaining('-my.') },
    });
    expect((await filesOf(messageId))[0].state).toBe('accepted');
    expect((await press(messageId, 'Accept')).status).toBe(409);

    const { uploadUrl, uniqueId, contentUrl } = value.uploadInfo;
    const info = {
      contentType: INFO,
      name: 'plan.xlsx',
      contentUrl,
      content: { uniqueId, fileType: 'xlsx' },
    };
    expect((await postAttachment(info)).status).toBe(400);
    expect(await put(uploadUrl, 'abc', null)).toBe(400);
    expect(await put(uploadUrl, 'abc', 'bytes 0-3/4')).toBe(416);
    expect(await put(uploadUrl, 'abc', 'bytes 0-2/4')).toBe(501);
    expect(await put(uploadUrl, 'abc', 'bytes 0-2/3', { authorization: 'Bearer x' })).toBe(401);
    expect(await put(uploadUrl, 'abc', 'bytes 0-2/3')).toBe(201);
    expect(await put(uploadUrl, 'abc', 'bytes 0-2/3')).toBe(404);

    const { body } = await postAttachment(info);
    const [file] = await filesOf(body.id);
    const download = await fetch(`${both.sandbox.url}${file.url}`);
    expect([download.status, await download.text()]).toEqual([200, 'abc']);
  });

  test('declined, has no place', async () => {
    const messageId = await offer();
    expect((await press(messageId, 'Delete')).body.error.titles).toEqual(['Accept', 'Decline']);
    await press(messageId, 'Decline');
    expect(lastReceived().value).toEqual({ type: 'fileUpload', action: 'decline', context: { d: 1 } });
    expect((await filesOf(messageId))[0].state).toBe('declined');
  });

  test('can be asked about again where the bot failed', async () => {
    const messageId = await offer();
    both.bot.logic = () => ({ status: 500 });
    expect((await press(messageId, 'Accept')).body).toMatchObject({ status: 500 });
    expect((await filesOf(messageId))[0].state).toBe('open');
  });

  test('comes with one place, however often Teams delivers the answer', async () => {
    const messageId = await offer();
    both.bot.received.length = 0;
    await press(messageId, 'Accept', { times: 3, repeatAs: 'new-id' });
    // biome-ignore lint/suspicious/noExplicitAny: as above
    const received = both.bot.received as any[];
    expect(new Set(received.map(({ id }) => id)).size).toBe(3);
    expect(new Set(received.map(({ value }) => value.uploadInfo.uploadUrl)).size).toBe(1);
  });

  test('gives way to what the bot puts in its place', async () => {
    const messageId = await offer();
    const path = `/v3/conversations/${encodeURIComponent(chatId)}/activities/${messageId}`;
    await both.sandbox.connector('PUT', path, { type: 'message', text: 'Done' });
    expect(await filesOf(messageId)).toEqual([]);
  });

  test('is for chats only', async () => {
    expect((await postAttachment(consent, DATA_CHANNEL)).status).toBe(400);
  });
});
