import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { beforeAll, expect, test } from '@jest/globals';
import { migrate } from '../../store/migrate.ts';
import { openPglite } from '../../store/open-pglite.ts';
import { findPlanSite } from '../../store/plan-sites.ts';
import { withTempDir } from '../helpers/temp-dir.ts';

const HOLDER = join(import.meta.dirname, 'hold-directory.ts');
const BUILD_FILE = join(import.meta.dirname, '..', '..', 'store', 'build.ts');

// Where a migration was changed since `npm ci`, the blank database is another one.
beforeAll(() => promisify(execFile)(process.execPath, ['--no-warnings', BUILD_FILE]), 120_000);

test('a data directory is one process’s; killed outright, it leaves it free and loses nothing committed', async () => {
  await withTempDir(async (directory) => {
    const holder = spawn(process.execPath, ['--no-warnings', HOLDER, directory], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const ended = once(holder, 'exit');
    try {
      await Promise.race([once(holder.stdout, 'data'), ended.then(() => Promise.reject(new Error('ended')))]);
      await expect(openPglite(directory)).rejects.toMatchObject({
        code: 'IN_USE',
        message: `The data directory ${directory} is open in another Milepost. Stop that one, or set MILEPOST_DATA_DIR to another folder.`,
      });
    } finally {
      holder.kill('SIGKILL');
      await ended;
    }

    const database = await openPglite(directory);
    expect(await findPlanSite(database, 'kept')).toMatchObject({ name: 'Kept' });
    await expect(openPglite(directory)).rejects.toMatchObject({ code: 'IN_USE' });
    await database.close();
    await (await openPglite(directory)).close();
  });
});

test('a copy of the blank database that was cut short is begun again', async () => {
  await withTempDir(async (directory) => {
    await mkdir(join(directory, 'database.unfinished', 'left-over'), { recursive: true });
    const database = await openPglite(directory);
    expect(await migrate(database)).toEqual([]);
    await database.close();
    expect(readdirSync(directory)).not.toContain('database.unfinished');
    expect(readdirSync(join(directory, 'database'))).not.toContain('left-over');
  });
});
