import { mergeClasses } from '@fluentui/react-components';
import type { TimeScale } from '../charts/time-scale.ts';
import { useChartStyles } from '../charts/use-chart-styles.ts';
import { useMeasureStyles } from './use-measure-styles.ts';
import type { ValueScale } from './value-scale.ts';

export interface PathProps {
  readonly line: readonly { readonly on: string; readonly value: number }[];
  readonly className: string;
  readonly time: TimeScale;
  readonly values: ValueScale;
}

/** A line from value to value. Of pieces: a path knows no per cent, and the chart is as wide as the page leaves room. */
export function Path({ line, className, time, values }: PathProps) {
  return line.slice(1).map((to, index) => {
    const from = line[index] ?? to;
    return (
      <line
        key={to.on}
        className={className}
        x1={`${time.placeOf(from.on)}%`}
        y1={values.heightOf(from.value)}
        x2={`${time.placeOf(to.on)}%`}
        y2={values.heightOf(to.value)}
      />
    );
  });
}

export interface LevelProps {
  /** Pixels from the top. */
  readonly height: number;
  readonly words: string;
  readonly isBelow: boolean;
}

/** A value that counts all along, with its words at its right end. */
export function Level({ height, words, isBelow }: LevelProps) {
  const styles = useMeasureStyles();
  return (
    <>
      <line className={styles.start} x1="0" x2="100%" y1={height} y2={height} />
      <EndWords height={height} isBelow={isBelow} isStrong={false}>
        {words}
      </EndWords>
    </>
  );
}

export interface EndWordsProps {
  /** Pixels from the top. */
  readonly height: number;
  readonly isBelow: boolean;
  readonly isStrong?: boolean;
  readonly children: string;
}

/** What stands at the right end of a line, above or below it. */
export function EndWords({ height, isBelow, isStrong = true, children }: EndWordsProps) {
  const chart = useChartStyles();
  return (
    <text
      className={mergeClasses(chart.words, chart.number, isStrong && chart.strong)}
      x="100%"
      y={height + (isBelow ? 20 : -12)}
      textAnchor="end"
    >
      {children}
    </text>
  );
}
