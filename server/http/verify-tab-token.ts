import { createRemoteJWKSet, errors, type JWTVerifyGetKey, jwtVerify } from 'jose';
import { z } from 'zod';
import { AppError } from '../../plan/errors.ts';
import type { Actor } from '../../workflow/use-cases.ts';

/** The scope that the tab's app registration exposes for Teams to ask for. */
const SCOPE = 'access_as_user';
const KEYS_TIMEOUT_MS = 5_000;
/** Entra's keys change every few weeks; one that is not known is asked for at once, whatever the age of the others. */
const KEYS_KEPT_MS = 12 * 60 * 60 * 1_000;
const CLOCK_TOLERANCE_SECONDS = 60;

/** Claims of a version 2 access token. @see https://learn.microsoft.com/entra/identity-platform/access-token-claims-reference */
const CLAIMS = z.object({
  tid: z.string(),
  oid: z.string(),
  scp: z.string(),
  preferred_username: z.string().optional(),
});

/**
 * Tells who sends a request with `Authorization: Bearer …`.
 * @throws AppError `FORBIDDEN` for a token that does not count, `UNAVAILABLE` when that cannot be told now
 */
export type TabTokenVerifier = (authorization: string | undefined) => Promise<Actor>;

export interface TabTokenSettings {
  readonly authorityUrl: string;
  readonly tenantId: string;
  readonly tabAppId: string;
  /** How long the keys may take to come. Default 5 s. */
  readonly keysTimeoutMs?: number;
}

/** Checks signature, issuer, audience, time, tenant and scope; nothing that the page says of itself counts. */
export function createTabTokenVerifier({
  authorityUrl,
  tenantId,
  tabAppId,
  keysTimeoutMs = KEYS_TIMEOUT_MS,
}: TabTokenSettings): TabTokenVerifier {
  const findKey = keysOf(`${authorityUrl}/${tenantId}/discovery/v2.0/keys`, keysTimeoutMs);
  return async (authorization) => {
    const token = /^Bearer (\S+)$/.exec(authorization ?? '')?.[1];
    if (token === undefined) throw notSignedIn('no bearer token');
    const verified = await jwtVerify(token, findKey, {
      issuer: `${authorityUrl}/${tenantId}/v2.0`,
      audience: [tabAppId, `api://${tabAppId}`],
      algorithms: ['RS256'],
      requiredClaims: ['exp'],
      clockTolerance: CLOCK_TOLERANCE_SECONDS,
    }).catch((cause: unknown) => {
      throw cause instanceof AppError ? cause : notSignedIn('token refused', cause);
    });
    const claims = CLAIMS.safeParse(verified.payload);
    if (!claims.success || claims.data.tid !== tenantId || !claims.data.scp.split(' ').includes(SCOPE)) {
      throw notSignedIn('token lacks tenant, person or scope');
    }
    return { tenantId, entraObjectId: claims.data.oid, email: claims.data.preferred_username ?? null };
  };
}

/** What the keys themselves say against a token; any other failure is one of reaching them. */
const TOKEN_FAULTS = [
  errors.JWKSNoMatchingKey,
  errors.JWKSMultipleMatchingKeys,
  errors.JOSENotSupported,
] as const;

/** Finds the key that a token names, and never blames the token when the keys cannot be read. */
function keysOf(url: string, timeoutDuration: number): JWTVerifyGetKey {
  const keys = createRemoteJWKSet(new URL(url), { timeoutDuration, cacheMaxAge: KEYS_KEPT_MS });
  return (header, token) =>
    keys(header, token).catch((cause: unknown) => {
      throw TOKEN_FAULTS.some((fault) => cause instanceof fault) ? cause : keysOutOfReach(cause);
    });
}

function keysOutOfReach(cause: unknown): AppError {
  return new AppError({
    code: 'UNAVAILABLE',
    message: 'the keys that tokens are signed with cannot be read',
    userMessage: 'Microsoft’s sign-in service does not answer just now. Try again in a minute.',
    cause,
  });
}

function notSignedIn(message: string, cause?: unknown): AppError {
  return new AppError({
    code: 'FORBIDDEN',
    message,
    userMessage: 'You are not signed in. Close the tab and open it again.',
    details: { isSignIn: true },
    cause,
  });
}
