import { execFile } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
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

/** Linux counts processor time in hundredths of a second, whatever the kernel's own clock (proc_pid_stat(5)). */
const TICK_MS = 10;
/** Fields 14 and 15, user and system time; those before are counted from behind the command, which may hold blanks. */
const TIME_FIELDS = [11, 12] as const;

/** Processor time that a process has used, all its threads; `null` where the system does not say as finely as Linux. */
export function processorMsOf(pid: number): number | null {
  const path = `/proc/${pid}/stat`;
  if (!existsSync(path)) return null;
  const fields = readFileSync(path, 'utf8')
    .replace(/^.*\) /s, '')
    .split(' ');
  return TIME_FIELDS.reduce((sum, field) => sum + Number(fields[field]) * TICK_MS, 0);
}

/** Memory held in RAM by a process now, and the most it ever held; `null` where the system does not say as Linux does. */
export function memoryOf(pid: number): { readonly nowMib: number; readonly peakMib: number } | null {
  const path = `/proc/${pid}/status`;
  if (!existsSync(path)) return null;
  const status = readFileSync(path, 'utf8');
  const mib = (name: string) => Number(new RegExp(`^${name}:\\s+(\\d+) kB`, 'm').exec(status)?.[1]) / 1_024;
  return { nowMib: mib('VmRSS'), peakMib: mib('VmHWM') };
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
