import { mkdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { makeTempDir, type TempDir } from '../helpers/temp-dir.ts';
import { isStale } from './is-stale.ts';

/** Seconds since 1970; all that matters is their order. */
const EARLIER = 1_000;
const BUILT = 2_000;
const LATER = 3_000;

let dir: TempDir;
beforeEach(async () => {
  dir = await makeTempDir();
  write('page/main.ts', EARLIER);
  write('page/parts/head.ts', EARLIER);
  write('page/dist/index.html', BUILT);
  for (const folder of ['page', 'page/parts', 'page/dist']) touch(folder, EARLIER);
});
afterEach(() => dir.remove());

function touch(path: string, seconds: number): void {
  utimesSync(join(dir.path, path), seconds, seconds);
}

function write(path: string, seconds: number): void {
  mkdirSync(dirname(join(dir.path, path)), { recursive: true });
  writeFileSync(join(dir.path, path), path);
  touch(path, seconds);
}

function stale(output = 'page/dist'): boolean {
  return isStale({ root: dir.path, sources: ['page', 'lock.json'], output });
}

test('what is newer than all its sources is not built again', () => {
  expect(stale()).toBe(false);
});

test('what was never built is stale', () => {
  expect(stale('elsewhere/dist')).toBe(true);
});

test('a changed source deep down makes it stale', () => {
  write('page/parts/head.ts', LATER);
  expect(stale()).toBe(true);
});

test('a deleted source makes it stale', () => {
  rmSync(join(dir.path, 'page/parts/head.ts'));
  expect(stale()).toBe(true);
});

test('a changed lockfile makes it stale', () => {
  write('lock.json', LATER);
  expect(stale()).toBe(true);
});

test('installed packages and the build itself are not sources', () => {
  write('page/dist/extra.js', LATER);
  write('page/node_modules/thing/index.js', LATER);
  touch('page', EARLIER);
  expect(stale()).toBe(false);
});
