import { makeStyles, tokens } from '@fluentui/react-components';
import type { TimelinePart as Part } from '../../plan/filter/timeline.ts';
import type { ItemRef } from '../../plan/plan.ts';
import { shownOn, type TimeScale } from '../charts/time-scale.ts';
import { keyOf } from '../model/filter.ts';
import { ItemChip } from '../ui/item-chip.tsx';
import { TimelineBand } from './timeline-band.tsx';

/** As many rows as a page of paper holds: a drawing is not cut between them. */
const ROWS_IN_BAND = 16;

const useStyles = makeStyles({
  part: { ':not(:last-child)': { marginBottom: '20px' } },
  title: {
    // Stays in sight while the drawing is scrolled sideways.
    position: 'sticky',
    left: 0,
    width: 'fit-content',
    maxWidth: 'calc(100vw - 64px)',
    margin: '0 0 4px',
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    fontWeight: tokens.fontWeightSemibold,
    breakAfter: 'avoid',
  },
  undated: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '6px', breakInside: 'avoid' },
  words: { fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground2 },
});

export interface TimelinePartProps {
  readonly part: Part;
  readonly scale: TimeScale;
  readonly today: string;
  readonly onOpen: (ref: ItemRef) => void;
}

/** The items of one theme or group: those with a date drawn, the others named. */
export function TimelinePart({ part: { title, items }, scale, today, onOpen }: TimelinePartProps) {
  const styles = useStyles();
  const dated = items.filter((item) => shownOn(item) !== null);
  const undated = items.filter((item) => shownOn(item) === null);
  const bands = Array.from({ length: Math.ceil(dated.length / ROWS_IN_BAND) }, (_, at) =>
    dated.slice(at * ROWS_IN_BAND, (at + 1) * ROWS_IN_BAND),
  );
  return (
    <div className={styles.part}>
      <h3 className={styles.title}>{title}</h3>
      {bands.map((band) => (
        <TimelineBand
          key={band.map(keyOf).join()}
          title={title}
          items={band}
          scale={scale}
          today={today}
          onOpen={onOpen}
        />
      ))}
      {undated.length > 0 && (
        <div className={styles.undated}>
          <span className={styles.words}>Without a date:</span>
          {undated.map((item) => (
            <ItemChip key={keyOf(item)} item={item} onOpen={onOpen} />
          ))}
        </div>
      )}
    </div>
  );
}
