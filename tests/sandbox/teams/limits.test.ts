import { describe, expect, test } from '@jest/globals';
import { createLimits } from '../../../sandbox/teams/connector/limits.ts';
import { DATA_CHANNEL, GROUPS_TEAM, openSandboxAndBot, readMessages } from './sandbox-and-bot.ts';

function makeLimits() {
  let nowMs = 0;
  const limits = createLimits(() => nowMs);
  return {
    admit: (place = 'a') => {
      try {
        limits.admit('send', place);
        return 'in';
      } catch (error) {
        return (error as { retryAfterSeconds?: number }).retryAfterSeconds;
      }
    },
    pass: (ms: number) => {
      nowMs += ms;
    },
  };
}

describe("Teams' limits", () => {
  test('the eighth message within a second waits, and one more is let in a second after the first', () => {
    const { admit, pass } = makeLimits();
    for (let n = 0; n < 7; n += 1) expect(admit()).toBe('in');
    expect(admit()).toBe(1);
    pass(999);
    expect(admit()).toBe(1);
    pass(1);
    expect(admit()).toBe('in');
  });

  test('the ninth within two seconds waits', () => {
    const { admit, pass } = makeLimits();
    for (let n = 0; n < 8; n += 1) {
      expect(admit()).toBe('in');
      pass(200);
    }
    expect(admit()).toBe(1);
    pass(400);
    expect(admit()).toBe('in');
  });

  test('the 61st within 30 s waits for the rest of them', () => {
    const { admit, pass } = makeLimits();
    for (let n = 0; n < 60; n += 1) {
      expect(admit()).toBe('in');
      pass(250);
    }
    expect(admit()).toBe(15);
    pass(15_000);
    expect(admit()).toBe('in');
  });

  test('the 1,801st within an hour waits', () => {
    const { admit, pass } = makeLimits();
    for (let n = 0; n < 1_800; n += 1) {
      expect(admit()).toBe('in');
      pass(1_000);
    }
    expect(admit()).toBe(1_800);
    pass(1_800_000);
    expect(admit()).toBe('in');
  });

  test('each place has limits of its own, below those of the tenant', () => {
    const { admit } = makeLimits();
    const outcomes = Array.from({ length: 51 }, (_, n) => admit(`place ${n}`));
    expect(outcomes.slice(0, 50).every((outcome) => outcome === 'in')).toBe(true);
    expect(outcomes[50]).toBe(1);
  });

  test('a refused message answers 429 with Retry-After and is not posted; threads count to their channel', async () => {
    const both = await openSandboxAndBot();
    try {
      const send = (id: string) =>
        both.sandbox.connector('POST', `/v3/conversations/${encodeURIComponent(id)}/activities`, {
          type: 'message',
          text: 'x',
        });
      const first = await send(DATA_CHANNEL);
      const thread = `${DATA_CHANNEL};messageid=${first.body.id}`;
      const answers = await Promise.all(Array.from({ length: 7 }, () => send(thread)));
      const refused = answers.filter(({ status }) => status === 429);
      expect(refused).toHaveLength(1);
      expect(refused[0]?.body.error.code).toBe('Throttled');
      expect(Number(refused[0]?.headers.get('retry-after'))).toBeGreaterThanOrEqual(1);
      expect(await readMessages(both.sandbox)).toHaveLength(7);
      expect((await send(GROUPS_TEAM)).status).toBe(201);
    } finally {
      await both.close();
    }
  });
});
