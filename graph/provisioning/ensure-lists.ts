import { z } from 'zod';
import { LIST_NAMES, type ListName } from '../../plan/glossary.ts';
import { LISTS } from '../lists/index.ts';
import { readAnswer } from '../read-answer.ts';
import { readLists } from '../site-lists/list-directory.ts';
import { toColumnDefinition } from './column-definition.ts';
import type { Provisioning } from './provisioning.ts';

/** Which list is which, and which of them were made just now. */
export interface SiteListIds {
  readonly ids: ReadonlyMap<ListName, string>;
  readonly made: ReadonlySet<ListName>;
}

const CREATED = z.object({ id: z.string() });

/**
 * Makes the lists that are missing, each in one request with all its columns but the lookups, which need lists that
 * may not be there yet. Lists are made one after the other: SharePoint refuses changes of a site's structure that
 * come at once.
 */
export async function ensureLists({ client, siteId, note }: Provisioning): Promise<SiteListIds> {
  const { lists: there } = await readLists(client, siteId);
  const ids = new Map<ListName, string>();
  const made = new Set<ListName>();
  for (const name of LIST_NAMES) {
    const found = there.get(name);
    if (found !== undefined) {
      ids.set(name, found.id);
      continue;
    }
    const columns = Object.entries(LISTS[name].columns)
      .filter(([property]) => property !== 'title' && LISTS[name].lookups[property] === undefined)
      .map(([, column]) => toColumnDefinition(column, ids));
    const body = { displayName: name, list: { template: 'genericList' }, columns };
    const created = readAnswer(CREATED, await client.post(`/sites/${siteId}/lists`, body), 'a new list');
    ids.set(name, created.id);
    made.add(name);
    note('created', `list ${name} with ${columns.length} columns`);
  }
  return { ids, made };
}
