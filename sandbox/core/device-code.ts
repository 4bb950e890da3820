import { randomUUID } from 'node:crypto';
import type { SandboxRequest, SandboxResponse } from './http.ts';
import type { World } from './world.ts';

/** What MSAL calls the grant, and what the standard does. */
export const DEVICE_CODE_GRANTS: readonly (string | null)[] = [
  'device_code',
  'urn:ietf:params:oauth:grant-type:device_code',
];

const INTERVAL_SECONDS = 1;
const LIFETIME_SECONDS = 900;

/** Begins a sign-in on another device. Nobody has to open the page: the sandbox's plan manager signs in by themselves. */
export function answerDeviceCode(world: World, { body }: SandboxRequest): SandboxResponse {
  const clientId = new URLSearchParams(body.toString('utf8')).get('client_id');
  if (clientId !== world.directory.setupAppId)
    return { status: 400, body: { error: 'unauthorized_client', error_codes: [700016] } };
  const code = randomUUID().slice(0, 8).toUpperCase();
  const page = `http://127.0.0.1:${world.config.port}/`;
  return {
    status: 200,
    body: {
      user_code: code,
      device_code: randomUUID(),
      verification_uri: page,
      expires_in: LIFETIME_SECONDS,
      interval: INTERVAL_SECONDS,
      message: `To sign in, use a web browser to open the page ${page} and enter the code ${code} to authenticate.`,
    },
  };
}

/** The tokens of the one who signed in. */
export async function answerSignIn(world: World): Promise<SandboxResponse> {
  const { personas, tenantId, setupAppId } = world.directory;
  const person = personas.find(({ roles }) => roles.includes('Plan manager'));
  const persona = person?.id;
  const lifetimeSeconds = 3_599;
  const clientInfo = JSON.stringify({ uid: person?.entraObjectId, utid: tenantId });
  return {
    status: 200,
    body: {
      token_type: 'Bearer',
      scope: 'https://graph.microsoft.com/.default',
      expires_in: lifetimeSeconds,
      ext_expires_in: lifetimeSeconds,
      access_token: await world.identity.issueToken({
        audience: 'graph',
        persona,
        appId: setupAppId,
        lifetimeSeconds,
      }),
      id_token: await world.identity.issueToken({ audience: 'tab', persona, lifetimeSeconds }),
      client_info: Buffer.from(clientInfo).toString('base64url'),
    },
  };
}
