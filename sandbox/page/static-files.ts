import { readFile } from 'node:fs/promises';
import { extname, join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { SandboxResponse } from '../core/http.ts';

const DIST = fileURLToPath(new URL('dist', import.meta.url));

const CONTENT_TYPES: Readonly<Record<string, string>> = {
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
};

/** Names carry a hash of the contents, so a copy never goes out of date. */
const FOR_EVER = 'public, max-age=31536000, immutable';

/**
 * What the page may load: its own files, styles that Fluent UI writes at run time, and pictures in cards, which
 * may come from Milepost on this machine.
 */
const PAGE_POLICY = [
  "default-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: https: http://127.0.0.1:* http://localhost:*",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
].join('; ');

const NOT_BUILT = 'The sandbox page has not been built. Run "npm run prepare", then load this page again.';

/** The page itself: never stored, because the names of its assets change with every build. */
export async function answerPage(): Promise<SandboxResponse> {
  const html = await readIfThere(join(DIST, 'index.html'));
  if (html === undefined) return plain(503, NOT_BUILT);
  return {
    status: 200,
    headers: {
      'Content-Type': 'text/html; charset=utf-8',
      'Cache-Control': 'no-store',
      'Content-Security-Policy': PAGE_POLICY,
      'Referrer-Policy': 'same-origin',
      'X-Content-Type-Options': 'nosniff',
    },
    body: html,
  };
}

/** One file of `dist/assets`; 404 for anything else, however the path is written. */
export async function answerAsset(name: string): Promise<SandboxResponse> {
  const path = normalize(name);
  const type = CONTENT_TYPES[extname(path)];
  const bytes =
    type === undefined || path.startsWith('..') ? undefined : await readIfThere(join(DIST, 'assets', path));
  if (type === undefined || bytes === undefined) return plain(404, `There is no file "${name}" in the page.`);
  return {
    status: 200,
    headers: { 'Content-Type': type, 'Cache-Control': FOR_EVER, 'X-Content-Type-Options': 'nosniff' },
    body: bytes,
  };
}

async function readIfThere(path: string): Promise<Buffer | undefined> {
  try {
    return await readFile(path);
  } catch {
    return undefined;
  }
}

function plain(status: number, body: string): SandboxResponse {
  return {
    status,
    headers: { 'Content-Type': 'text/plain; charset=utf-8', 'Cache-Control': 'no-store' },
    body,
  };
}
