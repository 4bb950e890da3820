import { setImmediate as nextTurn } from 'node:timers/promises';
import { raisePlanVersion } from '../../../store/plan-versions.ts';
import { startDashboardServer } from '../../../tests/server/helpers/dashboard-server.ts';
import { fillMirror } from '../../../tests/workflow/helpers/fill-mirror.ts';
import { makePlans } from './plans.ts';
import type { FromWorker, Memory, ToWorker, WorkerSize } from './worker-messages.ts';

const MIB = 2 ** 20;

/** A server of the dashboard in a process of its own: its figures are not those of who measures. */
const { plans, items } = JSON.parse(process.argv[2] ?? '{}') as WorkerSize;
const [first, ...others] = makePlans({ plans, items });
if (first === undefined) throw new Error('There is no plan to serve.');

const server = await startDashboardServer(first);
for (const plan of others) await fillMirror(server.database, plan);
const viewers = await Promise.all(
  [first, ...others].map(async ({ id, owners: [owner] }) => {
    if (owner === undefined) throw new Error(`Nobody is in ${id}.`);
    return { planId: id, authorization: await server.tokenOf(owner) };
  }),
);
const tell = (message: FromWorker) => process.send?.(message);
tell({ type: 'ready', url: server.url, viewers });

process.on('message', async (message: ToWorker) => {
  if (message.type === 'change') {
    for (const planId of message.planIds) await raisePlanVersion(server.database, planId);
    tell({ type: 'done' });
  } else tell({ type: 'memory', ...(await tidied()) });
});
process.once('disconnect', () => process.exit(0));

/** What the looks before held is let go bit by bit: until nothing more of it is. */
async function tidied(): Promise<Memory> {
  let last = Number.POSITIVE_INFINITY;
  for (;;) {
    globalThis.gc?.();
    await nextTurn();
    const { heapUsed, external, rss } = process.memoryUsage();
    const used = heapUsed + external;
    if (last - used < MIB / 10) return { usedMib: used / MIB, heldMib: rss / MIB };
    last = used;
  }
}
