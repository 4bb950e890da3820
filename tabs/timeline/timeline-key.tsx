import { makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { useChartStyles } from '../charts/use-chart-styles.ts';

const useStyles = makeStyles({
  key: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: '4px 18px',
    margin: '0 0 12px',
    padding: 0,
    listStyleType: 'none',
    fontSize: tokens.fontSizeBase200,
    color: tokens.colorNeutralForeground2,
  },
  entry: { display: 'inline-flex', alignItems: 'center', gap: '6px' },
  sign: { flexShrink: 0 },
});

/** What stands for what in the drawing; its letters are explained with the colours. */
export function TimelineKey() {
  const styles = useStyles();
  const chart = useChartStyles();
  return (
    <ul className={styles.key}>
      <Entry words="first due">
        <line className={chart.promised} x1={13} x2={13} y1={1} y2={19} />
      </Entry>
      <Entry words="moved since">
        <line className={chart.slip} x1={0} x2={26} y1={10} y2={10} />
      </Entry>
      <Entry words="recommendation, where now expected or when complete">
        <circle className={chart.none} cx={13} cy={10} r={8} />
      </Entry>
      <Entry words="milestone">
        <path className={chart.none} d="M 13 1 L 22 10 L 13 19 L 4 10 Z" />
      </Entry>
      <Entry words="today">
        <line className={chart.now} x1={13} x2={13} y1={0} y2={20} />
      </Entry>
    </ul>
  );
}

function Entry({ words, children }: { readonly words: string; readonly children: ReactNode }) {
  const styles = useStyles();
  return (
    <li className={styles.entry}>
      <svg aria-hidden="true" className={styles.sign} width={26} height={20}>
        {children}
      </svg>
      {words}
    </li>
  );
}
