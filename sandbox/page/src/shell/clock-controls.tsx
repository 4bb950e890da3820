import { Button, makeStyles, Spinner, tokens } from '@fluentui/react-components';
import { formatMoment } from '../state/moments.ts';
import type { Clock } from '../state/use-clock.ts';

/** What each button asks of the clock: an ISO 8601 duration, or `next`. */
const MOVES = [
  { label: 'Next event', advance: 'next' },
  { label: 'A day on', advance: 'P1D' },
  { label: 'A fortnight on', advance: 'P14D' },
] as const;

const useStyles = makeStyles({
  clock: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', columnGap: '6px', rowGap: '4px' },
  time: { marginInlineEnd: '6px', fontWeight: tokens.fontWeightSemibold, fontVariantNumeric: 'tabular-nums' },
});

/** The sandbox's time, and buttons that move it on; moving does everything that falls due on the way. */
export function ClockControls({ clock }: { readonly clock: Clock }) {
  const styles = useStyles();
  const { now, isMoving, move } = clock;
  return (
    <section className={styles.clock} aria-label="Clock" aria-busy={isMoving}>
      <time className={styles.time} dateTime={now}>
        {now === undefined ? '…' : formatMoment(now)}
      </time>
      {MOVES.map(({ label, advance }) => (
        <Button
          key={advance}
          size="small"
          disabledFocusable={isMoving || now === undefined}
          onClick={() => move({ advance })}
        >
          {label}
        </Button>
      ))}
      <span role="status">{isMoving && <Spinner size="tiny" label="Moving the clock…" />}</span>
    </section>
  );
}
