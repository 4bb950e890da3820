import { makeStyles, tokens } from '@fluentui/react-components';
import type { HistoryEntry } from '../../plan/content.ts';
import { ChangeWords } from './change-words.tsx';

const useStyles = makeStyles({
  list: {
    margin: 0,
    padding: '0 0 0 16px',
    listStyleType: 'none',
    borderLeft: `2px solid ${tokens.colorNeutralStroke1}`,
  },
  entry: { paddingBottom: '16px', overflowWrap: 'anywhere', ':last-child': { paddingBottom: 0 } },
  when: {
    margin: 0,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    fontWeight: tokens.fontWeightRegular,
    color: tokens.colorNeutralForeground3,
  },
  line: { margin: '2px 0 0' },
});

export interface HistoryListProps {
  /** Newest first. */
  readonly history: readonly HistoryEntry[];
  /** Of the heading above it. */
  readonly headingId: string;
}

/** Everything that was said of an item, with the reasons. */
export function HistoryList({ history, headingId }: HistoryListProps) {
  const styles = useStyles();
  if (history.length === 0) return <p className={styles.line}>Nobody has said anything of it yet.</p>;
  return (
    <ol aria-labelledby={headingId} className={styles.list}>
      {history.map((entry, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: newest first, so the count from the end is the entry's own
        <li key={history.length - index} className={styles.entry}>
          <p className={styles.when}>
            {[entry.atWords, entry.byName, entry.meetingWords].filter((words) => words).join(' · ')}
          </p>
          <div className={styles.line}>
            <ChangeWords changes={entry.changes} />
          </div>
          {entry.reason && <p className={styles.line}>Why: {entry.reason}</p>}
          {entry.note && <p className={styles.line}>Note: {entry.note}</p>}
          {entry.blocker && <p className={styles.line}>Blocked by: {entry.blocker}</p>}
        </li>
      ))}
    </ol>
  );
}
