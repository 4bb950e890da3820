import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { useHiddenStyles } from '../ui/use-hidden-styles.ts';

const useStyles = makeStyles({
  banner: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: '8px 12px',
    padding: '10px 24px',
    color: tokens.colorNeutralForeground1,
    backgroundColor: tokens.colorNeutralBackground1,
    borderLeft: `6px solid ${tokens.colorBrandStroke1}`,
    borderBottom: `1px solid ${tokens.colorNeutralStroke1}`,
    '@media (max-width: 719px)': { padding: '10px 12px' },
  },
});

export interface PastBannerProps {
  /** `Mon 24 Jan 2022`; `null` while the present is shown. */
  readonly dayWords: string | null;
  readonly onNow: () => void;
}

/** Says that a past day is shown, on paper too. The status region stands always, so that it is read out. */
export function PastBanner({ dayWords, onNow }: PastBannerProps) {
  const styles = useStyles();
  const { noPrint } = useHiddenStyles();
  return (
    <div role="status">
      {dayWords !== null && (
        <div className={styles.banner}>
          <span>
            This is the plan <strong>as it stood at the end of {dayWords}</strong>, not as it stands now.
          </span>
          <Button size="small" className={noPrint} onClick={onNow}>
            Back to now
          </Button>
        </div>
      )}
    </div>
  );
}
