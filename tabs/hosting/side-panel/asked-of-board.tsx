import type { PlanOverview } from '../../../plan/content.ts';
import type { ItemRef } from '../../../plan/plan.ts';
import { PanelItems } from './panel-items.tsx';

export interface AskedOfBoardProps {
  readonly overview: PlanOverview;
  readonly onOpen: (ref: ItemRef) => void;
}

/** What waits on a decision or is Red, for a meeting of a board or a reference group: neither checks in. */
export function AskedOfBoard({ overview, onOpen }: AskedOfBoardProps) {
  return (
    <PanelItems
      title="Asked of the board"
      rows={overview.asked.map(({ item, ask }) => ({ item, facts: [ask, item.groupName] }))}
      emptyWords="Nothing waits on a decision, and nothing is Red."
      onOpen={onOpen}
    />
  );
}
