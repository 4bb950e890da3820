import { afterEach, describe, expect, test } from '@jest/globals';
import { createActivityFeed } from '../../graph/activity-feed.ts';
import { type Answer, errorBody, type GraphServer, startGraphServer } from './graph-server.ts';
import { makeTestClient } from './make-client.ts';

const PERSON = '00000000-0000-4000-8000-000000000001';
const CONTENT = {
  kind: 'news',
  planId: 'plan-1',
  planName: 'Sample plan',
  headline: 'One item slipped.',
} as const;

let server: GraphServer | undefined;
afterEach(() => server?.stop());

async function send(answer: Answer, maxTries = 1) {
  const started = await startGraphServer(() => answer);
  server = started;
  const { client, waits } = makeTestClient({
    baseUrl: started.baseUrl,
    timeoutMs: 500,
    retryLimits: { maxTries, maxTotalWaitMs: 60_000 },
  });
  const feed = createActivityFeed(
    client,
    ({ planId }) => `https://teams.microsoft.com/l/entity/app/plan?p=${planId}`,
  );
  const outcome = await feed.send({ entraObjectId: PERSON, content: CONTENT });
  return { outcome, requests: started.requests, waits };
}

const refused = (status: number, headers: Record<string, string> = {}): Answer => ({
  status,
  headers,
  body: errorBody('Forbidden', 'no'),
});

test('news is one entry about the plan, which opens the tab at it', async () => {
  const { outcome, requests } = await send({ status: 204 });
  expect(outcome).toEqual({ status: 'sent' });
  expect(requests).toHaveLength(1);
  expect(requests[0]).toMatchObject({
    method: 'POST',
    path: `/users/${PERSON}/teamwork/sendActivityNotification`,
    body: {
      topic: {
        source: 'text',
        value: 'Sample plan',
        webUrl: 'https://teams.microsoft.com/l/entity/app/plan?p=plan-1',
      },
      activityType: 'planNews',
      previewText: { content: 'One item slipped.' },
      templateParameters: [{ name: 'planName', value: 'Sample plan' }],
    },
  });
});

describe('what became of it', () => {
  test.each([
    [403, { status: 'refused', code: 'NotAllowed' }],
    [404, { status: 'refused', code: 'NotInstalled' }],
    [400, { status: 'refused', code: 'HTTP400' }],
    [500, { status: 'ambiguous', code: 'HTTP500' }],
    [502, { status: 'ambiguous', code: 'HTTP502' }],
    [504, { status: 'ambiguous', code: 'HTTP504' }],
  ])('%i, with one request', async (status, expected) => {
    const { outcome, requests } = await send(refused(status), 5);
    expect(outcome).toEqual(expected);
    expect(requests).toHaveLength(1);
  });

  test.each(['reset', 'hang'] as const)(
    'an answer that is lost (%s): perhaps sent, with one request',
    async (answer) => {
      const { outcome, requests } = await send(answer, 5);
      expect(outcome).toEqual({ status: 'ambiguous', code: 'NetworkError' });
      expect(requests).toHaveLength(1);
    },
  );

  test('too many: tried again as long as it takes, then later', async () => {
    const { outcome, requests, waits } = await send(refused(429, { 'Retry-After': '7' }), 3);
    expect(outcome).toEqual({ status: 'throttled', retryAfterMs: 7_000, code: 'Forbidden' });
    expect(requests).toHaveLength(3);
    expect(waits.every((ms) => ms >= 7_000)).toBe(true);
  });
});
