import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** An empty directory of one's own. */
export interface TempDir {
  /** Absolute. */
  readonly path: string;
  /** Deletes it and all that is in it; may be called again. Close what writes there first. */
  remove(): Promise<void>;
}

/** Makes an empty directory. Whoever asks for it must remove it, in `afterEach` or `finally`. */
export async function makeTempDir(): Promise<TempDir> {
  const path = await mkdtemp(join(tmpdir(), 'milepost-'));
  return {
    path,
    // A database that has just stopped may still be unlinking: rm tries again for a moment.
    remove: () => rm(path, { recursive: true, force: true, maxRetries: 5, retryDelay: 50 }),
  };
}

/** Runs `callback` with an empty directory, removed afterwards whatever happens; answers what `callback` answers. */
export async function withTempDir<Result>(callback: (path: string) => Promise<Result>): Promise<Result> {
  const dir = await makeTempDir();
  try {
    return await callback(dir.path);
  } finally {
    await dir.remove();
  }
}
