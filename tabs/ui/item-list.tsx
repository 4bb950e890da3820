import { makeStyles, tokens } from '@fluentui/react-components';
import type { OverviewItem } from '../../plan/content.ts';
import type { ItemRef } from '../../plan/plan.ts';
import { ItemChip } from './item-chip.tsx';
import { Section } from './section.tsx';
import { ShowMore } from './show-more.tsx';

const SHOWN_AT_FIRST = 5;

const useStyles = makeStyles({
  entry: {
    display: 'flex',
    gap: '10px',
    padding: '9px 0',
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    ':last-child': { borderBottom: 'none', paddingBottom: 0 },
    ':first-child': { paddingTop: 0 },
  },
  chip: { flex: '0 0 60px' },
  words: { minWidth: 0, overflowWrap: 'anywhere' },
  title: {
    display: '-webkit-box',
    overflow: 'hidden',
    WebkitLineClamp: 2,
    WebkitBoxOrient: 'vertical',
  },
  facts: {
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground3,
  },
});

export interface ItemListProps {
  readonly title: string;
  readonly items: readonly OverviewItem[];
  /** What to say of each item in its second line. */
  readonly factsOf: (item: OverviewItem) => readonly (string | null)[];
  /** Said instead of an empty list. */
  readonly emptyWords: string;
  readonly onOpen: (ref: ItemRef) => void;
}

/** Items as a short list: chip, title, and what matters of them here. */
export function ItemList({ title, items, factsOf, emptyWords, onOpen }: ItemListProps) {
  const styles = useStyles();
  return (
    <Section title={title}>
      {items.length === 0 && <span className={styles.facts}>{emptyWords}</span>}
      <ShowMore entries={items} count={SHOWN_AT_FIRST}>
        {(item) => (
          <li key={`${item.ref.list}/${item.ref.key}`} className={styles.entry}>
            <span className={styles.chip}>
              <ItemChip item={item} onOpen={onOpen} />
            </span>
            <span className={styles.words}>
              <span className={styles.title}>{item.title}</span>
              <span className={styles.facts}>
                {factsOf(item)
                  .filter((fact) => fact)
                  .join(' · ')}
              </span>
            </span>
          </li>
        )}
      </ShowMore>
    </Section>
  );
}
