import type { ListName } from '../../plan/glossary.ts';
import { itemsOf } from '../../plan/items.ts';
import type { Plan } from '../../plan/plan.ts';
import type { RowKey } from '../../plan/rows.ts';

/** The page on which SharePoint shows an item, or a row that plan managers set; `null` until it is there. */
export function rowAddress(plan: Plan, list: ListName, key: RowKey): string | null {
  const item = itemsOf(plan).find((candidate) => candidate.ref.list === list && candidate.ref.key === key);
  const set = SET_ROWS[list]?.(plan).find((row) => row.key === key);
  return addressOfItem(plan, list, (item ?? set)?.itemId ?? null);
}

/** Rows that plan managers set, by their list. */
const SET_ROWS: Readonly<
  Partial<
    Record<ListName, (plan: Plan) => readonly { readonly key: RowKey; readonly itemId: number | null }[]>
  >
> = {
  Groups: ({ groups }) => groups,
  Owners: ({ owners }) => owners,
  'Plan settings': ({ settingRows }) => settingRows,
};

/** The page on which SharePoint shows a row of any list; `null` for a row that is not there. */
export function addressOfItem(plan: Plan, list: ListName, itemId: number | null): string | null {
  if (itemId === null) return null;
  return `${plan.siteUrl}/Lists/${encodeURIComponent(list)}/DispForm.aspx?ID=${itemId}`;
}
