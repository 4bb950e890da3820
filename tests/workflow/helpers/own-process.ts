import { afterAll, beforeAll, beforeEach } from '@jest/globals';
import type { Plan } from '../../../plan/plan.ts';
import type { Database } from '../../../store/database.ts';
import { emptyDatabase, openTestDatabase, type TestDatabase } from '../../store/databases.ts';
import { fillMirror } from './fill-mirror.ts';
import { makeDeps, type TestProcess } from './make-deps.ts';

/** The database of a test file. */
export let database: Database;
/** A process that works with it; another for each test. */
export let deps: TestProcess;

/** Opens a database for a test file, and empties it before each test. @param plan what stands in it then; default: nothing */
export function openOwnProcess(plan: Plan | null = null): void {
  let opened: TestDatabase | undefined;
  beforeAll(async () => {
    opened = await openTestDatabase();
    database = opened.database;
  });
  afterAll(() => opened?.close());
  beforeEach(async () => {
    await emptyDatabase(database);
    if (plan !== null) await fillMirror(database, plan);
    deps = makeDeps({ database });
  });
}
