import type { GraphClient } from './client.ts';
import { GraphRequestError } from './graph-request-error.ts';
import { LISTS } from './lists/index.ts';
import { readAnswer } from './read-answer.ts';
import { readChangesOf } from './site-lists/changes.ts';
import { ITEM, toRow } from './site-lists/item.ts';
import { missingList, openListDirectory } from './site-lists/list-directory.ts';
import type { SiteContext } from './site-lists/site-context.ts';
import type { SiteLists } from './site-lists/types.ts';
import { rowPart } from './site-lists/write-parts.ts';
import { writeRows } from './site-lists/write-rows.ts';

export type {
  ListChanges,
  ListChangesOrFailure,
  RowChange,
  SiteLists,
  SiteRow,
  WriteOperation,
  WriteOutcome,
} from './site-lists/types.ts';

/**
 * The lists of one plan's site, for reading and writing. Finds them by title, once. Needs Sites.ReadWrite.All, or
 * Sites.Selected with role `write` on the site.
 * @param timeZone IANA zone set in the site's regional settings, in which its dates are meant
 * @throws GraphRequestError when the site can't be read
 */
export async function openSiteLists({
  client,
  siteId,
  timeZone,
}: {
  client: GraphClient;
  siteId: string;
  timeZone: string;
}): Promise<SiteLists> {
  const directory = await openListDirectory(client, siteId);
  const site: SiteContext = { client, siteId, timeZone, directory };
  return {
    async readChanges(list, deltaLink) {
      const read = (await readChangesOf(new Map([[list, deltaLink]]), site)).get(list);
      if (read?.status === 'read') {
        const { changes, deltaLink, fullResync } = read;
        return { changes, deltaLink, fullResync };
      }
      throw read?.error ?? missingList(list);
    },
    readAllChanges: (links) => readChangesOf(links, site),
    async readRow(list, itemId) {
      const part = rowPart(list, itemId, site);
      if (part === null) throw missingList(list);
      const answer = await orNull(client.get(part.path));
      if (answer === null) return null;
      return toRow(readAnswer(ITEM, answer, `a row of list ${list}`), itemId, {
        definition: LISTS[list],
        timeZone,
      });
    },
    writeRows: (operations) => writeRows(operations, site),
    listUrl: (list) => directory.find(list)?.webUrl ?? null,
    rowUrl: (list, itemId) => {
      const webUrl = directory.find(list)?.webUrl ?? null;
      return webUrl === null ? null : `${webUrl}/DispForm.aspx?ID=${itemId}`;
    },
  };
}

/** `null` where there is no such thing. */
async function orNull(answer: Promise<unknown>): Promise<unknown> {
  try {
    return await answer;
  } catch (error) {
    if (error instanceof GraphRequestError && error.status === 404) return null;
    throw error;
  }
}
