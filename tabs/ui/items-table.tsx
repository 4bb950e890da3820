import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { OverviewItem } from '../../plan/content.ts';
import { type ItemSort, SORT_WORDS, type SortKey } from '../../plan/filter/sort.ts';
import type { ItemRef } from '../../plan/plan.ts';
import { keyOf } from '../model/filter.ts';
import { ItemCell } from './item-cell.tsx';
import { ScrollRegion } from './scroll-region.tsx';
import { SortButton } from './sort-button.tsx';
import { useHiddenStyles } from './use-hidden-styles.ts';
import { useTableStyles } from './use-table-styles.ts';

/** Columns that are read, not glanced at, need room; the others take what they need. */
const LEAST_WIDTHS: Partial<Record<SortKey, string>> = {
  title: '180px',
  theme: '110px',
  owner: '80px',
  word: '130px',
};

const useStyles = makeStyles({
  small: {
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    '@media print': { fontSize: '8pt', lineHeight: 1.3 },
  },
  // So many columns that each pixel between them counts.
  tight: { paddingLeft: '5px', paddingRight: '5px' },
  title: { fontWeight: tokens.fontWeightRegular },
});

export interface ItemsTableProps {
  /** What the table is of, for whoever hears it. */
  readonly caption: string;
  readonly columns: readonly SortKey[];
  readonly items: readonly OverviewItem[];
  /** In which order the items are; absent where it cannot be chosen. */
  readonly sort?: ItemSort;
  readonly onSort?: (sort: ItemSort) => void;
  readonly onOpen: (ref: ItemRef) => void;
}

/** Items as a table that can be sorted by each column. Its head is on every page of paper. */
export function ItemsTable({ caption, columns, items, sort, onSort, onOpen }: ItemsTableProps) {
  const styles = useStyles();
  const table = useTableStyles();
  const { hidden } = useHiddenStyles();
  return (
    <ScrollRegion label={`${caption}, as a table`}>
      <table className={mergeClasses(table.table, styles.small)}>
        <caption className={hidden}>{caption}</caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <th
                key={column}
                scope="col"
                className={mergeClasses(table.headCell, styles.tight)}
                style={{ minWidth: LEAST_WIDTHS[column] }}
                aria-sort={sort?.key === column ? orderOf(sort) : undefined}
              >
                {sort && onSort ? (
                  <SortButton column={column} sort={sort} onSort={onSort} />
                ) : (
                  SORT_WORDS[column]
                )}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {items.map((item) => (
            <tr key={keyOf(item)} className={table.row}>
              {columns.map((column) =>
                column === 'title' ? (
                  <th
                    key={column}
                    scope="row"
                    className={mergeClasses(table.cell, styles.tight, styles.title)}
                  >
                    <ItemCell item={item} column={column} onOpen={onOpen} />
                  </th>
                ) : (
                  <td key={column} className={mergeClasses(table.cell, styles.tight)}>
                    <ItemCell item={item} column={column} onOpen={onOpen} />
                  </td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  );
}

function orderOf({ isDescending }: ItemSort) {
  return isDescending ? 'descending' : 'ascending';
}
