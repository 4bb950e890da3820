import type { Database } from '../../../store/database.ts';
import { readWaiting } from '../../../store/outbox.ts';

/** What waits to be written of meetings, in order; boards have drafts of their reports besides. */
export async function meetingWrites(database: Database, planId = 'plan-1') {
  return (await readWaiting(database, planId, 20)).filter(({ list }) => list === 'Meetings');
}
