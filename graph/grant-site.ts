import { z } from 'zod';
import type { GraphClient } from './client.ts';
import { readAnswer } from './read-answer.ts';

/** Whether an app could write on a site before, can now, or would have to be let in. */
export type GrantOutcome = 'granted before' | 'granted now' | 'not granted';

const IDENTITIES = z
  .array(z.object({ application: z.object({ id: z.string() }).nullish() }).nullish())
  .nullish();
const PERMISSION = z.object({
  id: z.string(),
  roles: z.array(z.string().nullable()).nullish(),
  grantedToIdentities: IDENTITIES,
  grantedToIdentitiesV2: IDENTITIES,
});
const PAGE = z.object({ value: z.array(PERMISSION), '@odata.nextLink': z.string().optional() });

type Permission = z.infer<typeof PERMISSION>;

/** Roles with which rows can be written. */
const WRITING = ['write', 'owner', 'fullcontrol'];

/**
 * Lets an app write on one site, for apps that have Sites.Selected and so may enter none by themselves. Looks first, and
 * changes nothing where the app may write already. Needs Sites.FullControl.All.
 * @param apply `false`: only looks
 * @throws GraphRequestError
 */
export async function grantSite({
  client,
  siteId,
  appId,
  appName,
  apply,
}: {
  client: GraphClient;
  siteId: string;
  appId: string;
  /** As the site shows it. */
  appName: string;
  apply: boolean;
}): Promise<GrantOutcome> {
  const path = `/sites/${siteId}/permissions`;
  const own = (await readPermissions(client, path)).filter((permission) => isFor(permission, appId));
  // Graph may leave the roles out of a collection.
  const whole = await Promise.all(
    own.map(async (permission) =>
      permission.roles == null
        ? readAnswer(PERMISSION, await client.get(`${path}/${permission.id}`), 'a permission of a site')
        : permission,
    ),
  );
  if (whole.some(({ roles }) => roles?.some((role) => WRITING.includes(role ?? '')))) return 'granted before';
  if (!apply) return 'not granted';
  const roles = ['write'];
  const [weaker] = whole;
  if (weaker !== undefined) await client.patch(`${path}/${weaker.id}`, { roles });
  else {
    const grantedToIdentities = [{ application: { id: appId, displayName: appName } }];
    await client.post(path, { roles, grantedToIdentities });
  }
  return 'granted now';
}

async function readPermissions(client: GraphClient, path: string): Promise<readonly Permission[]> {
  const found: Permission[] = [];
  let next: string | undefined = path;
  while (next !== undefined) {
    const page: z.infer<typeof PAGE> = readAnswer(PAGE, await client.get(next), 'the permissions of a site');
    found.push(...page.value);
    next = page['@odata.nextLink'];
  }
  return found;
}

const isFor = ({ grantedToIdentities, grantedToIdentitiesV2 }: Permission, appId: string): boolean =>
  [...(grantedToIdentities ?? []), ...(grantedToIdentitiesV2 ?? [])].some(
    (identity) => identity?.application?.id.toLowerCase() === appId.toLowerCase(),
  );
