import { Input, makeStyles, tokens } from '@fluentui/react-components';
import { useEffect, useId, useState } from 'react';

/** How long nothing is typed before the page follows: a browser lets a page change its address only so often. */
const PAUSE_MS = 250;

const useStyles = makeStyles({
  field: {
    display: 'flex',
    flexDirection: 'column',
    gap: '2px',
    flex: '1 1 140px',
    minWidth: 0,
    maxWidth: '280px',
  },
  label: { fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200 },
});

export interface FilterTextProps {
  readonly value: string | null;
  readonly onChange: (text: string | null) => void;
}

/** Words that the items shown must say. */
export function FilterText({ value, onChange }: FilterTextProps) {
  const styles = useStyles();
  const id = useId();
  /** What is being typed; `null` while nothing is. */
  const [draft, setDraft] = useState<string | null>(null);
  useEffect(() => {
    if (draft === null) return;
    const timer = setTimeout(() => {
      setDraft(null);
      onChange(draft.trim() === '' ? null : draft);
    }, PAUSE_MS);
    return () => clearTimeout(timer);
  }, [draft, onChange]);
  return (
    <div className={styles.field}>
      <label htmlFor={id} className={styles.label}>
        Words
      </label>
      <Input
        id={id}
        type="search"
        value={draft ?? value ?? ''}
        onChange={(_event, typed) => setDraft(typed.value)}
      />
    </div>
  );
}
