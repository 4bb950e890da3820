import { makeStyles, mergeClasses } from '@fluentui/react-components';
import type { PlanOverview } from '../../plan/content.ts';
import { ColourWord } from '../ui/colour-word.tsx';
import { Section } from '../ui/section.tsx';
import { useHiddenStyles } from '../ui/use-hidden-styles.ts';
import { useTableStyles } from '../ui/use-table-styles.ts';

const useStyles = makeStyles({
  colour: { width: '84px', paddingLeft: 0 },
});

export interface ColoursKeyProps {
  readonly entries: PlanOverview['key'];
}

/** What each colour means in this plan. */
export function ColoursKey({ entries }: ColoursKeyProps) {
  const styles = useStyles();
  const table = useTableStyles();
  const { hidden } = useHiddenStyles();
  return (
    <Section title="Key to the colours">
      <table className={table.table}>
        <caption className={hidden}>What each colour means for dates and for confidence</caption>
        <thead>
          <tr>
            <th scope="col" className={mergeClasses(table.headCell, styles.colour)}>
              Colour
            </th>
            <th scope="col" className={table.headCell}>
              Schedule, worked out from the dates
            </th>
            <th scope="col" className={table.headCell}>
              Confidence, stated by the owner
            </th>
          </tr>
        </thead>
        <tbody>
          {entries.map(({ rag, schedule, confidence }) => (
            <tr key={rag} className={table.row}>
              <th scope="row" className={mergeClasses(table.rowHead, styles.colour)}>
                <ColourWord colour={rag} />
              </th>
              <td className={table.cell}>{schedule}</td>
              <td className={table.cell}>{confidence}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className={table.quiet}>An item is shown in the worse of its two colours.</p>
    </Section>
  );
}
