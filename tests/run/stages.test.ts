import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { jestArgs, PGLITE_TOO } from './stages.ts';

const ROOT = join(import.meta.dirname, '..', '..');

test('everything that is run on both opens the database of the run', () => {
  for (const path of PGLITE_TOO) {
    const files = globSync('tests/**/*.test.ts', { cwd: ROOT }).filter((file) => file.startsWith(path));
    const blind = files.filter(
      (file) =>
        !/openTestDatabase|isRunOnPostgres|openOwnProcess|helpers\//.test(
          readFileSync(join(ROOT, file), 'utf8'),
        ),
    );
    expect({ path, files: files.length > 0, blind }).toEqual({ path, files: true, blind: [] });
  }
});

test('a run of some paths names them, a run of everything none', () => {
  expect(jestArgs('report.json', ['tests/workflow']).at(-1)).toBe('tests/workflow');
  expect(jestArgs('report.json').filter((arg) => arg.startsWith('tests'))).toEqual([]);
});
