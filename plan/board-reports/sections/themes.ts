import type { ColourCounts, PaperCell, PaperTable } from '../../content.ts';
import { countColours } from '../../counts.ts';
import { NO_THEME } from '../../filter/filter.ts';
import { countOf } from '../../headline.ts';
import type { Item } from '../../plan.ts';
import { themesInOrder } from '../../themes.ts';
import type { ReportAbout, SectionRule } from '../about.ts';
import { sourcesOf } from '../lines.ts';

/** How many recommendations of each theme have each colour, and in all. */
export const themesSection: SectionRule = (about) => {
  const counted = about.recommendations.filter(({ stage }) => stage !== 'Withdrawn');
  const rows = themesOf(about, counted);
  return {
    id: 'themes',
    title: 'Figures by theme',
    words:
      counted.length === 0
        ? 'There are no figures: the plan has no recommendations yet.'
        : `${countOf(counted.length, 'recommendation')} in ${rows.length === 1 ? 'one theme' : `${rows.length} themes`}; each counts by the worse of its dates and its owner’s confidence.`,
    tables: counted.length === 0 ? [] : [tableOf(about, rows, counted)],
    sources: sourcesOf(counted),
    isInternal: false,
  };
};

interface ThemeRow {
  readonly title: string;
  readonly items: readonly Item[];
}

function themesOf({ plan }: ReportAbout, counted: readonly Item[]): readonly ThemeRow[] {
  const known = new Set(plan.themes.map(({ key }) => key));
  return [
    ...themesInOrder(plan).map(({ key, title }) => ({
      title,
      items: counted.filter(({ theme }) => theme === key),
    })),
    { title: NO_THEME, items: counted.filter(({ theme }) => theme === null || !known.has(theme)) },
  ].filter(({ items }) => items.length > 0);
}

function tableOf(
  { plan, today }: ReportAbout,
  rows: readonly ThemeRow[],
  counted: readonly Item[],
): PaperTable {
  const cells = (title: string, items: readonly Item[]): readonly PaperCell[] => [
    { text: title },
    ...figuresOf(countColours(items, plan.settings, today)),
    { text: String(items.length) },
  ];
  return {
    caption: 'Recommendations by theme and colour',
    columns: ['Theme', 'Green', 'Amber', 'Red', 'No date', 'Complete', 'In all'],
    rows: [...rows.map(({ title, items }) => cells(title, items)), cells('All themes', counted)],
  };
}

/** A figure that is none has no colour: nothing is there to be seen. */
function figuresOf({ green, amber, red, undated, complete }: ColourCounts): readonly PaperCell[] {
  const coloured = (count: number, colour: NonNullable<PaperCell['colour']>): PaperCell =>
    count === 0 ? { text: '0' } : { text: String(count), colour };
  return [
    coloured(green, 'Green'),
    coloured(amber, 'Amber'),
    coloured(red, 'Red'),
    { text: String(undated) },
    coloured(complete, 'Complete'),
  ];
}
