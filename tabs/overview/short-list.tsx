import { makeStyles, mergeClasses } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import type { Address } from '../address/address.ts';
import { AddressLink } from '../address/address-link.tsx';
import type { AddressControl } from '../address/use-address.ts';
import { Section } from '../ui/section.tsx';
import { useHiddenStyles } from '../ui/use-hidden-styles.ts';
import { useTableStyles } from '../ui/use-table-styles.ts';

const SHOWN = 5;

const useStyles = makeStyles({
  list: { margin: 0, padding: 0, listStyleType: 'none' },
  more: { display: 'inline-block', marginTop: '10px', minHeight: '24px' },
});

export interface ShortListProps<Entry> {
  readonly title: string;
  /** The most important first; only the first few are shown. */
  readonly entries: readonly Entry[];
  /** Said instead of an empty list. */
  readonly emptyWords: string;
  readonly control: AddressControl;
  /** Where all of them are. */
  readonly all: Partial<Address>;
  /** One entry as a list item. */
  readonly children: (entry: Entry) => ReactNode;
}

/** A card with the first entries of a list, and a way to all of them. */
export function ShortList<Entry>(props: ShortListProps<Entry>) {
  const { title, entries, emptyWords, control, all, children } = props;
  const styles = useStyles();
  const table = useTableStyles();
  const { hidden, noPrint } = useHiddenStyles();
  return (
    <Section title={title}>
      {entries.length === 0 && <span className={table.quiet}>{emptyWords}</span>}
      <ul className={styles.list}>{entries.slice(0, SHOWN).map(children)}</ul>
      {entries.length > SHOWN && (
        <AddressLink control={control} to={all} className={mergeClasses(styles.more, noPrint)}>
          Show all {entries.length}
          <span className={hidden}> of: {title}</span>
        </AddressLink>
      )}
    </Section>
  );
}
