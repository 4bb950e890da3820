import type { Plan } from '../../../plan/plan.ts';
import { NOW } from '../../../tests/helpers/make-plan.ts';
import { makeLargePlan } from '../notices/large-plan.ts';
import { withPast } from '../notices/past.ts';
import type { WorkerSize } from './worker-messages.ts';

const GROUPS = 10;
const OWNERS = 30;
const UPDATES_EACH = 3;
/** Half a year before the moment at which the server of a test stands. */
const FROM = '2021-07-05';

/** Plans that were worked with for half a year, each with people of its own. */
export function makePlans({ plans, items }: WorkerSize): readonly Plan[] {
  return Array.from({ length: plans }, (_, number) => {
    const size = { groups: GROUPS, owners: OWNERS, items };
    const id = `plan-${number + 1}`;
    const begun = makeLargePlan(size, { id, from: FROM, seed: number + 1, ownersFrom: number * OWNERS });
    const plan = withPast(begun, { now: NOW, updatesEach: UPDATES_EACH });
    return { ...plan, updates: plan.updates.map((update, at) => ({ ...update, itemId: at + 1 })) };
  });
}
