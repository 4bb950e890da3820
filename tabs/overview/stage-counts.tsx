import { makeStyles, mergeClasses } from '@fluentui/react-components';
import type { PlanOverview } from '../../plan/content.ts';
import { partOf } from '../../plan/filter/figures-of-part.ts';
import type { AddressControl } from '../address/use-address.ts';
import { Bar } from '../ui/bar.tsx';
import { Section } from '../ui/section.tsx';
import { useHiddenStyles } from '../ui/use-hidden-styles.ts';
import { useTableStyles } from '../ui/use-table-styles.ts';
import { FigureLink } from './figure-link.tsx';

const useStyles = makeStyles({
  stage: { padding: '5px 8px 5px 0', fontWeight: 'normal', whiteSpace: 'nowrap', textAlign: 'left' },
  bar: { width: '40%', padding: '0 0 6px 12px' },
});

export interface StageCountsProps {
  readonly byStage: PlanOverview['byStage'];
  readonly total: number;
  readonly control: AddressControl;
}

/** How many recommendations are at which stage of their life. */
export function StageCounts({ byStage, total, control }: StageCountsProps) {
  const styles = useStyles();
  const part = partOf(control.address);
  const table = useTableStyles();
  const { hidden } = useHiddenStyles();
  return (
    <Section title="By stage">
      <table className={table.table}>
        <caption className={hidden}>How many recommendations are at which stage</caption>
        <thead className={hidden}>
          <tr>
            <th scope="col">Stage</th>
            <th scope="col">Recommendations</th>
            <td />
          </tr>
        </thead>
        <tbody>
          {byStage.map(({ stage, count }) => (
            <tr key={stage}>
              <th scope="row" className={styles.stage}>
                {stage}
              </th>
              <td className={mergeClasses(table.number, count === 0 && table.quiet)}>
                <FigureLink
                  control={control}
                  to={{ ...part, list: 'Recommendations', stage }}
                  count={count}
                  about={stage}
                />
              </td>
              <td className={styles.bar}>
                <Bar value={count} max={total} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Section>
  );
}
