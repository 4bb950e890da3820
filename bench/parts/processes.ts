import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

/** A process of this machine. */
export interface ProcessInfo {
  readonly pid: number;
  readonly parentPid: number;
  /** Memory held in RAM, as `ps` says. */
  readonly rssKib: number;
  /** With its arguments. */
  readonly command: string;
}

/** Processes that `pid` started, and those that they started; parents first. */
export async function descendantsOf(pid: number): Promise<ProcessInfo[]> {
  const all = await listProcesses();
  const childrenOf = (parent: number): ProcessInfo[] =>
    all.filter(({ parentPid }) => parentPid === parent).flatMap((child) => [child, ...childrenOf(child.pid)]);
  return childrenOf(pid);
}

/** Kills everything that `pid` started, outright. */
export async function killDescendants(pid: number): Promise<void> {
  for (const { pid: descendant } of await descendantsOf(pid)) kill(descendant);
}

/** Kills one process outright; one that has ended already is no fault. */
export function kill(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}

async function listProcesses(): Promise<ProcessInfo[]> {
  const { stdout } = await promisify(execFile)('ps', ['-A', '-o', 'pid=,ppid=,rss=,args='], {
    maxBuffer: 16 * 1024 ** 2,
  });
  return stdout.split('\n').flatMap((line) => {
    const [, pid, parentPid, rssKib, command = ''] = /^\s*(\d+)\s+(\d+)\s+(\d+)\s+(.*)$/.exec(line) ?? [];
    return pid === undefined
      ? []
      : [{ pid: Number(pid), parentPid: Number(parentPid), rssKib: Number(rssKib), command }];
  });
}
