import { Button, makeStyles, tokens } from '@fluentui/react-components';
import type { HistoryEntry } from '../../plan/content.ts';
import type { ItemRef } from '../../plan/plan.ts';
import { ChangeWords } from '../story/change-words.tsx';
import { Section } from '../ui/section.tsx';
import { ShowMore } from '../ui/show-more.tsx';

const SHOWN_AT_FIRST = 5;

const useStyles = makeStyles({
  entry: {
    display: 'flex',
    alignItems: 'flex-start',
    gap: '10px',
    padding: '9px 0',
    overflowWrap: 'anywhere',
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    ':last-child': { borderBottom: 'none', paddingBottom: 0 },
    ':first-child': { paddingTop: 0 },
  },
  press: { flex: '0 0 40px', minWidth: 0 },
  words: { minWidth: 0 },
  title: { overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
  quiet: {
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground3,
  },
});

export interface ChangesProps {
  /** Newest first. */
  readonly changes: readonly HistoryEntry[];
  readonly onOpen: (ref: ItemRef) => void;
}

/** What changed in the last fortnight, and why. */
export function Changes({ changes, onOpen }: ChangesProps) {
  const styles = useStyles();
  return (
    <Section title="Changed in the last fortnight">
      {changes.length === 0 && <span className={styles.quiet}>Nothing has changed.</span>}
      <ShowMore entries={changes} count={SHOWN_AT_FIRST}>
        {(entry) => (
          <li key={`${entry.ref.list}/${entry.ref.key} ${entry.at}`} className={styles.entry}>
            <Button
              size="small"
              className={styles.press}
              aria-label={`${entry.label}. ${entry.title}`}
              onClick={() => onOpen(entry.ref)}
            >
              {entry.label}
            </Button>
            <div className={styles.words}>
              <div className={styles.title}>{entry.title}</div>
              <ChangeWords changes={entry.changes} />
              {entry.reason && <div>“{entry.reason}”</div>}
              <div className={styles.quiet}>
                {[entry.byName, entry.atWords].filter((words) => words).join(' · ')}
              </div>
            </div>
          </li>
        )}
      </ShowMore>
    </Section>
  );
}
