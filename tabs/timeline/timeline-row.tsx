import type { OverviewItem } from '../../plan/content.ts';
import { shownOn, type TimeScale } from '../charts/time-scale.ts';
import { useChartStyles } from '../charts/use-chart-styles.ts';
import type { RovingFocus } from '../charts/use-roving-focus.ts';
import { TimelineMark } from './timeline-mark.tsx';

export interface TimelineRowProps {
  readonly item: OverviewItem;
  readonly scale: TimeScale;
  /** The middle of the row. */
  readonly y: number;
  readonly focus: ReturnType<RovingFocus['at']>;
  readonly onOpen: () => void;
}

/** One item: a tick where it was first due, a line to where it is now expected, and its mark there. */
export function TimelineRow({ item, scale, y, focus, onOpen }: TimelineRowProps) {
  const chart = useChartStyles();
  const day = shownOn(item);
  const promised = item.promisedOn === null ? null : `${scale.placeOf(item.promisedOn)}%`;
  const shown = day === null ? '0%' : `${scale.placeOf(day)}%`;
  return (
    <>
      {promised !== null && promised !== shown && (
        <line className={chart.slip} x1={promised} x2={shown} y1={y} y2={y} />
      )}
      {promised !== null && (
        <line className={chart.promised} x1={promised} x2={promised} y1={y - 13} y2={y + 13} />
      )}
      <svg x={shown} y={y} overflow="visible" role="presentation">
        <TimelineMark item={item} focus={focus} onOpen={onOpen} />
      </svg>
    </>
  );
}
