import type { Route } from '../http/route.ts';

export interface SignInSettings {
  /** Where Milepost reaches Entra; tokens name it as their issuer. */
  readonly authorityUrl: string;
  /** Where people's browsers reach it. */
  readonly signInUrl: string;
  readonly tenantId: string;
  readonly tabAppId: string;
}

/**
 * What a page needs to know to sign somebody in by redirect. Nothing of it is secret: all of it stands in the address
 * that the browser is then sent to.
 * @see https://learn.microsoft.com/entra/identity-platform/v2-oauth2-auth-code-flow
 */
export function signInRoute({ authorityUrl, signInUrl, tenantId, tabAppId }: SignInSettings): Route {
  const protocol = `${signInUrl}/${tenantId}/oauth2/v2.0`;
  const body = {
    issuer: `${authorityUrl}/${tenantId}/v2.0`,
    authorizeUrl: `${protocol}/authorize`,
    tokenUrl: `${protocol}/token`,
    signOutUrl: `${protocol}/logout`,
    clientId: tabAppId,
    // An app that asks for its own API must name it by its id: by its address (api://…) Entra refuses to renew.
    scope: `openid profile ${tabAppId}/access_as_user`,
  };
  return {
    method: 'GET',
    path: '/api/v1/sign-in',
    handle: async () => ({ status: 200, headers: { 'cache-control': 'no-store' }, body }),
  };
}
