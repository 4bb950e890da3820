import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { DATABASE_FOLDERS, jestArgs } from './stages.ts';

const ROOT = join(import.meta.dirname, '..', '..');

test('every test that opens the database of the run is in a folder that is run on both', () => {
  const files = globSync('tests/**/*.test.ts', { cwd: ROOT }).filter((file) =>
    /\b(openTestDatabase|isRunOnPostgres)\b/.test(readFileSync(join(ROOT, file), 'utf8')),
  );
  const left = files.filter((file) => !DATABASE_FOLDERS.some((folder) => file.startsWith(`${folder}/`)));
  expect(files.length).toBeGreaterThan(5);
  expect(left.filter((file) => file !== 'tests/run/stages.test.ts')).toEqual([]);
});

test('a run of some folders names them, a run of everything none', () => {
  expect(jestArgs('report.json', ['tests/workflow']).at(-1)).toBe('tests/workflow');
  expect(jestArgs('report.json').filter((arg) => arg.startsWith('tests'))).toEqual([]);
});
