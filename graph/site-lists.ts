import type { ListName } from '../plan/glossary.ts';
import type { GraphClient } from './client.ts';
import { GraphRequestError } from './graph-request-error.ts';
import { LISTS } from './lists/index.ts';
import { readAnswer } from './read-answer.ts';
import { readPagesOf } from './site-lists/changes.ts';
import { watchColumns } from './site-lists/column-watch.ts';
import { ITEM, toRow } from './site-lists/item.ts';
import { missingList, openListDirectory } from './site-lists/list-directory.ts';
import type { SiteContext } from './site-lists/site-context.ts';
import type { ListChanges, ListPage, RowChange, SiteLists } from './site-lists/types.ts';
import { readVersions } from './site-lists/versions.ts';
import { rowPart } from './site-lists/write-parts.ts';
import { writeRows } from './site-lists/write-rows.ts';

export type {
  ColumnIds,
  ListChanges,
  ListPage,
  ReadEnd,
  ReadFrom,
  RowChange,
  SiteLists,
  SiteRow,
  WriteOperation,
  WriteOutcome,
} from './site-lists/types.ts';

/**
 * The lists of one plan's site, for reading and writing. Finds them by title, once. Needs Sites.ReadWrite.All, or
 * Sites.Selected with role `write` on the site.
 * @param ownAppId app id of `client`, by which changes are told that Milepost made; default: none is
 * @param timeZone IANA zone set in the site's regional settings, in which its dates are meant
 * @throws GraphRequestError when the site can't be read
 */
export async function openSiteLists({
  client,
  siteId,
  timeZone,
  ownAppId = null,
}: {
  client: GraphClient;
  siteId: string;
  timeZone: string;
  ownAppId?: string | null;
}): Promise<SiteLists> {
  const directory = await openListDirectory(client, siteId);
  const columns = watchColumns(client, siteId, directory);
  const site: SiteContext = { client, siteId, timeZone, ownAppId, directory, columns };
  return {
    ...columns,
    readChanges: (list, deltaLink) => readChangesOf(list, deltaLink, site),
    readPages: (from, take) => readPagesOf(from, take, site),
    async readRow(list, itemId) {
      const part = rowPart(list, itemId, site);
      if (part === null) throw missingList(list);
      const answer = await orNull(client.get(part.path));
      if (answer === null) return null;
      return toRow(readAnswer(ITEM, answer, `a row of list ${list}`), itemId, {
        definition: LISTS[list],
        timeZone,
        ownAppId,
        missing: columns.missingColumns(list),
      });
    },
    readVersions: (list, itemId) => readVersions(list, itemId, site),
    writeRows: (operations) => writeRows(operations, site),
    listUrl: (list) => directory.find(list)?.webUrl ?? null,
    rowUrl: (list, itemId) => {
      const webUrl = directory.find(list)?.webUrl ?? null;
      return webUrl === null ? null : `${webUrl}/DispForm.aspx?ID=${itemId}`;
    },
  };
}

async function readChangesOf(
  list: ListName,
  deltaLink: string | null,
  site: SiteContext,
): Promise<ListChanges> {
  let rows = new Map<number, RowChange>();
  let last = { link: '', full: false };
  const take = async (_list: ListName, page: ListPage) => {
    if (page.beginsFull) rows = new Map();
    for (const row of page.changes) rows.set(row.itemId, row);
    last = page;
  };
  const end = (await readPagesOf(new Map([[list, { link: deltaLink }]]), take, site)).get(list);
  if (end?.status !== 'read') throw end?.status === 'failed' ? end.error : missingList(list);
  // In a reading of everything, a row that is gone is one that isn't there.
  const changes = [...rows.values()].filter(({ values }) => !last.full || values !== null);
  return { changes, deltaLink: last.link, fullResync: last.full };
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
