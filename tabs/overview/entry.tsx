import { makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import type { OverviewItem } from '../../plan/content.ts';
import type { ItemRef } from '../../plan/plan.ts';
import { ItemChip } from '../ui/item-chip.tsx';

const useStyles = makeStyles({
  entry: {
    display: 'flex',
    gap: '10px',
    padding: '9px 0',
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    breakInside: 'avoid',
    ':last-child': { borderBottom: 'none', paddingBottom: 0 },
    ':first-child': { paddingTop: 0 },
  },
  chip: { flex: '0 0 68px' },
  words: { minWidth: 0, overflowWrap: 'anywhere' },
  facts: {
    display: 'block',
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground3,
  },
});

export interface EntryProps {
  readonly item: OverviewItem;
  /** What is said of it. */
  readonly children: ReactNode;
  /** What stands small below; what is empty is left out. */
  readonly facts: readonly (string | null)[];
  readonly onOpen: (ref: ItemRef) => void;
}

/** An item of a short list: its chip, what is said of it, and the facts. */
export function Entry({ item, children, facts, onOpen }: EntryProps) {
  const styles = useStyles();
  return (
    <li className={styles.entry}>
      <span className={styles.chip}>
        <ItemChip item={item} onOpen={onOpen} />
      </span>
      <span className={styles.words}>
        {children}
        <span className={styles.facts}>{facts.filter((fact) => fact).join(' · ')}</span>
      </span>
    </li>
  );
}
