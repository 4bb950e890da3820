/** Builds the page that draws cards into a folder: `node tests/cards/build-page.ts <folder>`. The bundler does not run within Jest. */
import { join } from 'node:path';
import { build } from 'vite';

const [outDir] = process.argv.slice(2);
if (outDir === undefined) throw new Error('Say into which folder.');
await build({
  root: join(import.meta.dirname, 'page'),
  configFile: false,
  logLevel: 'error',
  oxc: { jsx: { runtime: 'automatic' } },
  build: { outDir, emptyOutDir: true, minify: false },
});
