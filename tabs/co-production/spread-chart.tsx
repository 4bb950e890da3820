import { makeStyles, tokens } from '@fluentui/react-components';
import { scaleLinear } from 'd3-scale';
import { useId } from 'react';
import type { RankingLine } from '../../plan/content.ts';
import { useChartStyles } from '../charts/use-chart-styles.ts';

const HEIGHT = 34;
const MIDDLE = 10;

const useStyles = makeStyles({
  range: { stroke: tokens.colorNeutralForeground3, strokeWidth: '2px' },
  half: { stroke: tokens.colorBrandStroke1, strokeWidth: '8px', strokeLinecap: 'round' },
  median: {
    fill: tokens.colorNeutralBackground1,
    stroke: tokens.colorBrandStroke1,
    strokeWidth: '3px',
  },
});

export interface SpreadChartProps {
  readonly line: RankingLine;
  /** The last rank anybody gave anything. */
  readonly last: number;
}

/** Where people put a recommendation: from best to worst, half of them within the bar, the dot in the middle of all. */
export function SpreadChart({ line, last }: SpreadChartProps) {
  const styles = useStyles();
  const chart = useChartStyles();
  const id = useId();
  const scale = scaleLinear([1, last], [6, 94]);
  const at = (rank: number) => `${scale(rank)}%`;
  const [lower, upper] = line.quartiles;
  return (
    <svg
      role="img"
      aria-labelledby={`${id}-title`}
      aria-describedby={`${id}-words`}
      className={chart.chart}
      height={HEIGHT}
    >
      <title id={`${id}-title`}>{`Views on ${line.label}`}</title>
      <desc id={`${id}-words`}>{line.spreadWords}</desc>
      {Array.from({ length: last }, (_, index) => index + 1).map((rank) => (
        <g key={rank}>
          <line className={chart.grid} x1={at(rank)} x2={at(rank)} y1={0} y2={2 * MIDDLE} />
          <text className={chart.words} x={at(rank)} y={HEIGHT - 1} textAnchor="middle">
            {rank}
          </text>
        </g>
      ))}
      <line className={styles.range} x1={at(line.bestRank)} x2={at(line.worstRank)} y1={MIDDLE} y2={MIDDLE} />
      <line className={styles.half} x1={at(lower)} x2={at(upper)} y1={MIDDLE} y2={MIDDLE} />
      <circle className={styles.median} cx={at(line.medianRank)} cy={MIDDLE} r={6} />
    </svg>
  );
}
