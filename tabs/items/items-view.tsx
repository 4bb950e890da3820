import type { ViewProps } from '../dashboard/view-props.ts';
import { itemsOf } from '../model/filter.ts';
import { ItemsTable } from '../ui/items-table.tsx';

/** Every item that matches: what any figure opens. */
export default function ItemsView({ filtered, onOpen }: ViewProps) {
  return (
    <ItemsTable title="All items" items={itemsOf(filtered)} emptyWords="No item matches." onOpen={onOpen} />
  );
}
