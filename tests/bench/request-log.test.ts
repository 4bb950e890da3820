import { expect, test } from '@jest/globals';
import { costOf } from '../../bench/parts/request-log.ts';
import type { LoggedRequest } from '../../sandbox/core/request-log.ts';

const request = (given: Partial<LoggedRequest>): LoggedRequest => ({
  at: '2026-01-01T00:00:00.000Z',
  arrivedAtMs: 1,
  answeredAtMs: 2,
  method: 'POST',
  path: '/v1.0/$batch',
  status: 200,
  area: 'graph',
  ms: 1,
  ...given,
});

const part = (method: string, path: string) => ({ id: '1', method, path, status: 200, resourceUnits: 1 });

test('counts writes and keeps the reading of changes apart', () => {
  const poll = request({
    resourceUnits: 2,
    parts: [part('GET', '/sites/s/lists/a/items/delta?token=x'), part('GET', '/sites/s/lists/b/items/delta')],
  });
  const write = request({
    resourceUnits: 4,
    parts: [part('PATCH', '/sites/s/lists/a/items/1'), part('POST', '/sites/s/lists/b/items')],
  });
  expect(costOf([poll, write])).toEqual({
    requests: 1,
    resourceUnits: 4,
    pollRequests: 1,
    pollUnits: 2,
    what: ['POST $batch (PATCH, POST)'],
  });
});

test('a batch that reads changes and does something else is no mere poll', () => {
  const mixed = request({
    resourceUnits: 3,
    parts: [part('GET', '/sites/s/lists/a/items/delta'), part('PATCH', '/sites/s/lists/a/items/1')],
  });
  expect(costOf([mixed])).toMatchObject({ requests: 1, resourceUnits: 3, pollRequests: 0 });
});

test('leaves out Teams, sign-in and what the benchmark itself reads', () => {
  expect(
    costOf([
      request({ area: 'teams', path: '/connector/v3/conversations' }),
      request({ area: 'identity', path: '/tenant/oauth2/v2.0/token' }),
      request({ method: 'GET', path: '/graph/v1.0/sites/s/lists/Updates/items', resourceUnits: 2 }),
    ]),
  ).toMatchObject({ requests: 0, resourceUnits: 0, pollRequests: 0 });
});
