import { z } from 'zod';
import { AppError } from '../../plan/errors.ts';
import type { ListName } from '../../plan/glossary.ts';
import type { BatchAnswer, BatchPart } from '../batch-part.ts';
import { failedPart } from '../graph-request-error.ts';
import { LISTS } from '../lists/index.ts';
import { readAnswer } from '../read-answer.ts';
import { ITEM, type Item, itemIdOf, lastChangeOf, toRow } from './item.ts';
import { missingList } from './list-directory.ts';
import type { SiteContext } from './site-context.ts';
import type { ListPage, ReadEnd, ReadFrom, RowChange } from './types.ts';

const PAGE = z.object({
  value: z.array(z.unknown()),
  '@odata.nextLink': z.string().optional(),
  '@odata.deltaLink': z.string().optional(),
});

/** How often one reading of a list may start over. */
const MAX_RESTARTS = 2;
/** No list of a plan has so many pages; whoever is led on for longer is led round in circles. */
const MAX_PAGES = 5_000;
/** Content types of folders start so; they hold no row. */
const FOLDER_CONTENT_TYPE = '0x0120';

/** One list while it is being read. */
interface Reading {
  readonly list: ListName;
  /** Id the list must have; `null` for any. */
  readonly listId: string | null;
  /** Address of the next page. */
  path: string;
  /** Everything is being read. */
  full: boolean;
  /** The next page is the first of a reading of everything. */
  beginsFull: boolean;
  restarts: number;
  /** Links followed since the start: one that comes again would never end. */
  followed: Set<string>;
  end: ReadEnd | null;
}

type Take = (list: ListName, page: ListPage) => Promise<void>;

/** Reads what changed in each list, one page of each list in one batch; see `SiteLists.readPages`. */
export async function readPagesOf(
  from: ReadonlyMap<ListName, ReadFrom>,
  take: Take,
  site: SiteContext,
): Promise<Map<ListName, ReadEnd>> {
  // A list that was missing may have been made meanwhile.
  const isMissing = [...from].some(([list, { link }]) => link === null && site.directory.find(list) === null);
  if (isMissing) await site.directory.refresh();
  const readings = [...from].map(([list, where]) => startReading(list, where, site));
  for (;;) {
    const open = readings.filter(({ end }) => end === null);
    if (open.length === 0) break;
    const parts = open.map(({ path }): BatchPart => ({ method: 'GET', path }));
    const answers = await site.client.batch(parts);
    if (answers.some((answer) => answer.kind === 'answered' && answer.status === 404)) {
      await site.directory.refresh();
    }
    for (const [index, reading] of open.entries()) {
      const [part, answer] = [parts[index], answers[index]];
      if (part !== undefined && answer !== undefined) await takeAnswer(reading, { part, answer, take, site });
    }
  }
  return new Map(readings.map(({ list, end }) => [list, end ?? failed(missingList(list))]));
}

function startReading(list: ListName, { link, full = false, listId = null }: ReadFrom, site: SiteContext) {
  const reading: Reading = {
    list,
    listId,
    path: link ?? '',
    full,
    beginsFull: false,
    restarts: 0,
    followed: new Set(),
    end: null,
  };
  if (link === null) startOver(reading, null, site);
  return reading;
}

/** Goes back to the first page, unless the list is another one by now. */
function startOver(reading: Reading, location: string | null, { directory, siteId }: SiteContext): void {
  const found = directory.find(reading.list);
  if (found === null) reading.end = failed(missingList(reading.list));
  else if (reading.listId !== null && found.id !== reading.listId)
    reading.end = { status: 'replaced', listId: found.id };
  // Without `$expand=fields` rows come without their values.
  else reading.path = location ?? `/sites/${siteId}/lists/${found.id}/items/delta?$expand=fields`;
  reading.full = true;
  reading.beginsFull = true;
  reading.followed = new Set();
}

async function takeAnswer(
  reading: Reading,
  { part, answer, take, site }: { part: BatchPart; answer: BatchAnswer; take: Take; site: SiteContext },
): Promise<void> {
  if (answer.kind === 'answered' && answer.status < 400) {
    await takePage(reading, answer.body, take, site);
    return;
  }
  const error = failedPart(part, answer);
  if (!mustStartOver(reading, answer)) {
    reading.end = failed(error);
    return;
  }
  // 410 names the address to go on from; it is an address of this client's own or it is not followed.
  startOver(reading, reading.restarts === 0 ? error.location : null, site);
  reading.restarts++;
}

/**
 * 410: the link is too old. 400, 404 and a foreign address: the link is not one of this list as it now is, so
 * only a reading that began with a link can do better from the start.
 */
function mustStartOver({ restarts, beginsFull }: Reading, answer: BatchAnswer): boolean {
  if (restarts >= MAX_RESTARTS) return false;
  if (answer.kind === 'not sent') return answer.code === 'foreign host';
  if (answer.kind === 'ambiguous') return false;
  return answer.status === 410 || answer.status === 404 || (answer.status === 400 && !beginsFull);
}

async function takePage(reading: Reading, body: unknown, take: Take, site: SiteContext): Promise<void> {
  try {
    const page = readPage(reading, body, site);
    await take(reading.list, page);
    reading.followed.add(reading.path);
    reading.path = page.link;
    reading.beginsFull = false;
    if (page.isLast) reading.end = { status: 'read' };
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    reading.end = failed(error);
  }
}

/** @throws AppError `GRAPH` for a page that can't be gone on from, or with rows that would be taken for empty */
function readPage(reading: Reading, body: unknown, site: SiteContext): ListPage {
  const { list, full, beginsFull, followed, path } = reading;
  const answer = readAnswer(PAGE, body, `the changes of list ${list}`);
  const next = answer['@odata.nextLink'];
  const link = next ?? answer['@odata.deltaLink'];
  if (link === undefined) throw unreadable(list, 'no link to go on from');
  if (next !== undefined && (next === path || followed.has(next) || followed.size >= MAX_PAGES))
    throw unreadable(list, 'pages that never end');
  const { changes, faultCount } = readEntries(reading, answer.value, site);
  const listId = reading.listId ?? site.directory.find(list)?.id ?? null;
  return { changes, link, isLast: next === undefined, full, beginsFull, faultCount, listId };
}

/** The same row may come twice, and the last time counts. */
function readEntries(
  { list }: Reading,
  entries: readonly unknown[],
  { timeZone, columns, ownAppId }: SiteContext,
): Pick<ListPage, 'changes' | 'faultCount'> {
  const context = { definition: LISTS[list], timeZone, missing: columns.missingColumns(list), ownAppId };
  const rows = new Map<number, RowChange>();
  let faultCount = 0;
  for (const entry of entries) {
    const item = ITEM.safeParse(entry).data;
    const itemId = item === undefined ? null : itemIdOf(item);
    if (item === undefined || itemId === null) faultCount++;
    else if (item.contentType?.id?.startsWith(FOLDER_CONTENT_TYPE)) continue;
    else if (isGone(item)) {
      const lastChange = lastChangeOf(item, ownAppId);
      rows.set(itemId, { itemId, etag: null, values: null, problems: [], lastChange });
    } else {
      // Read as "every value is empty", such an answer would wipe the row.
      if (!isPresent(item.fields)) throw unreadable(list, 'a row without its values');
      rows.set(itemId, toRow(item, itemId, context));
    }
  }
  return { changes: [...rows.values()], faultCount };
}

const isGone = (item: Item): boolean => isPresent(item.deleted) || isPresent(item['@removed']);

const isPresent = (value: unknown): boolean => value !== undefined && value !== null;

const failed = (error: AppError): ReadEnd => ({ status: 'failed', error });

const unreadable = (list: ListName, what: string): AppError =>
  new AppError({
    code: 'GRAPH',
    message: `Microsoft Graph answered the changes of list ${list} with ${what}`,
    details: { list },
  });
