import type { SortKey } from '../../plan/filter/sort.ts';
import type { TimelinePart } from '../../plan/filter/timeline.ts';
import type { ItemRef } from '../../plan/plan.ts';
import { ItemsTable } from '../ui/items-table.tsx';

const COLUMNS: readonly SortKey[] = [
  'number',
  'title',
  'theme',
  'group',
  'due',
  'expected',
  'later',
  'schedule',
  'stated',
  'stage',
];

export interface TimelineTableProps {
  readonly parts: readonly TimelinePart[];
  readonly onOpen: (ref: ItemRef) => void;
}

/** The same items in the same order, as a table. */
export function TimelineTable({ parts, onOpen }: TimelineTableProps) {
  return (
    <ItemsTable
      caption="Timeline"
      columns={COLUMNS}
      items={parts.flatMap(({ items }) => items)}
      onOpen={onOpen}
    />
  );
}
