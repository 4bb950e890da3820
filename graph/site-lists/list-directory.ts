import { z } from 'zod';
import { AppError } from '../../plan/errors.ts';
import { LIST_NAMES, type ListName } from '../../plan/glossary.ts';
import type { GraphClient } from '../client.ts';
import { readAnswer } from '../read-answer.ts';

/** Where a list stands. */
export interface FoundList {
  readonly id: string;
  /** Its page, for people. */
  readonly webUrl: string | null;
}

/** Which list of a site is which, by title. */
export interface ListDirectory {
  /** `null` when the site has no such list. */
  find(list: ListName): FoundList | null;
  /**
   * Asks SharePoint again; for when an id is no longer known there. Never throws: keeps what it knew when
   * SharePoint can't be asked just now.
   */
  refresh(): Promise<void>;
}

const LISTS_PAGE = z.object({
  value: z.array(z.object({ id: z.string(), displayName: z.string(), webUrl: z.string().nullish() })),
  '@odata.nextLink': z.string().optional(),
});

/** Every list of the site, Milepost's or not, by its title. Needs Sites.Read.All or a grant on the site. */
export async function readLists(client: GraphClient, siteId: string): Promise<Map<string, FoundList>> {
  const found = new Map<string, FoundList>();
  let path: string | undefined = `/sites/${siteId}/lists?$select=id,displayName,webUrl`;
  while (path !== undefined) {
    const page: z.infer<typeof LISTS_PAGE> = readAnswer(
      LISTS_PAGE,
      await client.get(path),
      'the lists of a site',
    );
    for (const { id, displayName, webUrl } of page.value) {
      found.set(displayName, { id, webUrl: webUrl?.replace(/\/[^/]+\.aspx$/i, '') ?? null });
    }
    path = page['@odata.nextLink'];
  }
  return found;
}

/** @throws GraphRequestError when the lists can't be read */
export async function openListDirectory(client: GraphClient, siteId: string): Promise<ListDirectory> {
  let found = await readLists(client, siteId);
  return {
    find: (list) => found.get(list) ?? null,
    refresh: async () => {
      found = await readLists(client, siteId).catch((error: unknown) => {
        if (error instanceof AppError) return found;
        throw error;
      });
    },
  };
}

/** What to tell an operator when the site lacks a list. */
export function missingList(list: ListName): AppError {
  return new AppError({
    code: 'BAD_CONFIG',
    message: `The SharePoint site has no list "${list}" (Milepost needs ${LIST_NAMES.length}): run "npm run provision" to make it`,
    details: { list },
  });
}
