import { mergeClasses } from '@fluentui/react-components';
import type { MeasureView } from '../../plan/content.ts';
import { ScrollRegion } from '../ui/scroll-region.tsx';
import { useHiddenStyles } from '../ui/use-hidden-styles.ts';
import { useTableStyles } from '../ui/use-table-styles.ts';

export interface MeasureTableProps {
  readonly measure: MeasureView;
}

/** What the drawing of a measure says, as a table: the start, every reading, and the target. */
export function MeasureTable({ measure }: MeasureTableProps) {
  const table = useTableStyles();
  const { hidden } = useHiddenStyles();
  const { title, baseline, readings, target, targetWords, trend } = measure;
  const rows = [
    ...(baseline === null ? [] : [{ on: 'At the start', value: String(baseline), by: '' }]),
    ...readings.map(({ onWords, valueWords, byName }) => ({
      on: onWords,
      value: valueWords,
      by: byName ?? '',
    })),
    ...(trend.projected === null
      ? []
      : [{ on: 'At its pace, on the target’s date', value: String(trend.projected), by: '' }]),
    ...(target === null ? [] : [{ on: 'Target', value: targetWords ?? String(target), by: '' }]),
  ];
  return (
    <ScrollRegion label={`${title}, as a table`}>
      <table className={table.table}>
        <caption className={hidden}>{title}</caption>
        <thead>
          <tr>
            {['Day', 'Figure', 'Recorded by'].map((words) => (
              <th key={words} scope="col" className={table.headCell}>
                {words}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ on, value, by }) => (
            <tr key={on} className={table.row}>
              <th scope="row" className={table.rowHead}>
                {on}
              </th>
              <td className={table.cell}>{value}</td>
              <td className={mergeClasses(table.cell, table.quiet)}>{by}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  );
}
