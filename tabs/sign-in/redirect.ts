import * as oauth from 'oauth4webapi';
import { type Answer, redirectUri } from './answer.ts';
import { failureOf, SignInFailure } from './failure.ts';
import { kept, type Pending, type SignedIn } from './kept.ts';
import type { SignInSettings } from './settings.ts';

/** Where Microsoft's answer is waited for no longer. */
const TOKEN_TIMEOUT_MS = 15_000;
const SECOND_MS = 1_000;
/** Office machines are often minutes off. */
const CLOCK_TOLERANCE_SECONDS = 300;

export interface Leave extends Pick<Pending, 'purpose' | 'hash'> {
  /** `none`: without showing anything; `select_account`: whoever is signed in is asked too. Default: as Microsoft sees fit. */
  readonly prompt?: 'none' | 'select_account';
  readonly loginHint?: string | null;
}

/**
 * Leaves for Microsoft's sign-in; the browser comes back with an answer. Authorization code with proof of who redeems it.
 * @see https://learn.microsoft.com/entra/identity-platform/v2-oauth2-auth-code-flow
 */
export async function leaveForSignIn(
  settings: SignInSettings,
  { purpose, hash, prompt, loginHint }: Leave,
): Promise<never> {
  const pending = {
    state: oauth.generateRandomState(),
    verifier: oauth.generateRandomCodeVerifier(),
    nonce: oauth.generateRandomNonce(),
    purpose,
    hash,
  };
  const url = new URL(settings.authorizeUrl);
  const params = {
    client_id: settings.clientId,
    response_type: 'code',
    // After the #, an answer is told to no server.
    response_mode: 'fragment',
    redirect_uri: redirectUri(),
    scope: settings.scope,
    state: pending.state,
    nonce: pending.nonce,
    code_challenge: await oauth.calculatePKCECodeChallenge(pending.verifier),
    code_challenge_method: 'S256',
    ...(prompt ? { prompt } : {}),
    ...(loginHint ? { login_hint: loginHint } : {}),
  };
  for (const [name, value] of Object.entries(params)) url.searchParams.set(name, value);
  kept.pending.write(pending);
  window.location.replace(url);
  // The page is on its way out: whoever waits for it must not go on.
  return new Promise(() => {});
}

/** Looks at an answer: that this window asked for it, and that it is no refusal. @throws SignInFailure */
export function checkAnswer(settings: SignInSettings, { params, pending }: Answer): URLSearchParams {
  if (pending === null) throw new SignInFailure('mismatch');
  try {
    return oauth.validateAuthResponse(serverOf(settings), clientOf(settings), params, pending.state);
  } catch (error) {
    if (error instanceof oauth.AuthorizationResponseError)
      throw failureOf(error.error, error.error_description);
    throw new SignInFailure('mismatch', { cause: error });
  }
}

/** Turns an answer into a token. @throws SignInFailure */
export async function redeemAnswer(settings: SignInSettings, answer: Answer): Promise<SignedIn> {
  const params = checkAnswer(settings, answer);
  const { verifier, nonce } = answer.pending ?? { verifier: '', nonce: '' };
  const [server, client] = [serverOf(settings), clientOf(settings)];
  try {
    const response = await oauth.authorizationCodeGrantRequest(
      server,
      client,
      oauth.None(),
      params,
      redirectUri(),
      verifier,
      {
        additionalParameters: { scope: settings.scope },
        signal: AbortSignal.timeout(TOKEN_TIMEOUT_MS),
        // The sandbox, on this machine: the server takes no other sign-in without https.
        [oauth.allowInsecureRequests]: settings.tokenUrl.startsWith('http:'),
      },
    );
    if (response.status >= 500) throw new SignInFailure('unreachable');
    const tokens = await oauth.processAuthorizationCodeResponse(server, client, response, {
      expectedNonce: nonce,
      requireIdToken: true,
    });
    const claims = oauth.getValidatedIdTokenClaims(tokens);
    return {
      token: tokens.access_token,
      expiresAtMs: Date.now() + (tokens.expires_in ?? 0) * SECOND_MS,
      name: textOf(claims?.name),
      loginHint: textOf(claims?.preferred_username),
    };
  } catch (error) {
    if (error instanceof SignInFailure) throw error;
    if (error instanceof oauth.ResponseBodyError) throw failureOf(error.error, error.error_description);
    // What the browser throws where nothing answers; all else is an answer that does not belong here.
    const isUnanswered = error instanceof TypeError || error instanceof DOMException;
    throw new SignInFailure(isUnanswered ? 'unreachable' : 'mismatch', { cause: error });
  }
}

function serverOf({ issuer, authorizeUrl, tokenUrl }: SignInSettings): oauth.AuthorizationServer {
  return { issuer, authorization_endpoint: authorizeUrl, token_endpoint: tokenUrl };
}

function clientOf({ clientId }: SignInSettings): oauth.Client {
  return { client_id: clientId, [oauth.clockTolerance]: CLOCK_TOLERANCE_SECONDS };
}

function textOf(claim: unknown): string | null {
  return typeof claim === 'string' && claim !== '' ? claim : null;
}
