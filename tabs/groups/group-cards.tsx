import { makeStyles, tokens } from '@fluentui/react-components';
import { useId } from 'react';
import type { GroupOverview } from '../../plan/content.ts';
import type { AddressControl } from '../address/use-address.ts';
import { GroupCard } from './group-card.tsx';

const useStyles = makeStyles({
  heading: {
    margin: '0 0 8px',
    fontSize: tokens.fontSizeBase400,
    lineHeight: tokens.lineHeightBase400,
    fontWeight: tokens.fontWeightSemibold,
    breakAfter: 'avoid',
  },
  cards: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fill, minmax(min(100%, 320px), 1fr))',
    gap: '16px',
    margin: 0,
    padding: 0,
    listStyleType: 'none',
  },
});

export interface GroupCardsProps {
  readonly title: string;
  readonly groups: readonly GroupOverview[];
  readonly control: AddressControl;
}

/** Groups of one kind, a card each; nothing where there is none. */
export function GroupCards({ title, groups, control }: GroupCardsProps) {
  const styles = useStyles();
  const id = useId();
  if (groups.length === 0) return null;
  return (
    <section aria-labelledby={id}>
      <h2 id={id} className={styles.heading}>
        {title}: {groups.length}
      </h2>
      <ul className={styles.cards}>
        {groups.map((group) => (
          <GroupCard key={group.key} group={group} control={control} />
        ))}
      </ul>
    </section>
  );
}
