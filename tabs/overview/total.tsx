import { useFigureStyles } from './use-figure-styles.ts';

export interface TotalProps {
  readonly count: number;
}

/** How many recommendations there are in all, beside the figures by colour. */
export function Total({ count }: TotalProps) {
  const styles = useFigureStyles();
  return (
    <span className={styles.figure}>
      <span className={styles.number}>{count}</span> <span className={styles.word}>in all</span>
    </span>
  );
}
