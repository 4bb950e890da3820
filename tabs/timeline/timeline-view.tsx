import type { ViewProps } from '../dashboard/view-props.ts';
import { ItemsTable } from '../ui/items-table.tsx';

/** When everything is due: first promised and now expected. */
export default function TimelineView({ filtered, onOpen }: ViewProps) {
  const items = [...filtered.dueNext];
  return <ItemsTable title="Timeline" items={items} emptyWords="Nothing to show." onOpen={onOpen} />;
}
