import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { COMPILE_CACHE } from '../../server/launch/compile-cache.ts';
import { freePort } from './free-port.ts';
import { makeTempDir } from './temp-dir.ts';

const ROOT = join(import.meta.dirname, '..', '..');
const READY_PATTERN = /^Ready\. Open (http:\S+\/)/;

/** All of Milepost with its sandbox, as `npm start` runs it, in processes of its own. */
export interface Milepost {
  /** The sandbox's page, without a slash at the end. */
  readonly pageUrl: string;
  readonly botUrl: string;
  readonly graphPort: string;
  readonly dataDirectory: string;
  /** Everything the launcher wrote to the terminal so far. */
  output(): string;
  /** Calls one of the sandbox's controls and answers its JSON. @throws Error with the body of a refusal */
  control<T>(method: 'GET' | 'POST', path: string, body?: unknown): Promise<T>;
  /** Stops everything as Ctrl-C does; answers the exit code. */
  interrupt(): Promise<number | null>;
  /** Starts it again on the same data. */
  startAgain(): Promise<void>;
  /** Stops it and removes its data. */
  close(): Promise<void>;
}

/** Starts it on free ports with a data directory of its own, and waits until it says it is ready. */
export async function startMilepost(env: Readonly<Record<string, string>> = {}): Promise<Milepost> {
  const directory = await makeTempDir();
  const ports = {
    PORT: await freePort(),
    SANDBOX_PORT: await freePort(),
    SANDBOX_GRAPH_PORT: await freePort(),
  };
  const settings = {
    PATH: process.env.PATH,
    NODE_COMPILE_CACHE: COMPILE_CACHE,
    MILEPOST_DATA_DIR: directory.path,
    ...Object.fromEntries(Object.entries(ports).map(([name, port]) => [name, String(port)])),
    ...env,
  };
  const pageUrl = `http://127.0.0.1:${ports.SANDBOX_PORT}`;
  let output = '';
  let child: ChildProcess | undefined;
  const killWithUs = () => child?.kill('SIGKILL');
  process.once('exit', killWithUs);

  const start = async () => {
    child = spawn(process.execPath, ['--no-warnings', 'server/launch.ts'], {
      cwd: ROOT,
      env: settings,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    child.stderr?.on('data', (chunk: Buffer) => {
      output += chunk.toString();
    });
    await waitUntilReady(
      child,
      (line) => {
        output += `${line}\n`;
      },
      () => output,
    );
  };
  const interrupt = async () => {
    if (child === undefined || child.exitCode !== null) return child?.exitCode ?? null;
    child.kill('SIGINT');
    const [code] = await once(child, 'exit');
    return code as number | null;
  };
  const close = async () => {
    await interrupt();
    process.off('exit', killWithUs);
    await directory.remove();
  };

  try {
    await start();
  } catch (error) {
    await close();
    throw error;
  }
  return {
    pageUrl,
    botUrl: `http://127.0.0.1:${ports.PORT}`,
    graphPort: String(ports.SANDBOX_GRAPH_PORT),
    dataDirectory: directory.path,
    output: () => output,
    interrupt,
    startAgain: start,
    close,
    async control<T>(method: 'GET' | 'POST', path: string, body?: unknown) {
      const answer = await fetch(`${pageUrl}${path}`, {
        method,
        headers: { 'content-type': 'application/json' },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      });
      if (!answer.ok) throw new Error(`${method} ${path} answered ${answer.status}: ${await answer.text()}`);
      return (await answer.json()) as T;
    },
  };
}

async function waitUntilReady(
  child: ChildProcess,
  onLine: (line: string) => void,
  outputSoFar: () => string,
): Promise<void> {
  const lines = createInterface({ input: child.stdout ?? process.stdin });
  await new Promise<void>((resolve, reject) => {
    lines.on('line', (line) => {
      onLine(line);
      if (READY_PATTERN.test(line)) resolve();
    });
    child.once('exit', (code) =>
      reject(new Error(`It ended with ${code} instead of starting:\n${outputSoFar()}`)),
    );
  });
}
