import { Button } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import type { PlanId } from '../../plan/plan.ts';
import { toPlan } from '../address/address.ts';
import type { AddressControl } from '../address/use-address.ts';
import type { PlanChoice } from '../api/list-plans.ts';

export interface WayOnProps {
  readonly control: AddressControl;
  /** The plan that cannot be shown. */
  readonly planId: PlanId;
  /** Those that somebody may read. */
  readonly plans: readonly PlanChoice[];
}

/** Where to go from a plan or a day that cannot be shown; nothing where trying again is all there is. */
export function wayOn({ control: { address, change }, planId, plans }: WayOnProps): ReactNode {
  const [first] = plans;
  if (first && plans.every((plan) => plan.planId !== planId)) {
    return (
      <Button appearance="primary" onClick={() => change(toPlan(first.planId))}>
        Show {first.planName}
      </Button>
    );
  }
  if (address.on === null && address.since === null) return null;
  return (
    <Button appearance="primary" onClick={() => change({ on: null, since: null })}>
      Back to today
    </Button>
  );
}
