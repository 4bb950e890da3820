import type { ListName } from '../../plan/glossary.ts';
import { itemsOf } from '../../plan/items.ts';
import type { Plan } from '../../plan/plan.ts';
import { indexOf } from '../../plan/plan-index.ts';
import type { RowKey } from '../../plan/rows.ts';

/** A row as people know it: `3 Create a draft process map`; `null` for one the plan does not hold. */
export function titleOfRow(plan: Plan, list: ListName, key: RowKey): string | null {
  const item = itemsOf(plan).find(({ ref }) => ref.list === list && ref.key === key);
  if (item !== undefined) return `${item.label} ${item.title}`;
  if (list === 'Plan settings') return plan.settingRows.find((row) => row.key === key)?.title ?? null;
  const { groups, meetings, owners, themes } = indexOf(plan);
  const rows = { Groups: groups, Meetings: meetings, Owners: owners, Themes: themes };
  return list in rows ? (rows[list as keyof typeof rows].get(key)?.title ?? null) : null;
}
