import { z } from 'zod';
import type { ListName } from '../../plan/glossary.ts';
import type { Column } from '../lists/columns.ts';

/** A column as Graph answers it, as far as provisioning looks at it. */
export const FOUND_COLUMN = z.object({
  id: z.string(),
  name: z.string(),
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
        sameId(found.lookup?.listId, listIds.get(column.target)) &&
        (found.lookup?.allowMultipleValues ?? false) === (column.kind === 'lookups')
      );
  }
}

/** What to change in a column that is there; `null` when it is as it should be. Never takes anything away. */
export function repairOf(found: FoundColumn, column: Column): Record<string, unknown> | null {
  const repair: Record<string, unknown> = {};
  if (column.indexed && found.indexed !== true) repair.indexed = true;
  // SharePoint allows uniqueness only with an index.
  if (column.unique && found.enforceUniqueValues !== true) {
    Object.assign(repair, { indexed: true, enforceUniqueValues: true });
  }
  if (column.kind === 'choice' || column.kind === 'multiChoice') {
    const there = found.choice?.choices ?? [];
    const missing = column.choices.filter((word) => !there.includes(word));
    if (missing.length > 0) repair.choice = { ...found.choice, choices: [...there, ...missing] };
  }
  return Object.keys(repair).length === 0 ? null : repair;
}

const isPresent = (value: unknown): boolean => value !== undefined && value !== null;

/** Ids of lists come with and without braces, in either case. */
const sameId = (one: string | null | undefined, other: string | undefined): boolean =>
  bare(one) !== '' && bare(one) === bare(other);
const bare = (id: string | null | undefined): string => (id ?? '').replace(/[{}]/g, '').toLowerCase();
