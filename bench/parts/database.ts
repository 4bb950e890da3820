import { type DatabasePlace, openDatabase } from '../../server/open-database.ts';
import type { Database } from '../../store/database.ts';
import { forgetEverything } from '../../store/forget-everything.ts';
import { openPostgres } from '../../store/open-postgres.ts';

/** What Milepost can keep its data in. */
export const DATABASE_KINDS = ['pglite', 'postgres'] as const;
export type DatabaseKind = (typeof DATABASE_KINDS)[number];

/** As a table calls it. */
export const DATABASE_NAMES: Readonly<Record<DatabaseKind, string>> = {
  pglite: 'PGlite',
  postgres: 'PostgreSQL',
};

/** Opens the database of an installation, past Milepost. Stop the server before: PGlite has one user only. */
export async function withDatabase<Result>(
  place: DatabasePlace,
  work: (database: Database) => Promise<Result>,
): Promise<Result> {
  const database = await openDatabase(place);
  try {
    return await work(database);
  } finally {
    await database.close();
  }
}

/** Empties a PostgreSQL database of Milepost's. */
export async function emptyPostgres(databaseUrl: string): Promise<void> {
  const database = await openPostgres(databaseUrl);
  try {
    await forgetEverything(database);
  } finally {
    await database.close();
  }
}
