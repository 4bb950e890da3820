import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { memoryOf } from '../processes.ts';
import type { FromWorker, ToWorker, Viewer, WorkerSize } from './worker-messages.ts';

const WORKER = fileURLToPath(new URL('worker.ts', import.meta.url));

/** The dashboard's server in a process of its own. */
export interface DashboardWorker {
  readonly url: string;
  /** One of each plan. */
  readonly viewers: readonly Viewer[];
  /** Makes each of these plans another, as an answer does. */
  change(planIds: readonly string[]): Promise<void>;
  /** Memory in MiB, after what is used no more was let go; `null` where the system does not say. */
  memoryMib(): Promise<number | null>;
}

/** Starts it for `work` and ends it afterwards whatever happens. */
export async function withDashboard<Result>(
  size: WorkerSize,
  work: (worker: DashboardWorker) => Promise<Result>,
): Promise<Result> {
  const child = fork(WORKER, [JSON.stringify(size)], { execArgv: ['--expose-gc', '--no-warnings'] });
  const ended = once(child, 'exit');
  const hear = async () => {
    const heard = once(child, 'message') as Promise<[FromWorker]>;
    const [message] = await Promise.race([
      heard,
      ended.then(() => Promise.reject(new Error('The server of the dashboard ended.'))),
    ]);
    return message;
  };
  const order = async (message: ToWorker) => {
    const done = hear();
    child.send(message);
    await done;
  };
  try {
    const ready = await hear();
    if (ready.type !== 'ready') throw new Error('The server of the dashboard did not start.');
    return await work({
      url: ready.url,
      viewers: ready.viewers,
      change: (planIds) => order({ type: 'change', planIds }),
      async memoryMib() {
        await order({ type: 'tidy' });
        return memoryOf(child.pid ?? 0)?.nowMib ?? null;
      },
    });
  } finally {
    child.kill('SIGKILL');
    await ended;
  }
}
