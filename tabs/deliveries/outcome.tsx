import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { DeliveryOutcome } from '../../plan/content.ts';

const useStyles = makeStyles({
  pair: { display: 'inline-flex', alignItems: 'center', gap: '6px', fontWeight: tokens.fontWeightSemibold },
  sign: {
    display: 'inline-flex',
    flexShrink: 0,
    alignItems: 'center',
    justifyContent: 'center',
    width: '20px',
    height: '20px',
    boxSizing: 'border-box',
    borderRadius: tokens.borderRadiusCircular,
    fontSize: tokens.fontSizeBase200,
    lineHeight: 1,
    border: '1px solid currentcolor',
  },
  good: { color: tokens.colorStatusSuccessForeground1 },
  bad: { color: tokens.colorStatusDangerForeground1 },
  doubtful: { color: tokens.colorStatusWarningForeground3 },
});

const SIGNS: Readonly<
  Record<DeliveryOutcome, { sign: string; words: string; look: 'good' | 'bad' | 'doubtful' | null }>
> = {
  reached: { sign: '✓', words: 'Reached', look: 'good' },
  'not reached': { sign: '✕', words: 'Not reached', look: 'bad' },
  unclear: { sign: '?', words: 'Not known whether it arrived', look: 'doubtful' },
  waiting: { sign: '…', words: 'Waits to be sent', look: null },
  'nothing to say': { sign: '–', words: 'Not needed', look: null },
};

export interface OutcomeProps {
  readonly outcome: DeliveryOutcome;
}

/** What became of a message, as sign and words. */
export function Outcome({ outcome }: OutcomeProps) {
  const styles = useStyles();
  const { sign, words, look } = SIGNS[outcome];
  return (
    <span className={styles.pair}>
      <span aria-hidden="true" className={mergeClasses(styles.sign, look !== null && styles[look])}>
        {sign}
      </span>
      {words}
    </span>
  );
}
