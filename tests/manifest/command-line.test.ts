import { execFile } from 'node:child_process';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from '@jest/globals';
import { withTempDir } from '../helpers/temp-dir.ts';

const PROGRAM = join(resolve(import.meta.dirname, '..', '..'), 'manifest', 'package.ts');

/** Runs the command as a person would, in a folder without `.env` and with no settings around it. */
function run(args: readonly string[]) {
  return withTempDir((cwd) =>
    promisify(execFile)(process.execPath, [PROGRAM, ...args], { cwd, env: { PATH: process.env.PATH } }),
  );
}

test('without settings or arguments it says what to give, and ends with 1', async () => {
  await expect(run([])).rejects.toMatchObject({
    code: 1,
    stdout: '',
    stderr: expect.stringMatching(/No package was written:[\s\S]*MICROSOFT_APP_ID[\s\S]*--app-id, --bot-id/),
  });
});

test('with wrong arguments it says each fault on a line, and ends with 1', async () => {
  const args = ['--app-id', 'x', '--bot-id', 'y', '--tab-app-id', 'z', '--host', 'localhost'];
  const ended = run(args);
  await expect(ended).rejects.toMatchObject({ code: 1, stdout: '' });
  const stderr = await ended.catch((error: { stderr: string }) => error.stderr);
  expect(String(stderr)).toMatch(
    /^ {2}- app id "x".*\n {2}- bot id "y".*\n {2}- tab app id "z".*\n {2}- host "localhost"/m,
  );
});
