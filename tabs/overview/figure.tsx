import { mergeClasses } from '@fluentui/react-components';
import type { ItemColour } from '../../plan/content.ts';
import { COLOUR_SIGNS } from '../../plan/filter/colours.ts';
import { ColourLetter } from '../ui/colour-letter.tsx';
import { useFigureStyles } from './use-figure-styles.ts';

export interface FigureProps {
  readonly colour: ItemColour;
  readonly count: number;
  /** Whether the page shows only this colour. */
  readonly isChosen: boolean;
  readonly onToggle: () => void;
}

/** A big figure; a press shows the items behind it. */
export function Figure({ colour, count, isChosen, onToggle }: FigureProps) {
  const styles = useFigureStyles();
  return (
    <button
      type="button"
      aria-pressed={isChosen}
      className={mergeClasses(styles.figure, styles.press, isChosen && styles.chosen)}
      onClick={onToggle}
    >
      <span className={styles.number}>{count}</span>{' '}
      <span className={styles.word}>
        <ColourLetter colour={colour} />
        {COLOUR_SIGNS[colour].word}
      </span>
    </button>
  );
}
