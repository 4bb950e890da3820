import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { toRoute } from '../../../sandbox/controls/control.ts';
import { feedControls } from '../../../sandbox/controls/feed-controls.ts';
import type { SandboxRequest } from '../../../sandbox/core/http.ts';
import { personSubject, recordInstall } from '../../../sandbox/teams/installs.ts';
import { startGraph, type TestGraph } from './start-graph.ts';

let graph: TestGraph;
let id: string;

beforeAll(async () => {
  graph = await startGraph();
  id = graph.world.directory.personas.find((one) => one.id === 'director')?.entraObjectId ?? '';
});
afterAll(() => graph.stop());
beforeEach(() => graph.world.reset());

const BODY = {
  topic: { source: 'text', value: 'The plan', webUrl: 'https://teams.microsoft.com/l/entity/app/plan' },
  activityType: 'planNews',
  previewText: { content: 'One item slipped.' },
  templateParameters: [{ name: 'planName', value: 'The plan' }],
};
const send = (user = id, body: object = BODY) =>
  graph.call('POST', `/users/${user}/teamwork/sendActivityNotification`, { body });
const install = () => recordInstall(graph.world, { subject: personSubject('director'), accepted: true });

/** What a control answers; what it takes over HTTP is tried with the others. */
async function control(method: 'GET' | 'POST', path: string, persona = 'director') {
  const found = feedControls(graph.world).find((one) => one.method === method && one.path === path);
  if (found === undefined) throw new Error(`no control ${method} ${path}`);
  const { status, body } = await toRoute(found).handler({
    params: { id: persona },
  } as unknown as SandboxRequest);
  // biome-ignore lint/suspicious/noExplicitAny: a control answers of any shape
  return { status, body: body as any };
}

describe('an entry in an activity feed', () => {
  test('stands in the feed of the person, unread until they look', async () => {
    install();
    expect((await send()).status).toBe(204);
    const { body } = await control('GET', '/personas/:id/feed');
    expect(body).toEqual([
      {
        id: expect.any(String),
        at: expect.stringMatching(/^2022-01-10T09:00/),
        topic: 'The plan',
        webUrl: BODY.topic.webUrl,
        activityType: 'planNews',
        parameters: { planName: 'The plan' },
        preview: 'One item slipped.',
        isUnread: true,
      },
    ]);
    const read = await control('POST', '/personas/:id/feed/read');
    expect(read.body[0].isUnread).toBe(false);
    expect((await control('GET', '/personas/:id/feed', 'plan-manager')).body).toEqual([]);
    expect((await control('GET', '/personas/:id/feed', 'nobody')).status).toBe(404);
  });

  test('is refused where the app is not installed, or has no permission, or nobody is there', async () => {
    expect((await send()).status).toBe(403);
    install();
    graph.world.faults.set([{ kind: 'graph-feed-refused', rate: 1, seed: 1 }]);
    const { status, body } = await send();
    expect([status, body.error.code]).toEqual([403, 'Forbidden']);
    graph.world.faults.set([]);
    expect((await send('00000000-0000-4000-8000-00000000dead')).status).toBe(404);
    expect((await control('GET', '/personas/:id/feed')).body).toEqual([]);
  });

  test('is not taken without a link to open', async () => {
    install();
    expect((await send(id, { ...BODY, topic: { source: 'text', value: 'x' } })).status).toBe(400);
  });

  test('is one of five a second', async () => {
    install();
    const answers = await Promise.all(Array.from({ length: 12 }, () => send()));
    const refused = answers.filter(({ status }) => status === 429);
    expect(refused.length).toBeGreaterThan(0);
    expect(refused[0]?.headers.get('retry-after')).toBe('1');
  });
});
