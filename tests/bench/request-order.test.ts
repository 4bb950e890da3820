import { expect, test } from '@jest/globals';
import { patienceOf } from '../../bench/parts/request-order.ts';
import type { LoggedPart, LoggedRequest } from '../../sandbox/core/request-log.ts';

const request = (entry: Partial<LoggedRequest>): LoggedRequest => ({
  at: '2026-01-12T09:00:00.000Z',
  arrivedAtMs: 0,
  answeredAtMs: (entry.arrivedAtMs ?? 0) + 10,
  method: 'GET',
  path: '/v1.0/sites/s',
  status: 200,
  area: 'graph',
  ms: 10,
  ...entry,
});
const part = (entry: Partial<LoggedPart>): LoggedPart => ({
  id: '1',
  method: 'POST',
  path: '/sites/s/lists/l/items',
  status: 201,
  resourceUnits: 2,
  ...entry,
});
const BUSY = { status: 429, retryAfterSeconds: 2 };

test('a call that is made again after its time is patient', () => {
  const log = [
    request({ fingerprint: 'a', ...BUSY }),
    request({ fingerprint: 'a', arrivedAtMs: 2_010 }),
    request({ fingerprint: 'a', arrivedAtMs: 2_500 }),
  ];
  expect(patienceOf(log)).toEqual({ calls: 3, putOff: 1, repeated: 1, tooEarly: [], meanwhile: 0 });
});

test('a call that is made again before its time, counted from the answer, is not', () => {
  const log = [request({ fingerprint: 'a', ...BUSY }), request({ fingerprint: 'a', arrivedAtMs: 2_000 })];
  expect(patienceOf(log)).toMatchObject({
    repeated: 1,
    tooEarly: [expect.stringContaining('too early')],
    meanwhile: 1,
  });
});

test('a part is the same call in another batch; other calls meanwhile are counted apart', () => {
  const log = [
    request({ fingerprint: 'x', parts: [part({ fingerprint: 'p', ...BUSY }), part({ fingerprint: 'q' })] }),
    request({ fingerprint: 'y', arrivedAtMs: 1_000, parts: [part({ fingerprint: 'r' })] }),
    request({ fingerprint: 'z', arrivedAtMs: 1_500, parts: [part({ fingerprint: 'p' })] }),
  ];
  expect(patienceOf(log)).toEqual({
    calls: 7,
    putOff: 1,
    repeated: 1,
    tooEarly: [expect.stringContaining('too early')],
    meanwhile: 2,
  });
});

test('an answer that was cut off told nobody to wait', () => {
  const log = [
    request({ fingerprint: 'x', wasCut: true, parts: [part({ fingerprint: 'p', ...BUSY })] }),
    request({ fingerprint: 'y', arrivedAtMs: 1_000, parts: [part({ fingerprint: 'p' })] }),
  ];
  expect(patienceOf(log)).toMatchObject({ putOff: 0, tooEarly: [], meanwhile: 0 });
});
