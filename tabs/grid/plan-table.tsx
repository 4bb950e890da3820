import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { PlanOverview } from '../../plan/content.ts';
import type { ItemRef } from '../../plan/plan.ts';
import { ScrollRegion } from '../ui/scroll-region.tsx';
import { useHiddenStyles } from '../ui/use-hidden-styles.ts';
import { useTableStyles } from '../ui/use-table-styles.ts';
import { CellChips } from './cell-chips.tsx';
import type { Column } from './columns.ts';
import { placeItems } from './placement.ts';
import { ThemeName } from './theme-name.tsx';

const useStyles = makeStyles({
  theme: { width: '210px', minWidth: '150px' },
  cell: { padding: '10px 8px', minWidth: '56px' },
  words: { whiteSpace: 'nowrap' },
  now: {
    backgroundColor: tokens.colorNeutralBackground2,
    borderLeft: `2px dashed ${tokens.colorBrandStroke1}`,
  },
  nowWord: { color: tokens.colorBrandForeground2, fontWeight: tokens.fontWeightBold },
});

export interface PlanTableProps {
  readonly overview: PlanOverview;
  readonly columns: readonly Column[];
  readonly onOpen: (ref: ItemRef) => void;
}

/** The plan on a page where there is room for a table: themes down, months across. */
export function PlanTable({ overview, columns, onOpen }: PlanTableProps) {
  const styles = useStyles();
  const table = useTableStyles();
  const { hidden } = useHiddenStyles();
  return (
    <ScrollRegion label="Plan on a page">
      <table className={table.table}>
        <caption className={hidden}>Every recommendation by theme and by the month it is expected</caption>
        <thead>
          <tr>
            <th scope="col" className={mergeClasses(table.headCell, styles.theme)}>
              Theme
            </th>
            {columns.map((column) => (
              <th
                key={column.key}
                scope="col"
                className={mergeClasses(table.headCell, column.isNow && styles.now)}
              >
                <span className={styles.words}>{column.words}</span>
                {column.nowWord && <span className={styles.nowWord}> · {column.nowWord}</span>}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {overview.themes.map((theme) => {
            const cells = placeItems(theme.items);
            return (
              <tr key={theme.key} className={table.row}>
                <th scope="row" className={mergeClasses(table.rowHead, styles.theme)}>
                  <ThemeName theme={theme} />
                </th>
                {columns.map((column) => (
                  <td
                    key={column.key}
                    className={mergeClasses(table.cell, styles.cell, column.isNow && styles.now)}
                  >
                    <CellChips placed={cells.get(column.key) ?? []} onOpen={onOpen} />
                  </td>
                ))}
              </tr>
            );
          })}
        </tbody>
      </table>
    </ScrollRegion>
  );
}
