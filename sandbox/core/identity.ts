import { randomUUID } from 'node:crypto';
import {
  createLocalJWKSet,
  exportJWK,
  generateKeyPair,
  importJWK,
  type JWK,
  type JWTPayload,
  jwtVerify,
  SignJWT,
} from 'jose';
import type { SandboxConfig } from './config.ts';
import type { Directory, Persona } from './directory.ts';
import { HttpError } from './http-error.ts';
import type { Meta } from './meta.ts';

/**
 * Who a token is for. `graph`: Microsoft Graph; `connector`: the Bot Connector, as the bot calls it;
 * `bot`: the bot, as Teams calls it; `tab`: the tab's own API; `sign-in`: the tab's page, to know who signed in.
 */
export type TokenAudience = 'graph' | 'connector' | 'bot' | 'tab' | 'sign-in';

export interface IssueToken {
  readonly audience: TokenAudience;
  /** Id of the persona who signed in. Without it the token is an app's own. */
  readonly persona?: string;
  /** The app that asked. Default: the bot's app; the tab's own for `tab`, the set-up app's for `graph`. */
  readonly appId?: string;
  /** Application permissions of a `graph` token. Default: those the tenant has granted the app. */
  readonly roles?: readonly string[];
  /** `bot` only: the serviceUrl of the activity the token goes with. Default: this sandbox's connector. */
  readonly serviceUrl?: string;
  /** `sign-in` only: what the page made up when it asked. */
  readonly nonce?: string | null;
  /** Seconds it is good for; negative for one that has run out. Default an hour. */
  readonly lifetimeSeconds?: number;
}

/** What a token that was accepted says. */
export interface TokenClaims extends JWTPayload {
  readonly appid?: string;
  readonly oid?: string;
  readonly name?: string;
  readonly tid?: string;
  /** Application permissions. */
  readonly roles?: readonly string[];
}

/** A token that was not accepted; `reason` tells a missing one from a bad and from an old one. */
export class TokenError extends Error {
  readonly reason: 'missing' | 'invalid' | 'expired';

  constructor(reason: TokenError['reason'], message: string) {
    super(message);
    this.name = 'TokenError';
    this.reason = reason;
  }
}

export interface Identity {
  /** @throws HttpError 400 when there is no such persona. */
  issueToken(request: IssueToken): Promise<string>;
  /**
   * Checks an Authorization header against an audience.
   * @throws TokenError
   */
  verifyToken(header: string | undefined, audience: TokenAudience): Promise<TokenClaims>;
  /** The public key, as a key set holds it. */
  readonly publicKey: JWK;
}

export const GRAPH_AUDIENCE = 'https://graph.microsoft.com';
export const CONNECTOR_AUDIENCE = 'https://api.botframework.com';
/** The issuer botbuilder expects of Teams' calls to a bot. */
export const CONNECTOR_ISSUER = 'https://api.botframework.com';

const TOKEN_LIFETIME_SECONDS = 3_600;

export interface IdentityOptions {
  readonly config: SandboxConfig;
  readonly directory: Directory;
  readonly meta: Meta;
}

/** Opens the sandbox's signing key, making it at first. Tokens carry real time, not the sandbox clock's. */
export async function openIdentity({ config, directory, meta }: IdentityOptions): Promise<Identity> {
  const privateJwk = await openKey(meta);
  const signingKey = await importJWK(privateJwk, 'RS256');
  const { kty, n, e, kid } = privateJwk;
  const publicKey: JWK = { kty, n, e, kid, use: 'sig', alg: 'RS256' };
  const keySet = createLocalJWKSet({ keys: [publicKey] });

  const audiences: Record<TokenAudience, string> = {
    graph: GRAPH_AUDIENCE,
    connector: CONNECTOR_AUDIENCE,
    bot: directory.botAppId,
    tab: directory.tabAppId,
    'sign-in': directory.tabAppId,
  };

  return {
    publicKey,
    async issueToken({ lifetimeSeconds = TOKEN_LIFETIME_SECONDS, ...request }) {
      const { audience, persona } = request;
      const person = persona === undefined ? undefined : findPersona(directory, persona);
      const claims = buildClaims({ request, person, config, directory });
      const nowSeconds = Math.floor(Date.now() / 1_000);
      return new SignJWT(claims)
        .setProtectedHeader({ alg: 'RS256', typ: 'JWT', kid })
        .setAudience(audiences[audience])
        .setIssuedAt(nowSeconds + Math.min(lifetimeSeconds, 0))
        .setNotBefore(nowSeconds + Math.min(lifetimeSeconds, 0))
        .setExpirationTime(nowSeconds + lifetimeSeconds)
        .setJti(randomUUID())
        .sign(signingKey);
    },
    async verifyToken(header, audience) {
      const token = /^Bearer\s+(\S+)$/i.exec(header ?? '')?.[1];
      if (token === undefined) throw new TokenError('missing', 'Access token is empty.');
      try {
        const { payload } = await jwtVerify<TokenClaims>(token, keySet, { audience: audiences[audience] });
        return payload;
      } catch (error) {
        const { code, message } = error as { code?: string; message: string };
        throw code === 'ERR_JWT_EXPIRED'
          ? new TokenError('expired', 'Lifetime validation failed, the token is expired.')
          : new TokenError('invalid', message);
      }
    },
  };
}

async function openKey(meta: Meta): Promise<JWK> {
  const kept = meta.get('identity-key');
  if (kept !== undefined) return JSON.parse(kept) as JWK;
  const { privateKey } = await generateKeyPair('RS256', { extractable: true });
  const jwk: JWK = { ...(await exportJWK(privateKey)), kid: randomUUID() };
  meta.set('identity-key', JSON.stringify(jwk));
  return jwk;
}

function findPersona(directory: Directory, id: string): Persona {
  const found = directory.personas.find((persona) => persona.id === id);
  if (found !== undefined) return found;
  const known = directory.personas.map((persona) => persona.id).join(', ');
  throw new HttpError(400, `There is no persona "${id}". Personas: ${known}.`);
}

interface ClaimsOptions {
  readonly request: IssueToken;
  readonly person: Persona | undefined;
  readonly config: SandboxConfig;
  readonly directory: Directory;
}

function buildClaims({ request, person, config, directory }: ClaimsOptions): JWTPayload {
  const { audience, appId, serviceUrl, nonce } = request;
  const { tenantId, botAppId, tabAppId, setupAppId } = directory;
  if (audience === 'bot')
    return { iss: CONNECTOR_ISSUER, serviceurl: serviceUrl ?? `http://127.0.0.1:${config.port}/connector` };
  const issued = {
    iss: `https://localhost:${config.graphPort}/${tenantId}/v2.0`,
    ver: '2.0',
    ...personClaims(person, tenantId),
  };
  if (audience === 'sign-in') return { ...issued, ...(nonce ? { nonce } : {}) };
  if (audience === 'tab') return { ...issued, azp: appId ?? tabAppId, scp: 'access_as_user' };
  const ownAppId = appId ?? (audience === 'graph' ? setupAppId : botAppId);
  const app = { iss: `https://sts.windows.net/${tenantId}/`, ver: '1.0', appid: ownAppId };
  const granted = config.siteAccess === 'selected' ? SELECTED_ROLES : RUNNING_ROLES;
  const roles = request.roles ?? (ownAppId === setupAppId ? SETUP_ROLES : granted);
  if (person === undefined) return { ...app, tid: tenantId, idtyp: 'app', roles };
  return {
    ...app,
    ...personClaims(person, tenantId),
    upn: person.email,
    idtyp: 'user',
    scp: 'Sites.Manage.All',
  };
}

/** The application permissions that the sandbox's tenant has granted: to the app that sets up, and to the bot's. */
const SETUP_ROLES = ['Sites.FullControl.All'];
const RUNNING_ROLES = ['Sites.ReadWrite.All', 'User.Read.All', 'TeamMember.Read.All'];
const SELECTED_ROLES = ['Sites.Selected', 'User.Read.All', 'TeamMember.Read.All'];

function personClaims(person: Persona | undefined, tenantId: string): JWTPayload {
  if (person === undefined) return { tid: tenantId };
  return {
    tid: tenantId,
    oid: person.entraObjectId,
    sub: person.entraObjectId,
    name: person.name,
    preferred_username: person.email,
  };
}
