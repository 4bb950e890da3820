import { globSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import LongestFirst, { LONGEST } from './longest-first.ts';

const ROOT = join(import.meta.dirname, '..', '..');
const FILES = globSync('tests/**/*.test.ts', { cwd: ROOT }).map((name) => ({ path: join(ROOT, name) }));

test('what runs longest is begun first, and every file runs once', () => {
  const sorted = new LongestFirst().sort(FILES);
  expect(new Set(sorted)).toEqual(new Set(FILES));
  expect(sorted).toHaveLength(FILES.length);
  expect(sorted[0]?.path).toContain('/tests/bench/');
  expect(sorted.findIndex(({ path }) => path.includes('/tests/e2e/'))).toBeLessThan(
    sorted.findIndex(({ path }) => path.includes('/tests/plan/')),
  );
});

test.each(LONGEST)('%s names files that are there', (start) => {
  expect(FILES.some(({ path }) => path.startsWith(join(ROOT, start)))).toBe(true);
});
