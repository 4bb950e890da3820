import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { AppError } from '../plan/errors.ts';

/**
 * Takes the data directory for this process; PGlite itself does not notice a second opener and corrupts.
 * The lock is SQLite's exclusive file lock, which the operating system drops when the process dies, however it dies.
 * @returns a function that gives the directory back.
 * @throws AppError `IN_USE`
 */
export function lockDataDirectory(directory: string): () => void {
  mkdirSync(directory, { recursive: true });
  const lock = new DatabaseSync(join(directory, 'lock'));
  try {
    lock.exec('PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE;');
  } catch (cause) {
    lock.close();
    throw new AppError({
      code: 'IN_USE',
      message: `The data directory ${directory} is open in another Milepost. Stop that one, or set MILEPOST_DATA_DIR to another folder.`,
      cause,
    });
  }
  return () => lock.close();
}
