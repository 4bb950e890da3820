import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { ReportPart, ReportPartView } from '../../../plan/content.ts';
import { OutsideLink } from '../../ui/outside-link.tsx';
import { useReportStyles } from '../use-report-styles.ts';

const useStyles = makeStyles({
  part: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: '2px 12px',
    padding: '6px 0',
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    ':last-child': { borderBottom: 'none' },
  },
  name: { display: 'inline-flex', alignItems: 'center', gap: '6px', flex: '0 0 200px' },
  sign: {
    display: 'inline-flex',
    alignItems: 'center',
    justifyContent: 'center',
    width: '20px',
    height: '20px',
    flexShrink: 0,
    boxSizing: 'border-box',
    borderRadius: tokens.borderRadiusCircular,
    fontSize: tokens.fontSizeBase200,
    lineHeight: 1,
    border: '1px solid currentcolor',
  },
  list: { marginTop: '8px' },
  done: { color: tokens.colorStatusSuccessForeground1 },
  failed: { color: tokens.colorStatusDangerForeground1 },
  words: { flex: '1 1 240px', minWidth: 0, overflowWrap: 'anywhere' },
});

/** In the order in which they are looked for. */
const NAMES: Readonly<Record<ReportPart, string>> = {
  card: 'Card in the channel',
  word: 'Word document',
  pdf: 'PDF',
  note: 'Public note',
  'easy-read': 'Easy-read summary',
  record: 'Record, to be kept',
};

const ORDER = Object.keys(NAMES);

const SIGNS: Readonly<Record<ReportPartView['state'], string>> = { done: '✓', waiting: '…', failed: '✕' };

export interface PartsProps {
  readonly parts: readonly ReportPartView[];
  readonly isBusy: boolean;
  readonly onRetry: (part: ReportPart) => void;
}

/** What posting made, and what became of each. One that failed is tried again alone. */
export function Parts({ parts, isBusy, onRetry }: PartsProps) {
  const styles = useStyles();
  const shared = useReportStyles();
  return (
    <ul aria-label="What posting made" className={mergeClasses(shared.list, styles.list)}>
      {parts.toSorted(byOrder).map(({ part, state, words, url, mayRetry }) => (
        <li key={part} className={styles.part}>
          <span className={styles.name}>
            <span
              aria-hidden="true"
              className={mergeClasses(styles.sign, state !== 'waiting' && styles[state])}
            >
              {SIGNS[state]}
            </span>
            {NAMES[part]}
          </span>
          <span className={styles.words}>
            {words} {url !== null && <OutsideLink href={url}>Open</OutsideLink>}
          </span>
          {mayRetry && (
            <Button
              size="small"
              aria-label={`Try again: ${NAMES[part]}`}
              disabledFocusable={isBusy}
              onClick={() => onRetry(part)}
            >
              Try again
            </Button>
          )}
        </li>
      ))}
    </ul>
  );
}

function byOrder(one: ReportPartView, other: ReportPartView): number {
  return ORDER.indexOf(one.part) - ORDER.indexOf(other.part);
}
