import { answerDeviceCode, answerSignIn, DEVICE_CODE_GRANTS } from './device-code.ts';
import type { Route, SandboxRequest, SandboxResponse } from './http.ts';
import { CONNECTOR_AUDIENCE, CONNECTOR_ISSUER, GRAPH_AUDIENCE, type TokenAudience } from './identity.ts';
import type { World } from './world.ts';

/** What an app may ask for with its own secret, by scope. */
const SCOPES: Readonly<Record<string, TokenAudience>> = {
  [`${GRAPH_AUDIENCE}/.default`]: 'graph',
  [`${CONNECTOR_AUDIENCE}/.default`]: 'connector',
};

/** Sign-in as Entra ID speaks it, for the https server. */
export function entraRoutes(world: World): Route[] {
  return [
    {
      method: 'GET',
      path: '/:tenant/v2.0/.well-known/openid-configuration',
      area: 'identity',
      handler: (request) => answerConfiguration(world, request),
    },
    {
      method: 'POST',
      path: '/:tenant/oauth2/v2.0/token',
      area: 'identity',
      handler: (request) => answerToken(world, request),
    },
    {
      method: 'POST',
      path: '/:tenant/oauth2/v2.0/devicecode',
      area: 'identity',
      handler: (request) => answerDeviceCode(world, request),
    },
    {
      method: 'GET',
      path: '/:tenant/discovery/v2.0/keys',
      area: 'identity',
      handler: () => ({ status: 200, body: { keys: [world.identity.publicKey] } }),
    },
  ];
}

/** The key document that botbuilder checks Teams' calls against, for the http server. */
export function connectorKeyRoutes(world: World): Route[] {
  return [
    {
      method: 'GET',
      path: '/openid/.well-known/openidconfiguration',
      area: 'identity',
      handler: () => ({
        status: 200,
        body: {
          issuer: CONNECTOR_ISSUER,
          authorization_endpoint: 'https://invalid.botframework.com',
          jwks_uri: `http://127.0.0.1:${world.config.port}/openid/keys`,
          id_token_signing_alg_values_supported: ['RS256'],
          token_endpoint_auth_methods_supported: ['private_key_jwt'],
        },
      }),
    },
    {
      method: 'GET',
      path: '/openid/keys',
      area: 'identity',
      handler: () => ({
        status: 200,
        body: { keys: [{ ...world.identity.publicKey, endorsements: ['msteams'] }] },
      }),
    },
  ];
}

function answerConfiguration(world: World, { params }: SandboxRequest): SandboxResponse {
  const tenant = params.tenant ?? '';
  if (!isTenant(world, tenant)) return refuse({ status: 400, ...UNKNOWN_TENANT(tenant) });
  const origin = `https://localhost:${world.config.graphPort}`;
  const tenantBase = `${origin}/${world.directory.tenantId}`;
  return {
    status: 200,
    body: {
      issuer: `${tenantBase}/v2.0`,
      authorization_endpoint: `${tenantBase}/oauth2/v2.0/authorize`,
      token_endpoint: `${tenantBase}/oauth2/v2.0/token`,
      device_authorization_endpoint: `${tenantBase}/oauth2/v2.0/devicecode`,
      jwks_uri: `${tenantBase}/discovery/v2.0/keys`,
      response_types_supported: ['code', 'id_token', 'code id_token', 'id_token token'],
      subject_types_supported: ['pairwise'],
      id_token_signing_alg_values_supported: ['RS256'],
      token_endpoint_auth_methods_supported: ['client_secret_post', 'client_secret_basic'],
      tenant_region_scope: 'EU',
    },
  };
}

async function answerToken(world: World, { params, body }: SandboxRequest): Promise<SandboxResponse> {
  const form = new URLSearchParams(body.toString('utf8'));
  const tenant = params.tenant ?? '';
  const refusal = findRefusal(world, { tenant, form });
  if (refusal !== undefined) return refuse(refusal);
  if (DEVICE_CODE_GRANTS.includes(form.get('grant_type'))) return answerSignIn(world);
  const audience = SCOPES[form.get('scope')?.split(' ')[0] ?? ''] ?? 'graph';
  const appId = form.get('client_id') ?? undefined;
  const lifetimeSeconds = 3_599;
  return {
    status: 200,
    headers: { 'Cache-Control': 'no-store' },
    body: {
      token_type: 'Bearer',
      expires_in: lifetimeSeconds,
      ext_expires_in: lifetimeSeconds,
      access_token: await world.identity.issueToken({ audience, appId, lifetimeSeconds }),
    },
  };
}

interface Refusal {
  readonly status: number;
  readonly error: string;
  readonly code: number;
  readonly text: string;
}

const UNKNOWN_TENANT = (tenant: string) => ({
  error: 'invalid_tenant',
  code: 90002,
  text: `Tenant '${tenant}' not found.`,
});

function findRefusal(
  world: World,
  { tenant, form }: { tenant: string; form: URLSearchParams },
): Refusal | undefined {
  const secret = secretOf(world, form.get('client_id'));
  const scope = form.get('scope')?.split(' ')[0] ?? '';
  if (!isTenant(world, tenant)) return { status: 400, ...UNKNOWN_TENANT(tenant) };
  if (DEVICE_CODE_GRANTS.includes(form.get('grant_type'))) return undefined;
  if (form.get('grant_type') !== 'client_credentials')
    return {
      status: 400,
      error: 'unsupported_grant_type',
      code: 70003,
      text: `The sandbox issues tokens to apps by client_credentials, not by '${form.get('grant_type')}'.`,
    };
  if (secret === undefined)
    return {
      status: 400,
      error: 'unauthorized_client',
      code: 700016,
      text: `Application with identifier '${form.get('client_id')}' was not found in the directory.`,
    };
  if (form.get('client_secret') !== secret)
    return {
      status: 401,
      error: 'invalid_client',
      code: 7000215,
      text: 'Invalid client secret provided. Ensure the secret being sent in the request is the client secret value.',
    };
  if (SCOPES[scope] === undefined)
    return {
      status: 400,
      error: 'invalid_scope',
      code: 70011,
      text: `The provided value for the input parameter 'scope' is not valid: '${scope}'.`,
    };
  return undefined;
}

/** The secret of an app of the tenant. */
function secretOf({ directory }: World, appId: string | null): string | undefined {
  if (appId === directory.botAppId) return directory.clientSecret;
  return appId === directory.setupAppId ? directory.setupClientSecret : undefined;
}

function refuse({ status, error, code, text }: Refusal): SandboxResponse {
  return {
    status,
    body: {
      error,
      error_description: `AADSTS${code}: ${text}`,
      error_codes: [code],
      timestamp: new Date().toISOString(),
    },
  };
}

function isTenant(world: World, tenant: string): boolean {
  return tenant === world.directory.tenantId || tenant === world.directory.domain;
}
