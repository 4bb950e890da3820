import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { FromWorker, Memory, ToWorker, Viewer, WorkerSize } from './worker-messages.ts';

const WORKER = fileURLToPath(new URL('worker.ts', import.meta.url));

/** The dashboard's server in a process of its own. */
export interface DashboardWorker {
  readonly url: string;
  /** One of each plan. */
  readonly viewers: readonly Viewer[];
  /** Makes each of these plans another, as an answer does. */
  change(planIds: readonly string[]): Promise<void>;
  /** After what is used no more was let go. */
  memory(): Promise<Memory>;
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
  const order = (message: ToWorker) => {
    const done = hear();
    child.send(message);
    return done;
  };
  try {
    const ready = await hear();
    if (ready.type !== 'ready') throw new Error('The server of the dashboard did not start.');
    return await work({
      url: ready.url,
      viewers: ready.viewers,
      async change(planIds) {
        await order({ type: 'change', planIds });
      },
      async memory() {
        const told = await order({ type: 'tidy' });
        if (told.type !== 'memory') throw new Error('The server of the dashboard did not tell its memory.');
        return told;
      },
    });
  } finally {
    child.kill('SIGKILL');
    await ended;
  }
}
