import { createRemoteJWKSet, jwtVerify } from 'jose';
import { z } from 'zod';
import { AppError } from '../../plan/errors.ts';
import type { Actor } from '../../workflow/use-cases.ts';

/** The scope that the tab's app registration exposes for Teams to ask for. */
const SCOPE = 'access_as_user';
const KEYS_TIMEOUT_MS = 5_000;
const CLOCK_TOLERANCE_SECONDS = 60;

/** Claims of a version 2 access token. @see https://learn.microsoft.com/entra/identity-platform/access-token-claims-reference */
const CLAIMS = z.object({
  tid: z.string(),
  oid: z.string(),
  scp: z.string(),
  preferred_username: z.string().optional(),
});

/** Tells who sends a request with `Authorization: Bearer …`. @throws AppError `FORBIDDEN` */
export type TabTokenVerifier = (authorization: string | undefined) => Promise<Actor>;

export interface TabTokenSettings {
  readonly authorityUrl: string;
  readonly tenantId: string;
  readonly tabAppId: string;
}

/** Checks signature, issuer, audience, time, tenant and scope; nothing that the page says of itself counts. */
export function createTabTokenVerifier({
  authorityUrl,
  tenantId,
  tabAppId,
}: TabTokenSettings): TabTokenVerifier {
  const keys = createRemoteJWKSet(new URL(`${authorityUrl}/${tenantId}/discovery/v2.0/keys`), {
    timeoutDuration: KEYS_TIMEOUT_MS,
  });
  return async (authorization) => {
    const token = /^Bearer (\S+)$/.exec(authorization ?? '')?.[1];
    if (token === undefined) throw notSignedIn('no bearer token');
    const verified = await jwtVerify(token, keys, {
      issuer: `${authorityUrl}/${tenantId}/v2.0`,
      audience: [tabAppId, `api://${tabAppId}`],
      algorithms: ['RS256'],
      clockTolerance: CLOCK_TOLERANCE_SECONDS,
    }).catch((cause: unknown) => {
      throw notSignedIn('token refused', cause);
    });
    const claims = CLAIMS.safeParse(verified.payload);
    if (!claims.success || claims.data.tid !== tenantId || !claims.data.scp.split(' ').includes(SCOPE)) {
      throw notSignedIn('token lacks tenant, person or scope');
    }
    return { tenantId, entraObjectId: claims.data.oid, email: claims.data.preferred_username ?? null };
  };
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
