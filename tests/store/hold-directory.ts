import { migrate } from '../../store/migrate.ts';
import { openPglite } from '../../store/open-pglite.ts';
import { savePlanSite } from '../../store/plan-sites.ts';

/** Opens the data directory given, commits one plan, says so and stays until it is killed. */
const database = await openPglite(process.argv[2] ?? '');
await migrate(database);
await savePlanSite(database, {
  planId: 'kept',
  name: 'Kept',
  sitePath: 'a:/b',
  siteId: '1',
  siteUrl: 'https://a/b',
});
process.stdout.write('holding\n');
setInterval(() => {}, 60_000);
