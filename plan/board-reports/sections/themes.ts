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
        : `${countOf(counted.length, 'recommendation')} in ${rows.length === 1 ? 'one theme' : `${rows.length} themes`}.`,
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
  const all = countColours(counted, plan.settings, today);
  // A column that nobody needs takes room from the themes' names.
  const columns = COLUMNS.filter(({ count }) => count !== 'undated' || all.undated > 0);
  const cells = (title: string, items: readonly Item[]): readonly PaperCell[] => {
    const counts = countColours(items, plan.settings, today);
    return [
      { text: title },
      ...columns.map(({ count, colour }) => figure(counts[count], colour)),
      { text: String(items.length) },
    ];
  };
  return {
    caption: 'Recommendations by theme and colour',
    columns: ['Theme', ...columns.map(({ title }) => title), 'In all'],
    rows: [...rows.map(({ title, items }) => cells(title, items)), cells('All themes', counted)],
  };
}

const COLUMNS: readonly {
  readonly title: string;
  readonly count: keyof ColourCounts;
  readonly colour: PaperCell['colour'] | null;
}[] = [
  { title: 'Green', count: 'green', colour: 'Green' },
  { title: 'Amber', count: 'amber', colour: 'Amber' },
  { title: 'Red', count: 'red', colour: 'Red' },
  { title: 'No date', count: 'undated', colour: null },
  { title: 'Complete', count: 'complete', colour: 'Complete' },
];

/** Where there are none there is no colour: nothing is there to be seen. */
function figure(count: number, colour: PaperCell['colour'] | null): PaperCell {
  return count === 0 || !colour ? { text: String(count) } : { text: String(count), colour };
}
