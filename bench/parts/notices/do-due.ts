import { runMeetings } from '../../../workflow/meetings/run-meetings.ts';
import { deliverNotices } from '../../../workflow/notices/deliver-notices.ts';
import { planNotices, planPersonalNotices } from '../../../workflow/notices/plan-notices.ts';
import type { Replica } from './replica.ts';

/** What a round of `workflow/run-due.ts` does with meetings and notices, without reading and writing lists. */
export async function doDue(replica: Replica, planIds: readonly string[]): Promise<void> {
  for (const planId of planIds) {
    await runMeetings(replica, await planOf(replica, planId));
    await planNotices(replica, await planOf(replica, planId));
  }
  await planPersonalNotices(replica);
  await deliverNotices(replica);
}

async function planOf({ plans }: Replica, planId: string) {
  const plan = await plans.get(planId);
  if (plan === null) throw new Error(`There is no plan ${planId}.`);
  return plan;
}
