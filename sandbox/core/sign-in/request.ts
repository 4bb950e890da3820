import type { Directory } from '../directory.ts';
import type { CodeFault } from './codes.ts';

/** A request to sign somebody in that Entra can answer at the address it names. */
export interface SignInRequest {
  readonly clientId: string;
  readonly redirectUri: string;
  readonly state: string | null;
  readonly isFragment: boolean;
  readonly prompt: string | null;
  readonly loginHint: string | null;
  readonly challenge: string;
  readonly scope: string;
  readonly nonce: string | null;
}

/** What is wrong with a request: told at the address it names, or on Entra's own page where that cannot be trusted. */
export interface RequestFault extends CodeFault {
  readonly error: string;
  /** `null`: on Entra's own page. */
  readonly back: Pick<SignInRequest, 'redirectUri' | 'state' | 'isFragment'> | null;
}

export interface ReadOptions {
  readonly directory: Directory;
  /** Addresses registered for single-page applications. */
  readonly redirectUris: readonly string[];
}

/** Reads what a browser was sent with. @see https://learn.microsoft.com/entra/identity-platform/v2-oauth2-auth-code-flow */
export function readSignInRequest(
  query: URLSearchParams,
  { directory, redirectUris }: ReadOptions,
): SignInRequest | RequestFault {
  const clientId = query.get('client_id') ?? '';
  const redirectUri = query.get('redirect_uri') ?? '';
  if (clientId !== directory.tabAppId)
    return unknown(700016, `Application with identifier '${clientId}' was not found in the directory.`);
  if (!redirectUris.includes(redirectUri))
    return unknown(
      50011,
      `The redirect URI '${redirectUri}' specified in the request does not match the redirect URIs configured for the application '${clientId}'.`,
    );
  const back = {
    redirectUri,
    state: query.get('state'),
    isFragment: query.get('response_mode') === 'fragment',
  };
  const refuse = (error: string, code: number, text: string): RequestFault => ({ error, code, text, back });
  if (query.get('response_type') !== 'code')
    return refuse('unsupported_response_type', 700054, 'response_type is not enabled for the application.');
  const challenge = query.get('code_challenge') ?? '';
  if (challenge === '' || query.get('code_challenge_method') !== 'S256')
    return refuse(
      'invalid_request',
      9002325,
      'Proof Key for Code Exchange is required for cross-origin authorization code redemption.',
    );
  const scope = query.get('scope') ?? '';
  if (!isOwnScope(scope, directory.tabAppId))
    return refuse(
      'invalid_scope',
      70011,
      `The provided value for the input parameter 'scope' is not valid: '${scope}'.`,
    );
  return {
    ...back,
    clientId,
    prompt: query.get('prompt'),
    loginHint: query.get('login_hint'),
    challenge,
    scope,
    nonce: query.get('nonce'),
  };
}

/** The tab's API, by the app's id or by its address (`api://host/id`); besides it only what signing in itself asks for. */
function isOwnScope(scope: string, tabAppId: string): boolean {
  const [own, ...others] = scope
    .split(' ')
    .filter((one) => !['openid', 'profile', 'email', 'offline_access'].includes(one));
  return others.length === 0 && new RegExp(`^(api://([^/]+/)?)?${tabAppId}/access_as_user$`).test(own ?? '');
}

function unknown(code: number, text: string): RequestFault {
  return { error: 'invalid_request', code, text, back: null };
}
