import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';

interface PanesProps {
  /** The name of the list pane. */
  readonly listLabel: string;
  readonly list: ReactNode;
  /** Something was chosen: on a phone the main pane is shown then, and the list otherwise. */
  readonly isMainChosen: boolean;
  readonly children: ReactNode;
}

const useStyles = makeStyles({
  list: {
    width: '280px',
    flexShrink: 0,
    overflowY: 'auto',
    backgroundColor: tokens.colorNeutralBackground2,
    borderRight: `1px solid ${tokens.colorNeutralStroke2}`,
    '@media (max-width: 720px)': {
      flexGrow: 1,
      flexShrink: 1,
      width: '100%',
      minHeight: 0,
      borderRight: 'none',
    },
  },
  main: {
    display: 'flex',
    flexDirection: 'column',
    flexGrow: 1,
    minWidth: 0,
    minHeight: 0,
    backgroundColor: tokens.colorNeutralBackground3,
  },
  hiddenOnPhone: { '@media (max-width: 720px)': { display: 'none' } },
});

/** A list beside what was chosen in it; on a phone one of the two. */
export function Panes({ listLabel, list, isMainChosen, children }: PanesProps) {
  const styles = useStyles();
  return (
    <>
      <nav aria-label={listLabel} className={mergeClasses(styles.list, isMainChosen && styles.hiddenOnPhone)}>
        {list}
      </nav>
      <main className={mergeClasses(styles.main, !isMainChosen && styles.hiddenOnPhone)}>{children}</main>
    </>
  );
}
