import { ChartKey, ChartSign } from '../charts/chart-key.tsx';
import { useChartStyles } from '../charts/use-chart-styles.ts';
import { TARGET } from './measure-lines.tsx';
import { useMeasureStyles } from './use-measure-styles.ts';

/** What stands for what in the drawings. */
export function MeasureKey() {
  const chart = useChartStyles();
  const measure = useMeasureStyles();
  return (
    <ChartKey>
      <ChartSign words="readings">
        <line className={measure.readings} x1={0} x2={26} y1={10} y2={10} />
        <circle className={measure.point} cx={13} cy={10} r={6} />
      </ChartSign>
      <ChartSign words="where they lead">
        <line className={measure.trend} x1={0} x2={26} y1={10} y2={10} />
      </ChartSign>
      <ChartSign words="the way to the target">
        <line className={measure.way} x1={0} x2={26} y1={10} y2={10} />
      </ChartSign>
      <ChartSign words="target">
        <path className={measure.target} d={TARGET} transform="translate(13 10)" />
      </ChartSign>
      <ChartSign words="where it began">
        <line className={measure.start} x1={0} x2={26} y1={10} y2={10} />
      </ChartSign>
      <ChartSign words="today">
        <line className={chart.now} x1={13} x2={13} y1={0} y2={20} />
      </ChartSign>
    </ChartKey>
  );
}
