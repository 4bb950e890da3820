import { EventEmitter } from 'node:events';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { decodeJwt } from 'jose';
import { resetSandbox } from '../../../sandbox/controls/reset.ts';
import {
  makeCard,
  openSandboxAndBot,
  postCard,
  readMessages,
  type SandboxAndBot,
} from '../teams/sandbox-and-bot.ts';

describe('running the sandbox', () => {
  let both: SandboxAndBot;

  beforeEach(async () => {
    both = await openSandboxAndBot();
  });
  afterEach(() => both.close());

  test('lists the personas and the directory, without secrets', async () => {
    const { body: personas } = await both.sandbox.get('/sandbox/personas');
    expect(personas[0]).toEqual({
      id: 'data-owner',
      name: 'Data group owner',
      email: 'data-owner@alp.example',
      entraObjectId: '633e8f7a-c82c-599d-95d7-e230147dd2a9',
      roles: ['Member'],
      groups: ['Data'],
    });
    const { body: directory } = await both.sandbox.get('/sandbox/directory');
    expect(directory.teams[0]).toMatchObject({ name: 'ALP improvement groups', installed: true });
    expect(JSON.stringify(directory)).not.toContain(both.sandbox.world.directory.clientSecret);
  });

  test("issues a persona's tab token and an application's Graph token", async () => {
    const token = async (body: object) => (await both.sandbox.post('/sandbox/token', body)).body.token;
    const { directory } = both.sandbox.world;
    expect(decodeJwt(await token({ audience: 'tab', persona: 'director' }))).toMatchObject({
      aud: directory.tabAppId,
      preferred_username: 'director@alp.example',
    });
    expect(decodeJwt(await token({ audience: 'graph' }))).toMatchObject({
      aud: 'https://graph.microsoft.com',
    });
    const refuse = async (body: object) => (await both.sandbox.post('/sandbox/token', body)).status;
    expect(await refuse({ audience: 'tab' })).toBe(400);
    expect(await refuse({ audience: 'bot' })).toBe(400);
    expect(await refuse({ audience: 'tab', persona: 'nobody' })).toBe(404);
  });

  test('faults are set, listed, refused when unknown, and strike the connector', async () => {
    const unknown = await both.sandbox.post('/sandbox/faults', [{ kind: 'teams-explode' }]);
    expect(unknown.status).toBe(400);
    expect(unknown.body.error.message).toContain('teams-throttle');
    const set = await both.sandbox.post('/sandbox/faults', [
      { kind: 'teams-throttle', retryAfterSeconds: 9, times: 1 },
      { kind: 'teams-outage', times: 1 },
    ]);
    expect(set.body.active).toHaveLength(2);
    expect((await both.sandbox.get('/sandbox/faults')).body.kinds).toHaveProperty('teams-lost-update');
    const path = '/v3/teams/19%3A980f515f757454fb93b9f0d96d13e528%40thread.tacv2';
    const statuses = [await both.sandbox.connector('GET', path), await both.sandbox.connector('GET', path)];
    expect(statuses.map(({ status }) => status)).toEqual([502, 429]);
    expect(statuses[1]?.headers.get('retry-after')).toBe('9');
    expect((await both.sandbox.connector('GET', path)).status).toBe(200);
  });

  test('the log holds connector calls with their status, from a moment on', async () => {
    await postCard(both.sandbox, makeCard('One'));
    const { body } = await both.sandbox.get('/sandbox/log?since=2020-01-01T00:00:00Z');
    const entry = body.at(-1);
    expect(entry).toMatchObject({ method: 'POST', status: 201, area: 'teams' });
    expect(entry.path).toContain('/connector/v3/conversations/');
    expect((await both.sandbox.get('/sandbox/log?since=2999-01-01T00:00:00Z')).body).toEqual([]);
    expect((await both.sandbox.get('/sandbox/log?since=yesterday')).status).toBe(400);
    await both.sandbox.post('/sandbox/conversations', { persona: 'outsider' });
    const { body: activities } = await both.sandbox.get('/sandbox/activities');
    expect(activities[0]).toMatchObject({ status: 200, activity: { type: 'installationUpdate' } });
  });

  test('streams what happens', async () => {
    const stop = new AbortController();
    const response = await fetch(`${both.sandbox.url}/sandbox/events`, { signal: stop.signal });
    expect(response.headers.get('content-type')).toBe('text/event-stream');
    const lines = readLines(response);
    await lines.next();
    const id = await postCard(
      both.sandbox,
      makeCard('One', [{ type: 'Action.Execute', title: 'Go', verb: 'go' }]),
    );
    both.bot.logic = () => ({
      status: 200,
      body: { statusCode: 200, type: 'application/vnd.microsoft.card.adaptive', value: makeCard('Own') },
    });
    await both.sandbox.post(`/sandbox/messages/${id}/press`, { persona: 'data-owner', action: 'Go' });
    await both.sandbox.post('/sandbox/clock', { advance: 'PT1H' });
    const events: [string, Record<string, unknown>][] = [];
    for (let n = 0; n < 3; n += 1) {
      const { value = '' } = await lines.next();
      const [, type = '', data = ''] = /^event: (\w+)\ndata: (.*)$/.exec(value) ?? [];
      events.push([type, JSON.parse(data) as Record<string, unknown>]);
    }
    stop.abort();
    expect(events).toMatchObject([
      ['message', { messageId: id, change: 'created' }],
      ['message', { messageId: id, change: 'view', personaId: 'data-owner' }],
      ['clock', { now: expect.stringMatching(/^2022-01-10T10:00/) }],
    ]);
  });

  test('reset empties everything, and answers once the launcher has set it up again', async () => {
    await postCard(both.sandbox, makeCard('One'));
    await both.sandbox.post('/sandbox/clock', { advance: 'P14D' });
    const launcher = Object.assign(new EventEmitter(), {
      connected: true,
      sent: [] as unknown[],
      send(message: object) {
        launcher.sent.push(message);
        return true;
      },
    });
    let isDone = false;
    const reset = resetSandbox(both.sandbox.world, launcher).then((answer) => {
      isDone = true;
      return answer;
    });
    await new Promise(setImmediate);
    expect(launcher.sent).toEqual([{ type: 'reset' }]);
    expect(isDone).toBe(false);
    expect(await readMessages(both.sandbox)).toEqual([]);
    expect((await both.sandbox.get('/sandbox/directory')).body.teams[0].installed).toBe(false);
    launcher.emit('message', { type: 'reset-done' });
    expect((await reset).now).toMatch(/^2022-01-10T09:00/);
    expect(launcher.listenerCount('message') + launcher.listenerCount('disconnect')).toBe(0);
  });

  test('reset by itself needs no launcher', async () => {
    await postCard(both.sandbox, makeCard('One'));
    const alone = Object.assign(new EventEmitter(), { connected: false, send: undefined });
    await expect(resetSandbox(both.sandbox.world, alone)).resolves.toHaveProperty('now');
    expect(await readMessages(both.sandbox)).toEqual([]);
  });
});

/** The blocks of a stream of server-sent events, as they come. */
async function* readLines(response: Response): AsyncGenerator<string, void> {
  let text = '';
  const decoder = new TextDecoder();
  for await (const chunk of response.body as AsyncIterable<Uint8Array>) {
    text += decoder.decode(chunk, { stream: true });
    for (let end = text.indexOf('\n\n'); end >= 0; end = text.indexOf('\n\n')) {
      yield text.slice(0, end);
      text = text.slice(end + 2);
    }
  }
}
