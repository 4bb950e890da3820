import { createHash, randomBytes } from 'node:crypto';

/** What a code was given for. */
export interface Grant {
  readonly persona: string;
  readonly clientId: string;
  readonly redirectUri: string;
  readonly challenge: string;
  readonly scope: string;
  readonly nonce: string | null;
}

/** Why a code is refused, as Entra numbers it. */
export interface CodeFault {
  readonly code: number;
  readonly text: string;
}

export interface Codes {
  give(grant: Grant): string;
  /** Takes a code, once; whatever is wrong with the rest, it is used up. */
  take(code: string, given: { readonly redirectUri: string; readonly verifier: string }): Grant | CodeFault;
}

/** Entra's, in real time. */
const LIFETIME_MS = 10 * 60 * 1_000;

export function createCodes(nowMs: () => number = Date.now): Codes {
  const given = new Map<string, { readonly grant: Grant; readonly givenMs: number; isUsed: boolean }>();
  return {
    give(grant) {
      const code = randomBytes(32).toString('base64url');
      given.set(code, { grant, givenMs: nowMs(), isUsed: false });
      return code;
    },
    take(code, { redirectUri, verifier }) {
      const entry = given.get(code);
      if (entry === undefined)
        return { code: 9002313, text: 'Invalid request. Request is malformed or invalid.' };
      if (entry.isUsed)
        return {
          code: 54005,
          text: 'OAuth2 Authorization code was already redeemed, please retry with a new valid code.',
        };
      entry.isUsed = true;
      const { grant, givenMs } = entry;
      if (nowMs() - givenMs > LIFETIME_MS)
        return { code: 70008, text: 'The provided authorization code has expired due to inactivity.' };
      if (grant.redirectUri !== redirectUri)
        return {
          code: 500112,
          text: 'The reply address does not match the reply address provided when requesting Authorization code.',
        };
      if (challengeOf(verifier) !== grant.challenge)
        return {
          code: 501481,
          text: 'The Code_Verifier does not match the code_challenge supplied in the authorization request.',
        };
      return grant;
    },
  };
}

function challengeOf(verifier: string): string {
  return createHash('sha256').update(verifier).digest('base64url');
}
