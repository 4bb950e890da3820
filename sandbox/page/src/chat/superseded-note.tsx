import { Badge, Link, makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { revealMessage } from './reveal-message.ts';

interface SupersededNoteProps {
  /** Id of the message that replaced this one. */
  readonly by: string;
  /** The old card. */
  readonly children: ReactNode;
}

const useStyles = makeStyles({
  note: { display: 'flex', flexWrap: 'wrap', gap: '8px', alignItems: 'center' },
  old: { '& > summary': { cursor: 'pointer', padding: '4px 0', color: tokens.colorNeutralForeground2 } },
});

/** Says that a newer card stands elsewhere, and keeps the old one folded away. */
export function SupersededNote({ by, children }: SupersededNoteProps) {
  const styles = useStyles();
  return (
    <div data-superseded-by={by}>
      <div className={styles.note}>
        <Badge appearance="outline" color="informative">
          Superseded
        </Badge>
        <span>A newer card has replaced this one.</span>
        <Link as="button" onClick={() => revealMessage(by)}>
          Go to the newer card
        </Link>
      </div>
      <details className={styles.old}>
        <summary>Show the old card</summary>
        {children}
      </details>
    </div>
  );
}
