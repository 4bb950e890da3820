import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { RankingLine } from '../../plan/content.ts';
import type { AddressControl } from '../address/use-address.ts';
import { Bar } from '../ui/bar.tsx';
import { ItemName } from './item-name.tsx';
import { SpreadChart } from './spread-chart.tsx';
import { usePartStyles } from './use-part-styles.ts';

const useStyles = makeStyles({
  entry: {
    display: 'grid',
    gridTemplateColumns: '32px minmax(0, 3fr) minmax(0, 2fr)',
    gap: '4px 16px',
    alignItems: 'start',
    padding: '10px 0',
    breakInside: 'avoid',
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    '@media (max-width: 719px)': { gridTemplateColumns: '24px minmax(0, 1fr)' },
  },
  place: {
    fontSize: tokens.fontSizeBase500,
    lineHeight: '24px',
    fontWeight: tokens.fontWeightSemibold,
    fontVariantNumeric: 'tabular-nums',
  },
  words: { marginTop: '4px' },
  spread: { '@media (max-width: 719px)': { gridColumn: '2' } },
});

export interface RankingEntryProps {
  readonly line: RankingLine;
  /** The most points of any, and the last rank anybody gave. */
  readonly most: number;
  readonly last: number;
  readonly control: AddressControl;
}

/** A recommendation in its place: how much weight it has, and how far views of it differ. */
export function RankingEntry({ line, most, last, control }: RankingEntryProps) {
  const styles = useStyles();
  const part = usePartStyles();
  return (
    <li className={styles.entry}>
      <span className={styles.place}>{line.place}</span>
      <div>
        <ItemName item={line} control={control} />
        <Bar value={line.points} max={most} />
        <div className={part.small}>
          {line.points} {line.points === 1 ? 'point' : 'points'}
        </div>
      </div>
      <div className={styles.spread}>
        <SpreadChart line={line} last={last} />
        <div className={mergeClasses(part.small, styles.words)}>{line.spreadWords}</div>
      </div>
    </li>
  );
}
