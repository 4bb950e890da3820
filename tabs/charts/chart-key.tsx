import { makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';

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

/** What stands for what in a drawing: a list of `ChartSign`. */
export function ChartKey({ children }: { readonly children: ReactNode }) {
  return <ul className={useStyles().key}>{children}</ul>;
}

export interface ChartSignProps {
  readonly words: string;
  /** Drawn 26 pixels wide and 20 high. */
  readonly children: ReactNode;
}

/** A sign of a drawing, and what it means. */
export function ChartSign({ words, children }: ChartSignProps) {
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
