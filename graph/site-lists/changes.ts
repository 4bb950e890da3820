import { z } from 'zod';
import { AppError } from '../../plan/errors.ts';
import type { ListName } from '../../plan/glossary.ts';
import type { BatchAnswer, BatchPart } from '../batch-part.ts';
import { failedPart } from '../graph-request-error.ts';
import { LISTS } from '../lists/index.ts';
import { readAnswer } from '../read-answer.ts';
import { ITEM, type Item, itemIdOf, modifierOf, toRow } from './item.ts';
import { missingList } from './list-directory.ts';
import type { SiteContext } from './site-context.ts';
import type { ListChangesOrFailure, RowChange } from './types.ts';

const PAGE = z.object({
  value: z.array(ITEM),
  '@odata.nextLink': z.string().optional(),
  '@odata.deltaLink': z.string().optional(),
});

/** How often one reading of a list may start over. */
const MAX_RESTARTS = 2;
/** Content types of folders start so; they hold no row. */
const FOLDER_CONTENT_TYPE = '0x0120';

/** One list while it is being read. */
interface Reading {
  readonly list: ListName;
  /** Address of the next page. */
  path: string;
  rows: Map<number, RowChange>;
  /** Everything is being read, from the start. */
  full: boolean;
  restarts: number;
  result: ListChangesOrFailure | null;
}

/**
 * Reads what changed in each list, all lists in one batch per page. A list whose link SharePoint no longer honours is
 * read from the start; a list that fails doesn't stop the others.
 */
export async function readChangesOf(
  links: ReadonlyMap<ListName, string | null>,
  site: SiteContext,
): Promise<Map<ListName, ListChangesOrFailure>> {
  const readings = [...links].map(([list, link]) => startReading(list, link, site));
  for (;;) {
    const open = readings.filter(({ result }) => result === null);
    if (open.length === 0) break;
    const parts = open.map(({ path }): BatchPart => ({ method: 'GET', path }));
    const answers = await site.client.batch(parts);
    if (answers.some((answer) => answer.kind === 'answered' && answer.status === 404)) {
      await site.directory.refresh();
    }
    for (const [index, reading] of open.entries()) {
      const [part, answer] = [parts[index], answers[index]];
      if (part !== undefined && answer !== undefined) takeAnswer(reading, part, answer, site);
    }
  }
  return new Map(readings.map(({ list, result }) => [list, result ?? failed(missingList(list))]));
}

function startReading(list: ListName, link: string | null, site: SiteContext): Reading {
  const start = firstPage(list, site);
  return {
    list,
    path: link ?? start ?? '',
    rows: new Map(),
    full: link === null,
    restarts: 0,
    result: start === null ? failed(missingList(list)) : null,
  };
}

/** Without `$expand=fields` rows come without their values. */
function firstPage(list: ListName, { directory, siteId }: SiteContext): string | null {
  const found = directory.find(list);
  return found && `/sites/${siteId}/lists/${found.id}/items/delta?$expand=fields`;
}

function takeAnswer(reading: Reading, part: BatchPart, answer: BatchAnswer, site: SiteContext): void {
  if (answer.kind === 'answered' && answer.status < 400) {
    takePage(reading, answer.body, site);
    return;
  }
  const error = failedPart(part, answer);
  if (mustStartOver(reading, answer)) {
    const start = firstPage(reading.list, site);
    // 410 names the address to go on from; it is an address of this client's own or it is not followed.
    const next = reading.restarts === 0 ? (error.location ?? start) : start;
    if (next === null) reading.result = failed(missingList(reading.list));
    reading.path = next ?? '';
    reading.rows = new Map();
    reading.full = true;
    reading.restarts++;
    return;
  }
  reading.result = failed(error);
}

/**
 * 410: the link is too old. 400, 404 and a foreign address: the link is not one of this list as it now is, so
 * only a reading that began with a link can do better from the start.
 */
function mustStartOver({ restarts, full }: Reading, answer: BatchAnswer): boolean {
  if (restarts >= MAX_RESTARTS) return false;
  if (answer.kind === 'not sent') return answer.code === 'foreign host';
  if (answer.kind === 'ambiguous') return false;
  return answer.status === 410 || answer.status === 404 || (answer.status === 400 && !full);
}

function takePage(reading: Reading, body: unknown, site: SiteContext): void {
  try {
    const page = readAnswer(PAGE, body, `the changes of list ${reading.list}`);
    for (const item of page.value) takeItem(reading, item, site);
    const next = page['@odata.nextLink'];
    const deltaLink = page['@odata.deltaLink'];
    if (next !== undefined && next !== reading.path) {
      reading.path = next;
      return;
    }
    if (deltaLink === undefined) throw unreadable(reading.list, 'no link to go on from');
    const changes = [...reading.rows.values()];
    reading.result = { status: 'read', changes, deltaLink, fullResync: reading.full };
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    reading.result = failed(error);
  }
}

/** The same row may come twice, and the last time counts. */
function takeItem(reading: Reading, item: Item, { timeZone }: SiteContext): void {
  const itemId = itemIdOf(item);
  if (itemId === null || item.contentType?.id?.startsWith(FOLDER_CONTENT_TYPE)) return;
  if (isPresent(item.deleted) || isPresent(item['@removed'])) {
    const modifiedBy = modifierOf(item);
    // In a reading from the start, a row that is gone is one that isn't there.
    if (reading.full) reading.rows.delete(itemId);
    else reading.rows.set(itemId, { itemId, etag: null, values: null, problems: [], modifiedBy });
    return;
  }
  // Read as "every value is empty", such an answer would wipe the row.
  if (!isPresent(item.fields)) {
    throw unreadable(reading.list, 'a row without its values');
  }
  const definition = LISTS[reading.list];
  reading.rows.set(itemId, toRow(item, itemId, { definition, timeZone }));
}

const isPresent = (value: unknown): boolean => value !== undefined && value !== null;

const failed = (error: AppError): ListChangesOrFailure => ({ status: 'failed', error });

const unreadable = (list: ListName, what: string): AppError =>
  new AppError({
    code: 'GRAPH',
    message: `Microsoft Graph answered the changes of list ${list} with ${what}`,
    details: { list },
  });
