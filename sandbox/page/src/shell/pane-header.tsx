import { makeStyles, tokens } from '@fluentui/react-components';
import { ArrowLeftRegular } from '@fluentui/react-icons';
import type { ReactNode } from 'react';
import { type Address, formatAddress } from '../state/address.ts';

interface PaneHeaderProps {
  readonly title: string;
  readonly subtitle?: string;
  /** Where a phone goes back to: there the list and the main pane are not side by side. */
  readonly backTo?: Address;
  readonly children?: ReactNode;
}

const useStyles = makeStyles({
  header: {
    display: 'flex',
    flexShrink: 0,
    flexWrap: 'wrap',
    alignItems: 'center',
    columnGap: '12px',
    minHeight: '48px',
    padding: '8px 16px',
    boxSizing: 'border-box',
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    '@media (max-width: 480px)': { columnGap: '4px', padding: '4px 8px' },
  },
  back: {
    display: 'none',
    padding: '6px',
    borderRadius: tokens.borderRadiusMedium,
    color: tokens.colorNeutralForeground1,
    '@media (max-width: 720px)': { display: 'grid' },
  },
  title: {
    margin: 0,
    fontSize: tokens.fontSizeBase400,
    lineHeight: tokens.lineHeightBase400,
    overflowWrap: 'anywhere',
  },
  subtitle: {
    color: tokens.colorNeutralForeground3,
    fontSize: tokens.fontSizeBase200,
    '@media (max-width: 480px)': { display: 'none' },
  },
});

/** The heading of a pane. */
export function PaneHeader({ title, subtitle, backTo, children }: PaneHeaderProps) {
  const styles = useStyles();
  return (
    <header className={styles.header}>
      {backTo && (
        <a className={styles.back} href={formatAddress(backTo)} aria-label="Back">
          <ArrowLeftRegular fontSize={20} />
        </a>
      )}
      <h2 className={styles.title}>{title}</h2>
      {subtitle && <span className={styles.subtitle}>{subtitle}</span>}
      {children}
    </header>
  );
}
