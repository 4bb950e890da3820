import { makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';

const useStyles = makeStyles({
  // The two cells stand in the grid of the list around them.
  pair: { display: 'contents' },
  name: { color: tokens.colorNeutralForeground3 },
  value: { margin: 0, overflowWrap: 'anywhere' },
});

export interface FactProps {
  readonly name: string;
  readonly children: ReactNode;
}

/** A name and its value, in a list of such. */
export function Fact({ name, children }: FactProps) {
  const styles = useStyles();
  return (
    <div className={styles.pair}>
      <dt className={styles.name}>{name}</dt>
      <dd className={styles.value}>{children}</dd>
    </div>
  );
}
