import { EventEmitter } from 'node:events';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { type Certificate, openCertificate } from './certificate.ts';
import { openClock, type SandboxClock } from './clock.ts';
import type { SandboxConfig } from './config.ts';
import { type Directory, readDirectory } from './directory.ts';
import { createFaults, type Faults } from './faults.ts';
import { type Identity, openIdentity } from './identity.ts';
import { type Meta, openMeta } from './meta.ts';
import { createRequestLog, type RequestLog } from './request-log.ts';
import { createSignInNeeds, type SignInNeeds } from './sign-in/needs.ts';

/** Everything one running sandbox shares. */
export interface World {
  readonly config: SandboxConfig;
  readonly directory: Directory;
  readonly db: DatabaseSync;
  readonly clock: SandboxClock;
  readonly requests: RequestLog;
  readonly faults: Faults;
  readonly identity: Identity;
  /** Who must do something in person before they are signed in again. */
  readonly signInNeeds: SignInNeeds;
  /** `reset` after the world was emptied; other names belong to whoever emits them. */
  readonly events: EventEmitter;
  readonly meta: Meta;
  readonly certificate: Certificate;
  /** How often this world was emptied; anything handed out under an older number is stale. */
  generation(): number;
  /** Empties every table, the log and the faults, and sets the clock back to its start. */
  reset(): void;
  close(): void;
}

/** Signing key and counters outlive a reset. */
const KEPT_TABLE = 'core_meta';

/**
 * Opens the world kept in `config.dataDir`, making it at first.
 * @throws Error with one clear line when another sandbox has it open.
 */
export async function openWorld(config: SandboxConfig): Promise<World> {
  mkdirSync(config.dataDir, { recursive: true });
  const lock = lockDirectory(config.dataDir);
  const directory = readDirectory(config.shownSites);
  const db = new DatabaseSync(join(config.dataDir, 'sandbox.db'));
  // With a write-ahead log, NORMAL loses nothing when the process is killed.
  db.exec('pragma journal_mode = wal; pragma synchronous = normal; pragma foreign_keys = on');
  const meta = openMeta(db);
  const clock = openClock(meta);
  const requests = createRequestLog();
  const faults = createFaults(() => clock.now());
  const signInNeeds = createSignInNeeds();
  const events = new EventEmitter();
  events.setMaxListeners(0);
  const generation = () => Number(meta.get('generation') ?? '1');
  return {
    config,
    directory,
    db,
    clock,
    requests,
    faults,
    events,
    meta,
    signInNeeds,
    identity: await openIdentity({ config, directory, meta }),
    certificate: await openCertificate(config.dataDir),
    generation,
    reset() {
      emptyTables(db);
      meta.set('generation', String(generation() + 1));
      clock.reset();
      requests.clear();
      faults.set([]);
      signInNeeds.clear();
      events.emit('reset');
    },
    close() {
      clock.close();
      db.close();
      lock.close();
    },
  };
}

/** A lock that the operating system drops with the process, however that ends. */
function lockDirectory(dataDir: string): DatabaseSync {
  const lock = new DatabaseSync(join(dataDir, 'lock.db'));
  try {
    lock.exec('begin exclusive');
    return lock;
  } catch (error) {
    lock.close();
    throw new Error(
      `The data directory ${dataDir} is in use by another sandbox. Stop it, or set MILEPOST_DATA_DIR to another directory.`,
      { cause: error },
    );
  }
}

function emptyTables(db: DatabaseSync): void {
  const tables = db
    .prepare("select name from sqlite_master where type = 'table' and name not like 'sqlite_%' and name <> ?")
    .all(KEPT_TABLE);
  db.exec('pragma foreign_keys = off; begin');
  for (const { name } of tables) db.exec(`delete from "${String(name)}"`);
  if (db.prepare("select 1 from sqlite_master where name = 'sqlite_sequence'").get() !== undefined)
    db.exec('delete from sqlite_sequence');
  db.exec('commit; pragma foreign_keys = on');
}
