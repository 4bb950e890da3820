import { makeStyles, mergeClasses, Select } from '@fluentui/react-components';
import { useId } from 'react';
import type { PlanId } from '../../plan/plan.ts';
import type { PlanChoice } from '../api/list-plans.ts';
import { useHiddenStyles } from '../ui/use-hidden-styles.ts';

const useStyles = makeStyles({
  // No wider than the page, however long the names of plans.
  plan: { minWidth: 0, maxWidth: '100%' },
});

export interface PlanFieldProps {
  readonly plans: readonly PlanChoice[];
  readonly planId: PlanId;
  readonly onChoose: (planId: PlanId) => void;
}

/** Which plan is shown, for whoever may read several. */
export function PlanField({ plans, planId, onChoose }: PlanFieldProps) {
  const styles = useStyles();
  const { hidden, noPrint } = useHiddenStyles();
  const id = useId();
  return (
    <div className={mergeClasses(styles.plan, noPrint)}>
      <label htmlFor={id} className={hidden}>
        Plan
      </label>
      <Select id={id} value={planId} onChange={(_event, { value }) => onChoose(value)}>
        {plans.map((plan) => (
          <option key={plan.planId} value={plan.planId}>
            {plan.planName}
          </option>
        ))}
      </Select>
    </div>
  );
}
