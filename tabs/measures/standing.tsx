import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { MeasureTrend } from '../../plan/content.ts';

/** Each standing has a sign of its own: its colour never stands alone. */
const SIGNS: Readonly<Record<MeasureTrend['standing'], string>> = {
  reached: '✓',
  'on course': '↗',
  behind: '!',
  missed: '✕',
  unknown: '…',
};

const useStyles = makeStyles({
  standing: {
    display: 'inline-flex',
    alignItems: 'center',
    gap: '8px',
    fontWeight: tokens.fontWeightSemibold,
  },
  sign: {
    display: 'inline-flex',
    flexShrink: 0,
    alignItems: 'center',
    justifyContent: 'center',
    width: '22px',
    height: '22px',
    boxSizing: 'border-box',
    borderRadius: tokens.borderRadiusCircular,
    border: '1px solid transparent',
    lineHeight: 1,
    fontWeight: tokens.fontWeightBold,
    color: tokens.colorNeutralForegroundInverted,
  },
  reached: { backgroundColor: tokens.colorPaletteBlueForeground2 },
  'on course': { backgroundColor: tokens.colorStatusSuccessForeground1 },
  behind: {
    backgroundColor: tokens.colorPaletteMarigoldBackground3,
    color: tokens.colorNeutralForeground1Static,
  },
  missed: { backgroundColor: tokens.colorStatusDangerForeground1 },
  unknown: { backgroundColor: tokens.colorNeutralForeground3 },
});

export interface StandingProps {
  readonly trend: Pick<MeasureTrend, 'standing' | 'standingWords'>;
}

/** Whether a measure is on course, in words with a sign. */
export function Standing({ trend: { standing, standingWords } }: StandingProps) {
  const styles = useStyles();
  return (
    <span className={styles.standing}>
      <span aria-hidden="true" className={mergeClasses(styles.sign, styles[standing])}>
        {SIGNS[standing]}
      </span>
      {standingWords}
    </span>
  );
}
