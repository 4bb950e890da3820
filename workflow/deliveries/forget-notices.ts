import { pruneNotices } from '../../store/deliveries.ts';
import type { WorkflowDeps } from '../deps.ts';

/** Longer than any notice is timely and any rhythm is long: a notice that is forgotten is never due again. */
const KEEP_DAYS = 400;

/** Forgets what was sent, or came to nothing, more than 400 days ago. */
export async function forgetOldNotices({
  database,
  clock,
}: Pick<WorkflowDeps, 'database' | 'clock'>): Promise<void> {
  await pruneNotices(
    database,
    clock
      .now()
      .subtract({ hours: 24 * KEEP_DAYS })
      .toString(),
  );
}
