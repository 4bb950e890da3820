import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { ItemColour } from '../../plan/content.ts';
import { COLOUR_SIGNS } from '../../plan/filter/colours.ts';

const useStyles = makeStyles({
  letter: {
    display: 'inline-flex',
    flexShrink: 0,
    alignItems: 'center',
    justifyContent: 'center',
    width: '18px',
    height: '18px',
    borderRadius: tokens.borderRadiusSmall,
    fontSize: tokens.fontSizeBase200,
    lineHeight: 1,
    fontWeight: tokens.fontWeightBold,
    color: tokens.colorNeutralForegroundInverted,
    // Seen in a forced-colours mode, which takes the background away.
    border: '1px solid transparent',
    boxSizing: 'border-box',
  },
  complete: { backgroundColor: tokens.colorPaletteBlueForeground2 },
  Green: { backgroundColor: tokens.colorStatusSuccessForeground1 },
  Amber: {
    backgroundColor: tokens.colorPaletteMarigoldBackground3,
    color: tokens.colorNeutralForeground1Static,
  },
  Red: { backgroundColor: tokens.colorStatusDangerForeground1 },
  none: { backgroundColor: tokens.colorNeutralForeground3 },
});

export interface ColourLetterProps {
  readonly colour: ItemColour;
}

/** The letter of a colour in its box. Not read out: the word always stands beside it. */
export function ColourLetter({ colour }: ColourLetterProps) {
  const styles = useStyles();
  return (
    <span aria-hidden="true" className={mergeClasses(styles.letter, styles[colour])}>
      {COLOUR_SIGNS[colour].letter}
    </span>
  );
}
