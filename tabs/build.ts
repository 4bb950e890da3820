import { existsSync, readdirSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';

const TABS_DIR = dirname(fileURLToPath(import.meta.url));
const DIST_DIR = join(TABS_DIR, 'dist');
/** Dependencies come into the bundle too: a new lock file means a new build. */
const LOCK_FILE = join(TABS_DIR, '..', 'package-lock.json');

/**
 * Builds the tab into `tabs/dist`, to be served at `/tab/`. Does nothing when no source is newer than the
 * last build, unless `isForced`.
 * @returns whether it built.
 * @throws Vite's error when a source does not compile; the last build is gone by then.
 */
export async function buildTab({ isForced = false }: { isForced?: boolean } = {}): Promise<boolean> {
  if (!isForced && isUpToDate()) return false;
  // Started from a test this says `test`, and Vite would put React's far larger development version in.
  process.env.NODE_ENV = 'production';
  await build({
    root: TABS_DIR,
    base: '/tab/',
    configFile: false,
    logLevel: 'warn',
    build: {
      outDir: DIST_DIR,
      emptyOutDir: true,
      target: 'es2022',
      // The polyfill is an inline script; the tab's content security policy allows none.
      modulePreload: { polyfill: false },
      // Nothing becomes a `data:` address, for the same reason.
      assetsInlineLimit: 0,
      // Fluent UI is one library; splitting it would only add round trips.
      chunkSizeWarningLimit: 900,
      rolldownOptions: {
        // Fluent UI marks its files for server rendering; that means nothing here, thousands of times.
        onLog: (level, log, report) => {
          if (log.code !== 'MODULE_LEVEL_DIRECTIVE') report(level, log);
        },
      },
    },
  });
  return true;
}

function isUpToDate(): boolean {
  const page = join(DIST_DIR, 'index.html');
  if (!existsSync(page)) return false;
  const builtAtMs = statSync(page).mtimeMs;
  return sourceFiles().every((file) => statSync(file).mtimeMs <= builtAtMs);
}

function sourceFiles(): string[] {
  const files = readdirSync(TABS_DIR, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.parentPath.startsWith(DIST_DIR))
    .map((entry) => join(entry.parentPath, entry.name));
  return existsSync(LOCK_FILE) ? [...files, LOCK_FILE] : files;
}

if (import.meta.main) {
  await buildTab({ isForced: process.argv.includes('--force') });
}
