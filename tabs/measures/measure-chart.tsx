import { mergeClasses } from '@fluentui/react-components';
import { useId } from 'react';
import type { MeasureView } from '../../plan/content.ts';
import { type TimeScale, timeScale } from '../charts/time-scale.ts';
import { useChartStyles } from '../charts/use-chart-styles.ts';
import { useRovingFocus } from '../charts/use-roving-focus.ts';
import { NARROW, useMedia } from '../ui/use-media.ts';
import { MeasureLines } from './measure-lines.tsx';
import { ReadingMark } from './reading-mark.tsx';
import { valueScale } from './value-scale.ts';

/** Heights in pixels: above the drawing what its highest mark says, below it the months. */
const HEAD = 26;
const PLOT = 190;
const FOOT = 24;
/** Per cent of the width that a month takes on a phone. */
const MONTH_WIDTH = 17;

export interface MeasureChartProps {
  readonly measure: MeasureView;
  readonly today: string;
}

/** A measure over time: its readings, the way to its target, and where the readings lead. */
export function MeasureChart({ measure, today }: MeasureChartProps) {
  const chart = useChartStyles();
  const id = useId();
  const isNarrow = useMedia(NARROW);
  const { readings, targetLine, trendLine, targetDate } = measure;
  const focus = useRovingFocus(readings.length);
  const days = [...readings, ...targetLine, ...trendLine].map(({ on }) => on);
  const time = timeScale([today, ...days, ...(targetDate === null ? [] : [targetDate])], isNarrow ? 4 : 8);
  const values = valueScale(measure, PLOT);
  return (
    // biome-ignore lint/a11y/useSemanticElements: HTML has no group that can be drawn in
    <svg
      role="group"
      aria-labelledby={`${id}-title`}
      aria-describedby={`${id}-words`}
      className={chart.chart}
      height={HEAD + PLOT + FOOT}
    >
      <title id={`${id}-title`}>{measure.title}, over time</title>
      <desc id={`${id}-words`}>
        {measure.trend.words} Readings: {readings.length}. Arrow keys go from one to the next.
      </desc>
      <svg y={HEAD} overflow="visible" role="presentation">
        <svg aria-hidden="true" overflow="visible">
          {values.ticks.map(({ height, words }) => (
            <g key={words}>
              <line className={chart.grid} x1="0" x2="100%" y1={height} y2={height} />
              <text className={mergeClasses(chart.words, chart.number)} x="0" y={height - 4}>
                {words}
              </text>
            </g>
          ))}
          {withRoom(time.ticks, isNarrow).map(({ place, words }) => (
            <text key={place} className={chart.words} x={`${place}%`} y={PLOT + FOOT - 6} textAnchor="middle">
              {words}
            </text>
          ))}
          <MeasureLines measure={measure} today={today} time={time} values={values} height={PLOT} />
        </svg>
        {readings.map((reading, place) => (
          <ReadingMark
            key={reading.on}
            reading={reading}
            place={time.placeOf(reading.on)}
            height={values.heightOf(reading.value)}
            focus={focus.at(place)}
          />
        ))}
      </svg>
    </svg>
  );
}

/** Months that do not run into each other: those with their year first. */
function withRoom(ticks: TimeScale['ticks'], isNarrow: boolean): TimeScale['ticks'] {
  if (!isNarrow) return ticks;
  const years = ticks.filter(({ words }) => /\d{4}$/.test(words));
  return ticks.filter(
    (tick) => years.includes(tick) || years.every(({ place }) => Math.abs(place - tick.place) >= MONTH_WIDTH),
  );
}
