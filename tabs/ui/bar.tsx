import { makeStyles, tokens } from '@fluentui/react-components';

const useStyles = makeStyles({
  track: {
    height: '8px',
    marginTop: '6px',
    overflow: 'hidden',
    borderRadius: tokens.borderRadiusCircular,
    backgroundColor: tokens.colorNeutralBackground6,
    border: `1px solid ${tokens.colorTransparentStroke}`,
  },
  fill: { height: '100%', backgroundColor: tokens.colorBrandBackground },
});

export interface BarProps {
  readonly value: number;
  /** The value at which the bar is full. */
  readonly max: number;
}

/** A share as a bar. Not read out: its figures always stand beside it. */
export function Bar({ value, max }: BarProps) {
  const styles = useStyles();
  const share = max > 0 ? Math.min(1, Math.max(0, value / max)) : 0;
  return (
    <div aria-hidden="true" className={styles.track}>
      <div className={styles.fill} style={{ width: `${share * 100}%` }} />
    </div>
  );
}
