import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createWriteStream, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { AppError } from '../../plan/errors.ts';
import { COMPILE_CACHE } from './compile-cache.ts';

type Env = Readonly<Record<string, string | undefined>>;

/** How long a process may take to stop before it is killed. */
const STOP_MS = 8_000;

/** A process that the launcher started. What it logs goes to a file; what it says to people, to the terminal. */
export interface Child {
  readonly process: ChildProcess;
  /** Settles when it ends, with its exit code; `null` when it was killed. */
  readonly ended: Promise<number | null>;
  stop(): Promise<void>;
}

/** Starts `node <script>`; its log is `<data directory>/logs/<name>.log`. */
export function startChild(name: string, script: string, env: Env, args: readonly string[] = []): Child {
  const logs = join(env.MILEPOST_DATA_DIR || '.data', 'logs');
  makeDirectory(logs);
  const child = spawn(process.execPath, ['--no-warnings', script, ...args], {
    env: { NODE_COMPILE_CACHE: COMPILE_CACHE, ...env },
    // A group of its own: Ctrl-C reaches the launcher, which stops its children in order.
    detached: true,
    stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
  });
  child.stdout?.pipe(createWriteStream(join(logs, `${name}.log`), { flags: 'a' }));
  const ended = once(child, 'exit').then(([code]) => code as number | null);
  return {
    process: child,
    ended,
    async stop() {
      if (child.exitCode !== null || child.signalCode !== null) return;
      child.kill('SIGTERM');
      const timer = setTimeout(() => child.kill('SIGKILL'), STOP_MS);
      await ended;
      clearTimeout(timer);
    },
  };
}

/** Runs a command to its end. @throws AppError `BAD_INPUT` without words when it fails: it has said why on the terminal */
export async function runToEnd(
  name: string,
  script: string,
  env: Env,
  args: readonly string[] = [],
): Promise<void> {
  const code = await startChild(name, script, env, args).ended;
  if (code !== 0) throw new AppError({ code: 'BAD_INPUT', message: '' });
}

function makeDirectory(path: string): void {
  try {
    mkdirSync(path, { recursive: true });
  } catch (cause) {
    throw new AppError({
      code: 'BAD_CONFIG',
      message: `MILEPOST_DATA_DIR: the folder ${path} cannot be made. Set it to a folder that you may write to.`,
      cause,
    });
  }
}
