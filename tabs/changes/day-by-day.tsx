import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import type { HistoryEntry, OverviewItem } from '../../plan/content.ts';
import type { ItemRef } from '../../plan/plan.ts';
import { keyOf } from '../model/filter.ts';
import { Section } from '../ui/section.tsx';
import { useHiddenStyles } from '../ui/use-hidden-styles.ts';
import { useTableStyles } from '../ui/use-table-styles.ts';
import { ChangeEntry } from './change-entry.tsx';

/** How many more are shown at a press: a large plan says hundreds of words in a fortnight. */
const STEP = 60;

const useStyles = makeStyles({
  day: {
    margin: '20px 0 8px',
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    fontWeight: tokens.fontWeightSemibold,
    ':first-of-type': { marginTop: 0 },
  },
  list: { margin: 0, padding: 0, listStyleType: 'none' },
  more: { marginTop: '12px' },
});

export interface DayByDayProps {
  /** Newest first. */
  readonly changes: readonly HistoryEntry[];
  /** How many earlier ones the page was not told of. */
  readonly leftOut: number;
  /** The items of the page by their names. */
  readonly items: ReadonlyMap<string, OverviewItem>;
  readonly onOpen: (ref: ItemRef) => void;
}

/** Everything that was said, by day. */
export function DayByDay({ changes, leftOut, items, onOpen }: DayByDayProps) {
  const styles = useStyles();
  const table = useTableStyles();
  const { noPrint } = useHiddenStyles();
  const [count, setCount] = useState(STEP);
  const days = Map.groupBy(changes.slice(0, count), ({ dayWords }) => dayWords);
  return (
    <Section title={`Day by day: ${changes.length}`}>
      {changes.length === 0 && (
        <span className={table.quiet}>
          Nobody said anything; what changed, changed because a date passed.
        </span>
      )}
      {[...days].map(([day, entries]) => (
        <div key={day}>
          <h3 className={styles.day}>{day}</h3>
          <ul className={styles.list}>
            {entries.map((entry) => (
              <ChangeEntry
                key={`${keyOf(entry)} ${entry.at}`}
                entry={entry}
                item={items.get(keyOf(entry)) ?? null}
                onOpen={onOpen}
              />
            ))}
          </ul>
        </div>
      ))}
      {changes.length > count && (
        <Button className={mergeClasses(styles.more, noPrint)} onClick={() => setCount(count + STEP)}>
          Show earlier ones, {changes.length - count} left
        </Button>
      )}
      {leftOut > 0 && changes.length <= count && (
        <p className={table.quiet}>
          {leftOut} earlier ones are not listed here. Show the plan as it stood on an earlier day to see them.
        </p>
      )}
    </Section>
  );
}
