import { makeStyles, tokens } from '@fluentui/react-components';
import type { PlanOverview } from '../../plan/content.ts';
import { COLOUR_SIGNS, ITEM_COLOURS } from '../../plan/filter/colours.ts';
import { partOf } from '../../plan/filter/figures-of-part.ts';
import { isFiltered } from '../../plan/filter/filter.ts';
import { filterWords } from '../../plan/filter/filter-words.ts';
import type { AddressControl } from '../address/use-address.ts';
import { countOf } from '../model/counts.ts';
import { ColourLetter } from '../ui/colour-letter.tsx';
import { Figure } from './figure.tsx';
import { SmallFigures } from './small-figures.tsx';

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
  part: { margin: '0 0 4px', fontWeight: tokens.fontWeightSemibold, overflowWrap: 'anywhere' },
  whole: { margin: '0 0 4px' },
  quiet: { margin: 0, color: tokens.colorNeutralForeground3 },
  figures: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: '4px',
    margin: '0 -10px',
    '@media (max-width: 719px)': {
      display: 'grid',
      gridTemplateColumns: 'repeat(auto-fill, minmax(90px, 1fr))',
      flexGrow: 1,
    },
  },
});

export interface SummaryProps {
  readonly overview: PlanOverview;
  /** The same of the part of the plan that is shown. */
  readonly filtered: PlanOverview;
  readonly control: AddressControl;
}

/**
 * The plan in one sentence and a handful of figures, each with what changed and the items behind it; of a part of the plan
 * where one is shown, beside those of the whole.
 */
export function Summary({ overview, filtered, control }: SummaryProps) {
  const styles = useStyles();
  const { counts, before, total, since, figures, isPast } = filtered;
  const part = partOf(control.address);
  const whole = isFiltered(part) ? overview : null;
  const colours = ITEM_COLOURS.filter((colour) => colour !== 'none' || counts.undated + before.undated > 0);
  const toRecommendations = { ...part, view: 'items', list: 'Recommendations' } as const;
  return (
    <section aria-label="Summary" className={styles.section}>
      <div className={styles.words}>
        {whole && <p className={styles.part}>This part of the plan: {filterWords(part).join(' · ')}</p>}
        <p className={styles.headline}>{filtered.headline}</p>
        {whole && <p className={styles.whole}>The whole plan: {whole.headline}</p>}
        <p className={styles.quiet}>
          {isPast ? 'Written from the data as it stood.' : 'Written from the data.'} ▲ and ▼: compared with{' '}
          {since.words}.
        </p>
      </div>
      {/* biome-ignore lint/a11y/useSemanticElements: these are links of a group, not fields of a form */}
      <div role="group" aria-label="Recommendations by colour" className={styles.figures}>
        {colours.map((colour) => (
          <Figure
            key={colour}
            control={control}
            to={{ ...toRecommendations, colour }}
            now={countOf(counts, colour)}
            before={countOf(before, colour)}
            ofAll={whole && countOf(whole.counts, colour)}
          >
            <ColourLetter colour={colour} />
            {COLOUR_SIGNS[colour].word}
          </Figure>
        ))}
        <Figure control={control} to={toRecommendations} now={total} ofAll={whole?.total ?? null}>
          in all
        </Figure>
      </div>
      <SmallFigures figures={figures} whole={whole?.figures ?? null} part={part} control={control} />
    </section>
  );
}
