import { makeStyles, tokens } from '@fluentui/react-components';
import type { ItemColour, PlanOverview } from '../../plan/content.ts';
import { Figure } from './figure.tsx';
import { Total } from './total.tsx';

const useStyles = makeStyles({
  section: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    justifyContent: 'space-between',
    gap: '12px 32px',
    padding: '18px 20px',
    backgroundColor: tokens.colorNeutralBackground1,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusXLarge,
    '@media (max-width: 719px)': { padding: '14px' },
  },
  words: { flex: '1 1 420px', minWidth: 0, maxWidth: '680px' },
  headline: {
    margin: '0 0 4px',
    fontSize: tokens.fontSizeBase500,
    lineHeight: tokens.lineHeightBase500,
    fontWeight: tokens.fontWeightSemibold,
    '@media (max-width: 719px)': {
      fontSize: tokens.fontSizeBase400,
      lineHeight: tokens.lineHeightBase400,
    },
  },
  quiet: { margin: 0, color: tokens.colorNeutralForeground3 },
  figures: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: '4px',
    margin: '0 -10px',
    '@media (max-width: 719px)': {
      display: 'grid',
      gridTemplateColumns: 'repeat(3, minmax(0, 1fr))',
      flexGrow: 1,
    },
  },
});

export interface SummaryProps {
  readonly overview: PlanOverview;
  readonly colour: ItemColour | null;
  readonly onChooseColour: (colour: ItemColour | null) => void;
}

/** The plan in one sentence and a handful of figures. */
export function Summary({ overview, colour, onChooseColour }: SummaryProps) {
  const styles = useStyles();
  const { counts, total } = overview;
  const figures: readonly { colour: ItemColour; count: number }[] = [
    { colour: 'complete', count: counts.complete },
    { colour: 'Green', count: counts.green },
    { colour: 'Amber', count: counts.amber },
    { colour: 'Red', count: counts.red },
    ...(counts.undated > 0 ? [{ colour: 'none' as const, count: counts.undated }] : []),
  ];
  return (
    <section aria-label="Summary" className={styles.section}>
      <div className={styles.words}>
        <p className={styles.headline}>{overview.headline}</p>
        <p className={styles.quiet}>Written from the data.</p>
      </div>
      {/* biome-ignore lint/a11y/useSemanticElements: these are buttons of a group, not fields of a form */}
      <div role="group" aria-label="Recommendations by colour" className={styles.figures}>
        {figures.map((figure) => (
          <Figure
            key={figure.colour}
            {...figure}
            isChosen={figure.colour === colour}
            onToggle={() => onChooseColour(figure.colour === colour ? null : figure.colour)}
          />
        ))}
        <Total count={total} />
      </div>
    </section>
  );
}
