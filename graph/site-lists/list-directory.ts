import { z } from 'zod';
import { AppError } from '../../plan/errors.ts';
import { LIST_NAMES, type ListName } from '../../plan/glossary.ts';
import type { GraphClient } from '../client.ts';
import { readAnswer } from '../read-answer.ts';
import {
  type ColumnNames,
  doubtfulLists,
  type ListOnSite,
  type RecognisedLists,
  recogniseLists,
} from '../recognise-lists.ts';

/** Which list of a site is which; one that somebody renamed is still found. */
export interface ListDirectory {
  /** `null` when the site has no such list. */
  find(list: ListName): ListOnSite | null;
  /**
   * Asks SharePoint again; for when an id is no longer known there. Never throws: keeps what it knew when
   * SharePoint can't be asked just now.
   */
  refresh(): Promise<void>;
}

const LISTS_PAGE = z.object({
  value: z.array(
    z.object({
      id: z.string(),
      displayName: z.string(),
      name: z.string().nullish(),
      webUrl: z.string().nullish(),
    }),
  ),
  '@odata.nextLink': z.string().optional(),
});
const COLUMNS_PAGE = z.object({ value: z.array(z.object({ name: z.string() })) });

/** Milepost's lists on a site, and all lists there are. Needs Sites.Read.All or a grant on the site. */
export async function readLists(
  client: GraphClient,
  siteId: string,
): Promise<RecognisedLists & { readonly all: readonly ListOnSite[] }> {
  const found: ListOnSite[] = [];
  let path: string | undefined = `/sites/${siteId}/lists?$select=id,displayName,name,webUrl`;
  while (path !== undefined) {
    const page: z.infer<typeof LISTS_PAGE> = readAnswer(
      LISTS_PAGE,
      await client.get(path),
      'the lists of a site',
    );
    for (const { id, displayName: title, name, webUrl: address } of page.value) {
      const webUrl = address?.replace(/\/[^/]+\.aspx$/i, '') ?? null;
      found.push({ id, title, webUrl, addressName: addressNameOf(webUrl) ?? name ?? title });
    }
    path = page['@odata.nextLink'];
  }
  const columns = await readColumnNames(client, siteId, doubtfulLists(found));
  return { ...recogniseLists(found, columns), all: found };
}

/** @throws GraphRequestError when the lists can't be read */
export async function openListDirectory(client: GraphClient, siteId: string): Promise<ListDirectory> {
  let { lists } = await readLists(client, siteId);
  return {
    find: (list) => lists.get(list) ?? null,
    refresh: async () => {
      const read = await readLists(client, siteId).catch((error: unknown) => {
        if (error instanceof AppError) return { lists };
        throw error;
      });
      lists = read.lists;
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

async function readColumnNames(
  client: GraphClient,
  siteId: string,
  listIds: readonly string[],
): Promise<ColumnNames> {
  const names = new Map<string, ReadonlySet<string>>();
  for (const id of listIds) {
    const answer = await client.get(`/sites/${siteId}/lists/${id}/columns?$select=name`);
    const { value } = readAnswer(COLUMNS_PAGE, answer, 'the columns of a list');
    names.set(id, new Set(value.map(({ name }) => name)));
  }
  return names;
}

/** `…/Lists/Board%20reports` → `Board reports`; `null` for what is no address of a list. */
function addressNameOf(webUrl: string | null): string | null {
  const name = /\/Lists\/([^/]+)\/?$/i.exec(webUrl ?? '')?.[1];
  return name === undefined ? null : safeDecode(name);
}

function safeDecode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
