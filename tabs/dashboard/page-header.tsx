import { makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import type { PlanId } from '../../plan/plan.ts';
import type { PlanChoice } from '../api/list-plans.ts';
import { Disclosure } from '../ui/disclosure.tsx';
import { NARROW, useMedia } from '../ui/use-media.ts';
import { PlanField } from './plan-field.tsx';

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
    '@media (max-width: 719px)': { gap: '6px 12px', padding: '8px 12px' },
  },
  title: {
    margin: 0,
    minWidth: 0,
    overflowWrap: 'anywhere',
    fontSize: tokens.fontSizeBase500,
    lineHeight: tokens.lineHeightBase500,
    fontWeight: tokens.fontWeightSemibold,
    '@media (max-width: 719px)': {
      fontSize: tokens.fontSizeBase400,
      lineHeight: tokens.lineHeightBase400,
    },
  },
  name: { flex: '1 1 260px', minWidth: 0, '@media (max-width: 719px)': { flexBasis: '180px' } },
  choices: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: '12px', padding: '4px 0 8px' },
  asAt: { color: tokens.colorNeutralForeground2 },
});

export interface PageHeaderProps {
  readonly title: string;
  /** `Mon 10 Jan 2022, 09:00`; `null` until it is known. */
  readonly asAtWords: string | null;
  readonly plans: readonly PlanChoice[];
  readonly planId: PlanId;
  readonly onChoosePlan: (planId: PlanId) => void;
  /** What else can be chosen or taken away; nothing while the plan is not known. */
  readonly children: ReactNode;
}

/** The plan's name and the moment shown; what can be chosen of it, which on a phone is a press away. */
export function PageHeader({ title, asAtWords, plans, planId, onChoosePlan, children }: PageHeaderProps) {
  const styles = useStyles();
  const isNarrow = useMedia(NARROW);
  const isChoice = plans.length > 1;
  const choices = (
    <>
      {isChoice && <PlanField plans={plans} planId={planId} onChoose={onChoosePlan} />}
      {children}
    </>
  );
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
      {isNarrow && (isChoice || children) ? (
        <Disclosure label="Days and files" className={styles.choices}>
          {choices}
        </Disclosure>
      ) : (
        choices
      )}
    </header>
  );
}
