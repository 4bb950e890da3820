import { Button, makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';

const useStyles = makeStyles({
  box: {
    maxWidth: '520px',
    margin: '10vh auto 0',
    padding: '24px',
    boxSizing: 'border-box',
  },
  title: {
    margin: '0 0 8px',
    fontSize: tokens.fontSizeBase500,
    lineHeight: tokens.lineHeightBase500,
    fontWeight: tokens.fontWeightSemibold,
  },
  actions: { display: 'flex', flexWrap: 'wrap', gap: '8px' },
  text: { margin: '0 0 16px', fontSize: tokens.fontSizeBase300, lineHeight: tokens.lineHeightBase300 },
});

export interface ProblemProps {
  readonly title: string;
  readonly children: ReactNode;
  /** Absent where trying again can't help. */
  readonly onRetry?: () => void;
  /** Another way on. */
  readonly action?: ReactNode;
}

/** Takes the place of a page that can't be shown: what is wrong and what to do. */
export function Problem({ title, children, onRetry, action }: ProblemProps) {
  const styles = useStyles();
  return (
    <main className={styles.box}>
      <div role="alert">
        <h1 className={styles.title}>{title}</h1>
        <p className={styles.text}>{children}</p>
      </div>
      <div className={styles.actions}>
        {action}
        {onRetry && (
          <Button appearance={action ? 'secondary' : 'primary'} onClick={onRetry}>
            Try again
          </Button>
        )}
      </div>
    </main>
  );
}
