import { LISTS } from '../../graph/lists/index.ts';
import type { RowValues } from '../../graph/lists/values.ts';
import type { ItemList, ListName } from '../../plan/glossary.ts';
import { ITEM_LISTS } from '../../plan/glossary.ts';
import type { RowKey } from '../../plan/rows.ts';
import type { MirrorValues } from '../../store/mirror.ts';

/** SharePoint counts rows no further; people can type any number. */
const MAX_ITEM_ID = 2_147_483_647;

/** Every list that rows of `list` may point to. */
export function listsLookedUp(list: ListName): ListName[] {
  return [...new Set(Object.values(LISTS[list].lookups)), ...(pointsToItem(list) ? ITEM_LISTS : [])];
}

/** The rows that a row of SharePoint's points to, by list and item id. */
export function rowsLookedUp(
  list: ListName,
  values: RowValues,
): readonly { readonly list: ListName; readonly itemId: number }[] {
  const found = Object.entries(LISTS[list].lookups).flatMap(([property, target]) =>
    [values[property] ?? []].flat().map((itemId) => ({ list: target, itemId: Number(itemId) })),
  );
  const { itemList, itemNumber } = values;
  if (pointsToItem(list) && itemList != null && itemNumber != null)
    found.push({ list: itemList as ItemList, itemId: Number(itemNumber) });
  return found.filter(({ itemId }) => Number.isInteger(itemId) && itemId > 0 && itemId <= MAX_ITEM_ID);
}

/** The rows that a row of the mirror, or some values of it, point to, by list and key. */
export function rowsNamed(
  list: ListName,
  values: MirrorValues,
): readonly { readonly list: ListName; readonly key: RowKey }[] {
  const found = Object.entries(LISTS[list].lookups).flatMap(([property, target]) =>
    [values[property] ?? []].flat().map((key) => ({ list: target, key: String(key) })),
  );
  const { itemList, itemKey } = values;
  if (pointsToItem(list) && itemList != null && itemKey != null)
    found.push({ list: itemList as ItemList, key: String(itemKey) });
  return found;
}

/** Updates and sign-offs name their item by list and number instead of a lookup, which can only point to one list. */
export function pointsToItem(list: ListName): boolean {
  return 'itemNumber' in LISTS[list].columns;
}
