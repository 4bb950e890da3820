import { makeStyles } from '@fluentui/react-components';
import type { ListCounts as Counts } from '../../api/imports.ts';
import { useEntryStyles } from '../use-entry-styles.ts';

const useStyles = makeStyles({
  list: { margin: '0 0 14px', padding: 0, listStyleType: 'none' },
  line: { padding: '3px 0', overflowWrap: 'anywhere' },
});

/** How counts are said: before an import and after it. */
const WORDS = {
  before: { created: 'new', updated: 'to change', unchanged: 'as they are', renamed: 'becomes' },
  after: { created: 'made', updated: 'changed', unchanged: 'as they were', renamed: 'is now' },
} as const;

export interface ListCountsProps {
  readonly lists: readonly Counts[];
  readonly when: keyof typeof WORDS;
}

/** What an import does to each list: `Recommendations: 31 new, 2 to change`. */
export function ListCounts({ lists, when }: ListCountsProps) {
  const styles = useStyles();
  const { quiet } = useEntryStyles();
  const words = WORDS[when];
  return (
    <ul className={styles.list}>
      {lists.map((counts) => (
        <li key={counts.list} className={styles.line}>
          {counts.list}:{' '}
          {(['created', 'updated', 'unchanged'] as const)
            .filter((what) => counts[what] > 0)
            .map((what) => `${counts[what]} ${words[what]}`)
            .join(', ') || 'none'}
          {counts.renamed.map(({ from, to }) => (
            <div key={from} className={quiet}>
              “{from}” {words.renamed} “{to}”
            </div>
          ))}
        </li>
      ))}
    </ul>
  );
}
