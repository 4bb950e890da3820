import { makeStyles, tokens } from '@fluentui/react-components';
import { useHiddenStyles } from '../ui/use-hidden-styles.ts';

const useStyles = makeStyles({
  delta: { color: tokens.colorNeutralForeground2, fontVariantNumeric: 'tabular-nums', whiteSpace: 'nowrap' },
});

export interface DeltaProps {
  readonly now: number;
  /** `null`: not known. */
  readonly before: number | null;
}

/** `▲ 2`: how a figure differs from what it was on the day compared with; nothing where it does not. */
export function Delta({ now, before }: DeltaProps) {
  const styles = useStyles();
  const { hidden } = useHiddenStyles();
  if (before === null) return null;
  const difference = now - before;
  const count = Math.abs(difference);
  if (difference === 0) return <span className={hidden}>(as many as before)</span>;
  return (
    <>
      <span aria-hidden="true" className={styles.delta}>
        {difference > 0 ? '▲' : '▼'} {count}
      </span>
      <span className={hidden}>
        ({count} {difference > 0 ? 'more' : 'fewer'} than before)
      </span>
    </>
  );
}
