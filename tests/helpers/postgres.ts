import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { chown, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { freePort } from './free-port.ts';
import { chooseAccount, findPostgresPrograms, type RunAs } from './postgres-binaries.ts';
import { makeTempDir } from './temp-dir.ts';

const run = promisify(execFile);

const READY = 'database system is ready to accept connections';
const USER = 'milepost';
/** Guards nothing but an empty database on 127.0.0.1 for the length of a test. */
const PASSWORD = 'only-for-tests';

/** A PostgreSQL server of one's own, empty but for its own databases. */
export interface TestPostgres {
  /** `postgres://…/postgres`: what `DATABASE_URL` takes. */
  readonly url: string;
  /** Stops the server and deletes its data; may be called again. Close connections first, or they are cut. */
  stop(): Promise<void>;
}

/**
 * Starts a real PostgreSQL 18 on a free port of 127.0.0.1, in a new temporary directory; takes about a second.
 * Whoever starts it must stop it, in `afterAll` or `finally`.
 *
 * @throws with what PostgreSQL wrote, when it does not start.
 */
export async function startPostgres(): Promise<TestPostgres> {
  const dir = await makeTempDir();
  try {
    const account = await chooseAccount();
    if (account) await chown(dir.path, account.uid, account.gid);
    const { initdb, postgres } = await findPostgresPrograms({ account, spareDir: dir.path });
    const dataDir = join(dir.path, 'data');
    await createCluster({ initdb, dataDir, dir: dir.path, account });
    const port = await freePort();
    const server = await startServer({ postgres, dataDir, port, account });
    return {
      url: `postgres://${USER}:${PASSWORD}@127.0.0.1:${port}/postgres`,
      stop: async () => {
        await stopServer(server);
        await dir.remove();
      },
    };
  } catch (error) {
    await dir.remove();
    throw error;
  }
}

/** Runs `callback` with the address of a PostgreSQL server, stopped afterwards whatever happens. */
export async function withPostgres<Result>(callback: (url: string) => Promise<Result>): Promise<Result> {
  const postgres = await startPostgres();
  try {
    return await callback(postgres.url);
  } finally {
    await postgres.stop();
  }
}

async function createCluster({
  initdb,
  dataDir,
  dir,
  account,
}: {
  initdb: string;
  dataDir: string;
  dir: string;
  account: RunAs | undefined;
}): Promise<void> {
  const passwordFile = join(dir, 'password');
  await writeFile(passwordFile, `${PASSWORD}\n`);
  if (account) await chown(passwordFile, account.uid, account.gid);
  const options = [`--username=${USER}`, `--pwfile=${passwordFile}`, '--auth=scram-sha-256'];
  await run(initdb, [`--pgdata=${dataDir}`, ...options, '--encoding=UTF8', '--locale=C', '--no-sync'], {
    cwd: dir,
    ...account,
  });
}

async function startServer({
  postgres,
  dataDir,
  port,
  account,
}: {
  postgres: string;
  dataDir: string;
  port: number;
  account: RunAs | undefined;
}): Promise<ChildProcess> {
  const settings = [
    'listen_addresses=127.0.0.1',
    'unix_socket_directories=',
    'max_connections=300',
    // Nobody pulls this server's own plug, and its data is deleted afterwards.
    'fsync=off',
    'full_page_writes=off',
    'synchronous_commit=off',
    // A run makes hundreds of databases, and deletes each within a minute.
    'wal_level=minimal',
    'max_wal_senders=0',
    'autovacuum=off',
  ];
  const server = spawn(
    postgres,
    ['-D', dataDir, '-p', String(port), ...settings.flatMap((setting) => ['-c', setting])],
    // English messages: readiness is read from them.
    {
      cwd: dataDir,
      ...account,
      env: { ...process.env, LC_ALL: 'C' },
      stdio: ['ignore', 'ignore', 'pipe'],
    },
  );
  let written = '';
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.once('exit', () => reject(new Error(`PostgreSQL for tests did not start:\n${written}`)));
    server.stderr.on('data', (chunk: Buffer) => {
      written += chunk.toString();
      if (written.includes(READY)) resolve();
    });
  });
  // From here on nobody reads what it writes; a full pipe would stop it.
  server.stderr.removeAllListeners('data').resume();
  return server;
}

/** SIGINT is PostgreSQL's "fast" stop: cuts connections and closes its files. */
async function stopServer(server: ChildProcess): Promise<void> {
  if (server.exitCode !== null || server.signalCode !== null) return;
  const gone = new Promise((resolve) => server.once('exit', resolve));
  server.kill('SIGINT');
  await gone;
}
