import { openPglite, type PgliteDatabase } from '../store/open-pglite.ts';
import { openPostgres, type PostgresDatabase } from '../store/open-postgres.ts';
import type { Config } from './config.ts';

/** Where an installation keeps its data: the PostgreSQL server it names, or else PGlite in its data directory. */
export type DatabasePlace = Pick<Config, 'databaseUrl' | 'dataDirectory'>;

/** @throws AppError `IN_USE` when another process has the data directory open */
export function openDatabase({
  databaseUrl,
  dataDirectory,
}: DatabasePlace): Promise<PgliteDatabase | PostgresDatabase> {
  return databaseUrl === null ? openPglite(`${dataDirectory}/milepost`) : openPostgres(databaseUrl);
}
