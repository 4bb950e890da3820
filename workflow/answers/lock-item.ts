import { isDeepStrictEqual } from 'node:util';
import type { ItemList } from '../../plan/glossary.ts';
import { findItem } from '../../plan/items.ts';
import type { Item, ItemRef, Plan } from '../../plan/plan.ts';
import type { RowOf } from '../../plan/rows.ts';
import type { Queryable } from '../../store/database.ts';
import { lockRow } from '../../store/mirror.ts';
import { rowsIn, withRow } from './plan-changes.ts';

/** An item as it stands, locked, and the plan with it. */
export interface LockedItem {
  readonly plan: Plan;
  readonly item: Item;
  readonly row: RowOf[ItemList];
}

/** Locks the row of an item until the transaction ends; `null` where it is no longer in the plan. */
export async function lockItem(tx: Queryable, known: Plan, ref: ItemRef): Promise<LockedItem | null> {
  const locked = await lockRow(tx, known.id, ref.list, ref.key);
  if (locked === null) return null;
  const row = { key: locked.key, itemId: locked.itemId, ...locked.row } as RowOf[typeof ref.list];
  // Where the row is as we know it, so is everything worked out from the plan.
  const before = rowsIn(known, ref.list).find(({ key }) => key === ref.key);
  const plan = isDeepStrictEqual(before, row) ? known : withRow(known, ref.list, row);
  const item = findItem(plan, ref);
  return item === null ? null : { plan, item, row };
}
