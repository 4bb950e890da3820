import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { migrate } from '../../store/migrate.ts';
import { openPglite, type PgliteDatabase } from '../../store/open-pglite.ts';
import { startJobs } from '../../store/jobs.ts';

let database: PgliteDatabase;
beforeAll(async () => { database = await openPglite(null); });
afterAll(() => database.close());
test('migrates', async () => {
  expect(await migrate(database)).toEqual([1]);
  expect(await migrate(database)).toEqual([]);
  const jobs = await startJobs(database, { tick: async () => {}, onError: () => {} });
  await jobs.stop();
});
