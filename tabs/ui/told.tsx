import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useEffect, useRef } from 'react';

const useStyles = makeStyles({
  told: {
    margin: '12px 0 0',
    padding: '8px 12px',
    overflowWrap: 'anywhere',
    borderLeft: `4px solid ${tokens.colorCompoundBrandStroke}`,
    backgroundColor: tokens.colorNeutralBackground3,
  },
  refused: { borderLeftColor: tokens.colorStatusDangerBorderActive },
});

export interface ToldProps {
  /** Why something came to nothing; `null` where it did not. */
  readonly problem: string | null;
  /** What was done; `null` before anything was. */
  readonly words: string | null;
}

/** What came of a press. It takes the focus, for the button that was pressed may be gone. */
export function Told({ problem, words }: ToldProps) {
  const styles = useStyles();
  const place = useRef<HTMLParagraphElement>(null);
  const text = problem ?? words;
  useEffect(() => {
    if (text !== null) place.current?.focus();
  }, [text]);
  return (
    <div role="status">
      {text !== null && (
        <p
          ref={place}
          tabIndex={-1}
          className={mergeClasses(styles.told, problem !== null && styles.refused)}
        >
          {text}
        </p>
      )}
    </div>
  );
}
