import { request as httpRequest, type IncomingMessage, type OutgoingHttpHeaders } from 'node:http';
import { request as httpsRequest } from 'node:https';
import type { SandboxRequest, SandboxResponse } from '../core/http.ts';

/** Headers that belong to one connection and are not passed on (RFC 9110, 7.6.1). */
const HOP_BY_HOP = new Set([
  'connection',
  'keep-alive',
  'proxy-authenticate',
  'proxy-authorization',
  'te',
  'trailer',
  'transfer-encoding',
  'upgrade',
]);
const POLICY = 'content-security-policy';
const FRAME_ANCESTORS = /frame-ancestors[^;]*/i;

/**
 * Passes a request on to Milepost and its answer back, as a stream. One header is changed: the tab may be
 * framed by this origin, as a real tab may be by Teams.
 */
export function proxyToBot(botUrl: string): (request: SandboxRequest) => Promise<SandboxResponse> {
  return async (request) => {
    const target = new URL(request.raw.url ?? request.path, botUrl);
    try {
      const answer = await send({ target, request });
      return {
        status: answer.statusCode ?? 502,
        headers: headersBack(answer),
        stream: (response) => {
          // Whichever side goes away first, the other is let go too: the tab's event stream never ends by itself.
          response.on('close', () => answer.destroy());
          answer.on('error', () => response.destroy());
          answer.pipe(response);
        },
      };
    } catch {
      return {
        status: 502,
        headers: { 'Content-Type': 'text/plain; charset=utf-8', 'Cache-Control': 'no-store' },
        body: `Milepost does not answer at ${botUrl}. Start it (npm start), then load this page again.`,
      };
    }
  };
}

function send({ target, request }: { target: URL; request: SandboxRequest }): Promise<IncomingMessage> {
  const { host, ...headers } = withoutHopByHop(request.headers);
  const open = target.protocol === 'https:' ? httpsRequest : httpRequest;
  return new Promise((resolve, reject) => {
    const outgoing = open(
      target,
      {
        method: request.method,
        headers: { ...headers, 'x-forwarded-host': host, 'x-forwarded-proto': 'http' },
      },
      resolve,
    );
    outgoing.on('error', reject);
    outgoing.end(request.body);
  });
}

function headersBack({ headers }: IncomingMessage): Record<string, string> {
  const kept: Record<string, string> = {};
  for (const [name, value] of Object.entries(withoutHopByHop(headers))) {
    if (value === undefined) continue;
    const text = String(value);
    kept[name] = name === POLICY ? text.replace(FRAME_ANCESTORS, "frame-ancestors 'self'") : text;
  }
  return kept;
}

function withoutHopByHop(headers: OutgoingHttpHeaders): OutgoingHttpHeaders {
  return Object.fromEntries(Object.entries(headers).filter(([name]) => !HOP_BY_HOP.has(name)));
}
