import { makeStyles, tokens } from '@fluentui/react-components';
import type { OverviewItem } from '../../plan/content.ts';
import type { Address } from '../address/address.ts';
import { AddressLink } from '../address/address-link.tsx';
import { keyOf } from '../model/filter.ts';
import { Entry } from '../overview/entry.tsx';
import type { PartProps } from '../overview/part-props.ts';
import { Title } from '../overview/title.tsx';
import { Section } from '../ui/section.tsx';

const SHOWN = 6;

const useStyles = makeStyles({
  // As many side by side as there is room for, so that the plan itself stays in sight below.
  list: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fill, minmax(min(300px, 100%), 1fr))',
    columnGap: '32px',
    margin: 0,
    padding: 0,
    listStyleType: 'none',
    // The first and the last stand like the others of their rows.
    '& > li:first-child': { paddingTop: '9px' },
    '& > li:last-child': { paddingBottom: '9px', borderBottom: `1px solid ${tokens.colorNeutralStroke2}` },
  },
  more: { display: 'inline-block', marginTop: '10px', minHeight: '24px' },
});

export interface YoursPartProps extends PartProps {
  readonly title: string;
  /** The most urgent first. */
  readonly items: readonly OverviewItem[];
  /** What to say of each item below its title. */
  readonly factsOf: (item: OverviewItem) => readonly (string | null)[];
  /** Where all of them are. */
  readonly all: Partial<Address>;
}

/** Items across the whole width, the first few of them; nothing where there are none. */
export function YoursPart({ title, items, factsOf, all, control, onOpen }: YoursPartProps) {
  const styles = useStyles();
  if (items.length === 0) return null;
  return (
    <Section title={title}>
      <ul className={styles.list}>
        {items.slice(0, SHOWN).map((item) => (
          <Entry key={keyOf(item)} item={item} facts={factsOf(item)} onOpen={onOpen}>
            <Title>{item.title}</Title>
          </Entry>
        ))}
      </ul>
      {items.length > SHOWN && (
        <AddressLink control={control} to={all} className={styles.more}>
          Show all {items.length}
        </AddressLink>
      )}
    </Section>
  );
}
