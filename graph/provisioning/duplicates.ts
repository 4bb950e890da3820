import { z } from 'zod';
import { readAnswer } from '../read-answer.ts';
import type { Provisioning } from './provisioning.ts';

const PAGE = z.object({
  value: z.array(z.object({ id: z.string(), fields: z.record(z.string(), z.unknown()).nullish() })),
  '@odata.nextLink': z.string().optional(),
});
/** So many are enough to begin with. */
const MOST_TOLD = 5;

/**
 * Ids of the rows that share a value of a column, together; at most five values. Letter case makes no difference, as it
 * makes none to SharePoint.
 * @throws GraphRequestError
 */
export async function findDuplicates(
  { client, siteId }: Pick<Provisioning, 'client' | 'siteId'>,
  listId: string,
  column: string,
): Promise<readonly (readonly string[])[]> {
  const rows = new Map<string, string[]>();
  let path: string | undefined =
    `/sites/${siteId}/lists/${listId}/items?$expand=fields($select=${column})&$top=5000`;
  while (path !== undefined) {
    const page: z.infer<typeof PAGE> = readAnswer(PAGE, await client.get(path), 'the rows of a list');
    for (const { id, fields } of page.value) {
      const value = fields?.[column];
      if (value === undefined || value === null || value === '') continue;
      const key = String(value).toLowerCase();
      rows.set(key, [...(rows.get(key) ?? []), id]);
    }
    path = page['@odata.nextLink'];
  }
  return [...rows.values()].filter((ids) => ids.length > 1).slice(0, MOST_TOLD);
}
