import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** Built or installed things lie among the sources and are not sources. */
const NOT_SOURCES = new Set(['dist', 'node_modules', '.data']);

/**
 * Whether anything in `sources` was changed, added or deleted after `output` was last written.
 * A missing `output` is stale; a missing source is passed over.
 */
export function isStale({
  root,
  sources,
  output,
}: {
  root: string;
  sources: readonly string[];
  output: string;
}): boolean {
  const builtAt = newest(join(root, output), new Set());
  const changedAt = Math.max(...sources.map((source) => newest(join(root, source), NOT_SOURCES)));
  return changedAt > builtAt;
}

/** When the newest file in it was written, in ms since 1970; a directory counts, so that a deletion shows. */
function newest(path: string, skipped: ReadonlySet<string>): number {
  const found = statSync(path, { throwIfNoEntry: false });
  if (!found) return Number.NEGATIVE_INFINITY;
  if (!found.isDirectory()) return found.mtimeMs;
  const inside = readdirSync(path)
    .filter((name) => !skipped.has(name))
    .map((name) => newest(join(path, name), skipped));
  return Math.max(found.mtimeMs, ...inside);
}
