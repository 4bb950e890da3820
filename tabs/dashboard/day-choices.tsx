import { Button, makeStyles, mergeClasses } from '@fluentui/react-components';
import type { PlanOverview } from '../../plan/content.ts';
import type { Address } from '../address/address.ts';
import { useHiddenStyles } from '../ui/use-hidden-styles.ts';
import { CompareField } from './compare-field.tsx';
import { DayField } from './day-field.tsx';

const useStyles = makeStyles({
  days: { display: 'flex', flexWrap: 'wrap', alignItems: 'flex-end', gap: '8px 12px', minWidth: 0 },
});

export interface DayChoicesProps {
  /** What the page knows of the plan, which may be of the days chosen before. */
  readonly overview: PlanOverview;
  /** The days chosen. */
  readonly address: Pick<Address, 'on' | 'since'>;
  readonly onChange: (days: Partial<Pick<Address, 'on' | 'since'>>) => void;
}

/** Which day is shown, and with which it is compared. */
export function DayChoices({ overview, address, onChange }: DayChoicesProps) {
  const styles = useStyles();
  const { hidden, noPrint } = useHiddenStyles();
  const { firstDay, lastDay, compareChoices } = overview;
  const today = address.on ?? lastDay;
  const since = address.since ?? overview.since.date;
  // A day to compare with that would lie after the day shown is let go.
  const show = (day: string) =>
    onChange({ on: day === lastDay ? null : day, ...(since > day ? { since: null } : {}) });
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would draw a box and take its legend out of the row
    <div role="group" aria-label="Days shown" className={mergeClasses(styles.days, noPrint)}>
      <DayField
        label="As it stood on"
        value={today}
        min={firstDay < today ? firstDay : today}
        max={lastDay}
        onChoose={show}
      >
        {address.on !== null && (
          <Button onClick={() => onChange({ on: null })}>
            Now<span className={hidden}>, show the plan as it stands</span>
          </Button>
        )}
      </DayField>
      <CompareField
        choices={compareChoices}
        since={since}
        today={today}
        onChoose={(day) => onChange({ since: day })}
      />
    </div>
  );
}
