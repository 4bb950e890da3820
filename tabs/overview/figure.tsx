import { makeStyles, mergeClasses, shorthands, tokens } from '@fluentui/react-components';
import { COLOUR_SIGNS, type Colour } from '../model/colour.ts';
import { ColourLetter } from '../ui/colour-letter.tsx';

const useStyles = makeStyles({
  figure: {
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'flex-start',
    gap: '2px',
    minWidth: '76px',
    padding: '6px 10px',
    textAlign: 'left',
    fontFamily: 'inherit',
    color: tokens.colorNeutralForeground1,
    backgroundColor: 'transparent',
    ...shorthands.border('1px', 'solid', 'transparent'),
    borderRadius: tokens.borderRadiusMedium,
    cursor: 'pointer',
    ':hover': shorthands.borderColor(tokens.colorNeutralStrokeAccessible),
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
  chosen: {
    ...shorthands.borderColor(tokens.colorBrandStroke1),
    backgroundColor: tokens.colorNeutralBackground3,
  },
  number: {
    fontSize: tokens.fontSizeHero800,
    lineHeight: tokens.lineHeightHero800,
    fontWeight: tokens.fontWeightSemibold,
    fontVariantNumeric: 'tabular-nums',
  },
  word: {
    display: 'inline-flex',
    alignItems: 'center',
    gap: '6px',
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    color: tokens.colorNeutralForeground2,
  },
});

export interface FigureProps {
  readonly colour: Colour;
  readonly count: number;
  /** Whether the page shows only this colour. */
  readonly isChosen: boolean;
  readonly onToggle: () => void;
}

/** A big figure; a press shows the items behind it. */
export function Figure({ colour, count, isChosen, onToggle }: FigureProps) {
  const styles = useStyles();
  return (
    <button
      type="button"
      aria-pressed={isChosen}
      className={mergeClasses(styles.figure, isChosen && styles.chosen)}
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
