import { z } from 'zod';
import type { ListName } from '../../plan/glossary.ts';
import type { Column } from '../lists/columns.ts';
import { LISTS } from '../lists/index.ts';

/** A column as Graph answers it, as far as provisioning looks at it. */
export const FOUND_COLUMN = z.object({
  id: z.string(),
  name: z.string(),
  displayName: z.string().nullish(),
  indexed: z.boolean().nullish(),
  enforceUniqueValues: z.boolean().nullish(),
  text: z.object({ allowMultipleLines: z.boolean().nullish() }).nullish(),
  // Loose: what else it says is sent back when choices are added, or it might be reset.
  choice: z
    .looseObject({ choices: z.array(z.string()).nullish(), displayAs: z.string().nullish() })
    .nullish(),
  number: z.unknown().optional(),
  boolean: z.unknown().optional(),
  dateTime: z.object({ format: z.string().nullish() }).nullish(),
  lookup: z.object({ listId: z.string().nullish(), allowMultipleValues: z.boolean().nullish() }).nullish(),
});
export type FoundColumn = z.infer<typeof FOUND_COLUMN>;

/** `true` when the column can hold what Milepost puts into it and finds there. */
export function holdsTheSame(
  found: FoundColumn,
  column: Column,
  listIds: ReadonlyMap<ListName, string>,
): boolean {
  if (!holdsTheKind(found, column)) return false;
  return !('target' in column) || sameId(found.lookup?.listId, listIds.get(column.target));
}

function holdsTheKind(found: FoundColumn, column: Column): boolean {
  switch (column.kind) {
    case 'text':
      // A note takes every text; it is only refused where an index is needed.
      return isPresent(found.text) && !(column.indexed && found.text?.allowMultipleLines === true);
    case 'note':
      return found.text?.allowMultipleLines === true;
    case 'number':
      return isPresent(found.number);
    case 'flag':
      return isPresent(found.boolean);
    case 'choice':
      return isPresent(found.choice) && found.choice?.displayAs !== 'checkBoxes';
    case 'multiChoice':
      return found.choice?.displayAs === 'checkBoxes';
    case 'date':
    case 'dateTime':
      return isPresent(found.dateTime);
    case 'lookup':
    case 'lookups':
      return (
        isPresent(found.lookup) &&
        (found.lookup?.allowMultipleValues ?? false) === (column.kind === 'lookups')
      );
  }
}

/** One change of a column that is there. */
export interface Repair {
  readonly body: Readonly<Record<string, unknown>>;
  readonly words: string;
  readonly asksFor: 'unique' | 'index' | null;
}

/** What to change in a column that is there, one after the other. Never takes anything away. */
export function repairsOf(found: FoundColumn, column: Column): readonly Repair[] {
  const repairs: Repair[] = [];
  if (column.indexed && found.indexed !== true) {
    repairs.push({ body: { indexed: true }, words: 'indexed', asksFor: 'index' });
  }
  // By itself, after the index that SharePoint asks for: rows with the same value are no reason to go without one.
  if (column.unique && found.enforceUniqueValues !== true) {
    const body = { indexed: true, enforceUniqueValues: true };
    repairs.push({ body, words: 'made unique', asksFor: 'unique' });
  }
  if (column.kind === 'choice' || column.kind === 'multiChoice') {
    const there = found.choice?.choices ?? [];
    const missing = column.choices.filter((word) => !there.includes(word));
    const choice = { ...found.choice, choices: [...there, ...missing] };
    if (missing.length > 0) repairs.push({ body: { choice }, words: 'missing choices added', asksFor: null });
  }
  return repairs;
}

/** `true` for a lookup into a list that the site no longer has. */
export function looksIntoNothing({ lookup }: FoundColumn, allIds: ReadonlySet<string>): boolean {
  const id = lookup?.listId;
  return isPresent(id) && ![...allIds].some((one) => sameId(one, id ?? undefined));
}

/** Part of Milepost's columns from which on a list is Milepost's, whatever else is in it. */
const OURS_FROM = 0.5;

/**
 * What speaks against taking a list that has one of our titles for ours: a column of one of our names that holds
 * something else, in a list that hasn't most of ours. `null` where nothing does.
 */
export function foreignColumn(name: ListName, found: ReadonlyMap<string, FoundColumn>): string | null {
  const columns = Object.values(LISTS[name].columns).filter((column) => column.name !== 'Title');
  const there = columns.flatMap((column) => {
    const same = found.get(column.name);
    return same === undefined ? [] : [{ column, isOurs: holdsTheKind(same, column) }];
  });
  const ours = there.filter(({ isOurs }) => isOurs).length;
  if (ours >= columns.length * OURS_FROM) return null;
  return there.find(({ isOurs }) => !isOurs)?.column.name ?? null;
}

export const HOLDS: Readonly<Record<Column['kind'], string>> = {
  text: 'one line of text',
  note: 'several lines of text',
  number: 'a number',
  choice: 'one of several choices',
  multiChoice: 'any of several choices',
  date: 'a date',
  dateTime: 'a date and time',
  lookup: "a row of Milepost's list",
  lookups: "rows of Milepost's list",
  flag: 'yes or no',
};

const isPresent = (value: unknown): boolean => value !== undefined && value !== null;

/** Ids of lists come with and without braces, in either case. */
const sameId = (one: string | null | undefined, other: string | undefined): boolean =>
  bare(one) !== '' && bare(one) === bare(other);
const bare = (id: string | null | undefined): string => (id ?? '').replace(/[{}]/g, '').toLowerCase();
