import { LISTS } from '../../graph/lists/index.ts';
import type { ListName } from '../../plan/glossary.ts';
import { ITEM_LISTS } from '../../plan/glossary.ts';

/** Every list that rows of `list` may point to. */
export function listsLookedUp(list: ListName): ListName[] {
  return [...new Set(Object.values(LISTS[list].lookups)), ...(pointsToItem(list) ? ITEM_LISTS : [])];
}

/** Updates and sign-offs name their item by list and number instead of a lookup, which can only point to one list. */
export function pointsToItem(list: ListName): boolean {
  return 'itemNumber' in LISTS[list].columns;
}
