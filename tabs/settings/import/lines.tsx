import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { ShowMore } from '../../ui/show-more.tsx';
import { useEntryStyles } from '../use-entry-styles.ts';

const SHOWN_AT_FIRST = 10;

const useStyles = makeStyles({
  part: { marginBottom: '14px' },
  warned: { paddingLeft: '12px', borderLeft: `4px solid ${tokens.colorStatusWarningBorderActive}` },
  line: { padding: '3px 0', overflowWrap: 'anywhere' },
});

export interface LinesProps {
  readonly title: string;
  readonly lines: readonly string[];
  /** They are to be looked at before anything is done. Default: not. */
  readonly isWarning?: boolean;
}

/** Some of what a file would do, line by line; nothing where there is none. */
export function Lines({ title, lines, isWarning = false }: LinesProps) {
  const styles = useStyles();
  const { heading } = useEntryStyles();
  if (lines.length === 0) return null;
  const entries = lines.map((text, place) => ({ text, place }));
  return (
    <div className={mergeClasses(styles.part, isWarning && styles.warned)}>
      <h4 className={heading}>
        {title}: {lines.length}
      </h4>
      <ShowMore entries={entries} count={SHOWN_AT_FIRST}>
        {({ text, place }) => (
          <li key={place} className={styles.line}>
            {text}
          </li>
        )}
      </ShowMore>
    </div>
  );
}
