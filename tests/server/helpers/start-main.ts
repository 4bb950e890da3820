import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { COMPILE_CACHE } from '../../../server/launch/compile-cache.ts';
import { withSandboxSettings } from '../../../server/sandbox-settings.ts';
import type { Sandbox } from '../../helpers/sandbox.ts';

const ROOT = join(import.meta.dirname, '..', '..', '..');

/** Milepost alone, `server/main.ts`, in a process of its own. */
export interface MainProcess {
  readonly url: string;
  readonly port: number;
  /** Everything it has logged. */
  log(): string;
  /** Sends SIGTERM and answers the exit code. */
  stop(): Promise<number | null>;
}

/** What became of a start that is expected to fail. */
export interface FailedStart {
  readonly code: number | null;
  /** What it said to whoever started it. */
  readonly said: string;
}

/** Settings that point Milepost at a sandbox, with a data directory and a port of its own. */
export function settingsFor(
  sandbox: Sandbox,
  { dataDirectory, caFile }: { readonly dataDirectory: string; readonly caFile: string },
): Record<string, string> {
  const settings = withSandboxSettings({
    SANDBOX_PORT: new URL(sandbox.pageUrl).port,
    SANDBOX_GRAPH_PORT: new URL(sandbox.graphUrl).port,
    MILEPOST_DATA_DIR: dataDirectory,
    MILEPOST_CA_FILE: caFile,
    PORT: '0',
  });
  return settings as Record<string, string>;
}

/** Starts it and waits until it listens. @throws Error with what it said, when it ends instead */
export async function startMain(env: Readonly<Record<string, string>>): Promise<MainProcess> {
  const child = spawnMain(env);
  const lines: string[] = [];
  const said = collect(child);
  const port = await new Promise<number>((resolve, reject) => {
    createInterface({ input: child.stdout ?? process.stdin }).on('line', (line) => {
      lines.push(line);
      const entry = JSON.parse(line) as { msg?: string; port?: number };
      if (entry.msg === 'listening') resolve(entry.port ?? 0);
    });
    child.once('exit', (code) => reject(new Error(`It ended with ${code}:\n${said()}`)));
  });
  return {
    url: `http://127.0.0.1:${port}`,
    port,
    log: () => lines.join('\n'),
    async stop() {
      if (child.exitCode !== null || child.signalCode !== null) return child.exitCode;
      const ended = once(child, 'exit');
      child.kill('SIGTERM');
      const [code] = await ended;
      return code as number | null;
    },
  };
}

/** Starts it and waits until it ends by itself. */
export async function startInVain(env: Readonly<Record<string, string>>): Promise<FailedStart> {
  const child = spawnMain(env);
  const said = collect(child);
  child.stdout?.resume();
  const [code] = await once(child, 'close');
  return { code: code as number | null, said: said() };
}

function spawnMain(env: Readonly<Record<string, string>>): ChildProcess {
  const child = spawn(process.execPath, ['--no-warnings', 'server/main.ts'], {
    cwd: ROOT,
    env: { PATH: process.env.PATH, NODE_COMPILE_CACHE: COMPILE_CACHE, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const killWithUs = () => child.kill('SIGKILL');
  process.once('exit', killWithUs);
  child.once('exit', () => process.off('exit', killWithUs));
  return child;
}

function collect(child: ChildProcess): () => string {
  let text = '';
  child.stderr?.setEncoding('utf8').on('data', (part: string) => {
    text += part;
  });
  return () => text;
}
