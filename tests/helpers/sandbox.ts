import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import tls from 'node:tls';
import { COMPILE_CACHE } from '../../server/launch/compile-cache.ts';
import { makeTempDir } from './temp-dir.ts';

/** What tests use of the sandbox's seeded directory. */
export interface SandboxDirectory {
  readonly tenantId: string;
  readonly botAppId: string;
  readonly tabAppId: string;
  readonly clientSecret: string;
  readonly setupAppId: string;
  readonly setupClientSecret: string;
  readonly site: { readonly hostname: string; readonly path: string; readonly timeZone: string };
  readonly personas: readonly {
    readonly id: string;
    readonly name: string;
    readonly email: string;
    readonly entraObjectId: string;
    readonly teamsUserId: string;
    readonly roles: readonly string[];
    readonly groups: readonly string[];
  }[];
  readonly teams: readonly {
    readonly id: string;
    readonly name: string;
    readonly channels: readonly { readonly id: string; readonly name: string }[];
  }[];
}

/** A sandbox of a test's own, in a process of its own. */
export interface Sandbox {
  /** `http://127.0.0.1:49152`: page, controls and connector. */
  readonly pageUrl: string;
  /** `https://localhost:49153`: Graph and sign-in; without a path. */
  readonly graphUrl: string;
  /** What a client has to trust for `graphUrl`. */
  readonly certificatePem: string;
  readonly directory: SandboxDirectory;
  /** Stops it and removes its data; may be called again. */
  stop(): Promise<void>;
}

const ROOT = join(import.meta.dirname, '..', '..');
const READY_PATTERN = /^Sandbox: (http:\/\/127\.0\.0\.1:\d+)\/ .*?(https:\/\/localhost:\d+)\//;

/**
 * Starts a sandbox on free ports, with a data directory of its own, and waits until it listens. Call `stop` in
 * `afterAll`; should a test run end without, the sandbox ends with it.
 * @param env variables of the sandbox to set besides, such as `SANDBOX_BOT_URL`
 * @throws Error with what it printed, when it ends instead of listening
 */
export async function startSandbox(env: Readonly<Record<string, string>> = {}): Promise<Sandbox> {
  const dataDir = await makeTempDir();
  const child = spawn(process.execPath, ['sandbox/main.ts'], {
    cwd: ROOT,
    env: {
      PATH: process.env.PATH,
      NODE_COMPILE_CACHE: COMPILE_CACHE,
      SANDBOX_PORT: '0',
      SANDBOX_GRAPH_PORT: '0',
      MILEPOST_DATA_DIR: dataDir.path,
      ...env,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const killWithUs = () => child.kill('SIGKILL');
  process.once('exit', killWithUs);
  const stop = async () => {
    process.off('exit', killWithUs);
    await end(child);
    await dataDir.remove();
  };
  try {
    const [pageUrl, graphUrl] = await waitUntilReady(child);
    return {
      pageUrl,
      graphUrl,
      certificatePem: await readFile(join(dataDir.path, 'sandbox', 'localhost-cert.pem'), 'utf8'),
      directory: JSON.parse(await readFile(join(ROOT, 'sandbox', 'seed', 'directory.json'), 'utf8')),
      stop,
    };
  } catch (error) {
    await stop();
    throw error;
  }
}

const trusted: string[] = [];

/**
 * Makes this process trust a certificate besides the usual ones, such as a sandbox's. Those that an earlier test file
 * trusted are forgotten: of two authorities of one name only the first is looked at.
 */
export function trustCertificate(certificatePem: string): void {
  trusted.push(certificatePem);
  tls.setDefaultCACertificates([...tls.getCACertificates('bundled'), ...trusted]);
}

async function waitUntilReady(child: ChildProcess): Promise<readonly [string, string]> {
  const printed: string[] = [];
  child.stderr?.setEncoding('utf8').on('data', (text: string) => printed.push(text));
  if (child.stdout === null) throw new Error('The sandbox has no output');
  // Read on after the ready line, or a full pipe would stop the sandbox.
  const lines = createInterface({ input: child.stdout });
  return new Promise((resolve, reject) => {
    lines.on('line', (line) => {
      printed.push(`${line}\n`);
      const [, pageUrl, graphUrl] = READY_PATTERN.exec(line) ?? [];
      if (pageUrl !== undefined && graphUrl !== undefined) resolve([pageUrl, graphUrl]);
    });
    child.once('error', reject);
    child.once('exit', (code) => {
      reject(new Error(`The sandbox ended with ${code} before it was ready:\n${printed.join('')}`));
    });
  });
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, 'exit');
  child.kill('SIGKILL');
  await ended;
}
