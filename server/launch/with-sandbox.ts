import { existsSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { AppError } from '../../plan/errors.ts';
import { samplesOf } from '../sandbox-settings.ts';
import { type Child, runToEnd, startChild } from './child.ts';
import { forgetPlans } from './forget-plans.ts';

type Env = Readonly<Record<string, string | undefined>>;

const POLL_MS = 50;
const PATIENCE_MS = 120_000;

/** The sandbox and Milepost, started together. */
export interface Launch {
  /** Settles with the one address to open, once the first check-in cards stand in the channels. */
  readonly ready: Promise<string>;
  /** Settles with the name of the process that ended without being asked to. */
  readonly broken: Promise<string>;
  stop(): Promise<void>;
}

/**
 * Starts the sandbox, puts the sample plan into it the first time, starts Milepost against it, and installs the app.
 * When the sandbox is reset, does the same again from the start.
 */
export function launchWithSandbox(env: Env): Launch {
  const dataDirectory = env.MILEPOST_DATA_DIR || '.data';
  const page = `http://127.0.0.1:${env.SANDBOX_PORT}`;
  const broken = Promise.withResolvers<string>();
  const running = new Set<Child>();

  const start = (name: string, script: string): Child => {
    const child = startChild(name, script, env);
    running.add(child);
    void child.ended.then(() => {
      if (running.delete(child)) broken.resolve(name);
    });
    return child;
  };
  const stop = async (child: Child | undefined) => {
    if (child === undefined || !running.delete(child)) return;
    await child.stop();
  };

  const sandbox = start('sandbox', 'sandbox/main.ts');
  let server: Child | undefined;
  const startMilepost = async () => {
    server = start('milepost', 'server/main.ts');
    await Promise.all([importSampleOnce(env, dataDirectory), listening(server)]);
    await post(`${page}/sandbox/install`, {});
    await post(`${page}/sandbox/clock`, { advance: 'PT0S' });
    await waitFor(`${address(env)}/readyz`, server);
  };
  const startAgain = async () => {
    await stop(server);
    rmSync(join(dataDirectory, 'milepost'), { recursive: true, force: true });
    await forgetPlans(env);
    rmSync(markerOf(dataDirectory), { force: true });
    await startMilepost();
    sandbox.process.send({ type: 'reset-done' });
  };
  sandbox.process.on('message', (message: { type?: string }) => {
    if (message.type === 'reset') startAgain().catch(() => broken.resolve('milepost'));
  });

  const ready = (async () => {
    await listening(sandbox);
    await startMilepost();
    return `${page}/`;
  })();
  return {
    ready,
    broken: broken.promise,
    async stop() {
      await stop(server);
      await stop(sandbox);
    },
  };
}

/** Makes the lists and imports the sample; once, for later the lists are people's own. */
async function importSampleOnce(env: Env, dataDirectory: string): Promise<void> {
  const marker = markerOf(dataDirectory);
  if (existsSync(marker)) return;
  await runToEnd('provision', 'server/cli/provision.ts', env, ['--grant']);
  for (const { sitePath, files } of samplesOf(env))
    await runToEnd('import', 'server/cli/import.ts', env, [...files, '--yes', '--site', sitePath]);
  writeFileSync(
    marker,
    'The sample plan was imported. Delete this file to import it again at the next start.\n',
  );
}

function markerOf(dataDirectory: string): string {
  return join(dataDirectory, 'sample-plan-imported');
}

function address(env: Env): string {
  return `http://127.0.0.1:${env.PORT}`;
}

async function listening(child: Child): Promise<void> {
  await Promise.race([
    new Promise<void>((resolve) => {
      child.process.on('message', (message: { type?: string }) => {
        if (message.type === 'listening') resolve();
      });
    }),
    child.ended.then(() => Promise.reject(alreadySaid())),
  ]);
}

/** Waits until an address answers 200; gives up at once when the process behind it ends. */
async function waitFor(url: string, child: Child): Promise<void> {
  let hasEnded = false;
  void child.ended.then(() => {
    hasEnded = true;
  });
  for (let waitedMs = 0; waitedMs < PATIENCE_MS; waitedMs += POLL_MS) {
    if (hasEnded) throw alreadySaid();
    const answer = await fetch(url).catch(() => null);
    if (answer?.ok) return;
    await sleep(POLL_MS);
  }
  throw new AppError({
    code: 'BAD_CONFIG',
    message: `${url} did not answer in time; see the logs in the data directory.`,
  });
}

async function post(url: string, body: unknown): Promise<void> {
  const answer = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  if (!answer.ok)
    throw new AppError({
      code: 'BAD_CONFIG',
      message: `${url} answered ${answer.status}: ${await answer.text()}`,
    });
}

/** The child said on the terminal what is wrong; saying more would only hide it. */
function alreadySaid(): AppError {
  return new AppError({ code: 'BAD_CONFIG', message: '' });
}
