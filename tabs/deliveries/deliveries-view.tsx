import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { useDeliveries } from '../api/view-deliveries.ts';
import type { ViewProps } from '../dashboard/view-props.ts';
import { Section } from '../ui/section.tsx';
import { Waiting } from '../ui/waiting.tsx';
import { Counts } from './counts.tsx';
import { Days } from './days.tsx';
import { parsePlace } from './place.ts';
import { Unwritten } from './unwritten.tsx';
import { Ways } from './ways.tsx';

const useStyles = makeStyles({
  heading: {
    margin: 0,
    fontSize: tokens.fontSizeBase500,
    lineHeight: tokens.lineHeightBase500,
    fontWeight: tokens.fontWeightSemibold,
  },
  intro: { margin: 0, color: tokens.colorNeutralForeground2 },
});

const SCOPE_WORDS = {
  all: 'Everything that Milepost sent, and what became of it. Never what was said.',
  channels:
    'What went to the groups’ channels, and what became of it. Plan managers see what went to people too.',
} as const;

/** Who was reached in a fortnight, who was not, and why. */
export default function DeliveriesView({ overview: { planId }, control }: ViewProps) {
  const styles = useStyles();
  const place = parsePlace(control.address.section);
  const { data, error, retry } = useDeliveries(planId, place.page);
  if (data === null) {
    if (error === null) return <Waiting label="Reading the deliveries" />;
    return (
      <Section title="The deliveries cannot be shown">
        <p role="alert">{error.message}</p>
        <Button onClick={retry}>Try again</Button>
      </Section>
    );
  }
  return (
    <>
      <h2 className={styles.heading}>Deliveries, {data.periodWords}</h2>
      <p className={styles.intro}>
        {SCOPE_WORDS[data.scope]}
        {control.address.on !== null && ' They are shown as they stand now, whichever day is chosen above.'}
      </p>
      <Ways control={control} place={place} hasOlder={data.hasOlder} />
      {data.counts.length > 0 && <Counts counts={data.counts} />}
      <Unwritten people={data.unwritten} />
      <Days planId={planId} days={data.days} isUnreachedOnly={place.isUnreachedOnly} onDecided={retry} />
    </>
  );
}
