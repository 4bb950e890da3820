import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { shakeHands } from '../../sandbox/graph/notifications/receiver.ts';
import { notificationUrlOf } from '../../server/routes/notifications.ts';
import { emptyDatabase } from '../store/databases.ts';
import { TENANT } from '../workflow/helpers/make-deps.ts';
import { type NotificationsServer, startNotificationsServer } from './helpers/notifications-server.ts';

let server: NotificationsServer;
beforeAll(async () => {
  server = await startNotificationsServer(TENANT);
});
afterAll(() => server?.stop());
beforeEach(async () => {
  await emptyDatabase(server.database);
  server.read.length = 0;
  server.deps.logged.length = 0;
  server.failure = null;
  await server.subscribe({});
});

const ENTRY = {
  subscriptionId: '7f105c7d-2dc5-4530-97cd-4e7ae6534c07',
  clientState: 'secretClientValue',
  tenantId: TENANT,
  changeType: 'updated',
};
const tell = (...value: readonly object[]) => server.post({ value });

describe('the handshake', () => {
  test('is one that Graph accepts', async () => {
    await expect(shakeHands(server.url)).resolves.toBeUndefined();
  });

  test('sends the token back as it was meant, as text and nothing else', async () => {
    const answer = await fetch(`${server.url}?validationToken=a+b%2Bc%3Cscript%3E`, {
      method: 'POST',
      headers: { 'content-type': 'text/plain; charset=utf-8' },
      body: '',
    });
    expect(answer.status).toBe(200);
    expect(await answer.text()).toBe('a b+c<script>');
    expect(answer.headers.get('content-type')).toMatch(/^text\/plain/);
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
  });

  test('takes one token of a token’s length', async () => {
    expect((await server.post('', `?validationToken=${'x'.repeat(2_048)}`)).status).toBe(200);
    expect((await server.post('', `?validationToken=${'x'.repeat(2_049)}`)).status).toBe(400);
    expect((await server.post('', '?validationToken=a&validationToken=b')).status).toBe(400);
  });
});

describe('a notification', () => {
  test('has the list read, and is answered without a word', async () => {
    expect(await tell(ENTRY)).toEqual({ status: 202, text: '' });
    expect(server.read).toEqual(['plan-1/Themes']);
  });

  test.each([
    ['forged', { clientState: 'x' }],
    ['of an unknown subscription', { subscriptionId: 'x' }],
    ['of another tenant', { tenantId: '22222222-2222-4222-8222-222222222222' }],
    ['without a secret', { clientState: null }],
  ])('%s is answered the same and does nothing', async (_what, changes) => {
    expect(await tell({ ...ENTRY, ...changes })).toEqual({ status: 202, text: '' });
    expect(server.read).toEqual([]);
  });

  test('beside a forged one still counts', async () => {
    await server.subscribe({ list: 'Groups', subscriptionId: 'other', clientState: 'otherSecret' });
    await tell(
      { ...ENTRY, clientState: 'x' },
      { ...ENTRY, subscriptionId: 'other', clientState: 'otherSecret' },
    );
    expect(server.read).toEqual(['plan-1/Groups']);
  });

  test('that can’t be taken is answered the same, and its secret is not logged', async () => {
    server.failure = new Error('the database is away: secretClientValue');
    expect(await tell(ENTRY)).toEqual({ status: 202, text: '' });
    expect(server.deps.logged).toMatchObject([{ level: 'error' }]);
    expect(JSON.stringify(server.deps.logged)).not.toContain('secretClientValue');
  });

  test.each<[string, unknown, number]>([
    ['no JSON', '{', 400],
    ['something else', { hello: 1 }, 400],
    ['entries of another form', { value: [{ subscriptionId: 1 }] }, 400],
    ['nothing', '', 400],
    ['more than 64 KB', { value: [ENTRY], filler: 'x'.repeat(65 * 1024) }, 400],
    ['more than is read at all', { value: [ENTRY], filler: 'x'.repeat(300 * 1024) }, 413],
  ])('that is %s is refused', async (_what, body, status) => {
    expect((await server.post(body)).status).toBe(status);
    expect(server.read).toEqual([]);
  });

  test('of many entries is taken as a whole', async () => {
    expect((await tell(...Array(200).fill(ENTRY))).status).toBe(202);
    expect(server.read).toEqual(['plan-1/Themes']);
  });
});

test.each([
  ['https://milepost.example', 'https://milepost.example/api/graph/notifications'],
  ['http://127.0.0.1:3978', 'http://127.0.0.1:3978/api/graph/notifications'],
  ['http://milepost.internal', null],
])('with the public address %s Graph is to tell of changes at %s', (publicUrl, url) => {
  expect(notificationUrlOf(publicUrl)).toBe(url);
});
