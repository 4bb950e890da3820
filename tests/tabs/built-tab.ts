import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const BUILD_FILE = fileURLToPath(new URL('../../tabs/build.ts', import.meta.url));

/** Makes sure that the tab on disk is that of the sources. */
export async function buildTabIfStale(): Promise<void> {
  await promisify(execFile)(process.execPath, [BUILD_FILE]);
}
