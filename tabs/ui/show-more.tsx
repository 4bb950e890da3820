import { Button, makeStyles } from '@fluentui/react-components';
import { type ReactNode, useState } from 'react';

const useStyles = makeStyles({
  list: { listStyleType: 'none', margin: 0, padding: 0 },
  button: { marginTop: '8px', '@media print': { display: 'none' } },
});

export interface ShowMoreProps<Entry> {
  readonly entries: readonly Entry[];
  /** How many are shown at first. */
  readonly count: number;
  /** One entry as a list item. */
  readonly children: (entry: Entry) => ReactNode;
}

/** A list that shows its first entries and, when asked, all. */
export function ShowMore<Entry>({ entries, count, children }: ShowMoreProps<Entry>) {
  const styles = useStyles();
  const [isWhole, setIsWhole] = useState(false);
  return (
    <>
      <ul className={styles.list}>{entries.slice(0, isWhole ? entries.length : count).map(children)}</ul>
      {entries.length > count && (
        <Button
          size="small"
          className={styles.button}
          aria-expanded={isWhole}
          onClick={() => setIsWhole(!isWhole)}
        >
          {isWhole ? `Show the first ${count}` : `Show all ${entries.length}`}
        </Button>
      )}
    </>
  );
}
