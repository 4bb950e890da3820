import { z } from 'zod';
import type { ListName } from '../../plan/glossary.ts';
import type { BatchPart } from '../batch-part.ts';
import { failedPart } from '../graph-request-error.ts';
import { readAnswer } from '../read-answer.ts';
import { FOUND_COLUMN, type FoundColumn } from './found-column.ts';
import type { Provisioning } from './provisioning.ts';

/** The columns of a list by internal name. */
export type FoundColumns = ReadonlyMap<string, FoundColumn>;

const COLUMNS = z.object({ value: z.array(FOUND_COLUMN), '@odata.nextLink': z.string().optional() });

/**
 * The columns of lists, read together, page after page.
 * @throws GraphRequestError when one of them can't be read
 */
export async function readColumns(
  { client, siteId }: Pick<Provisioning, 'client' | 'siteId'>,
  listIds: ReadonlyMap<ListName, string>,
): Promise<ReadonlyMap<ListName, FoundColumns>> {
  const found = new Map([...listIds.keys()].map((name) => [name, new Map<string, FoundColumn>()]));
  let pages = [...listIds].map(([name, id]) => ({ name, path: columnsPath(siteId, id) }));
  while (pages.length > 0) {
    const parts = pages.map(({ path }): BatchPart => ({ method: 'GET', path }));
    const answers = await client.batch(parts);
    const next: typeof pages = [];
    for (const [index, { name, path }] of pages.entries()) {
      const answer = answers[index];
      if (answer?.kind !== 'answered' || answer.status >= 400) {
        throw failedPart({ method: 'GET', path }, answer ?? { kind: 'ambiguous', code: 'no answer' });
      }
      const page = readAnswer(COLUMNS, answer.body, `the columns of list ${name}`);
      for (const column of page.value) found.get(name)?.set(column.name, column);
      const link = page['@odata.nextLink'];
      if (link !== undefined) next.push({ name, path: link });
    }
    pages = next;
  }
  return found;
}

export const columnsPath = (siteId: string, listId: string): string =>
  `/sites/${siteId}/lists/${listId}/columns`;
