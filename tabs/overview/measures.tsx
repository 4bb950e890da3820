import { makeStyles, tokens } from '@fluentui/react-components';
import type { PlanOverview } from '../../plan/content.ts';
import { Bar } from '../ui/bar.tsx';
import { Section } from '../ui/section.tsx';

const useStyles = makeStyles({
  measure: { ':not(:last-child)': { marginBottom: '16px' } },
  title: { margin: 0, fontSize: tokens.fontSizeBase300, fontWeight: tokens.fontWeightSemibold },
  value: {
    fontSize: tokens.fontSizeBase600,
    lineHeight: tokens.lineHeightBase600,
    fontWeight: tokens.fontWeightSemibold,
  },
  quiet: {
    marginTop: '4px',
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground3,
  },
});

export interface MeasuresProps {
  readonly measures: PlanOverview['measures'];
}

/** What the plan counts, against its targets. */
export function Measures({ measures }: MeasuresProps) {
  const styles = useStyles();
  return (
    <Section title="Measures against target">
      {measures.length === 0 && <span className={styles.quiet}>The plan has no measures yet.</span>}
      {measures.map((measure) => (
        <div key={measure.title} className={styles.measure}>
          <h3 className={styles.title}>{measure.title}</h3>
          <span className={styles.value}>{measure.value ?? '–'}</span>
          {measure.unit && ` ${measure.unit}`}
          {measure.targetWords && ` of ${measure.targetWords}`}
          {measure.course.share !== null && <Bar value={measure.course.share} max={1} />}
          <div className={styles.quiet}>
            {[measure.course.startWords, measure.course.readWords].filter((words) => words).join(' · ')}
          </div>
          {measure.course.courseWords && <div className={styles.quiet}>{measure.course.courseWords}</div>}
        </div>
      ))}
    </Section>
  );
}
