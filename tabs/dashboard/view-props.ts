import type { PlanOverview } from '../../plan/content.ts';
import type { ItemRef } from '../../plan/plan.ts';
import type { AddressControl } from '../address/use-address.ts';

/** What every view of the dashboard is given. */
export interface ViewProps {
  readonly overview: PlanOverview;
  /** The same, with only the items that match what the address filters by. */
  readonly filtered: PlanOverview;
  readonly control: AddressControl;
  /** Opens an item's story beside the view. */
  readonly onOpen: (ref: ItemRef) => void;
}
