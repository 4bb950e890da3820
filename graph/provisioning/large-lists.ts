import { z } from 'zod';
import { readAnswer } from '../read-answer.ts';
import type { Provisioning } from './provisioning.ts';

/** SharePoint's list view threshold, beyond which it may refuse a new index. */
export const LARGE_FROM = 5000;

const PAGE = z.object({ '@odata.nextLink': z.string().optional() });

/** Whether a list has more rows than the view threshold. Graph tells no count: a whole page with more to come says so. */
export async function isLarge(
  { client, siteId }: Pick<Provisioning, 'client' | 'siteId'>,
  listId: string,
): Promise<boolean> {
  const answer = await client.get(`/sites/${siteId}/lists/${listId}/items?$select=id&$top=${LARGE_FROM}`);
  return readAnswer(PAGE, answer, 'the rows of a list')['@odata.nextLink'] !== undefined;
}
