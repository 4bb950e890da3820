import { expect, test } from '@jest/globals';
import { createRequestLog } from '../../../sandbox/core/request-log.ts';

function entry(at: string, path = '/') {
  return { at, method: 'GET', path, status: 200, area: 'graph' as const, ms: 1 };
}

test('entries are given from a moment on, oldest first', () => {
  const log = createRequestLog();
  for (const second of ['01', '02', '03']) log.add(entry(`2026-01-01T00:00:${second}.000Z`));
  const ats = log.since('2026-01-01T00:00:02Z').map(({ at }) => at);
  expect(ats).toEqual(['2026-01-01T00:00:02.000Z', '2026-01-01T00:00:03.000Z']);
  expect(log.since()).toHaveLength(3);
});

test('only the newest 20,000 are kept', () => {
  const log = createRequestLog();
  for (let n = 0; n < 22_500; n += 1) log.add(entry('2026-01-01T00:00:00Z', `/${n}`));
  expect(log.since()).toHaveLength(20_000);
  expect(log.since()[0]?.path).toBe('/2500');
});
