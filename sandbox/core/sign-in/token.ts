import type { SandboxRequest, SandboxResponse } from '../http.ts';
import type { World } from '../world.ts';
import type { CodeFault, Codes } from './codes.ts';

/** Said to every page: Entra lets any read the answer, and checks by itself whose code it is. */
const CORS = { 'Access-Control-Allow-Origin': '*', 'Cache-Control': 'no-store' };
const LIFETIME_SECONDS = 3_600;

/** Gives tokens for a code, to the page it was given to. @see https://learn.microsoft.com/entra/identity-platform/reference-error-codes */
export async function answerCode(world: World, codes: Codes, http: SandboxRequest): Promise<SandboxResponse> {
  const form = new URLSearchParams(http.body.toString('utf8'));
  const field = (name: string) => form.get(name) ?? '';
  const { tabAppId, tenantId } = world.directory;
  if (http.params.tenant !== tenantId && http.params.tenant !== world.directory.domain)
    return refuse('invalid_request', { code: 90002, text: `Tenant '${http.params.tenant}' not found.` });
  if (field('grant_type') !== 'authorization_code')
    return refuse('unsupported_grant_type', {
      code: 70003,
      text: 'The app requested an unsupported grant type.',
    });
  if (field('client_id') !== tabAppId)
    return refuse('unauthorized_client', {
      code: 700016,
      text: `Application with identifier '${field('client_id')}' was not found in the directory.`,
    });
  const fault = originFault(http.headers.origin, field('redirect_uri'));
  if (fault !== null) return refuse('invalid_request', fault);
  const grant = codes.take(field('code'), {
    redirectUri: field('redirect_uri'),
    verifier: field('code_verifier'),
  });
  if ('text' in grant) return refuse('invalid_grant', grant);
  const { persona, nonce } = grant;
  return {
    status: 200,
    headers: CORS,
    body: {
      token_type: 'Bearer',
      scope: grant.scope,
      expires_in: LIFETIME_SECONDS,
      ext_expires_in: LIFETIME_SECONDS,
      access_token: await world.identity.issueToken({ audience: 'tab', persona }),
      id_token: await world.identity.issueToken({ audience: 'sign-in', persona, nonce }),
    },
  };
}

/** A single-page application redeems its codes from its own pages, and from nowhere else. */
function originFault(origin: string | undefined, redirectUri: string): CodeFault | null {
  if (origin === undefined)
    return {
      code: 9002327,
      text: "Tokens issued for the 'Single-Page Application' client-type may only be redeemed via cross-origin requests.",
    };
  if (URL.parse(redirectUri)?.origin === origin) return null;
  return {
    code: 9002326,
    text: `Cross-origin token redemption is permitted only for the 'Single-Page Application' client-type. Request origin: '${origin}'.`,
  };
}

function refuse(error: string, { code, text }: CodeFault): SandboxResponse {
  return {
    status: 400,
    headers: CORS,
    body: { error, error_description: `AADSTS${code}: ${text}`, error_codes: [code] },
  };
}
