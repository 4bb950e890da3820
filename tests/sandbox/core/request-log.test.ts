import { expect, test } from '@jest/globals';
import { createRequestLog, type LoggedPart, type LoggedRequest } from '../../../sandbox/core/request-log.ts';

function entry(at: string, given: Partial<LoggedRequest> = {}): LoggedRequest {
  const ms = Date.parse(at);
  return {
    at,
    arrivedAtMs: ms,
    answeredAtMs: ms,
    method: 'GET',
    path: '/',
    status: 200,
    area: 'graph',
    ms: 1,
    ...given,
  };
}

const PART: LoggedPart = { id: '1', method: 'GET', path: '/', status: 200, resourceUnits: 1 };

test('entries are given from a moment on, oldest first', () => {
  const log = createRequestLog();
  for (const second of ['01', '02', '03']) log.add(entry(`2026-01-01T00:00:${second}.000Z`));
  const ats = log.read({ since: '2026-01-01T00:00:02Z' }).map(({ at }) => at);
  expect(ats).toEqual(['2026-01-01T00:00:02.000Z', '2026-01-01T00:00:03.000Z']);
  expect(log.read()).toHaveLength(3);
});

test('the whole log can be read in pages by number, none twice and none left out', () => {
  const log = createRequestLog();
  for (let n = 0; n < 25; n += 1) log.add(entry('2026-01-01T00:00:00Z', { path: `/${n}` }));
  const paths: string[] = [];
  for (let after = 0; ; ) {
    const page = log.read({ after, limit: 10 });
    if (page.length === 0) break;
    paths.push(...page.map(({ path }) => path));
    after = page.at(-1)?.sequence ?? 0;
  }
  expect(paths).toEqual(Array.from({ length: 25 }, (_, n) => `/${n}`));
});

test('numbers go on after the log was emptied, so that nobody reads on in the wrong place', () => {
  const log = createRequestLog();
  log.add(entry('2026-01-01T00:00:00Z'));
  log.clear();
  log.add(entry('2026-01-01T00:00:00Z'));
  expect(log.read({ after: 1 }).map(({ sequence }) => sequence)).toEqual([2]);
});

test('only the newest 50,000 requests are kept, and of large batches fewer', () => {
  const log = createRequestLog();
  for (let n = 0; n < 53_000; n += 1) log.add(entry('2026-01-01T00:00:00Z', { path: `/${n}` }));
  expect(log.read().length).toBeGreaterThanOrEqual(50_000);
  expect(log.read().length).toBeLessThan(52_500);
  expect(log.read().at(-1)?.path).toBe('/52999');
  const parts = Array.from({ length: 20 }, () => PART);
  for (let n = 0; n < 11_000; n += 1) log.add(entry('2026-01-01T00:00:00Z', { parts }));
  expect(log.read().length).toBeGreaterThanOrEqual(10_000);
  expect(log.read().length).toBeLessThan(10_600);
});
