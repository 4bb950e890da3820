import { statSync } from 'node:fs';
import { join, relative } from 'node:path';

/**
 * What runs longest, as paths begin: these start Milepost whole. Begun last, one of them would run alone while the other
 * worker has nothing left to do.
 */
export const LONGEST = [
  'tests/bench/',
  'tests/e2e/',
  'tests/postgres/',
  'tests/server/',
  'tests/isolation/use-cases',
  'tests/graph/provision',
];

const ROOT = join(import.meta.dirname, '..', '..');

/** The order in which Jest runs files: the longest first, the others by size, which is as good a guess as any. */
export default class LongestFirst {
  sort<File extends { readonly path: string }>(files: readonly File[]): readonly File[] {
    const placed = files.map((file) => ({
      file,
      place: placeOf(file.path),
      bytes: statSync(file.path).size,
    }));
    return placed
      .toSorted((one, other) => one.place - other.place || other.bytes - one.bytes)
      .map(({ file }) => file);
  }

  /** Jest's own keeps how long each took; a fresh clone knows nothing of it. */
  cacheResults(): void {}
}

function placeOf(path: string): number {
  const name = relative(ROOT, path);
  const place = LONGEST.findIndex((start) => name.startsWith(start));
  return place < 0 ? LONGEST.length : place;
}
