import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { OverviewItem } from '../../plan/content.ts';
import type { SortKey } from '../../plan/filter/sort.ts';
import type { ItemRef } from '../../plan/plan.ts';
import { ColourWord } from './colour-word.tsx';
import { ItemChip } from './item-chip.tsx';
import { useTableStyles } from './use-table-styles.ts';

const useStyles = makeStyles({
  title: {
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    '@media print': { fontSize: '9pt', lineHeight: 1.3 },
  },
  date: { display: 'block', whiteSpace: 'nowrap' },
  overdue: { fontWeight: tokens.fontWeightSemibold },
  note: {
    display: '-webkit-box',
    overflow: 'hidden',
    overflowWrap: 'anywhere',
    WebkitLineClamp: 2,
    WebkitBoxOrient: 'vertical',
    '@media print': { display: 'block' },
  },
});

export interface ItemCellProps {
  readonly item: OverviewItem;
  readonly column: SortKey;
  readonly onOpen: (ref: ItemRef) => void;
}

/** What an item says in one column; `–` where it says nothing. */
export function ItemCell({ item, column, onOpen }: ItemCellProps) {
  const styles = useStyles();
  const { quiet } = useTableStyles();
  switch (column) {
    case 'number':
      return <ItemChip item={item} isTitled onOpen={onOpen} />;
    case 'title':
      return <span className={styles.title}>{item.title}</span>;
    case 'theme':
      return item.themeTitle ?? '–';
    case 'group':
      return item.groupName ?? '–';
    case 'owner':
      return item.ownerName ?? '–';
    case 'due':
      return <span className={styles.date}>{item.baseline?.words ?? '–'}</span>;
    case 'expected':
      return (
        <>
          <span className={styles.date}>{item.forecast?.words ?? item.baseline?.words ?? '–'}</span>
          {item.overdue && <span className={styles.overdue}>{item.dueIn}</span>}
        </>
      );
    case 'later':
      return item.slippedDays === 0 ? '–' : String(item.slippedDays);
    case 'schedule':
      return item.schedule === null ? '–' : <ColourWord colour={item.schedule} />;
    case 'stated':
      return item.confidence === null ? '–' : <ColourWord colour={item.confidence} />;
    case 'stage':
      return item.stage;
    case 'word':
      return (
        <>
          {item.latestNote && <span className={styles.note}>{item.latestNote}</span>}
          {(item.latestNoteOn || !item.latestNote) && (
            <span className={mergeClasses(styles.date, quiet)}>{item.latestNoteOn ?? '–'}</span>
          )}
        </>
      );
  }
}
