import { makeStyles, mergeClasses } from '@fluentui/react-components';
import type { DeliveryCount } from '../../plan/content.ts';
import { Section } from '../ui/section.tsx';
import { useHiddenStyles } from '../ui/use-hidden-styles.ts';
import { NARROW, useMedia } from '../ui/use-media.ts';
import { useTableStyles } from '../ui/use-table-styles.ts';

const useStyles = makeStyles({
  list: { margin: 0, padding: 0, listStyleType: 'none' },
  entry: { padding: '6px 0' },
});

const COLUMNS = [
  ['reached', 'Reached'],
  ['notReached', 'Not reached'],
  ['unclear', 'Not known'],
  ['waiting', 'Waiting'],
  ['nothingToSay', 'Not needed'],
] as const;

export interface CountsProps {
  readonly counts: readonly DeliveryCount[];
}

/** What became of each kind of message, as a table, or in sentences where a table would not fit. */
export function Counts({ counts }: CountsProps) {
  const styles = useStyles();
  const table = useTableStyles();
  const { hidden } = useHiddenStyles();
  const isNarrow = useMedia(NARROW);
  return (
    <Section title="In all">
      {isNarrow ? (
        <ul className={styles.list}>
          {counts.map((count) => (
            <li key={count.kindWords} className={styles.entry}>
              {count.kindWords}: {sentenceOf(count)}
            </li>
          ))}
        </ul>
      ) : (
        <table className={table.table}>
          <caption className={hidden}>How many messages of each kind reached whom they were for</caption>
          <thead>
            <tr>
              {['Kind', ...COLUMNS.map(([, words]) => words)].map((words, index) => (
                <th
                  key={words}
                  scope="col"
                  className={mergeClasses(table.headCell, index > 0 && table.number)}
                >
                  {words}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {counts.map((count) => (
              <tr key={count.kindWords} className={table.row}>
                <th scope="row" className={table.rowHead}>
                  {count.kindWords}
                </th>
                {COLUMNS.map(([name]) => (
                  <td key={name} className={mergeClasses(table.cell, table.number)}>
                    {count[name]}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </Section>
  );
}

/** `12 reached, 1 not known`. */
function sentenceOf(count: DeliveryCount): string {
  return COLUMNS.filter(([name]) => count[name] > 0)
    .map(([name, words]) => `${count[name]} ${words.toLowerCase()}`)
    .join(', ');
}
