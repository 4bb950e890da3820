import { makeStyles, tokens } from '@fluentui/react-components';
import type { DeliveryDay } from '../../plan/content.ts';
import type { PlanId } from '../../plan/plan.ts';
import { Section } from '../ui/section.tsx';
import { ShowMore } from '../ui/show-more.tsx';
import { Delivery } from './delivery.tsx';

/** Of each day. */
const SHOWN_AT_FIRST = 8;

const useStyles = makeStyles({
  day: {
    margin: 0,
    paddingBottom: '4px',
    borderBottom: `1px solid ${tokens.colorNeutralStroke1}`,
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    fontWeight: tokens.fontWeightSemibold,
  },
  block: { ':not(:last-child)': { marginBottom: '24px' } },
  empty: { margin: 0 },
});

export interface DaysProps {
  readonly planId: PlanId;
  readonly days: readonly DeliveryDay[];
  readonly isUnreachedOnly: boolean;
  readonly onDecided: () => void;
}

/** Every message day by day, or those that reached nobody. */
export function Days({ planId, days, isUnreachedOnly, onDecided }: DaysProps) {
  const styles = useStyles();
  const shown = days
    .map(({ dayWords, entries }) => ({
      dayWords,
      entries: isUnreachedOnly ? entries.filter(({ isUnreached }) => isUnreached) : entries,
    }))
    .filter(({ entries }) => entries.length > 0);
  return (
    <Section title={isUnreachedOnly ? 'Not reached, day by day' : 'Day by day'}>
      {shown.length === 0 && (
        <p className={styles.empty}>
          {days.length === 0
            ? 'Nothing fell due in this fortnight.'
            : 'Everything that fell due in this fortnight reached whom it was for, or is on its way.'}
        </p>
      )}
      {shown.map(({ dayWords, entries }) => (
        <div key={dayWords} className={styles.block}>
          <h3 className={styles.day}>{dayWords}</h3>
          <ShowMore entries={entries} count={SHOWN_AT_FIRST}>
            {(entry) => <Delivery key={entry.noticeId} planId={planId} entry={entry} onDecided={onDecided} />}
          </ShowMore>
        </div>
      ))}
    </Section>
  );
}
