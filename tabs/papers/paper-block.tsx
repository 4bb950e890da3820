import { makeStyles, tokens } from '@fluentui/react-components';
import type { PaperBlock as Block } from '../../plan/content.ts';
import { PaperBar } from './paper-bar.tsx';
import { PaperTable } from './paper-table.tsx';

const useStyles = makeStyles({
  heading1: {
    margin: '20px 0 6px',
    fontSize: tokens.fontSizeBase400,
    lineHeight: tokens.lineHeightBase400,
    fontWeight: tokens.fontWeightSemibold,
    breakAfter: 'avoid',
    '@media print': { margin: '12pt 0 3pt', fontSize: '13pt', lineHeight: 1.25 },
  },
  heading2: {
    margin: '14px 0 4px',
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    fontWeight: tokens.fontWeightSemibold,
    breakAfter: 'avoid',
    '@media print': { margin: '8pt 0 2pt', fontSize: '11pt', lineHeight: 1.25 },
  },
  paragraph: { margin: '0 0 8px', '@media print': { margin: '0 0 4pt' } },
  list: { margin: '0 0 8px', paddingLeft: '22px', '& li': { marginBottom: '3px', breakInside: 'avoid' } },
  table: { margin: '8px 0 14px' },
});

export interface PaperBlockProps {
  readonly block: Block;
}

/** One piece of a paper, under the paper's own title, a heading of the second level. */
export function PaperBlock({ block }: PaperBlockProps) {
  const styles = useStyles();
  switch (block.kind) {
    case 'heading':
      return block.level === 1 ? (
        <h3 className={styles.heading1}>{block.text}</h3>
      ) : (
        <h4 className={styles.heading2}>{block.text}</h4>
      );
    case 'paragraph':
      return <p className={styles.paragraph}>{block.text}</p>;
    case 'list':
      return (
        <ul className={styles.list}>
          {block.entries.map((entry, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: entries are text, and two may say the same
            <li key={at}>{entry}</li>
          ))}
        </ul>
      );
    case 'table':
      return (
        <div className={styles.table}>
          <PaperTable table={block.table} />
        </div>
      );
    case 'bar':
      return <PaperBar bar={block.bar} />;
  }
}
