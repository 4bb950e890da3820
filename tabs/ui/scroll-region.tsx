import { makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';

const useStyles = makeStyles({
  region: {
    overflowX: 'auto',
    // Else what is hidden from sight but heard, being placed by itself, widens the page.
    position: 'relative',
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '2px' },
    '@media print': { overflowX: 'visible' },
  },
});

export interface ScrollRegionProps {
  readonly label: string;
  readonly children: ReactNode;
}

/** Holds something that may be wider than the page; a keyboard can reach and scroll it. */
export function ScrollRegion({ label, children }: ScrollRegionProps) {
  const styles = useStyles();
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
    <section aria-label={label} tabIndex={0} className={styles.region}>
      {children}
    </section>
  );
}
