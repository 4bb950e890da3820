import { makeStyles, tokens } from '@fluentui/react-components';
import type { OverviewItem } from '../../plan/content.ts';
import type { ItemRef } from '../../plan/plan.ts';
import { keyOf } from '../model/filter.ts';
import { datesWords } from '../model/item-words.ts';
import { ItemChip } from '../ui/item-chip.tsx';
import { ShowMore } from '../ui/show-more.tsx';

const SHOWN_AT_FIRST = 30;

const useStyles = makeStyles({
  entry: {
    display: 'flex',
    gap: '10px',
    padding: '9px 0',
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    breakInside: 'avoid',
    ':last-child': { borderBottom: 'none', paddingBottom: 0 },
  },
  chip: { flex: '0 0 60px' },
  words: { minWidth: 0, overflowWrap: 'anywhere' },
  facts: {
    display: 'block',
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground3,
  },
});

export interface ItemsListProps {
  readonly items: readonly OverviewItem[];
  readonly onOpen: (ref: ItemRef) => void;
}

/** Items where a table would not fit: chip, title, and the facts of the table's columns in two lines. */
export function ItemsList({ items, onOpen }: ItemsListProps) {
  const styles = useStyles();
  return (
    <ShowMore entries={items} count={SHOWN_AT_FIRST}>
      {(item) => (
        <li key={keyOf(item)} className={styles.entry}>
          <span className={styles.chip}>
            <ItemChip item={item} isTitled onOpen={onOpen} />
          </span>
          <span className={styles.words}>
            {item.title}
            <Facts of={[item.stage, item.overdue ? item.dueIn : null, datesWords(item)]} />
            <Facts of={[item.groupName, item.ownerName]} />
          </span>
        </li>
      )}
    </ShowMore>
  );
}

function Facts({ of }: { readonly of: readonly (string | null)[] }) {
  const styles = useStyles();
  return <span className={styles.facts}>{of.filter((fact) => fact).join(' · ')}</span>;
}
