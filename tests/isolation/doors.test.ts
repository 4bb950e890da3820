import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { AppError } from '../../plan/errors.ts';
import { createHttpServer, type HttpServer } from '../../server/http/create-http-server.ts';
import { exportRoute } from '../../server/routes/export.ts';
import { planRoutes } from '../../server/routes/plans.ts';
import { createUseCases } from '../../workflow/create-use-cases.ts';
import { openTestDatabase, type TestDatabase } from '../store/databases.ts';
import { makeDeps, type TestProcess } from '../workflow/helpers/make-deps.ts';
import { createIdleMetrics } from './helpers/metrics.ts';
import { ACTORS, fillBoth, MARK, OTHER, PLANS_OF, planIdOf, snapshotOf } from './helpers/two-plans.ts';

const metrics = createIdleMetrics();

let opened: TestDatabase;
let deps: TestProcess;
let server: HttpServer;
beforeAll(async () => {
  opened = await openTestDatabase();
  await fillBoth(opened.database);
  deps = makeDeps({ database: opened.database });
  // The token is the name of who asks; how real ones are checked is proved in tests/server.
  const whoAsks = async (authorization: string | undefined) => {
    const actor = ACTORS[decodeURIComponent(authorization ?? '')];
    if (actor !== undefined) return actor;
    throw new AppError({ code: 'FORBIDDEN', message: 'nobody', userMessage: 'Sign in.' });
  };
  const useCases = createUseCases(deps);
  server = await createHttpServer({
    host: '127.0.0.1',
    port: 0,
    log: deps.log,
    metrics,
    routes: [...planRoutes(useCases, whoAsks), exportRoute(useCases, whoAsks)],
  });
});
afterAll(async () => {
  await server?.close();
  await metrics.stop();
  await opened?.close();
});

const get = async (actor: string, path: string) => {
  const answer = await fetch(`http://127.0.0.1:${server.port}/api/v1${path}`, {
    headers: { authorization: encodeURIComponent(actor) },
  });
  return { status: answer.status, text: await answer.text() };
};

const PATHS = [
  'overview',
  'items/Recommendations/rec-3',
  'items/Actions/action-7',
  'export',
  'export?format=csv',
];
const asked = Object.keys(ACTORS).flatMap((actor) =>
  (['a', 'b'] as const).flatMap((letter) => PATHS.map((path) => ({ actor, letter, path }))),
);

describe('the dashboard', () => {
  test.each(asked)('answers $actor on $path of plan $letter with that plan, or not at all', async (ask) => {
    const { actor, letter, path } = ask;
    const { status, text } = await get(actor, `/plans/${planIdOf(letter)}/${path}`);
    const mayRead = PLANS_OF[actor]?.includes(letter) === true;
    expect(status).toBe(mayRead ? 200 : 403);
    expect(text).not.toContain(MARK[OTHER[letter]]);
    if (mayRead && !path.startsWith('export')) expect(text).toContain(MARK[letter]);
    if (!mayRead) expect(text).not.toContain(MARK[letter]);
  });

  test.each(Object.keys(ACTORS))('lists the plans of %s and no others', async (actor) => {
    const { text } = await get(actor, '/plans');
    for (const letter of ['a', 'b'] as const)
      expect(text.includes(MARK[letter])).toBe(PLANS_OF[actor]?.includes(letter) === true);
  });

  test('changes nothing', async () => {
    const before = [await snapshotOf(opened.database, 'a'), await snapshotOf(opened.database, 'b')];
    for (const path of PATHS) await get('person of both', `/plans/${planIdOf('a')}/${path}`);
    expect([await snapshotOf(opened.database, 'a'), await snapshotOf(opened.database, 'b')]).toEqual(before);
  });
});
