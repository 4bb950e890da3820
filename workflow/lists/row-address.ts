import type { ItemList } from '../../plan/glossary.ts';
import { itemsOf } from '../../plan/items.ts';
import type { Plan } from '../../plan/plan.ts';
import type { RowKey } from '../../plan/rows.ts';

/** The page on which SharePoint shows a row; `null` until the row is there. */
export function rowAddress(plan: Plan, list: ItemList, key: RowKey): string | null {
  const item = itemsOf(plan).find((candidate) => candidate.ref.list === list && candidate.ref.key === key);
  if (item?.itemId == null) return null;
  return `${plan.siteUrl}/Lists/${encodeURIComponent(list)}/DispForm.aspx?ID=${item.itemId}`;
}
