import { z } from 'zod';
import { LIST_NAMES, type ListName } from '../../plan/glossary.ts';
import type { BatchPart } from '../batch-part.ts';
import type { GraphClient } from '../client.ts';
import { failedPart } from '../graph-request-error.ts';
import { LISTS } from '../lists/index.ts';
import { FOUND_COLUMN, type FoundColumn, holdsTheSame } from '../provisioning/found-column.ts';
import { readAnswer } from '../read-answer.ts';
import type { ListDirectory } from './list-directory.ts';
import type { ColumnIds, SiteLists } from './types.ts';

const COLUMNS = z.object({ value: z.array(FOUND_COLUMN), '@odata.nextLink': z.string().optional() });

/** How often the columns of every list are looked at. */
const EVERY_HOURS = 1;

/** Knows which of Milepost's columns the lists of a site have; see `SiteLists.checkColumns`. */
export type ColumnWatch = Pick<SiteLists, 'checkColumns' | 'columnIds' | 'missingColumns' | 'suspectSchema'>;

/** Nothing is read until columns are first checked: until then none is taken for missing. */
export function watchColumns(client: GraphClient, siteId: string, directory: ListDirectory): ColumnWatch {
  const known = new Map<ListName, ColumnIds>();
  const missing = new Map<ListName, ReadonlySet<string>>();
  const suspected = new Set<ListName>();
  let checkedAt: Temporal.Instant | null = null;

  return {
    columnIds: (list) => known.get(list) ?? {},
    missingColumns: (list) => missing.get(list) ?? new Set(),
    suspectSchema: (list) => void suspected.add(list),
    async checkColumns({ now, lists }) {
      const isDue = checkedAt === null || now.since(checkedAt).abs().total('hours') >= EVERY_HOURS;
      const wanted = lists ?? (isDue ? LIST_NAMES : [...suspected]);
      const checked = new Map<ListName, ColumnIds>();
      for (const [list, found] of await readColumns(wanted, { client, siteId, directory })) {
        if (found instanceof Error) {
          if (lists !== undefined) throw found;
          continue;
        }
        const ids = columnIds(list, found, directory);
        checked.set(list, ids);
        known.set(list, ids);
        missing.set(list, new Set(Object.keys(ids).filter((property) => ids[property] === null)));
        suspected.delete(list);
      }
      if (lists === undefined && isDue && checked.size > 0) checkedAt = now;
      return checked;
    },
  };
}

/** A column that can't hold what it should is as good as none. */
function columnIds(list: ListName, found: readonly FoundColumn[], directory: ListDirectory): ColumnIds {
  const byName = new Map(found.map((column) => [column.name, column]));
  const listIds = new Map(LIST_NAMES.map((name) => [name, directory.find(name)?.id ?? '']));
  const { title: _always, ...columns } = LISTS[list].columns;
  return Object.fromEntries(
    Object.entries(columns).map(([property, column]) => {
      const there = byName.get(column.name);
      return [property, there !== undefined && holdsTheSame(there, column, listIds) ? there.id : null];
    }),
  );
}

/** The columns of lists, all lists together, page after page; an error for a list whose columns can't be read. */
async function readColumns(
  lists: readonly ListName[],
  { client, siteId, directory }: { client: GraphClient; siteId: string; directory: ListDirectory },
): Promise<ReadonlyMap<ListName, FoundColumn[] | Error>> {
  const found = new Map<ListName, FoundColumn[] | Error>();
  let pages = lists.flatMap((list) => {
    const id = directory.find(list)?.id;
    return id === undefined ? [] : [{ list, path: `/sites/${siteId}/lists/${id}/columns` }];
  });
  while (pages.length > 0) {
    const parts = pages.map(({ path }): BatchPart => ({ method: 'GET', path }));
    const answers = await client.batch(parts);
    pages = pages.flatMap(({ list, path }, index) => {
      const [part, answer] = [parts[index], answers[index]];
      if (part === undefined || answer === undefined) return [];
      try {
        if (answer.kind !== 'answered' || answer.status >= 400) throw failedPart(part, answer);
        const page = readAnswer(COLUMNS, answer.body, `the columns of list ${list}`);
        const before = found.get(list);
        found.set(list, [...(Array.isArray(before) ? before : []), ...page.value]);
        const next = page['@odata.nextLink'];
        return next === undefined || next === path ? [] : [{ list, path: next }];
      } catch (error) {
        found.set(list, error as Error);
        return [];
      }
    });
  }
  return found;
}
