import { Button } from '@fluentui/react-components';
import { usePlanCalendar } from '../api/plan-calendar.ts';
import { Section } from '../ui/section.tsx';
import { Waiting } from '../ui/waiting.tsx';
import { AddDays } from './closures/add-days.tsx';
import { CalendarAddress } from './closures/calendar-address.tsx';
import { Coming } from './closures/coming.tsx';
import { SendFile } from './import/send-file.tsx';
import type { SectionProps } from './section-props.ts';
import { useEntryStyles } from './use-entry-styles.ts';

/** When the plan is closed or quiet, calendar files, and the calendar of its milestones. */
export default function ClosuresSection({ tools }: SectionProps) {
  const { planId } = tools.content;
  const styles = useEntryStyles();
  const { data, error, retry } = usePlanCalendar(planId);
  if (data === null) {
    if (error === null) return <Waiting label="Reading the closures" />;
    return (
      <Section title="Closures cannot be shown">
        <p role="alert">{error.message}</p>
        <Button onClick={retry}>Try again</Button>
      </Section>
    );
  }
  const { closures, groups } = data.closures;
  return (
    <div className={styles.sections}>
      <Coming planId={planId} closures={closures} onChange={retry} />
      <AddDays planId={planId} groups={groups} onAdded={retry} />
      <SendFile
        planId={planId}
        title="From a calendar file"
        intro="School terms or closures as a calendar (.ics) or table (.csv). Milepost shows what it would do first."
        label="Choose a calendar file"
        accept=".ics,.ical,.csv,.tsv"
        most="1 MB"
        onDone={retry}
      />
      <CalendarAddress planId={planId} madeAtWords={data.feed.madeAtWords} onChange={retry} />
    </div>
  );
}
