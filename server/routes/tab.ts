import { extname } from 'node:path';
import { encodingFor } from '../http/encodings.ts';
import type { Route } from '../http/route.ts';
import { readTabFile } from '../http/tab-files.ts';

const CONTENT_TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
  '.json': 'application/json; charset=utf-8',
};

/** Hosts that may frame the tab. @see https://learn.microsoft.com/microsoftteams/platform/tabs/how-to/tab-requirements */
const FRAME_ANCESTORS = [
  "'self'",
  'https://*.cloud.microsoft',
  'https://teams.microsoft.com',
  'https://*.teams.microsoft.com',
  'https://*.microsoft365.com',
  'https://*.office.com',
  'https://outlook.office.com',
  'https://outlook.office365.com',
];

export interface TabSettings {
  /** Where people's browsers sign in. */
  readonly signInUrl: string;
}

const securityHeaders = ({ signInUrl }: TabSettings) => ({
  'content-security-policy': [
    "default-src 'none'",
    "script-src 'self'",
    // Fluent UI adds an empty <style> and fills it by script; this is the hash of nothing.
    "style-src 'self' 'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='",
    "img-src 'self' data:",
    "font-src 'self'",
    // teams-js asks the first which hosts may frame it; the second gives the tokens to sign in with outside Teams.
    `connect-src 'self' https://res.cdn.office.net ${new URL(signInUrl).origin}`,
    "base-uri 'none'",
    "form-action 'none'",
    `frame-ancestors ${FRAME_ANCESTORS.join(' ')}`,
  ].join('; '),
  'referrer-policy': 'no-referrer',
  'permissions-policy': 'camera=(), microphone=(), geolocation=()',
});

/** The files of the tab. Names with a hash in them are kept for a year, the page itself never. */
export function tabRoutes(settings: TabSettings): Route[] {
  const headers = securityHeaders(settings);
  return [
    { method: 'GET', path: '/tab', handle: async () => ({ status: 308, headers: { location: '/tab/' } }) },
    {
      method: 'GET',
      path: '/tab/*',
      handle: ({ params, headers: asked }) =>
        serve(params['*'] ?? '', asked['accept-encoding']?.toString(), headers),
    },
  ];
}

async function serve(
  path: string,
  accepted: string | undefined,
  headers: Readonly<Record<string, string>>,
): ReturnType<Route['handle']> {
  const name = path === '' ? 'index.html' : path;
  const type = CONTENT_TYPES[extname(name)];
  const file = type === undefined ? null : await readTabFile(name, encodingFor(accepted)).catch(() => null);
  if (file === null) {
    return {
      status: 404,
      body: { error: { code: 'NOT_FOUND', message: 'There is nothing at this address.' } },
    };
  }
  const isHashed = path.startsWith('assets/');
  return {
    status: 200,
    headers: {
      ...headers,
      'content-type': type ?? '',
      'cache-control': isHashed ? 'public, max-age=31536000, immutable' : 'no-store',
      vary: 'accept-encoding',
      ...(file.encoding === null ? {} : { 'content-encoding': file.encoding }),
    },
    body: file.content,
  };
}
