import type { ItemRef } from '../../plan/plan.ts';
import type { AddressControl } from '../address/use-address.ts';

/** What every part of the plan on a page is given. */
export interface PartProps {
  readonly control: AddressControl;
  readonly onOpen: (ref: ItemRef) => void;
}
