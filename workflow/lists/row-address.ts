import type { ItemList, ListName } from '../../plan/glossary.ts';
import { itemsOf } from '../../plan/items.ts';
import type { Plan } from '../../plan/plan.ts';
import type { RowKey } from '../../plan/rows.ts';

/** The page on which SharePoint shows an item; `null` until its row is there. */
export function rowAddress(plan: Plan, list: ItemList, key: RowKey): string | null {
  const item = itemsOf(plan).find((candidate) => candidate.ref.list === list && candidate.ref.key === key);
  return addressOfItem(plan, list, item?.itemId ?? null);
}

/** The page on which SharePoint shows a row of any list; `null` for a row that is not there. */
export function addressOfItem(plan: Plan, list: ListName, itemId: number | null): string | null {
  if (itemId === null) return null;
  return `${plan.siteUrl}/Lists/${encodeURIComponent(list)}/DispForm.aspx?ID=${itemId}`;
}
