import { existsSync } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { blankDatabase } from './blank-database.ts';
import { prepareJobs } from './jobs.ts';
import { migrate } from './migrate.ts';
import { openPglite } from './open-pglite.ts';

/** Makes, into `store/dist`, the blank database that new ones are copies of. Does nothing when it is there. */
const blank = blankDatabase();
if (!existsSync(blank)) {
  await rm(dirname(blank), { recursive: true, force: true });
  const making = join(dirname(blank), 'making');
  const database = await openPglite(making);
  await migrate(database);
  await prepareJobs(database);
  await database.close();
  await rename(join(making, 'database'), blank);
  await rm(making, { recursive: true });
}
