import type { MeasureView } from '../../plan/content.ts';
import type { TimeScale } from '../charts/time-scale.ts';
import { useChartStyles } from '../charts/use-chart-styles.ts';
import { EndWords, Level, Path } from './measure-marks.tsx';
import { useMeasureStyles } from './use-measure-styles.ts';
import type { ValueScale } from './value-scale.ts';

/** Where the target stands. */
export const TARGET = 'M 0 -8 L 8 0 L 0 8 L -8 0 Z';

export interface MeasureLinesProps {
  readonly measure: MeasureView;
  readonly today: string;
  readonly time: TimeScale;
  readonly values: ValueScale;
  /** Pixels from the top to the bottom. */
  readonly height: number;
}

/** What is drawn behind the readings: where it began, the way to the target, where the readings lead, and today. */
export function MeasureLines({ measure, today, time, values, height }: MeasureLinesProps) {
  const chart = useChartStyles();
  const styles = useMeasureStyles();
  const { baseline, target, targetDate, targetWords, readings, targetLine, trendLine, trend } = measure;
  const end = trendLine.at(-1);
  const targetHeight = target === null ? null : values.heightOf(target);
  const endHeight = end === undefined ? null : Math.max(0, values.heightOf(end.value));
  // The words of the higher of the two stand above it, those of the lower below.
  const isEndLower = endHeight !== null && (targetHeight === null || endHeight >= targetHeight);
  const now = `${time.placeOf(today)}%`;
  return (
    <>
      <line className={chart.now} x1={now} x2={now} y1={0} y2={height} />
      {baseline !== null && (
        <Level
          height={values.heightOf(baseline)}
          words={`${baseline} at the start`}
          isBelow={baseline <= (readings.at(-1)?.value ?? target ?? baseline)}
        />
      )}
      <Path line={targetLine} className={styles.way} time={time} values={values} />
      {/* What leads out of the drawing is cut off at its edge. */}
      <svg height={height} overflow="hidden" role="presentation">
        <Path line={trendLine} className={styles.trend} time={time} values={values} />
      </svg>
      <Path line={readings} className={styles.readings} time={time} values={values} />
      {targetHeight !== null && (
        <>
          {targetDate !== null && (
            <svg x={`${time.placeOf(targetDate)}%`} y={targetHeight} overflow="visible" role="presentation">
              <path className={styles.target} d={TARGET} />
            </svg>
          )}
          <EndWords height={targetHeight} isBelow={endHeight !== null && !isEndLower}>
            {targetWords ?? ''}
          </EndWords>
        </>
      )}
      {endHeight !== null && trend.projected !== null && (
        <EndWords height={endHeight} isBelow={isEndLower}>
          {`${trend.projected} at its pace`}
        </EndWords>
      )}
    </>
  );
}
