import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

const ROOT = resolve(import.meta.dirname, '..', '..');

/** Folders without code of ours. */
const PASSED_OVER = new Set(['node_modules', 'dist', 'fixtures', '.git', '.data']);
const CODE = /\.(ts|tsx|js|mjs|css|html)$/;

/** A file of code. */
export interface SourceFile {
  /** From the root, with `/`. */
  readonly path: string;
  readonly text: string;
}

/** Every file of code in the repository, whichever folder it is in. */
export function readSourceFiles(): readonly SourceFile[] {
  return listFiles('').map((path) => ({ path, text: readFileSync(join(ROOT, path), 'utf8') }));
}

function listFiles(folder: string): string[] {
  return readdirSync(join(ROOT, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = folder ? `${folder}/${entry.name}` : entry.name;
    if (entry.isDirectory()) return PASSED_OVER.has(entry.name) ? [] : listFiles(path);
    return CODE.test(entry.name) ? [path] : [];
  });
}
