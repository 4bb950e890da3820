import type { RankingResult } from '../../plan/content.ts';
import type { AddressControl } from '../address/use-address.ts';
import { ScrollRegion } from '../ui/scroll-region.tsx';
import { useHiddenStyles } from '../ui/use-hidden-styles.ts';
import { useTableStyles } from '../ui/use-table-styles.ts';
import { ItemName } from './item-name.tsx';

const HEADS = [
  'Place',
  'Recommendation',
  'Points',
  'Chosen by',
  'First for',
  'Middle',
  'From',
  'To',
  'Views',
];

export interface RankingTableProps {
  /** Whose it is. */
  readonly title: string;
  readonly ranking: RankingResult;
  readonly control: AddressControl;
}

/** What the drawing of a ranking says, as a table. */
export function RankingTable({ title, ranking: { lines, voices }, control }: RankingTableProps) {
  const table = useTableStyles();
  const { hidden } = useHiddenStyles();
  return (
    <ScrollRegion label={`What matters most, ${title}, as a table`}>
      <table className={table.table}>
        <caption className={hidden}>What matters most, {title}</caption>
        <thead>
          <tr>
            {HEADS.map((words) => (
              <th key={words} scope="col" className={table.headCell}>
                {words}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <tr key={`${line.ref.list}/${line.ref.key}`} className={table.row}>
              <td className={table.cell}>{line.place}</td>
              <th scope="row" className={table.rowHead}>
                <ItemName item={line} control={control} />
              </th>
              <td className={table.cell}>{line.points}</td>
              <td className={table.cell}>
                {line.chosenBy} of {voices}
              </td>
              <td className={table.cell}>{line.firstChoices}</td>
              <td className={table.cell}>{line.medianRank}</td>
              <td className={table.cell}>{line.bestRank}</td>
              <td className={table.cell}>{line.worstRank}</td>
              <td className={table.cell}>{line.spread}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  );
}
