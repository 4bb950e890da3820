import type { UnwrittenPerson } from '../../plan/content.ts';
import { Section } from '../ui/section.tsx';
import { ShowMore } from '../ui/show-more.tsx';
import { useDeliveryStyles } from './use-delivery-styles.ts';

const SHOWN_AT_FIRST = 5;

export interface UnwrittenProps {
  readonly people: readonly UnwrittenPerson[];
}

/** People to whom nothing is sent as things stand, and who gets it instead. */
export function Unwritten({ people }: UnwrittenProps) {
  const styles = useDeliveryStyles();
  if (people.length === 0) return null;
  return (
    <Section title={`Not written to just now: ${people.length}`}>
      <ShowMore entries={people} count={SHOWN_AT_FIRST}>
        {({ whoName, why, instead }) => (
          <li key={whoName} className={styles.entry}>
            <div className={styles.who}>{whoName}</div>
            <div>{why}</div>
            <div className={styles.quiet}>{instead}</div>
          </li>
        )}
      </ShowMore>
    </Section>
  );
}
