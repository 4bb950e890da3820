import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { DATA_CHANNEL, openSandboxAndBot, type SandboxAndBot } from '../teams/sandbox-and-bot.ts';

let both: SandboxAndBot;
beforeAll(async () => {
  both = await openSandboxAndBot();
});
afterAll(() => both.close());

const settings = { entityId: 'alp', contentUrl: 'https://milepost.example/tab/', websiteUrl: null };
const TABS = `/sandbox/conversations/${DATA_CHANNEL}/tabs`;
const add = (changes: object = {}, path = TABS) =>
  both.sandbox.post(path, { persona: 'data-chair', name: 'The plan', settings, ...changes });
const change = (id: string, body: object) =>
  both.sandbox.post(`/sandbox/tabs/${id}`, { persona: 'data-chair', settings, ...body });
const listed = async () => (await both.sandbox.get(TABS)).body;

test('a tab is added, set up anew and taken away', async () => {
  const { status, body: tab } = await add();
  expect([status, tab]).toEqual([
    200,
    { id: expect.any(String), conversationId: DATA_CHANNEL, name: 'The plan', ...settings },
  ]);
  const anew = { ...settings, contentUrl: 'https://milepost.example/tab/?open=alp' };
  expect((await change(tab.id, { settings: anew })).body).toEqual({ ...tab, ...anew });
  expect(await listed()).toEqual([{ ...tab, ...anew }]);
  expect((await change(tab.id, { settings: null })).status).toBe(200);
  expect(await listed()).toEqual([]);
});

test('who is not in the channel adds and changes none', async () => {
  const { body: tab } = await add();
  const refusals = [
    await add({ persona: 'outsider' }),
    await change(tab.id, { persona: 'outsider', settings: null }),
  ];
  expect(refusals.map(({ status }) => status)).toEqual([403, 403]);
  expect(await listed()).toEqual([tab]);
  await change(tab.id, { settings: null });
});

test('the chat with the bot has none, nor has a channel or a tab that is not there', async () => {
  const { body: chat } = await both.sandbox.post('/sandbox/conversations', { persona: 'data-chair' });
  const inChat = await add({}, `/sandbox/conversations/${chat.id}/tabs`);
  expect([inChat.status, inChat.body.error.message]).toEqual([
    409,
    'The chat with the bot has the tabs of its package alone.',
  ]);
  const nowhere = await add({}, '/sandbox/conversations/19:gone@thread.tacv2/tabs');
  const gone = await change('gone', { settings: null });
  expect([nowhere.status, gone.status]).toEqual([404, 404]);
  expect(gone.body.error.message).toMatch(/^There is no such tab\./);
});

test.each([
  ['an address that is none', { settings: { ...settings, contentUrl: 'tab' } }],
  ['something it does not know', { colour: 'Red' }],
  ['no name', { name: undefined }],
])('%s is refused with what was expected', async (_what, changes) => {
  const { status, body } = await add(changes);
  expect([status, body.error.expected.length > 0]).toEqual([400, true]);
  expect(await listed()).toEqual([]);
});
