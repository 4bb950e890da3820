import { scaleLinear } from 'd3-scale';
import type { MeasureView } from '../../plan/content.ts';

/** A projection that leaves all else behind would press it flat. */
const MOST_BEYOND = 1.6;
const TICKS = 4;

/** Values as heights in a chart. */
export interface ValueScale {
  /** Pixels from the top. */
  readonly heightOf: (value: number) => number;
  readonly ticks: readonly { readonly height: number; readonly words: string }[];
}

/** A scale `height` pixels high with room for everything a measure says, from 0 where that is not far off. */
export function valueScale(measure: Measured, height: number): ValueScale {
  const { baseline, target, readings, trendLine } = measure;
  const known = [...readings.map(({ value }) => value), baseline, target].filter((value) => value !== null);
  const most = Math.max(...known, 0);
  const least = Math.min(...known);
  const trend = trendLine.map(({ value }) => Math.min(value, most * MOST_BEYOND));
  const top = Math.max(most, ...trend);
  const bottom = Math.min(least, ...trend);
  const isFarOff = bottom > (top - bottom) * 2;
  const scale = scaleLinear([isFarOff ? bottom : Math.min(0, bottom), top], [height, 0]).nice(TICKS);
  return {
    heightOf: (value) => Math.round(scale(value) * 10) / 10,
    ticks: scale
      .ticks(TICKS)
      .map((value) => ({ height: scale(value), words: scale.tickFormat(TICKS)(value) })),
  };
}

type Measured = Pick<MeasureView, 'baseline' | 'target' | 'readings' | 'trendLine'>;
