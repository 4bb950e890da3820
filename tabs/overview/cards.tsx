import { makeStyles } from '@fluentui/react-components';
import { Children, type ReactNode } from 'react';

const useStyles = makeStyles({
  // Columns and not a grid: a short card leaves no hole beside a long one.
  cards: { columnWidth: '340px', columnGap: '16px', marginBottom: '-16px' },
  card: { breakInside: 'avoid', paddingBottom: '16px' },
});

export interface CardsProps {
  readonly children: ReactNode;
}

/** Cards side by side, as many as there is room for; read down each column. */
export function Cards({ children }: CardsProps) {
  const styles = useStyles();
  return (
    <div className={styles.cards}>
      {Children.map(children, (card) => card && <div className={styles.card}>{card}</div>)}
    </div>
  );
}
