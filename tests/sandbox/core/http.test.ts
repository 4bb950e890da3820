import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { type AnsweredRequest, type Route, type Served, serve } from '../../../sandbox/core/http.ts';
import { HttpError } from '../../../sandbox/core/http-error.ts';

const ROUTES: readonly Route[] = [
  {
    method: 'GET',
    path: '/things/:id',
    area: 'teams',
    handler: ({ params }) => ({ status: 200, body: params }),
  },
  { method: 'GET', path: '/text', handler: () => ({ status: 200, body: 'plain' }) },
  { method: 'POST', path: '/echo', handler: ({ body }) => ({ status: 201, body: body.toString() }) },
  { method: 'DELETE', path: '/things/:id', handler: () => ({ status: 204 }) },
  {
    method: '*',
    path: '/rest/*',
    handler: ({ params, method }) => ({ status: 200, body: { method, rest: params['*'] } }),
  },
  {
    method: 'GET',
    path: '/refused',
    handler: () => {
      throw new HttpError(409, 'Not now.');
    },
  },
  {
    method: 'GET',
    path: '/stream',
    handler: () => ({
      status: 200,
      headers: { 'Content-Type': 'text/event-stream' },
      stream: (response) => {
        response.write('data: 1\n\n');
        response.end();
      },
    }),
  },
];

let served: Served;
let origin = '';
const answered: AnsweredRequest[] = [];
beforeAll(async () => {
  served = await serve({ routes: ROUTES, port: 0, onRequest: (request) => answered.push(request) });
  origin = `http://127.0.0.1:${served.port}`;
});
afterAll(() => served.close());

test('names in a path are decoded', async () => {
  const response = await fetch(`${origin}/things/19%3Aa%2Fb%40thread`);
  expect(await response.json()).toEqual({ id: '19:a/b@thread' });
  expect(response.headers.get('content-type')).toBe('application/json');
});

test('text is sent as it is, and an empty answer has no content type', async () => {
  expect(await (await fetch(`${origin}/text`)).text()).toBe('plain');
  const empty = await fetch(`${origin}/things/1`, { method: 'DELETE' });
  expect([empty.status, empty.headers.get('content-type')]).toEqual([204, null]);
});

test('a star takes the rest of a path, and any method', async () => {
  const response = await fetch(`${origin}/rest/a/b%20c`, { method: 'PUT' });
  expect(await response.json()).toEqual({ method: 'PUT', rest: 'a/b c' });
});

test('bodies are read whole; too large ones are refused', async () => {
  const text = 'x'.repeat(100_000);
  expect(await (await fetch(`${origin}/echo`, { method: 'POST', body: text })).text()).toBe(text);
  const large = await fetch(`${origin}/echo`, { method: 'POST', body: 'x'.repeat(9 * 1024 * 1024) });
  expect([large.status, await large.json()]).toEqual([413, { error: 'The body is larger than 8 MB.' }]);
});

test('refusals and unknown addresses say what is wrong', async () => {
  const refused = await fetch(`${origin}/refused`);
  expect([refused.status, await refused.json()]).toEqual([409, { error: 'Not now.' }]);
  const unknown = await fetch(`${origin}/none`);
  expect([unknown.status, await unknown.json()]).toEqual([
    404,
    { error: 'There is nothing at GET /none in the sandbox.' },
  ]);
  expect((await fetch(`${origin}/things/%zz`)).status).toBe(404);
});

test('events are streamed', async () => {
  const response = await fetch(`${origin}/stream`);
  expect(await response.text()).toBe('data: 1\n\n');
});

test('every answered request is told, with its area and its query', async () => {
  await fetch(`${origin}/things/7?x=1`);
  expect(answered.at(-1)).toMatchObject({ method: 'GET', path: '/things/7?x=1', status: 200, area: 'teams' });
});

test('a port in use is one clear message', async () => {
  await expect(serve({ routes: [], port: served.port })).rejects.toThrow(
    `Port ${served.port} is already in use.`,
  );
});
