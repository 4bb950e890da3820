import { z } from 'zod';
import { LIST_NAMES, type ListName } from '../../plan/glossary.ts';
import { LISTS } from '../lists/index.ts';
import { readAnswer } from '../read-answer.ts';
import type { ListOnSite } from '../recognise-lists.ts';
import { readLists } from '../site-lists/list-directory.ts';
import { toColumnDefinition } from './column-definition.ts';
import { foreignColumn } from './found-column.ts';
import type { Provisioning } from './provisioning.ts';
import { type FoundColumns, readColumns } from './read-columns.ts';

/** The lists of a site as they stand, with those that are missing made. */
export interface SiteSchema {
  /** Milepost's lists; without those that can't be made, and, where nothing is written, those that would be. */
  readonly ids: ReadonlyMap<ListName, string>;
  readonly columns: ReadonlyMap<ListName, FoundColumns>;
  /** The lists that were made just now, or would be. */
  readonly made: ReadonlySet<ListName>;
  /** Ids of every list on the site, Milepost's or not. */
  readonly allIds: ReadonlySet<string>;
}

const CREATED = z.object({ id: z.string() });

/**
 * Makes the lists that are missing, each in one request with all its columns but the lookups, which need lists that
 * may not be there yet. Lists are made one after the other: SharePoint refuses changes of a site's structure that
 * come at once.
 */
export async function ensureLists(provisioning: Provisioning): Promise<SiteSchema> {
  const { client, siteId, note } = provisioning;
  const { lists, rivals, all } = await readLists(client, siteId);
  for (const [name, list] of lists) noteNewTitle(provisioning, name, list);
  for (const [name, rival] of rivals) {
    note(
      'problems',
      `list ${name}: there are two, “${lists.get(name)?.title}” and “${rival.title}”. ${ONE_OF_TWO}`,
    );
  }
  const there = new Map([...lists].map(([name, { id }]) => [name, id]));
  const columns = new Map(await readColumns(provisioning, there));
  const ids = new Map<ListName, string>();
  const made = new Set<ListName>();
  for (const name of LIST_NAMES) {
    const found = lists.get(name);
    const foreign = foreignColumn(name, columns.get(name) ?? new Map());
    if (found === undefined) {
      const id = await makeList(provisioning, name, ids);
      made.add(name);
      if (id !== null) ids.set(name, id);
    } else if (foreign === null) ids.set(name, found.id);
    else note('problems', `list ${name} is somebody else's: its column “${foreign}” ${NOT_OURS}`);
  }
  const fresh = new Map([...ids].filter(([name]) => made.has(name)));
  if (fresh.size > 0)
    for (const [name, read] of await readColumns(provisioning, fresh)) columns.set(name, read);
  return { ids, columns, made, allIds: new Set([...all.map(({ id }) => id), ...ids.values()]) };
}

const ONE_OF_TWO =
  'Milepost uses the first, which stands where it made it. Move what is needed from the second, and delete it or rename it.';
const NOT_OURS =
  "holds something else than Milepost's. Rename that list, and run this again: Milepost then makes its own.";

/** The new list's id; `null` where nothing is written. */
async function makeList(
  { client, siteId, apply, note }: Provisioning,
  name: ListName,
  ids: ReadonlyMap<ListName, string>,
): Promise<string | null> {
  const columns = Object.entries(LISTS[name].columns)
    .filter(([property]) => property !== 'title' && LISTS[name].lookups[property] === undefined)
    .map(([, column]) => toColumnDefinition(column, ids));
  const body = { displayName: name, list: { template: 'genericList' }, columns };
  const created = apply
    ? readAnswer(CREATED, await client.post(`/sites/${siteId}/lists`, body), 'a new list')
    : null;
  note('created', `list ${name} with ${columns.length} columns`);
  return created?.id ?? null;
}

function noteNewTitle({ note }: Provisioning, name: ListName, { title }: ListOnSite): void {
  if (title === name) return;
  note(
    'told',
    `list ${name} is called “${title}” now; Milepost goes on using it. Rename it back for views and flows that expect the name.`,
  );
}
