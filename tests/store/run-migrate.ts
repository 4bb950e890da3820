import { migrate } from '../../store/migrate.ts';
import { openPostgres } from '../../store/open-postgres.ts';

/** Brings the PostgreSQL database given up to date, and says which migrations it ran. */
const database = await openPostgres(process.argv[2] ?? '');
const ran = await migrate(database);
await database.close();
process.stdout.write(JSON.stringify(ran));
