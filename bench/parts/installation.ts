import { setTimeout as sleep } from 'node:timers/promises';
import type { ClockView } from '../../sandbox/controls/shapes.ts';
import { type Child, startChild } from '../../server/launch/child.ts';
import { launchWithSandbox } from '../../server/launch/with-sandbox.ts';
import { withSandboxSettings } from '../../server/sandbox-settings.ts';
import { withTempDir } from '../../tests/helpers/temp-dir.ts';
import { type Environment, environmentFor, findPlace } from './environment.ts';
import { fetchJson } from './json.ts';
import { descendantsOf, kill, killDescendants } from './processes.ts';

/** A Milepost of a benchmark's own: the real server process on PGlite on disk, and the sandbox it works against. */
export interface Installation {
  /** `http://127.0.0.1:49152`. */
  readonly serverUrl: string;
  readonly sandboxUrl: string;
  readonly sandboxPort: number;
  readonly dataDirectory: string;
  /** Settings of both processes. */
  readonly env: Environment;
  /** Moves the sandbox's clock; settles once everything due by then is done and written back. */
  moveClock(advance: string): Promise<ClockView>;
  /** Of the server as it now runs. */
  serverPid(): Promise<number>;
  /** Kills the server outright, as a power cut would. */
  killServer(): Promise<void>;
  /** Starts the server again on the data it left; settles once it answers. It does its own work from the next `moveClock`. */
  startServer(): Promise<void>;
}

const SERVER_COMMAND = /server\/main\.ts/;
const POLL_MS = 50;
const PATIENCE_MS = 60_000;

/** Starts an installation with the sample plan, and removes it afterwards whatever happens. */
export async function withInstallation<Result>(
  work: (installation: Installation) => Promise<Result>,
): Promise<Result> {
  return withTempDir(async (dataDirectory) => {
    const place = await findPlace(dataDirectory);
    const serverUrl = `http://127.0.0.1:${place.port}`;
    const env = withSandboxSettings({
      ...environmentFor(place),
      SANDBOX_BOT_URL: serverUrl,
      SANDBOX_CLOCK_LISTENER: `${serverUrl}/clock`,
    });
    const launch = launchWithSandbox(env);
    const restarted: Child[] = [];
    try {
      const sandboxUrl = (await launch.ready).replace(/\/$/, '');
      const moveClock = (advance: string) =>
        fetchJson<ClockView>(`${sandboxUrl}/sandbox/clock`, { body: { advance } });
      return await work({
        serverUrl,
        sandboxUrl,
        sandboxPort: place.sandboxPort,
        dataDirectory,
        env,
        moveClock,
        async serverPid() {
          const [server] = await listServers();
          if (server === undefined) throw new Error('The server is not running.');
          return server.pid;
        },
        async killServer() {
          for (;;) {
            const servers = await listServers();
            if (servers.length === 0) return;
            for (const { pid } of servers) kill(pid);
            await sleep(POLL_MS);
          }
        },
        async startServer() {
          const server = startChild('milepost', 'server/main.ts', env);
          restarted.push(server);
          await waitForServer(serverUrl, server);
        },
      });
    } finally {
      for (const server of restarted) await server.stop();
      await launch.stop();
      await killDescendants(process.pid);
    }
  });
}

async function listServers() {
  return (await descendantsOf(process.pid)).filter(({ command }) => SERVER_COMMAND.test(command));
}

async function waitForServer(serverUrl: string, server: Child): Promise<void> {
  let hasEnded = false;
  void server.ended.then(() => {
    hasEnded = true;
  });
  for (let waitedMs = 0; waitedMs < PATIENCE_MS && !hasEnded; waitedMs += POLL_MS) {
    const answer = await fetch(`${serverUrl}/healthz`).catch(() => null);
    if (answer?.ok) return;
    await sleep(POLL_MS);
  }
  throw new Error('The server did not start again.');
}
