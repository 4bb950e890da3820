import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';

const DIST = fileURLToPath(new URL('../../../tabs/dist/', import.meta.url));

/** Bytes of JavaScript, gzipped file by file. */
export interface SentScript {
  /** What the page names: fetched and run before anything is seen. */
  readonly first: number;
  readonly inAll: number;
}

/** Measures the tab as it is built. */
export function measureScript(): SentScript {
  const page = readFileSync(`${DIST}index.html`, 'utf8');
  const named = [...page.matchAll(/(?:src|href)="\/tab\/(assets\/[^"]+\.js)"/g)].map(([, name = '']) => name);
  const all = readdirSync(`${DIST}assets`).filter((name) => name.endsWith('.js'));
  const sum = (names: readonly string[]) =>
    names.reduce((total, name) => total + gzipSync(readFileSync(`${DIST}${name}`)).byteLength, 0);
  return { first: sum(named), inAll: sum(all.map((name) => `assets/${name}`)) };
}
