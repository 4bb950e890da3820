import { ChartKey, ChartSign } from '../charts/chart-key.tsx';
import { useChartStyles } from '../charts/use-chart-styles.ts';

/** What stands for what in the drawing; its letters are explained with the colours. */
export function TimelineKey() {
  const chart = useChartStyles();
  return (
    <ChartKey>
      <ChartSign words="first due">
        <line className={chart.promised} x1={13} x2={13} y1={1} y2={19} />
      </ChartSign>
      <ChartSign words="moved since">
        <line className={chart.slip} x1={0} x2={26} y1={10} y2={10} />
      </ChartSign>
      <ChartSign words="recommendation, where now expected or when complete">
        <circle className={chart.none} cx={13} cy={10} r={8} />
      </ChartSign>
      <ChartSign words="milestone">
        <path className={chart.none} d="M 13 1 L 22 10 L 13 19 L 4 10 Z" />
      </ChartSign>
      <ChartSign words="today">
        <line className={chart.now} x1={13} x2={13} y1={0} y2={20} />
      </ChartSign>
    </ChartKey>
  );
}
