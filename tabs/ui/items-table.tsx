import { makeStyles, mergeClasses } from '@fluentui/react-components';
import type { OverviewItem } from '../../plan/content.ts';
import type { ItemRef } from '../../plan/plan.ts';
import { ItemChip } from './item-chip.tsx';
import { ItemList } from './item-list.tsx';
import { Section } from './section.tsx';
import { useHiddenStyles } from './use-hidden-styles.ts';
import { NARROW, useMedia } from './use-media.ts';
import { useTableStyles } from './use-table-styles.ts';

const useStyles = makeStyles({
  item: { display: 'flex', gap: '10px', alignItems: 'baseline', fontWeight: 'normal', textAlign: 'left' },
  date: { whiteSpace: 'nowrap' },
});

export interface ItemsTableProps {
  readonly title: string;
  readonly items: readonly OverviewItem[];
  readonly emptyWords: string;
  readonly onOpen: (ref: ItemRef) => void;
}

/** Items with their dates as a table, or as a list where a table would not fit. */
export function ItemsTable({ title, items, emptyWords, onOpen }: ItemsTableProps) {
  const styles = useStyles();
  const table = useTableStyles();
  const { hidden } = useHiddenStyles();
  const isNarrow = useMedia(NARROW);
  if (isNarrow || items.length === 0) {
    const factsOf = (item: OverviewItem) => [
      item.stage,
      item.groupName,
      item.forecast?.words ?? null,
      item.dueIn,
    ];
    return <ItemList title={title} items={items} factsOf={factsOf} emptyWords={emptyWords} onOpen={onOpen} />;
  }
  return (
    <Section title={title}>
      <table className={table.table}>
        <caption className={hidden}>{title}, with the date first due and the date now expected</caption>
        <thead>
          <tr>
            {['Title', 'Group', 'First due', 'Now expected', 'Stage'].map((words) => (
              <th key={words} scope="col" className={table.headCell}>
                {words}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {items.map((item) => (
            <tr key={item.ref.key} className={table.row}>
              <th scope="row" className={table.cell}>
                <span className={styles.item}>
                  <ItemChip item={item} onOpen={onOpen} />
                  {item.title}
                </span>
              </th>
              <td className={table.cell}>{item.groupName ?? '–'}</td>
              <td className={mergeClasses(table.cell, styles.date)}>{item.baseline?.words ?? '–'}</td>
              <td className={mergeClasses(table.cell, styles.date)}>{item.forecast?.words ?? '–'}</td>
              <td className={table.cell}>{item.stage}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Section>
  );
}
