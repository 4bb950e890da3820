import { Button, makeStyles, tokens } from '@fluentui/react-components';
import type { HistoryEntry, OverviewItem } from '../../plan/content.ts';
import type { ItemRef } from '../../plan/plan.ts';
import { ChangeWords } from '../story/change-words.tsx';
import { ItemChip } from '../ui/item-chip.tsx';

const useStyles = makeStyles({
  entry: {
    display: 'flex',
    gap: '10px',
    padding: '9px 0',
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    breakInside: 'avoid',
    ':last-child': { borderBottom: 'none' },
  },
  chip: { flex: '0 0 60px' },
  words: { minWidth: 0, overflowWrap: 'anywhere' },
  quiet: {
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground3,
  },
});

export interface ChangeEntryProps {
  readonly entry: HistoryEntry;
  /** The item as it is shown; `null` where the page does not have it. */
  readonly item: OverviewItem | null;
  readonly onOpen: (ref: ItemRef) => void;
}

/** One thing that was said: of what, from what to what, why, by whom and where. */
export function ChangeEntry({ entry, item, onOpen }: ChangeEntryProps) {
  const styles = useStyles();
  const { timeWords, byName, meetingWords, groupName } = { ...entry, groupName: item?.groupName ?? null };
  const heldWords = meetingWords && `meeting of ${meetingWords}`;
  return (
    <li className={styles.entry}>
      <span className={styles.chip}>
        {item ? (
          <ItemChip item={item} onOpen={onOpen} />
        ) : (
          <Button size="small" onClick={() => onOpen(entry.ref)}>
            {entry.label}
          </Button>
        )}
      </span>
      <div className={styles.words}>
        <div>{entry.title}</div>
        <ChangeWords changes={entry.changes} />
        {entry.reason && <div>Why: “{entry.reason}”</div>}
        {entry.note && <div>Note: “{entry.note}”</div>}
        {entry.blocker && <div>Blocked by: “{entry.blocker}”</div>}
        <div className={styles.quiet}>
          {[timeWords, byName, groupName, heldWords].filter((words) => words).join(' · ')}
        </div>
      </div>
    </li>
  );
}
