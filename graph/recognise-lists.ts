import { LIST_NAMES, type ListName } from '../plan/glossary.ts';
import { LISTS } from './lists/index.ts';

/** A list of a site, Milepost's or not. */
export interface ListOnSite {
  readonly id: string;
  /** What people call it; they may change it. */
  readonly title: string;
  /** What it is called in its address: the title it was made under, whatever it is called now. */
  readonly addressName: string;
  /** Its page, for people. */
  readonly webUrl: string | null;
}

/** Which lists of a site are Milepost's. */
export interface RecognisedLists {
  readonly lists: ReadonlyMap<ListName, ListOnSite>;
  /** Lists that could be one of Milepost's too, and are not used; only where there are two. */
  readonly rivals: ReadonlyMap<ListName, ListOnSite>;
}

/** Internal names of the columns of each list that was looked into, by the list's id. */
export type ColumnNames = ReadonlyMap<string, ReadonlySet<string>>;

/** A list with this part of Milepost's columns, or more, is Milepost's. */
const OURS_FROM = 0.5;

/**
 * Finds Milepost's lists among those of a site. A list goes by its title while it has it. One that was renamed is known
 * by its address, which keeps the first title, and by its columns: somebody's own list may have had that title before.
 * @param columns of the lists that `doubtfulLists` names; one without an entry isn't recognised by them
 */
export function recogniseLists(found: readonly ListOnSite[], columns: ColumnNames): RecognisedLists {
  const lists = new Map<ListName, ListOnSite>();
  const rivals = new Map<ListName, ListOnSite>();
  const taken = new Set<string>();
  const take = (name: ListName, list: ListOnSite) => {
    lists.set(name, list);
    taken.add(list.id);
  };
  for (const name of LIST_NAMES) {
    const { titled, addressed } = candidates(name, found);
    const isOurs = addressed !== null && (addressed === titled || hasOurColumns(name, addressed, columns));
    if (isOurs) take(name, addressed);
  }
  for (const name of LIST_NAMES) {
    const { titled } = candidates(name, found);
    if (titled === null || taken.has(titled.id)) continue;
    if (!lists.has(name)) take(name, titled);
    else if (hasOurColumns(name, titled, columns)) rivals.set(name, titled);
  }
  return { lists, rivals };
}

/** Ids of the lists whose columns must be known to tell whether they are Milepost's; usually none. */
export function doubtfulLists(found: readonly ListOnSite[]): readonly string[] {
  const doubtful = LIST_NAMES.flatMap((name) => {
    const { titled, addressed } = candidates(name, found);
    if (addressed === null || addressed === titled) return [];
    return [addressed.id, ...(titled === null ? [] : [titled.id])];
  });
  return [...new Set(doubtful)];
}

function candidates(
  name: ListName,
  found: readonly ListOnSite[],
): { readonly titled: ListOnSite | null; readonly addressed: ListOnSite | null } {
  return {
    titled: found.find(({ title }) => isSame(title, name)) ?? null,
    addressed: found.find(({ addressName }) => isSame(addressName, name)) ?? null,
  };
}

function hasOurColumns(name: ListName, { id }: ListOnSite, columns: ColumnNames): boolean {
  const there = columns.get(id) ?? new Set();
  const wanted = Object.values(LISTS[name].columns).filter((column) => column.name !== 'Title');
  return wanted.filter((column) => there.has(column.name)).length >= wanted.length * OURS_FROM;
}

/** SharePoint takes titles that differ in case alone for the same. */
const isSame = (one: string, other: string): boolean => one.toLowerCase() === other.toLowerCase();
