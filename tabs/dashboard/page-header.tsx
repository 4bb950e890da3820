import { makeStyles, mergeClasses, Select, tokens } from '@fluentui/react-components';
import { type ReactNode, useId } from 'react';
import type { PlanId } from '../../plan/plan.ts';
import type { PlanChoice } from '../api/list-plans.ts';
import { useHiddenStyles } from '../ui/use-hidden-styles.ts';
import { ExportButtons } from './export-buttons.tsx';

const useStyles = makeStyles({
  header: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    justifyContent: 'space-between',
    gap: '8px 24px',
    padding: '14px 24px',
    backgroundColor: tokens.colorNeutralBackground1,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    '@media (max-width: 719px)': { padding: '12px' },
  },
  title: {
    margin: 0,
    minWidth: 0,
    overflowWrap: 'anywhere',
    fontSize: tokens.fontSizeBase500,
    lineHeight: tokens.lineHeightBase500,
    fontWeight: tokens.fontWeightSemibold,
  },
  name: { flex: '1 1 260px', minWidth: 0 },
  // No wider than the page, however long the names of plans.
  plan: { minWidth: 0, maxWidth: '100%' },
  asAt: { color: tokens.colorNeutralForeground2 },
});

export interface PageHeaderProps {
  readonly title: string;
  /** `Mon 10 Jan 2022, 09:00`; `null` until it is known. */
  readonly asAtWords: string | null;
  readonly plans: readonly PlanChoice[];
  readonly planId: PlanId;
  readonly onChoosePlan: (planId: PlanId) => void;
  /** The choice of days. */
  readonly children: ReactNode;
}

/** The plan's name, the moment shown, the choice of plan where there are several, the choice of days, and the plan as a file. */
export function PageHeader({ title, asAtWords, plans, planId, onChoosePlan, children }: PageHeaderProps) {
  const styles = useStyles();
  const { hidden, noPrint } = useHiddenStyles();
  const selectId = useId();
  return (
    <header className={styles.header}>
      <div className={styles.name}>
        <h1 className={styles.title}>{title}</h1>
        {asAtWords && (
          <span className={styles.asAt}>
            As at <strong>{asAtWords}</strong>
          </span>
        )}
      </div>
      {plans.length > 1 && (
        <div className={mergeClasses(styles.plan, noPrint)}>
          <label htmlFor={selectId} className={hidden}>
            Plan
          </label>
          <Select id={selectId} value={planId} onChange={(_event, { value }) => onChoosePlan(value)}>
            {plans.map((plan) => (
              <option key={plan.planId} value={plan.planId}>
                {plan.planName}
              </option>
            ))}
          </Select>
        </div>
      )}
      {children}
      <ExportButtons planId={planId} />
    </header>
  );
}
