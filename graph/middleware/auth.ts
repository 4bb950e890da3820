import type { AccessToken, TokenCredential } from '@azure/identity';
import type { Middleware } from '@microsoft/microsoft-graph-client';
import { chained, setHeader, urlOf } from './chained.ts';
import { TransportFailure } from './transport-failure.ts';

const MINUTE_MS = 60_000;
/** A token is renewed this long before it ends, or when a tenth of its life is left if that is sooner. */
const RENEW_BEFORE_MS = 5 * MINUTE_MS;

/**
 * Adds the access token; many requests at once wait for one and the same. When Graph doesn't take the token (401:
 * nothing was done), a new one is fetched and the request is made once more.
 * @throws TransportFailure `foreign host` instead of showing the token to anybody but Graph; `token`
 */
export function createAuthMiddleware({
  credential,
  scope,
  nowMs,
}: {
  credential: TokenCredential;
  scope: string;
  nowMs: () => number;
}): Middleware {
  let current: { token: string; renewAtMs: number } | null = null;
  let underWay: Promise<string> | null = null;

  async function fetchToken(): Promise<string> {
    const accessToken = await askFor(credential, scope);
    const lifeMs = accessToken.expiresOnTimestamp - nowMs();
    const renewAtMs = accessToken.expiresOnTimestamp - Math.min(RENEW_BEFORE_MS, lifeMs / 10);
    current = { token: accessToken.token, renewAtMs };
    return accessToken.token;
  }

  async function getToken(): Promise<string> {
    if (current !== null && nowMs() < current.renewAtMs) return current.token;
    underWay ??= fetchToken().finally(() => {
      underWay = null;
    });
    return underWay;
  }

  return chained(async (context, next) => {
    assertOwnHost(urlOf(context), context.customHosts);
    const token = await getToken();
    setHeader(context, 'Authorization', `Bearer ${token}`);
    await next();
    if (context.response?.status !== 401) return;
    // Only the token that was refused is dropped: a newer one may be there by now.
    if (current?.token === token) current = null;
    setHeader(context, 'Authorization', `Bearer ${await getToken()}`);
    await next();
  });
}

async function askFor(credential: TokenCredential, scope: string): Promise<AccessToken> {
  try {
    const accessToken = await credential.getToken(scope);
    if (accessToken !== null) return accessToken;
  } catch (cause) {
    throw new TransportFailure({
      reason: 'token',
      sent: false,
      message: 'No access token: check the tenant, the application id and its credential',
      cause,
    });
  }
  throw new TransportFailure({
    reason: 'token',
    sent: false,
    message: 'The credential gave no access token',
  });
}

function assertOwnHost(address: string, hosts: ReadonlySet<string> = new Set()): void {
  const url = new URL(address);
  if (url.protocol === 'https:' && hosts.has(url.hostname)) return;
  throw new TransportFailure({
    reason: 'foreign host',
    sent: false,
    message: `Refused to send an access token to ${url.protocol}//${url.hostname}`,
  });
}
