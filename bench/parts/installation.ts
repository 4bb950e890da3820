import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { ClockView } from '../../sandbox/controls/shapes.ts';
import { type Child, runToEnd, startChild } from '../../server/launch/child.ts';
import { samplesOf, withSandboxSettings } from '../../server/sandbox-settings.ts';
import { withPostgres } from '../../tests/helpers/postgres.ts';
import { withTempDir } from '../../tests/helpers/temp-dir.ts';
import { type DatabaseKind, emptyPostgres } from './database.ts';
import { type Environment, environmentFor, findPlace } from './environment.ts';
import { fetchJson } from './json.ts';

/** A Milepost of a benchmark's own: the real server process, its database, and the sandbox it works against. */
export interface Installation {
  /** `http://127.0.0.1:49152`. */
  readonly serverUrl: string;
  readonly sandboxUrl: string;
  readonly sandboxPort: number;
  readonly dataDirectory: string;
  /** A PostgreSQL server's; `null` = PGlite on disk in the data directory. */
  readonly databaseUrl: string | null;
  /** Settings of both processes. */
  readonly env: Environment;
  /** Moves the sandbox's clock; settles once everything due by then is done and written back. */
  moveClock(advance: string): Promise<ClockView>;
  /** Of the server as it now runs. */
  serverPid(): number;
  /** Kills the server outright, as a power cut would. */
  killServer(): Promise<void>;
  /** Stops the server as an administrator does. */
  stopServer(): Promise<void>;
  /**
   * Starts the server again on the data it left; settles once it answers. It does its own work from the next
   * `moveClock`. @throws Error when it ends instead
   */
  startServer(): Promise<void>;
  /** Empties the database, as if it had been lost. Stop the server before. */
  loseDatabase(): Promise<void>;
}

export interface InstallationOptions {
  /** Default: PGlite. */
  readonly database?: DatabaseKind;
  /** Settings besides, by name. */
  readonly settings?: Environment;
  /** Where Milepost may also be asked to answer, besides the sandbox's connector. Default: nowhere. */
  readonly otherServiceUrl?: string;
}

const POLL_MS = 50;
const PATIENCE_MS = 180_000;

/** Starts an installation with the sample plan, and removes it afterwards whatever happens. */
export async function withInstallation<Result>(
  { database = 'pglite', settings = {}, otherServiceUrl = '' }: InstallationOptions,
  work: (installation: Installation) => Promise<Result>,
): Promise<Result> {
  const run = (databaseUrl: string | null) =>
    withTempDir((dataDirectory) =>
      runInstallation({ dataDirectory, databaseUrl, settings, otherServiceUrl }, work),
    );
  return database === 'postgres' ? withPostgres(run) : run(null);
}

async function runInstallation<Result>(
  {
    dataDirectory,
    databaseUrl,
    settings,
    otherServiceUrl,
  }: {
    readonly dataDirectory: string;
    readonly databaseUrl: string | null;
    readonly settings: Environment;
    readonly otherServiceUrl: string;
  },
  work: (installation: Installation) => Promise<Result>,
): Promise<Result> {
  const place = await findPlace(dataDirectory);
  const serverUrl = `http://127.0.0.1:${place.port}`;
  const sandboxUrl = `http://127.0.0.1:${place.sandboxPort}`;
  const env = withSandboxSettings({
    ...environmentFor(place),
    ...(databaseUrl === null ? {} : { DATABASE_URL: databaseUrl }),
    SANDBOX_BOT_URL: serverUrl,
    SANDBOX_CLOCK_LISTENER: `${serverUrl}/clock`,
    MILEPOST_CHANNEL_SERVICE_URLS: `${sandboxUrl}/connector/,${otherServiceUrl}`,
    ...settings,
  });
  const sandbox = startChild('sandbox', 'sandbox/main.ts', env);
  let server: Child | null = null;
  const installation: Installation = {
    serverUrl,
    sandboxUrl,
    sandboxPort: place.sandboxPort,
    dataDirectory,
    databaseUrl,
    env,
    moveClock: (advance) => fetchJson<ClockView>(`${sandboxUrl}/sandbox/clock`, { body: { advance } }),
    serverPid() {
      const pid = server?.process.pid;
      if (pid === undefined) throw new Error('The server is not running.');
      return pid;
    },
    async killServer() {
      server?.process.kill('SIGKILL');
      await server?.ended;
    },
    stopServer: async () => server?.stop(),
    async startServer() {
      server = startChild('milepost', 'server/main.ts', env);
      await waitUntilOk(`${serverUrl}/healthz`, server);
    },
    async loseDatabase() {
      if (databaseUrl === null) rmSync(join(dataDirectory, 'milepost'), { recursive: true });
      else await emptyPostgres(databaseUrl);
    },
  };
  try {
    await waitUntilOk(`${sandboxUrl}/sandbox/clock`, sandbox);
    await runToEnd('provision', 'server/cli/provision.ts', env);
    await Promise.all([importSamples(env), installation.startServer()]);
    await fetchJson(`${sandboxUrl}/sandbox/install`, { body: {} });
    await installation.moveClock('PT0S');
    return await work(installation);
  } finally {
    await installation.stopServer();
    await sandbox.stop();
  }
}

async function importSamples(env: Environment): Promise<void> {
  for (const { sitePath, files } of samplesOf(env))
    await runToEnd('import', 'server/cli/import.ts', env, [...files, '--yes', '--site', sitePath]);
}

async function waitUntilOk(url: string, child: Child): Promise<void> {
  let hasEnded = false;
  void child.ended.then(() => {
    hasEnded = true;
  });
  for (let waitedMs = 0; waitedMs < PATIENCE_MS && !hasEnded; waitedMs += POLL_MS) {
    const answer = await fetch(url).catch(() => null);
    if (answer?.ok) return;
    await sleep(POLL_MS);
  }
  throw new Error(`${url} did not answer: the process ended, or took too long.`);
}
