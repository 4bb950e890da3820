import { z } from 'zod';
import type { RowVersion } from '../../plan/conflict.ts';
import type { ListName } from '../../plan/glossary.ts';
import { decodeFields } from '../lists/fields.ts';
import { LISTS } from '../lists/index.ts';
import type { RowValues } from '../lists/values.ts';
import { readAnswer } from '../read-answer.ts';
import { readInstant } from './item.ts';
import { missingList } from './list-directory.ts';
import type { SiteContext } from './site-context.ts';

const IDENTITY = z
  .object({ id: z.string().nullish(), displayName: z.string().nullish(), email: z.string().nullish() })
  .nullish();

const VERSIONS = z.object({
  value: z.array(
    z.object({
      lastModifiedDateTime: z.string().nullish(),
      lastModifiedBy: z.object({ user: IDENTITY, application: IDENTITY }).nullish(),
      fields: z.record(z.string(), z.unknown()).nullish(),
    }),
  ),
});
type Version = z.infer<typeof VERSIONS>['value'][number];

/** The latest versions of a row, as many as SharePoint gives at once; see `SiteLists.readVersions`. */
export async function readVersions(
  list: ListName,
  itemId: number,
  { client, siteId, timeZone, directory }: SiteContext,
): Promise<readonly RowVersion<RowValues>[]> {
  const found = directory.find(list);
  if (found === null) throw missingList(list);
  const path = `/sites/${siteId}/lists/${found.id}/items/${itemId}/versions?$expand=fields`;
  const { value } = readAnswer(VERSIONS, await client.get(path), `the versions of a row of list ${list}`);
  return value.map((version) => ({
    values: decodeFields(LISTS[list], version.fields ?? {}, timeZone).values,
    at: readInstant(version.lastModifiedDateTime),
    byName: nameOf(version),
    byPerson: isByPerson(version),
  }));
}

function nameOf({ lastModifiedBy }: Version): string | null {
  const { user, application } = lastModifiedBy ?? {};
  return user?.displayName ?? user?.email ?? application?.displayName ?? null;
}

/** SharePoint may put a user without id or address, `SharePoint App`, beside an application that writes by itself. */
function isByPerson({ lastModifiedBy }: Version): boolean {
  const { user, application } = lastModifiedBy ?? {};
  if (application == null) return true;
  return Boolean(user?.id ?? user?.email);
}
