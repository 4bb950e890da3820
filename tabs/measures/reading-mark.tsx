import { mergeClasses } from '@fluentui/react-components';
import type { ReadingView } from '../../plan/content.ts';
import { useChartStyles } from '../charts/use-chart-styles.ts';
import type { RovingFocus } from '../charts/use-roving-focus.ts';
import { useMeasureStyles } from './use-measure-styles.ts';

export interface ReadingMarkProps {
  readonly reading: ReadingView;
  /** Per cent of the width. */
  readonly place: number;
  /** Pixels from the top. */
  readonly height: number;
  readonly focus: ReturnType<RovingFocus['at']>;
}

/** One reading as a point that can be asked what it says. */
export function ReadingMark({ reading, place, height, focus }: ReadingMarkProps) {
  const chart = useChartStyles();
  const styles = useMeasureStyles();
  const { ref, ...rest } = focus;
  const words = `${reading.valueWords}, ${reading.onWords}`;
  const anchor = place < 20 ? 'start' : place > 80 ? 'end' : 'middle';
  return (
    <svg x={`${place}%`} y={height} overflow="visible" role="presentation">
      {/* biome-ignore lint/a11y/noInteractiveElementToNoninteractiveRole: a reading takes the focus to say what it is, and does nothing */}
      <g {...rest} ref={ref} role="img" aria-label={words} className={styles.named}>
        <circle className={mergeClasses(chart.ring, 'mark-ring')} r={12} />
        <circle className={styles.point} r={6} />
        <text
          className={mergeClasses(chart.words, chart.strong, chart.number, 'reading-words')}
          y={-14}
          textAnchor={anchor}
        >
          {words}
        </text>
      </g>
    </svg>
  );
}
