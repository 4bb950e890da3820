import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { PaperBar as Bar } from '../../plan/content.ts';
import { COLOUR_SIGNS } from '../../plan/filter/colours.ts';
import { ColourLetter } from '../ui/colour-letter.tsx';
import { ITEM_COLOUR_OF } from './paper-colours.ts';

const PERCENT = 100;
/** A part narrower than this holds no letter and figure. */
const LEAST_LETTERED = 8;

const useStyles = makeStyles({
  figure: { margin: '0 0 12px', breakInside: 'avoid' },
  bar: {
    display: 'block',
    width: '100%',
    height: '28px',
    borderRadius: tokens.borderRadiusSmall,
    // Parts are told apart by this even where their colours look alike.
    '& rect': { stroke: tokens.colorNeutralBackground1, strokeWidth: '2px' },
    '& text': { fontSize: tokens.fontSizeBase200, fontWeight: tokens.fontWeightBold },
  },
  complete: { fill: tokens.colorPaletteBlueForeground2 },
  Green: { fill: tokens.colorStatusSuccessForeground1 },
  Amber: { fill: tokens.colorPaletteMarigoldBackground3 },
  Red: { fill: tokens.colorStatusDangerForeground1 },
  none: { fill: tokens.colorNeutralForeground3 },
  words: { fill: tokens.colorNeutralForegroundInverted },
  onAmber: { fill: tokens.colorNeutralForeground1Static },
  key: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: '4px 16px',
    margin: '6px 0 0',
    padding: 0,
    listStyleType: 'none',
  },
  entry: { display: 'inline-flex', alignItems: 'center', gap: '6px' },
});

export interface PaperBarProps {
  readonly bar: Bar;
}

/** Counts as one bar, with their words under it. Whoever listens hears the alternative, which says all of it. */
export function PaperBar({ bar: { alternative, parts } }: PaperBarProps) {
  const styles = useStyles();
  const total = parts.reduce((sum, { count }) => sum + count, 0);
  const placed = parts.map((part, at) => ({
    ...part,
    colour: ITEM_COLOUR_OF[part.colour],
    left: shareOf(
      parts.slice(0, at).reduce((sum, { count }) => sum + count, 0),
      total,
    ),
    width: shareOf(part.count, total),
  }));
  return (
    <div className={styles.figure}>
      <svg role="img" aria-label={alternative} className={styles.bar}>
        {placed
          .filter(({ count }) => count > 0)
          .map(({ label, count, colour, left, width }) => (
            <g key={label}>
              <rect x={`${left}%`} y="0" width={`${width}%`} height="100%" className={styles[colour]} />
              {width >= LEAST_LETTERED && (
                <text
                  x={`${left + width / 2}%`}
                  y="50%"
                  textAnchor="middle"
                  dominantBaseline="central"
                  className={mergeClasses(colour === 'Amber' ? styles.onAmber : styles.words)}
                >
                  {`${COLOUR_SIGNS[colour].letter} ${count}`}
                </text>
              )}
            </g>
          ))}
      </svg>
      <ul aria-hidden="true" className={styles.key}>
        {placed.map(({ label, count, colour }) => (
          <li key={label} className={styles.entry}>
            <ColourLetter colour={colour} />
            {label}: {count}
          </li>
        ))}
      </ul>
    </div>
  );
}

function shareOf(count: number, total: number): number {
  return total === 0 ? 0 : (count / total) * PERCENT;
}
