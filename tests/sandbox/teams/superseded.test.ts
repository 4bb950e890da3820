import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import {
  DATA_CHANNEL,
  makeCard,
  makeCardActivity,
  openSandboxAndBot,
  postCard,
  readMessages,
  type SandboxAndBot,
} from './sandbox-and-bot.ts';

describe('which message replaced which', () => {
  let both: SandboxAndBot;

  beforeEach(async () => {
    both = await openSandboxAndBot();
  });
  afterEach(() => both.close());

  const change = (method: string, id: string, body?: unknown) =>
    both.sandbox.connector(
      method,
      `/v3/conversations/${encodeURIComponent(DATA_CHANNEL)}/activities/${id}`,
      body,
    );
  const supersededBy = async (id: string) => {
    const messages = await readMessages(both.sandbox);
    return messages.find((message: { id: string }) => message.id === id)?.supersededBy;
  };

  test('an ordinary update, and an ordinary new card, replace nothing', async () => {
    const first = await postCard(both.sandbox, makeCard('One'));
    await change('PUT', first, makeCardActivity(makeCard('One, newer')));
    await postCard(both.sandbox, makeCard('Two'));
    await expect(supersededBy(first)).resolves.toBeNull();
  });

  test('an update that Teams refuses is answered by the next card', async () => {
    const first = await postCard(both.sandbox, makeCard('One'));
    await both.sandbox.post('/sandbox/faults', [{ kind: 'teams-lost-update', times: 1 }]);
    const refusal = await change('PUT', first, makeCardActivity(makeCard('Newer')));
    expect(refusal).toMatchObject({ status: 403, body: { error: { code: 'MessageWritesBlocked' } } });
    const [unchanged] = await readMessages(both.sandbox);
    expect(unchanged.cards).toEqual([makeCard('One')]);
    const second = await postCard(both.sandbox, makeCard('Newer'));
    const third = await postCard(both.sandbox, makeCard('Third'));
    await expect(supersededBy(first)).resolves.toBe(second);
    await expect(supersededBy(second)).resolves.toBeNull();
    await expect(supersededBy(third)).resolves.toBeNull();
  });

  test('an update may be refused as if the card were gone, and is answered by the next one all the same', async () => {
    const first = await postCard(both.sandbox, makeCard('One'));
    await both.sandbox.post('/sandbox/faults', [{ kind: 'teams-lost-update', status: 404 }]);
    const refusal = await change('PUT', first, makeCardActivity(makeCard('Newer')));
    expect(refusal).toMatchObject({
      status: 404,
      body: { error: { code: 'ActivityNotFoundInConversation' } },
    });
    const second = await postCard(both.sandbox, makeCard('Newer'));
    await expect(supersededBy(first)).resolves.toBe(second);
  });

  test('a refused update that later succeeds awaits nothing', async () => {
    const first = await postCard(both.sandbox, makeCard('One'));
    await both.sandbox.post('/sandbox/faults', [{ kind: 'teams-lost-update', times: 1 }]);
    await change('PUT', first, makeCardActivity(makeCard('Newer')));
    expect((await change('PUT', first, makeCardActivity(makeCard('Newer')))).status).toBe(200);
    await postCard(both.sandbox, makeCard('Other'));
    await expect(supersededBy(first)).resolves.toBeNull();
  });

  test('a deleted message is replaced by the next card', async () => {
    const first = await postCard(both.sandbox, makeCard('One'));
    await change('DELETE', first);
    const second = await postCard(both.sandbox, makeCard('Two'));
    await expect(supersededBy(first)).resolves.toBe(second);
  });

  test('a new message may name what it replaces', async () => {
    const first = await postCard(both.sandbox, makeCard('One'));
    await postCard(both.sandbox, makeCard('Unrelated'));
    const third = await postCard(both.sandbox, makeCard('Three'), { supersedes: first });
    await expect(supersededBy(first)).resolves.toBe(third);
  });

  test('a card that says it is superseded, with nothing left to press, is replaced by the newest', async () => {
    const button = { type: 'Action.Execute', title: 'Answer', verb: 'answer' };
    const first = await postCard(both.sandbox, makeCard('One', [button]));
    const second = await postCard(both.sandbox, makeCard('Two', [button]));
    await change('PUT', first, makeCardActivity(makeCard('A note: superseded by events', [button])));
    await expect(supersededBy(first)).resolves.toBeNull();
    await change('PUT', first, makeCardActivity(makeCard('Superseded: see below')));
    await expect(supersededBy(first)).resolves.toBe(second);
  });
});
