import { Button } from '@fluentui/react-components';
import { type ListsState, useListsState } from '../api/view-lists-state.ts';
import { OutsideLink } from '../ui/outside-link.tsx';
import { Section } from '../ui/section.tsx';
import { Waiting } from '../ui/waiting.tsx';
import { Refused } from './lists/refused.tsx';
import { ToPutRight } from './lists/to-put-right.tsx';
import type { SectionProps } from './section-props.ts';
import { useEntryStyles } from './use-entry-styles.ts';

/** How the plan’s SharePoint lists stand. */
export default function ListsSection({ tools }: SectionProps) {
  const { planId } = tools.content;
  const styles = useEntryStyles();
  const { data, error, retry } = useListsState(planId);
  if (data === null) {
    if (error === null) return <Waiting label="Reading how the lists stand" />;
    return (
      <Section title="The lists cannot be shown">
        <p role="alert">{error.message}</p>
        <Button onClick={retry}>Try again</Button>
      </Section>
    );
  }
  const isWell = data.troubles.length + data.attentionCount + data.refusedCount === 0;
  return (
    <div className={styles.sections}>
      <Section title="SharePoint lists">
        {isWell && <p className={styles.name}>✓ All is well.</p>}
        <p className={styles.intro}>{factsOf(data)}</p>
        <OutsideLink href={data.siteUrl}>Open the lists in SharePoint</OutsideLink>
      </Section>
      <ToPutRight state={data} />
      {(data.refusedCount > 0 || !isWell) && (
        <Refused planId={planId} refused={data.refused} count={data.refusedCount} onChange={retry} />
      )}
    </div>
  );
}

function factsOf({ waitingCount, readAtWords, notified }: ListsState): string {
  const waits = waitingCount === 1 ? '1 change waits' : `${waitingCount} changes wait`;
  return [
    waitingCount > 0 ? `${waits} to be written; Milepost keeps trying.` : 'No change waits to be written.',
    readAtWords === null ? 'The lists have not been read yet.' : `Last read ${readAtWords}.`,
    notified
      ? 'SharePoint tells Milepost of changes at once.'
      : 'SharePoint can’t tell Milepost of changes, so it reads the lists every so often.',
  ].join(' ');
}
