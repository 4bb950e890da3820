import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { ItemColour } from '../../plan/content.ts';
import { COLOUR_SIGNS, ITEM_COLOURS } from '../../plan/filter/colours.ts';
import { ColourLetter } from '../ui/colour-letter.tsx';
import { useChipStyles } from '../ui/use-chip-styles.ts';

const useStyles = makeStyles({
  list: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: '6px 16px',
    margin: '14px 0 0',
    padding: 0,
    listStyleType: 'none',
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground2,
  },
  entry: { display: 'inline-flex', alignItems: 'center', gap: '6px' },
});

/** What the chips mean, in one line under them. */
export function ChipKey() {
  const styles = useStyles();
  const chips = useChipStyles();
  const chip = (colour: ItemColour | 'ghost') => mergeClasses(chips.chip, chips[colour]);
  return (
    <ul aria-label="Key to the chips" className={styles.list}>
      {ITEM_COLOURS.map((colour) => (
        <li key={colour} className={styles.entry}>
          <ColourLetter colour={colour} />
          {COLOUR_SIGNS[colour].word}
        </li>
      ))}
      <li className={styles.entry}>
        <span aria-hidden="true" className={chip('ghost')}>
          n
        </span>
        first due here
      </li>
      <li className={styles.entry}>
        <span aria-hidden="true">→</span> now expected here
      </li>
      <li className={styles.entry}>Press a number for its story.</li>
    </ul>
  );
}
