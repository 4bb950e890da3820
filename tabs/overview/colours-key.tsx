import { makeStyles, mergeClasses } from '@fluentui/react-components';
import type { PlanOverview } from '../../plan/content.ts';
import { ColourWord } from '../ui/colour-word.tsx';
import { Section } from '../ui/section.tsx';
import { useHiddenStyles } from '../ui/use-hidden-styles.ts';
import { NARROW, useMedia } from '../ui/use-media.ts';
import { useTableStyles } from '../ui/use-table-styles.ts';

const TITLE = 'Key to the colours';
const WORSE_WORDS = 'An item is shown in the worse of its two colours.';

const useStyles = makeStyles({
  colour: { width: '84px', paddingLeft: 0 },
  list: { margin: 0, padding: 0, listStyleType: 'none' },
  entry: { ':not(:last-child)': { marginBottom: '12px' } },
});

export interface ColoursKeyProps {
  readonly entries: PlanOverview['key'];
}

/** What each colour means in this plan. */
export function ColoursKey({ entries }: ColoursKeyProps) {
  const styles = useStyles();
  const table = useTableStyles();
  const { hidden } = useHiddenStyles();
  const isNarrow = useMedia(NARROW);
  if (isNarrow) {
    return (
      <Section title={TITLE}>
        <ul className={styles.list}>
          {entries.map(({ rag, schedule, confidence }) => (
            <li key={rag} className={styles.entry}>
              <strong>
                <ColourWord colour={rag} />
              </strong>
              <div>Schedule, worked out from the dates: {schedule}.</div>
              <div>Confidence, stated by the owner: {confidence}.</div>
            </li>
          ))}
        </ul>
        <p className={table.quiet}>{WORSE_WORDS}</p>
      </Section>
    );
  }
  return (
    <Section title={TITLE}>
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
      <p className={table.quiet}>{WORSE_WORDS}</p>
    </Section>
  );
}
