import { AppError } from '../../plan/errors.ts';
import { forgetEverything } from '../../store/forget-everything.ts';
import { migrate } from '../../store/migrate.ts';
import { openPostgres } from '../../store/open-postgres.ts';
import { listKnownSites } from '../../store/plan-sites.ts';
import { parseSites } from '../site-settings.ts';

type Env = Readonly<Record<string, string | undefined>>;

/**
 * Empties the PostgreSQL database of a sandbox that was reset; with PGlite there is none.
 * @throws AppError `BAD_CONFIG`, deleting nothing, when it holds a plan that is not the sandbox's
 */
export async function forgetPlans({ DATABASE_URL, MILEPOST_SITES }: Env): Promise<void> {
  if (!DATABASE_URL) return;
  const ours = parseSites(MILEPOST_SITES ?? '').map(({ sitePath }) => sitePath);
  const database = await openPostgres(DATABASE_URL);
  try {
    await migrate(database);
    const foreign = (await listKnownSites(database)).find(({ sitePath }) => !ours.includes(sitePath));
    if (foreign !== undefined)
      throw new AppError({
        code: 'BAD_CONFIG',
        message: `DATABASE_URL: this database holds the plan of ${foreign.sitePath}, which is not the sandbox’s, so nothing was deleted. Give the sandbox a database of its own.`,
      });
    await forgetEverything(database);
  } finally {
    await database.close();
  }
}
