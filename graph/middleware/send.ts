import type { Context, Middleware } from '@microsoft/microsoft-graph-client';
import { TransportFailure } from './transport-failure.ts';

/** Codes of errors that come before a byte of the request has left. */
const NOT_SENT_CODES: ReadonlySet<string> = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
]);

/** Codes of a server that can't prove who it is. */
const CERTIFICATE_CODES: ReadonlySet<string> = new Set([
  'DEPTH_ZERO_SELF_SIGNED_CERT',
  'SELF_SIGNED_CERT_IN_CHAIN',
  'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
  'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
  'CERT_HAS_EXPIRED',
  'ERR_TLS_CERT_ALTNAME_INVALID',
]);

/** Statuses whose answer may not have a body. */
const BODILESS: ReadonlySet<number> = new Set([204, 205, 304]);

/**
 * Last of the chain: sends the request and reads the whole answer, so that an answer that breaks off half-way is
 * a failure of this try and not of whoever reads it later.
 * @throws TransportFailure `timeout`, `network` or `certificate`
 */
export function createSendMiddleware(fetch: typeof globalThis.fetch): Middleware {
  return {
    async execute(context: Context): Promise<void> {
      try {
        const response = await fetch(context.request, context.options);
        const body = await response.arrayBuffer();
        context.response = new Response(BODILESS.has(response.status) ? null : body, {
          status: response.status,
          headers: response.headers,
        });
      } catch (error) {
        throw toFailure(error);
      }
    },
  };
}

function toFailure(error: unknown): TransportFailure {
  const name = member(error, 'name');
  if (name === 'TimeoutError' || name === 'AbortError') {
    return new TransportFailure({
      reason: 'timeout',
      sent: true,
      message: 'No whole answer in time',
      cause: error,
    });
  }
  const code = codeOf(error);
  if (CERTIFICATE_CODES.has(code)) {
    return new TransportFailure({
      reason: 'certificate',
      sent: false,
      message: `The server's certificate is not trusted (${code}): check the address, or trust it with NODE_EXTRA_CA_CERTS`,
      cause: error,
    });
  }
  return new TransportFailure({
    reason: 'network',
    sent: !NOT_SENT_CODES.has(code),
    message: `Connection failed${code === '' ? '' : ` (${code})`}`,
    cause: error,
  });
}

/** Node's fetch hides the error of the socket in `cause`, sometimes one more level down. */
function codeOf(error: unknown): string {
  for (let current = error, depth = 0; depth < 5; depth++) {
    const code = member(current, 'code');
    if (typeof code === 'string') return code;
    current = member(current, 'cause');
  }
  return '';
}

const member = (holder: unknown, name: string): unknown =>
  typeof holder === 'object' && holder !== null ? (holder as Record<string, unknown>)[name] : undefined;
