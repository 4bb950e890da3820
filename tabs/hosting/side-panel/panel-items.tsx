import { makeStyles, tokens } from '@fluentui/react-components';
import { useId } from 'react';
import type { OverviewItem } from '../../../plan/content.ts';
import type { ItemRef } from '../../../plan/plan.ts';
import { keyOf } from '../../model/filter.ts';
import { Entry } from '../../overview/entry.tsx';
import { Title } from '../../overview/title.tsx';

const useStyles = makeStyles({
  card: {
    padding: '8px 10px',
    backgroundColor: tokens.colorNeutralBackground1,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusLarge,
  },
  heading: {
    margin: '0 0 8px',
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    fontWeight: tokens.fontWeightSemibold,
  },
  list: { margin: 0, padding: 0, listStyleType: 'none' },
  quiet: { margin: 0, color: tokens.colorNeutralForeground2 },
});

/** An item and what is said of it. */
export interface PanelRow {
  readonly item: OverviewItem;
  readonly facts: readonly (string | null)[];
}

export interface PanelItemsProps {
  readonly title: string;
  readonly rows: readonly PanelRow[];
  readonly emptyWords: string;
  readonly onOpen: (ref: ItemRef) => void;
}

/** Items in the width of a side panel; each opens its story. */
export function PanelItems({ title, rows, emptyWords, onOpen }: PanelItemsProps) {
  const styles = useStyles();
  const headingId = useId();
  return (
    <section aria-labelledby={headingId} className={styles.card}>
      <h2 id={headingId} className={styles.heading}>
        {title} ({rows.length})
      </h2>
      {rows.length === 0 && <p className={styles.quiet}>{emptyWords}</p>}
      <ul className={styles.list}>
        {rows.map(({ item, facts }) => (
          <Entry key={keyOf(item)} item={item} facts={facts} onOpen={onOpen}>
            <Title>{item.title}</Title>
          </Entry>
        ))}
      </ul>
    </section>
  );
}
