import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { makeTempDir, type TempDir } from '../helpers/temp-dir.ts';
import { runNode } from './run-node.ts';
import { runStage } from './run-stage.ts';
import type { Stage } from './stages.ts';

const PASSED = { passed: 1, failed: 0, remarks: [] };
const FAILED = { passed: 0, failed: 1, remarks: ['Types failed.'] };

let dir: TempDir;
let said: string[];
beforeEach(async () => {
  dir = await makeTempDir();
  said = [];
});
afterEach(() => dir.remove());

/** Runs a stage whose program is this source. */
function run(source: string, onlyWhenStale?: Stage['onlyWhenStale']) {
  writeFileSync(join(dir.path, 'program.mjs'), source);
  const stage = { name: 'Types', args: ['program.mjs'], onlyWhenStale };
  return runStage({ stage, root: dir.path, say: (line) => said.push(line) });
}

test('a program that ends well passes, under its heading', async () => {
  expect(await run('')).toEqual(PASSED);
  expect(said.join('')).toContain('=== Types ===');
});

test('a program that ends with a code fails', async () => {
  expect(await run('process.exit(3)')).toEqual(FAILED);
});

test('a program that is killed fails', async () => {
  expect(await run("process.kill(process.pid, 'SIGKILL'); setInterval(() => {}, 1000);")).toEqual(FAILED);
});

test('what is up to date is not run, and passes', async () => {
  mkdirSync(join(dir.path, 'dist'));
  const source = "import { writeFileSync } from 'node:fs'; writeFileSync('ran', '');";
  expect(await run(source, { sources: ['nothing'], output: 'dist' })).toEqual(PASSED);
  expect(existsSync(join(dir.path, 'ran'))).toBe(false);
  expect(await run(source, { sources: ['program.mjs'], output: 'never-built' })).toEqual(PASSED);
  expect(existsSync(join(dir.path, 'ran'))).toBe(true);
});

test('a program is told what is set besides', async () => {
  writeFileSync(join(dir.path, 'program.mjs'), "process.exit(process.env.TEST_DATABASE === 'here' ? 5 : 6)");
  expect(await runNode({ args: ['program.mjs'], cwd: dir.path, env: { TEST_DATABASE: 'here' } })).toBe(5);
});
