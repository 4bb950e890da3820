import type { Directory } from '../core/directory.ts';
import type { TokenClaims } from '../core/identity.ts';

/** Who makes a request: an app on its own, or a person through one. */
export type Actor =
  | {
      readonly kind: 'app';
      readonly appId: string;
      readonly name: string;
      /** Application permissions. */
      readonly roles: readonly string[];
    }
  | { readonly kind: 'person'; readonly objectId: string; readonly name: string; readonly email: string };

/** Reads who a token speaks for. */
export function readActor(claims: TokenClaims, directory: Directory): Actor {
  const person = directory.personas.find(({ entraObjectId }) => entraObjectId === claims.oid);
  if (person !== undefined)
    return { kind: 'person', objectId: person.entraObjectId, name: person.name, email: person.email };
  const appId = claims.appid ?? '';
  const name = `${directory.tenantName} ${appId === directory.setupAppId ? 'set-up' : 'bot'}`;
  return { kind: 'app', appId, name, roles: claims.roles ?? [] };
}

/** The actor as `createdBy` and `lastModifiedBy` show it. */
export function toIdentitySet(actor: Actor): Record<string, unknown> {
  if (actor.kind === 'app') return { application: { id: actor.appId, displayName: actor.name } };
  return { user: { id: actor.objectId, displayName: actor.name, email: actor.email } };
}
