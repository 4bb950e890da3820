import type { ColourCounts, TrendPoint } from '../../plan/content.ts';
import { createTemplate, type ElementJson } from './card.ts';
import { ragWords } from './status.ts';
import template from './templates/trend-chart.json' with { type: 'json' };
import { joinDots } from './wording.ts';

const chartTemplate = createTemplate<{ title: string; series: readonly Series[]; words: string }>(template);

/** Bars of one colour, as the element `Chart.VerticalBar.Grouped` of Teams takes them. */
interface Series {
  readonly legend: string;
  /** Colours of charts in Teams, which turns them into its own for light, dark and contrast. */
  readonly color: 'attention' | 'warning' | 'good' | 'neutral';
  readonly values: readonly { readonly x: string; readonly y: number }[];
}

/** What is drawn, from the bottom up: what went wrong stands on the line, where its height is easiest to compare. */
const SERIES: readonly { count: keyof ColourCounts; legend: string; color: Series['color'] }[] = [
  { count: 'red', legend: ragWords('Red').text, color: 'attention' },
  { count: 'amber', legend: ragWords('Amber').text, color: 'warning' },
  { count: 'green', legend: ragWords('Green').text, color: 'good' },
  { count: 'complete', legend: '✓ Complete', color: 'neutral' },
];

/**
 * A picture of the colours at the last meetings, oldest first. Hosts that draw no charts show the same in words.
 * @see https://learn.microsoft.com/microsoftteams/platform/task-modules-and-cards/cards/charts-in-adaptive-cards
 */
export const bindTrend = (trend: readonly TrendPoint[]): ElementJson[] => {
  const [first] = trend;
  if (first === undefined) return [];
  const title = `Colours at the last ${trend.length} meetings`;
  const series = SERIES.map(({ count, legend, color }) => ({
    legend,
    color,
    values: trend.map(({ words, counts }) => ({ x: words, y: counts[count] })),
  }));
  const words = series.map(({ legend, values }) =>
    unbroken(`${legend} ${values.map(({ y }) => y).join(', ')}`),
  );
  return [
    chartTemplate.expand({ title, series, words: `${title}, from ${first.words}: ${joinDots(words)}` }),
  ];
};

/** A line ends between colours, not within the figures of one. */
const unbroken = (text: string): string => text.replaceAll(' ', '\u00a0');
