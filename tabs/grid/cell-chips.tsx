import { makeStyles } from '@fluentui/react-components';
import type { ItemRef } from '../../plan/plan.ts';
import { GhostChip } from '../ui/ghost-chip.tsx';
import { ItemChip } from '../ui/item-chip.tsx';
import type { Placed } from './placement.ts';

const useStyles = makeStyles({
  list: { display: 'flex', flexWrap: 'wrap', gap: '6px', margin: 0, padding: 0, listStyleType: 'none' },
});

export interface CellChipsProps {
  readonly placed: readonly Placed[];
  readonly onOpen: (ref: ItemRef) => void;
}

/** What stands in one cell of the plan on a page. */
export function CellChips({ placed, onOpen }: CellChipsProps) {
  const styles = useStyles();
  if (placed.length === 0) return null;
  return (
    <ul className={styles.list}>
      {placed.map(({ item, isGhost, arrow }) => (
        <li key={`${item.ref.key}${isGhost ? ' ghost' : ''}`}>
          {isGhost ? <GhostChip item={item} /> : <ItemChip item={item} arrow={arrow} onOpen={onOpen} />}
        </li>
      ))}
    </ul>
  );
}
