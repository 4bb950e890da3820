import { createServer } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { type EventStream, openEventStream } from '../../server/live/event-stream.ts';
import { createPlanWatch } from '../../server/live/plan-watch.ts';
import { markDeleted } from '../../store/mirror.ts';
import { raisePlanVersion } from '../../store/plan-versions.ts';
import { makeOwner, makePlan, NOW } from '../helpers/make-plan.ts';
import { type DashboardServer, startDashboardServer } from './helpers/dashboard-server.ts';
import { type Events, readEvents } from './helpers/read-events.ts';

const director = makeOwner({ roles: ['Director'] });
const other = makeOwner({ key: 'other', itemId: 7, title: 'Somebody else' });
const plan = makePlan({ owners: [director, other] });
const PATH = `/plans/${plan.id}/live`;

let server: DashboardServer;
let opened: Events[] = [];
beforeAll(async () => {
  server = await startDashboardServer(plan, { perPerson: 2, inAll: 3 });
});
afterAll(() => server?.stop());
afterEach(async () => {
  await Promise.all(opened.map((events) => events.close()));
  opened = [];
});

const listen = async (authorization: string): Promise<Events> => {
  const answer = await server.ask(PATH, { authorization });
  expect(answer.status).toBe(200);
  const events = readEvents(answer);
  opened.push(events);
  expect(await events.next()).toMatchObject({ event: 'changed' });
  return events;
};
const versionIn = (event: Awaited<ReturnType<Events['next']>>) =>
  (JSON.parse(event?.data ?? '{}') as { version?: number }).version;

describe('an open page', () => {
  test('is told at once how far the plan has come, and of what another process changes', async () => {
    const answer = await server.ask(PATH, { authorization: await server.tokenOf(director) });
    const events = readEvents(answer);
    opened.push(events);
    const before = versionIn(await events.next()) ?? Number.NaN;
    await raisePlanVersion(server.database, plan.id);
    expect(versionIn(await events.next())).toBe(before + 1);
  });

  test('is told when another day of the plan begins', async () => {
    const events = await listen(await server.tokenOf(director));
    server.deps.setClock('2022-01-11T00:00:01Z');
    try {
      expect(await events.next()).toMatchObject({ event: 'changed' });
    } finally {
      server.deps.setClock(NOW.toString());
    }
  });

  test('gets its events as they come, kept by nobody on the way', async () => {
    const answer = await server.ask(PATH, {
      authorization: await server.tokenOf(director),
      'accept-encoding': 'gzip, br',
    });
    opened.push(readEvents(answer));
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-store',
      'x-accel-buffering': 'no',
      'x-milepost-build': expect.stringMatching(/^index-/),
    });
    expect(answer.headers.get('content-encoding')).toBeNull();
  });

  test('is told no more once its token has ended', async () => {
    const events = await listen(await server.tokenOf(director, { expiresIn: 1 }));
    expect(await events.next()).toBeNull();
  });
});

describe('the places for open pages', () => {
  const refusal = async (authorization: string) => {
    const answer = await server.ask(PATH, { authorization });
    const { error } = (await answer.json()) as { error: { message: string } };
    return { status: answer.status, retryAfter: answer.headers.get('retry-after'), message: error.message };
  };

  test('are counted for each person and in all, and given back', async () => {
    const [theirs, others] = await Promise.all([server.tokenOf(director), server.tokenOf(other)]);
    const [first] = [await listen(theirs), await listen(theirs)];
    expect(await refusal(theirs)).toEqual({
      status: 503,
      retryAfter: '30',
      message: 'You have the plan open in many places. This one is brought up to date less often.',
    });
    await listen(others);
    expect(await refusal(others)).toMatchObject({
      status: 503,
      message: 'Many people have the plan open just now. It is brought up to date less often.',
    });
    await first.close();
    // The server hears of it a moment later.
    while ((await refusalOrNull(others)) !== null);
  });

  const refusalOrNull = async (authorization: string) => {
    const answer = await server.ask(PATH, { authorization });
    if (answer.status !== 200) return answer.text();
    opened.push(readEvents(answer));
    return null;
  };

  test('are not kept for whoever may not read the plan', async () => {
    const stranger = await server.tokenOf(makeOwner({ entraObjectId: 'somebody-unknown' }));
    for (let turn = 0; turn < 4; turn += 1)
      expect((await server.ask(PATH, { authorization: stranger })).status).toBe(403);
  });
});

test('a reader that does not read is let go', async () => {
  let stream: EventStream | undefined;
  const { promise: begun, resolve } = Promise.withResolvers<void>();
  const slow = createServer((_request, response) => {
    stream = openEventStream(response);
    resolve();
  }).listen(0, '127.0.0.1');
  await new Promise((listening) => slow.once('listening', listening));
  const socket = connect((slow.address() as AddressInfo).port, '127.0.0.1');
  socket.pause();
  socket.write('GET / HTTP/1.1\r\nHost: here\r\n\r\n');
  await begun;
  let isOver = false;
  void stream?.ended.then(() => {
    isOver = true;
  });
  while (!isOver) {
    stream?.send('changed', { words: 'x'.repeat(10_000) });
    await new Promise(setImmediate);
  }
  socket.destroy();
  await new Promise((closed) => slow.close(closed));
});

test('while the database does not answer, that is logged once, and changes are seen again afterwards', async () => {
  const warned: string[] = [];
  let isDown = true;
  let asked = 0;
  const watch = createPlanWatch({
    readVersions: async () => {
      asked += 1;
      if (asked > 2) isDown = false;
      if (isDown) throw new Error('gone');
      return new Map([[plan.id, 2]]);
    },
    clock: server.deps.clock,
    log: { info: () => {}, warn: (_fields, message) => void warned.push(message), error: () => {} },
  });
  await new Promise<void>((onChange) =>
    watch.listen({ planId: plan.id, state: { version: 1, timeZone: 'Europe/London' }, onChange }),
  );
  watch.stop();
  expect(warned).toEqual(['changes of plans cannot be seen']);
  expect(asked).toBe(3);
});

// The last two leave the server changed.
test('whoever is taken out of the plan is told no more, and not let in again', async () => {
  const authorization = await server.tokenOf(other);
  const events = await listen(authorization);
  await markDeleted(server.database, plan.id, 'Owners', [other.itemId ?? 0]);
  await raisePlanVersion(server.database, plan.id);
  expect(await events.next()).toBeNull();
  expect((await server.ask(PATH, { authorization })).status).toBe(403);
});

test('when the server stops every page is let go, and no other is taken', async () => {
  const authorization = await server.tokenOf(director);
  const events = await listen(authorization);
  server.stopLivePages();
  expect(await events.next()).toBeNull();
  expect((await server.ask(PATH, { authorization })).status).toBe(503);
});
