import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { isRefusal } from '../api/api-error.ts';
import { useMeasures } from '../api/plan-measures.ts';
import type { ViewProps } from '../dashboard/view-props.ts';
import { Section } from '../ui/section.tsx';
import { Waiting } from '../ui/waiting.tsx';
import { asItStood } from './as-it-stood.ts';
import { MeasureCard } from './measure-card.tsx';
import { MeasureKey } from './measure-key.tsx';

const useStyles = makeStyles({
  quiet: { margin: 0, maxWidth: '70ch', color: tokens.colorNeutralForeground2 },
});

/** What the plan counts, over time and against its targets. */
export default function MeasuresView({ overview, control }: ViewProps) {
  const styles = useStyles();
  const { planId } = overview;
  const { data, error, retry } = useMeasures(planId);
  if (data === null) {
    if (error === null) return <Waiting label="Reading the measures" />;
    return (
      <Section title="The measures cannot be shown">
        <p role="alert">{error.message}</p>
        {!isRefusal(error) && <Button onClick={retry}>Try again</Button>}
      </Section>
    );
  }
  const { measures, today, mayNotWords } = overview.isPast ? asItStood(data, overview) : data;
  if (measures.length === 0) {
    return (
      <Section title="Measures">
        <p className={styles.quiet}>
          The plan has no measures yet. A plan manager adds them to the list Measures in SharePoint: what is
          counted, where it began, the target and its date.
        </p>
      </Section>
    );
  }
  return (
    <>
      <MeasureKey />
      {measures.map((measure) => (
        <MeasureCard
          key={measure.key}
          planId={planId}
          measure={measure}
          today={today}
          control={control}
          isOpen={control.address.section === measure.key}
          onRecorded={retry}
        />
      ))}
      {mayNotWords !== null && <p className={styles.quiet}>{mayNotWords}</p>}
    </>
  );
}
