import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { useHiddenStyles } from './use-hidden-styles.ts';

const useStyles = makeStyles({
  bar: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: '8px 12px',
    padding: '8px 24px',
    color: tokens.colorNeutralForeground1,
    backgroundColor: tokens.colorNeutralBackground1,
    borderLeft: `6px solid ${tokens.colorNeutralStrokeAccessible}`,
    borderBottom: `1px solid ${tokens.colorNeutralStroke1}`,
    '@media (max-width: 719px)': { padding: '8px 12px' },
  },
  warning: {
    backgroundColor: tokens.colorStatusWarningBackground1,
    borderLeftColor: tokens.colorStatusWarningBorder2,
  },
  words: { flex: '0 1 auto', minWidth: 0, overflowWrap: 'anywhere' },
});

export interface ConnectionBarProps {
  /** What is said; `null`: nothing is, and there is no bar. */
  readonly words: ReactNode | null;
  readonly isWarning?: boolean;
  readonly actionWords: string;
  readonly onAction: () => void;
}

/** One line across the page about itself, with a way on. The status region stands always, so that it is read out. */
export function ConnectionBar({ words, isWarning = false, actionWords, onAction }: ConnectionBarProps) {
  const styles = useStyles();
  const { noPrint } = useHiddenStyles();
  return (
    <div role="status" className={noPrint}>
      {words !== null && (
        <div className={mergeClasses(styles.bar, isWarning && styles.warning)}>
          <span className={styles.words}>{words}</span>
          <Button size="small" onClick={onAction}>
            {actionWords}
          </Button>
        </div>
      )}
    </div>
  );
}
