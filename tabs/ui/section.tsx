import { makeStyles, mergeClasses, shorthands, tokens } from '@fluentui/react-components';
import { type ReactNode, useId } from 'react';

const useStyles = makeStyles({
  section: {
    minWidth: 0,
    padding: '18px 20px',
    backgroundColor: tokens.colorNeutralBackground1,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusXLarge,
    breakInside: 'avoid',
    '@media (max-width: 719px)': { padding: '14px' },
  },
  long: {
    breakInside: 'auto',
    '@media print': { padding: 0, ...shorthands.borderStyle('none') },
  },
  heading: {
    margin: '0 0 12px',
    fontSize: tokens.fontSizeBase400,
    lineHeight: tokens.lineHeightBase400,
    fontWeight: tokens.fontWeightSemibold,
  },
});

export interface SectionProps {
  readonly title: string;
  readonly className?: string;
  /** May be longer than a page of paper: what is in it is kept whole, not the whole of it. Default: it is short. */
  readonly isLong?: boolean;
  readonly children: ReactNode;
}

/** A titled card of the page. */
export function Section({ title, className, isLong = false, children }: SectionProps) {
  const styles = useStyles();
  const headingId = useId();
  return (
    <section
      aria-labelledby={headingId}
      className={mergeClasses(styles.section, isLong && styles.long, className)}
    >
      <h2 id={headingId} className={styles.heading}>
        {title}
      </h2>
      {children}
    </section>
  );
}
