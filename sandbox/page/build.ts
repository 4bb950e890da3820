/**
 * Builds the sandbox's page into `sandbox/page/dist`: `node sandbox/page/build.ts [--force]`.
 * Does nothing when the last build is newer than every source, so that `npm install` stays quick.
 */
import { readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const PAGE = fileURLToPath(new URL('.', import.meta.url));
const DIST = join(PAGE, 'dist');
/** Written last: a build that was cut short leaves none and is done again. */
const STAMP = join(DIST, '.built');
const LOCK_FILE = fileURLToPath(new URL('../../package-lock.json', import.meta.url));

if (process.argv.includes('--force') || !isFresh()) {
  const startedAt = performance.now();
  await buildPage();
  console.log(`sandbox page built in ${((performance.now() - startedAt) / 1000).toFixed(1)} s`);
}

function isFresh(): boolean {
  const builtAt = statSync(STAMP, { throwIfNoEntry: false })?.mtimeMs;
  if (builtAt === undefined) return false;
  const sources = [
    LOCK_FILE,
    join(PAGE, 'build.ts'),
    join(PAGE, 'index.html'),
    ...filesUnder(join(PAGE, 'src')),
  ];
  return sources.every((file) => (statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0) < builtAt);
}

function filesUnder(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) => join(folder, name));
}

async function buildPage(): Promise<void> {
  // Loaded only when there is something to build: Vite takes longer to load than the check above.
  const [{ build }, { default: react }] = await Promise.all([import('vite'), import('@vitejs/plugin-react')]);
  rmSync(STAMP, { force: true });
  await build({
    root: PAGE,
    configFile: false,
    base: '/',
    logLevel: 'warn',
    plugins: [react()],
    build: {
      outDir: DIST,
      emptyOutDir: true,
      target: 'es2022',
      // Nothing becomes a `data:` address or an inline script: the page's own policy would refuse it.
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      // One page on the same machine: splitting it would cost requests and save nothing.
      chunkSizeWarningLimit: 4000,
      reportCompressedSize: false,
    },
  });
  writeFileSync(STAMP, '');
}
