/** Sends what is due until it is killed: one of several processes on a database. See `kills.ts`. */
import { setTimeout as sleep } from 'node:timers/promises';
import { openPostgres } from '../../../store/open-postgres.ts';
import { deliverNotices } from '../../../workflow/notices/deliver-notices.ts';
import { makeSender, type SenderPlace } from './sender.ts';

const PAUSE_MS = 50;
const [, , name = '', databaseUrl = '', place = ''] = process.argv;
const sender = {
  ...makeSender(await openPostgres(databaseUrl), JSON.parse(place) as SenderPlace),
  // What it takes to send is known in the ledger as its own.
  newKey: () => name,
};
for (;;) {
  await deliverNotices(sender);
  await sleep(PAUSE_MS);
}
