import { Button, makeStyles, mergeClasses } from '@fluentui/react-components';
import { useState } from 'react';
import type { RankingResult } from '../../plan/content.ts';
import type { AddressControl } from '../address/use-address.ts';
import { ShowMore } from '../ui/show-more.tsx';
import { RankingEntry } from './ranking-entry.tsx';
import { RankingTable } from './ranking-table.tsx';
import { usePartStyles } from './use-part-styles.ts';

/** How many are shown at first. */
const FIRST = 5;

/** What stands for what in the drawing. */
const KEY =
  'In the drawing the line goes from the best to the worst place anybody gave, half of the places lie within the bar, and the ring is the middle of all.';

const useStyles = makeStyles({
  words: { margin: '0 0 12px', maxWidth: '80ch' },
  method: { maxWidth: '80ch', marginTop: '8px' },
});

export interface RankingProps {
  /** Whose it is. */
  readonly title: string;
  readonly ranking: RankingResult;
  readonly control: AddressControl;
}

/** Recommendations in the order of a group, with how far views differ: drawn, or as a table. */
export function Ranking({ title, ranking, control }: RankingProps) {
  const styles = useStyles();
  const part = usePartStyles();
  const [isTable, setIsTable] = useState(false);
  const { words, methodWords, lines } = ranking;
  const most = Math.max(...lines.map(({ points }) => points), 1);
  const last = Math.max(...lines.map(({ worstRank }) => worstRank), FIRST);
  return (
    <div>
      <p className={styles.words}>{words}</p>
      {isTable ? (
        <RankingTable title={title} ranking={ranking} control={control} />
      ) : (
        <ShowMore entries={lines} count={FIRST}>
          {(line) => (
            <RankingEntry
              key={`${line.ref.list}/${line.ref.key}`}
              line={line}
              most={most}
              last={last}
              control={control}
            />
          )}
        </ShowMore>
      )}
      <p className={mergeClasses(part.small, styles.method)}>
        {methodWords}
        {!isTable && ` ${KEY}`}
      </p>
      <div className={part.buttons}>
        <Button size="small" aria-pressed={isTable} onClick={() => setIsTable(!isTable)}>
          Show as table
        </Button>
      </div>
    </div>
  );
}
