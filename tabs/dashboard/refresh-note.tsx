import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { useHiddenStyles } from '../ui/use-hidden-styles.ts';

const useStyles = makeStyles({
  note: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: '8px 12px',
    padding: '8px 24px',
    backgroundColor: tokens.colorStatusWarningBackground1,
    color: tokens.colorNeutralForeground1,
    borderBottom: `1px solid ${tokens.colorStatusWarningBorder1}`,
  },
});

export interface RefreshNoteProps {
  /** Why the last refresh failed; `null` when it did not. */
  readonly problem: string | null;
  readonly asAtWords: string;
  readonly onRetry: () => void;
}

/** Says that what is shown could not be refreshed. The status region stands always, so that it is read out. */
export function RefreshNote({ problem, asAtWords, onRetry }: RefreshNoteProps) {
  const styles = useStyles();
  const { noPrint } = useHiddenStyles();
  return (
    <div role="status" className={noPrint}>
      {problem && (
        <div className={styles.note}>
          <span>
            Could not refresh, showing {asAtWords}. {problem}
          </span>
          <Button size="small" onClick={onRetry}>
            Refresh now
          </Button>
        </div>
      )}
    </div>
  );
}
