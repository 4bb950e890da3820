import { Button, makeStyles, tokens } from '@fluentui/react-components';
import type { HistoryEntry } from '../../plan/content.ts';
import type { ItemRef } from '../../plan/plan.ts';
import { ChangeWords } from '../story/change-words.tsx';
import { Section } from '../ui/section.tsx';
import { ShowMore } from '../ui/show-more.tsx';

const SHOWN_AT_FIRST = 5;

const useStyles = makeStyles({
  entry: {
    padding: '9px 0',
    overflowWrap: 'anywhere',
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    ':last-child': { borderBottom: 'none', paddingBottom: 0 },
    ':first-child': { paddingTop: 0 },
  },
  press: { minWidth: '32px', marginRight: '8px' },
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
            <ChangeWords changes={entry.changes} />
            {entry.reason && <div>“{entry.reason}”</div>}
            <div className={styles.quiet}>
              {[entry.byName, entry.atWords].filter((words) => words).join(' · ')}
            </div>
          </li>
        )}
      </ShowMore>
    </Section>
  );
}
