import { makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { useChartStyles } from '../charts/use-chart-styles.ts';
import { TARGET } from './measure-lines.tsx';
import { useMeasureStyles } from './use-measure-styles.ts';

const useStyles = makeStyles({
  key: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: '4px 18px',
    margin: 0,
    padding: 0,
    listStyleType: 'none',
    fontSize: tokens.fontSizeBase200,
    color: tokens.colorNeutralForeground2,
  },
  entry: { display: 'inline-flex', alignItems: 'center', gap: '6px' },
  sign: { flexShrink: 0 },
});

/** What stands for what in the drawings. */
export function MeasureKey() {
  const styles = useStyles();
  const chart = useChartStyles();
  const measure = useMeasureStyles();
  return (
    <ul className={styles.key}>
      <Entry words="readings">
        <line className={measure.readings} x1={0} x2={30} y1={10} y2={10} />
        <circle className={measure.point} cx={15} cy={10} r={6} />
      </Entry>
      <Entry words="where they lead">
        <line className={measure.trend} x1={0} x2={30} y1={10} y2={10} />
      </Entry>
      <Entry words="the way to the target">
        <line className={measure.way} x1={0} x2={30} y1={10} y2={10} />
      </Entry>
      <Entry words="target">
        <path className={measure.target} d={TARGET} transform="translate(15 10)" />
      </Entry>
      <Entry words="where it began">
        <line className={measure.start} x1={0} x2={30} y1={10} y2={10} />
      </Entry>
      <Entry words="today">
        <line className={chart.now} x1={15} x2={15} y1={0} y2={20} />
      </Entry>
    </ul>
  );
}

function Entry({ words, children }: { readonly words: string; readonly children: ReactNode }) {
  const styles = useStyles();
  return (
    <li className={styles.entry}>
      <svg aria-hidden="true" className={styles.sign} width={30} height={20}>
        {children}
      </svg>
      {words}
    </li>
  );
}
