import { ENTRY_KEY } from '../../graph/lists/define-list.ts';
import { LISTS } from '../../graph/lists/index.ts';
import type { RowValue, RowValues } from '../../graph/lists/values.ts';
import type { ItemList, ListName } from '../../plan/glossary.ts';
import type { MirrorValues } from '../../store/mirror.ts';
import { pointsToItem } from './lookups.ts';
import type { RowIds } from './row-ids.ts';

/** A row of SharePoint's in Milepost's terms: lookups by key instead of item id, and without its own key. */
export function rowFromSite(list: ListName, values: RowValues, ids: RowIds): MirrorValues {
  const { lookups } = LISTS[list];
  const row: Record<string, unknown> = {};
  for (const [property, value] of Object.entries(values)) {
    if (property === ENTRY_KEY) continue;
    const target = lookups[property];
    row[property] = target === undefined ? value : keysOf(value, target, ids);
  }
  if (pointsToItem(list)) {
    const { itemList, itemNumber } = values;
    row.itemKey =
      itemList == null || itemNumber == null ? null : ids.keyOf(itemList as ItemList, Number(itemNumber));
  }
  return row;
}

/**
 * A row or some of its values in SharePoint's terms.
 * @returns `null` while a row it points to has no item id yet: write that one first.
 */
export function rowToSite(list: ListName, row: MirrorValues, ids: RowIds): RowValues | null {
  const { lookups, columns } = LISTS[list];
  const values: Record<string, RowValue> = {};
  for (const [property, value] of Object.entries(row)) {
    const target = lookups[property];
    if (target === undefined) {
      if (property in columns) values[property] = value as RowValue;
      continue;
    }
    const itemIds = itemIdsOf(value, target, ids);
    if (itemIds === null) return null;
    values[property] = Array.isArray(value) ? itemIds : (itemIds[0] ?? null);
  }
  if (pointsToItem(list) && row.itemKey != null) {
    const itemNumber = ids.itemIdOf(row.itemList as ItemList, String(row.itemKey));
    if (itemNumber === null) return null;
    values.itemNumber = itemNumber;
  }
  return values;
}

function keysOf(value: RowValue, target: ListName, ids: RowIds): string | readonly string[] | null {
  if (value === null) return null;
  return Array.isArray(value)
    ? value.map((itemId) => ids.keyOf(target, Number(itemId)))
    : ids.keyOf(target, Number(value));
}

function itemIdsOf(value: unknown, target: ListName, ids: RowIds): number[] | null {
  const keys = value == null ? [] : Array.isArray(value) ? value.map(String) : [String(value)];
  const itemIds = keys.map((key) => ids.itemIdOf(target, key));
  return itemIds.includes(null) ? null : (itemIds as number[]);
}
