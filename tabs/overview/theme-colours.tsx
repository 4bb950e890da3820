import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { PlanOverview } from '../../plan/content.ts';
import { COLOUR_SIGNS, ITEM_COLOURS } from '../../plan/filter/colours.ts';
import type { AddressControl } from '../address/use-address.ts';
import { countOf } from '../model/counts.ts';
import { ColourLetter } from '../ui/colour-letter.tsx';
import { Section } from '../ui/section.tsx';
import { useHiddenStyles } from '../ui/use-hidden-styles.ts';
import { NARROW, useMedia } from '../ui/use-media.ts';
import { useTableStyles } from '../ui/use-table-styles.ts';
import { FigureLink } from './figure-link.tsx';

const useStyles = makeStyles({
  head: {
    display: 'inline-flex',
    flexDirection: 'column',
    alignItems: 'center',
    gap: '3px',
    fontWeight: tokens.fontWeightSemibold,
  },
  // The figures beside it must stay on the page.
  theme: { overflowWrap: 'anywhere' },
  narrow: { padding: '6px 0', minWidth: '26px' },
  total: { borderTop: `1px solid ${tokens.colorNeutralStroke1}`, fontWeight: tokens.fontWeightSemibold },
  some: { fontWeight: tokens.fontWeightSemibold },
});

export interface ThemeColoursProps {
  /** The whole plan, not filtered: these figures are the plan's. */
  readonly overview: PlanOverview;
  readonly control: AddressControl;
}

/** How many recommendations of each theme have which colour. */
export function ThemeColours({ overview, control }: ThemeColoursProps) {
  const styles = useStyles();
  const table = useTableStyles();
  const { hidden } = useHiddenStyles();
  const isNarrow = useMedia(NARROW);
  const colours = ITEM_COLOURS.filter((colour) => colour !== 'none' || overview.counts.undated > 0);
  const cell = (count: number) =>
    mergeClasses(table.cell, table.number, isNarrow && styles.narrow, count > 0 ? styles.some : table.quiet);
  return (
    <Section title="Themes by colour">
      <table className={table.table}>
        <caption className={hidden}>How many recommendations of each theme have which colour</caption>
        <thead>
          <tr>
            <th scope="col" className={table.headCell}>
              Theme
            </th>
            {colours.map((colour) => (
              <th
                key={colour}
                scope="col"
                className={mergeClasses(table.headCell, table.number, isNarrow && styles.narrow)}
              >
                <span className={styles.head}>
                  <ColourLetter colour={colour} />
                  <span className={isNarrow ? hidden : undefined}>{COLOUR_SIGNS[colour].word}</span>
                </span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {overview.themes.map((theme) => (
            <tr key={theme.key} className={table.row}>
              <th scope="row" className={mergeClasses(table.cell, styles.theme)}>
                {theme.title}
              </th>
              {colours.map((colour) => (
                <td key={colour} className={cell(countOf(theme.counts, colour))}>
                  <FigureLink
                    control={control}
                    to={{ list: 'Recommendations', theme: theme.title, colour }}
                    count={countOf(theme.counts, colour)}
                    about={`${theme.title}, ${COLOUR_SIGNS[colour].word}`}
                  />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr className={styles.total}>
            <th scope="row" className={table.cell}>
              Whole plan
            </th>
            {colours.map((colour) => (
              <td key={colour} className={cell(countOf(overview.counts, colour))}>
                <FigureLink
                  control={control}
                  to={{ list: 'Recommendations', colour }}
                  count={countOf(overview.counts, colour)}
                  about={`the whole plan, ${COLOUR_SIGNS[colour].word}`}
                />
              </td>
            ))}
          </tr>
        </tfoot>
      </table>
    </Section>
  );
}
