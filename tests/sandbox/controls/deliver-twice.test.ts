import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { resetSandbox } from '../../../sandbox/controls/reset.ts';
import type { DeliveredActivity } from '../../../sandbox/controls/shapes.ts';
import {
  DATA_CHANNEL,
  makeCard,
  openSandboxAndBot,
  postCard,
  type SandboxAndBot,
} from '../teams/sandbox-and-bot.ts';

const EXECUTE = { type: 'Action.Execute', title: 'No change', verb: 'noChange', data: { item: 7 } };

/** A worker of the test runner has a parent too, which would be waited for. */
const ALONE = { connected: false, on() {}, once() {}, off() {} };

describe('an activity that is delivered twice', () => {
  let both: SandboxAndBot;

  beforeEach(async () => {
    both = await openSandboxAndBot();
    let turn = 0;
    both.bot.logic = () => {
      turn += 1;
      const value = `Answer ${turn}`;
      return {
        status: 200,
        body: { statusCode: 200, type: 'application/vnd.microsoft.activity.message', value },
      };
    };
  });
  afterEach(() => both.close());

  const fault = (options: object) =>
    both.sandbox.post('/sandbox/faults', [{ kind: 'teams-deliver-twice', ...options }]);
  const pressOnce = async () => {
    const id = await postCard(both.sandbox, makeCard('Shared', [EXECUTE]));
    return both.sandbox.post(`/sandbox/messages/${id}/press`, { persona: 'data-owner', action: 'No change' });
  };
  const delivered = async () =>
    (await both.sandbox.get('/sandbox/activities')).body as readonly DeliveredActivity[];

  test('has the same id both times; the person sees the answer to the first, the log has both', async () => {
    await fault({ times: 1 });
    const { body } = await pressOnce();
    const copies = await delivered();
    const ids = copies.flatMap(({ firstId, activity }) => [firstId, activity.id]);
    expect([copies.length, new Set(ids).size]).toEqual([2, 1]);
    const answers = copies.map(({ answer }) => (answer as { value: string }).value);
    expect(answers.toSorted()).toEqual(['Answer 1', 'Answer 2']);
    expect(answers).toContain(body.text);

    await pressOnce();
    expect(await delivered()).toHaveLength(3);
  });

  test('comes again under a new id, tied to the first by what it is a copy of', async () => {
    await fault({ repeatAs: 'new-id' });
    const path = `/sandbox/conversations/${encodeURIComponent(DATA_CHANNEL)}/messages`;
    const { body } = await both.sandbox.post(path, { persona: 'data-owner', text: 'help' });
    const copies = await delivered();
    expect(copies.map(({ firstId }) => firstId)).toEqual([body.message.id, body.message.id]);
    expect(new Set(copies.map(({ activity }) => activity.id)).size).toBe(2);
    expect(copies.map(({ activity }) => activity.text)).toEqual(Array(2).fill('<at>Milepost</at> help'));
  });

  test('a later copy keeps nobody waiting, and is lost when the sandbox starts anew', async () => {
    await fault({ ms: 200, times: 1 });
    await pressOnce();
    expect(both.bot.received).toHaveLength(1);
    await resetSandbox(both.sandbox.world, ALONE);

    // Installing for a person tells the bot two things. A copy that comes after them comes after the lost one too.
    await fault({ ms: 220, repeatAs: 'new-id', times: 1 });
    await both.sandbox.post('/sandbox/conversations', { persona: 'data-owner' });
    while ((await delivered()).length < 3) await new Promise((resolve) => setTimeout(resolve, 5));
    expect(new Set((await delivered()).map(({ firstId }) => firstId)).size).toBe(2);
    expect(both.bot.received.map(({ type }) => type)).toEqual([
      'invoke',
      'installationUpdate',
      'conversationUpdate',
      'installationUpdate',
    ]);
  });

  test('the copies of a press that is repeated on purpose share their first id too', async () => {
    const id = await postCard(both.sandbox, makeCard('Shared', [EXECUTE]));
    await both.sandbox.post(`/sandbox/messages/${id}/press`, {
      persona: 'data-owner',
      action: 'No change',
      times: 3,
      repeatAs: 'new-id',
    });
    const copies = await delivered();
    expect(new Set(copies.map(({ firstId }) => firstId)).size).toBe(1);
    expect(new Set(copies.map(({ activity }) => activity.id)).size).toBe(3);
  });
});
