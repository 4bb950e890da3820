import { makeStyles, tokens } from '@fluentui/react-components';
import { useId } from 'react';
import type { Paper } from '../../plan/content.ts';
import { PaperBlock } from './paper-block.tsx';

const useStyles = makeStyles({
  sheet: {
    // Else what scrolls in it makes it wider than the page.
    width: '100%',
    maxWidth: '760px',
    margin: '0 auto',
    padding: '32px 40px',
    boxSizing: 'border-box',
    overflowWrap: 'anywhere',
    color: tokens.colorNeutralForeground1,
    backgroundColor: tokens.colorNeutralBackground1,
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    boxShadow: tokens.shadow4,
    '@media (max-width: 719px)': { padding: '16px' },
    '@media print': {
      maxWidth: 'none',
      padding: 0,
      fontSize: '10pt',
      lineHeight: 1.3,
      border: 'none',
      boxShadow: 'none',
    },
  },
  title: {
    margin: '0 0 4px',
    fontSize: tokens.fontSizeBase600,
    lineHeight: tokens.lineHeightBase600,
    fontWeight: tokens.fontWeightSemibold,
    '@media print': { fontSize: '18pt', lineHeight: 1.2 },
  },
  subtitle: { margin: 0, color: tokens.colorNeutralForeground2 },
  body: { marginTop: '16px', '@media print': { marginTop: '8pt' } },
  footer: {
    margin: '24px 0 0',
    paddingTop: '8px',
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground2,
    '@media print': { marginTop: '10pt' },
  },
});

export interface PaperPageProps {
  readonly paper: Paper;
}

/**
 * A paper as a sheet of the page. While one stands on a page, that alone is printed, on A4 upright: see `data-paper` in
 * `page.css`.
 */
export function PaperPage({ paper: { title, subtitle, blocks, footer } }: PaperPageProps) {
  const styles = useStyles();
  const titleId = useId();
  return (
    <article aria-labelledby={titleId} className={styles.sheet} data-paper="">
      <h2 id={titleId} className={styles.title}>
        {title}
      </h2>
      {subtitle.map((line) => (
        <p key={line} className={styles.subtitle}>
          {line}
        </p>
      ))}
      <div className={styles.body}>
        {blocks.map((block, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a paper is drawn as it is; its blocks have no names of their own
          <PaperBlock key={at} block={block} />
        ))}
      </div>
      {footer !== '' && <p className={styles.footer}>{footer}</p>}
    </article>
  );
}
