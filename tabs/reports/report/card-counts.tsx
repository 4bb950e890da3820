import { makeStyles } from '@fluentui/react-components';
import type { ColourCounts, ItemColour } from '../../../plan/content.ts';
import { ColourWord } from '../../ui/colour-word.tsx';

const useStyles = makeStyles({
  counts: { margin: 0, padding: 0, listStyleType: 'none' },
  count: { display: 'flex', flexWrap: 'wrap', gap: '0 12px', padding: '2px 0' },
  colour: { flex: '0 0 120px' },
});

export interface CardCountsProps {
  readonly now: ColourCounts;
  readonly before: ColourCounts;
}

/** How many recommendations have each colour, now and before. */
export function CardCounts({ now, before }: CardCountsProps) {
  const styles = useStyles();
  const rows: readonly { colour: ItemColour; count: number; was: number }[] = [
    { colour: 'Green', count: now.green, was: before.green },
    { colour: 'Amber', count: now.amber, was: before.amber },
    { colour: 'Red', count: now.red, was: before.red },
    { colour: 'complete', count: now.complete, was: before.complete },
    { colour: 'none', count: now.undated, was: before.undated },
  ];
  return (
    <ul className={styles.counts}>
      {rows
        .filter(({ colour, count, was }) => colour !== 'none' || count + was > 0)
        .map(({ colour, count, was }) => (
          <li key={colour} className={styles.count}>
            <span className={styles.colour}>
              <ColourWord colour={colour} />
            </span>
            {trendOf(count, was)}
          </li>
        ))}
    </ul>
  );
}

function trendOf(count: number, was: number): string {
  if (count === was) return `${count}, as before`;
  return `${count}, ${count > was ? 'up' : 'down'} from ${was}`;
}
