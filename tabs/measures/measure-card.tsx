import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import type { MeasureView } from '../../plan/content.ts';
import type { PlanId } from '../../plan/plan.ts';
import { AddressLink } from '../address/address-link.tsx';
import type { AddressControl } from '../address/use-address.ts';
import { Section } from '../ui/section.tsx';
import { useHiddenStyles } from '../ui/use-hidden-styles.ts';
import { MeasureChart } from './measure-chart.tsx';
import { MeasureTable } from './measure-table.tsx';
import { RecordReading } from './record-reading.tsx';
import { Standing } from './standing.tsx';

const useStyles = makeStyles({
  card: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 260px) minmax(0, 1fr)',
    gap: '16px 32px',
    alignItems: 'start',
    '@media (max-width: 1023px)': { gridTemplateColumns: 'minmax(0, 1fr)' },
    '@media print': { gridTemplateColumns: 'minmax(0, 220px) minmax(0, 1fr)' },
  },
  words: { display: 'grid', gap: '8px', justifyItems: 'start', overflowWrap: 'anywhere' },
  value: {
    fontSize: tokens.fontSizeHero800,
    lineHeight: tokens.lineHeightHero800,
    fontWeight: tokens.fontWeightSemibold,
  },
  line: { margin: 0 },
  quiet: { margin: 0, color: tokens.colorNeutralForeground3 },
  ways: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '8px 16px', marginTop: '16px' },
  link: { display: 'inline-block', minHeight: '24px' },
  form: {
    marginTop: '16px',
    paddingTop: '16px',
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
  },
});

export interface MeasureCardProps {
  readonly planId: PlanId;
  readonly measure: MeasureView;
  readonly today: string;
  readonly control: AddressControl;
  /** Its form is open. */
  readonly isOpen: boolean;
  readonly onRecorded: () => void;
}

/** A measure: where it stands, where it leads, and a form for the next reading. */
export function MeasureCard({ planId, measure, today, control, isOpen, onRecorded }: MeasureCardProps) {
  const styles = useStyles();
  const { noPrint } = useHiddenStyles();
  const [isTable, setIsTable] = useState(false);
  const { key, title, unit, value, valueWords, targetWords, trend, course, themeTitle, readings } = measure;
  const isDrawn = readings.length > 0 || measure.baseline !== null || measure.target !== null;
  return (
    <Section title={title}>
      <div className={styles.card}>
        <div className={styles.words}>
          <div>
            <span className={styles.value}>{value ?? '–'}</span> {unit}
            {targetWords !== null && ` of ${targetWords}`}
          </div>
          <Standing trend={trend} />
          <p className={styles.line}>{trend.words}</p>
          <p className={styles.quiet}>
            {[readings.length === 0 ? valueWords : course.readWords, course.startWords, themeTitle]
              .filter((words) => words)
              .join(' · ')}
          </p>
        </div>
        {isDrawn && !isTable && <MeasureChart measure={measure} today={today} />}
        {isDrawn && isTable && <MeasureTable measure={measure} />}
      </div>
      <div className={mergeClasses(styles.ways, noPrint)}>
        {isDrawn && (
          <Button size="small" aria-pressed={isTable} onClick={() => setIsTable(!isTable)}>
            Show as table
          </Button>
        )}
        {measure.mayRecord && (
          <AddressLink control={control} to={{ section: isOpen ? null : key }} className={styles.link}>
            {isOpen ? 'Close the form' : 'Record a reading'}
          </AddressLink>
        )}
      </div>
      {isOpen && measure.mayRecord && (
        <div className={styles.form}>
          <RecordReading planId={planId} measure={measure} today={today} onRecorded={onRecorded} />
        </div>
      )}
    </Section>
  );
}
