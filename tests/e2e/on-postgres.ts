import { type Milepost, startMilepost } from '../helpers/milepost.ts';
import { createTestPostgres } from '../helpers/test-database.ts';

/**
 * All of Milepost on a database of PostgreSQL's own: a third of the work that it is on PGlite, on which `whole-path.test.ts`
 * goes its way.
 */
export async function startOnPostgres(env: Readonly<Record<string, string>> = {}): Promise<Milepost> {
  const postgres = await createTestPostgres({ isMigrated: true });
  try {
    const milepost = await startMilepost({ ...env, DATABASE_URL: postgres.url });
    return {
      ...milepost,
      async close() {
        await milepost.close();
        await postgres.drop();
      },
    };
  } catch (error) {
    await postgres.drop();
    throw error;
  }
}
