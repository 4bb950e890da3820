import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { PaperCell, PaperTable as Table } from '../../plan/content.ts';
import { ColourLetter } from '../ui/colour-letter.tsx';
import { ScrollRegion } from '../ui/scroll-region.tsx';
import { useTableStyles } from '../ui/use-table-styles.ts';
import { ITEM_COLOUR_OF } from './paper-colours.ts';

const useStyles = makeStyles({
  caption: {
    padding: '0 0 4px',
    textAlign: 'left',
    fontWeight: tokens.fontWeightSemibold,
    breakAfter: 'avoid',
  },
  // Words are broken only where a line can't hold one: the table scrolls before that.
  table: { overflowWrap: 'break-word', '@media print': { fontSize: '9pt' } },
  cell: {
    minWidth: '56px',
    fontWeight: tokens.fontWeightRegular,
    '@media print': { padding: '2px 6px' },
    '@media (max-width: 479px)': { minWidth: '32px', padding: '6px 4px' },
  },
  headCell: { '@media (max-width: 479px)': { padding: '6px 4px' } },
  // What names a row is read, the others are glanced at.
  first: { minWidth: '120px', '@media (max-width: 479px)': { minWidth: '96px' } },
  coloured: { display: 'inline-flex', alignItems: 'center', gap: '6px' },
});

export interface PaperTableProps {
  readonly table: Table;
}

/** A table with its caption and headers; the first cell of a row names it. Wider than the page it scrolls. */
export function PaperTable({ table: { caption, columns, rows } }: PaperTableProps) {
  const styles = useStyles();
  const table = useTableStyles();
  const cell = mergeClasses(table.cell, styles.cell);
  const head = mergeClasses(table.headCell, styles.headCell);
  return (
    <ScrollRegion label={`${caption}, as a table`}>
      <table className={mergeClasses(table.table, styles.table)}>
        <caption className={styles.caption}>{caption}</caption>
        <thead>
          <tr>
            {columns.map((column, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: columns never change places, and two may be called the same
              <th key={at} scope="col" className={head}>
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(([first, ...others], row) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a paper is drawn as it is; its rows have no names of their own
            <tr key={row} className={table.row}>
              {first && (
                <th scope="row" className={mergeClasses(cell, styles.first)}>
                  <Cell cell={first} />
                </th>
              )}
              {others.map((other, at) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: a cell is known by its column
                <td key={at} className={cell}>
                  <Cell cell={other} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  );
}

function Cell({ cell: { text, colour } }: { readonly cell: PaperCell }) {
  const styles = useStyles();
  if (colour === undefined) return <>{text}</>;
  return (
    <span className={styles.coloured}>
      <ColourLetter colour={ITEM_COLOUR_OF[colour]} />
      {text}
    </span>
  );
}
