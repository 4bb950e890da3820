import type { SiteLists, SiteRow } from '../../graph/site-lists/types.ts';
import type { ImportRows } from '../../plan/import/rows.ts';
import type { FactOf } from './pair-renamed.ts';
import { idIn, type ListReport, readRows, upsertRows } from './upsert-rows.ts';

/** What people work on after the first import: importing again leaves it as it stands. */
const PROGRESS = [
  'stage',
  'baselineDue',
  'forecastDue',
  'duePrecision',
  'scheduleRag',
  'everyWeeks',
  'everyMonths',
  'active',
  'baseline',
];

/** Writes the rows of a published plan into the lists, or says what that would do. */
export async function importPublishedPlan(
  siteLists: SiteLists,
  rows: ImportRows,
  { apply }: { readonly apply: boolean },
): Promise<ListReport[]> {
  const common = { siteLists, keep: PROGRESS, apply };
  const themes = await upsertRows({
    ...common,
    list: 'Themes',
    identity: 'title',
    rows: rows.themes,
    factOf: themeHolding(await readRows(siteLists, 'Recommendations'), rows),
  });
  const groups = await upsertRows({ ...common, list: 'Groups', identity: 'title', rows: rows.groups });
  const recommendations = await upsertRows({
    ...common,
    list: 'Recommendations',
    identity: 'number',
    rows: rows.recommendations.map((row) => ({
      ...row,
      theme: idIn(themes, row.theme),
      leadGroup: null,
      owner: null,
    })),
  });
  const milestones = await upsertRows({
    ...common,
    list: 'Milestones',
    identity: 'title',
    factOf: ({ baselineDue }) => (baselineDue == null ? null : String(baselineDue)),
    rows: rows.milestones.map((row) => ({ ...row, recommendation: null, theme: null, group: null })),
  });
  const measures = await upsertRows({
    ...common,
    list: 'Measures',
    identity: 'title',
    factOf: ({ target, targetDate }) => (target == null ? null : `${target} by ${targetDate}`),
    rows: rows.measures.map((row) => ({ ...row, theme: null })),
  });
  return [themes, groups, recommendations, milestones, measures];
}

/** A theme is the one that holds most of the recommendations the plan puts under it. */
function themeHolding(recommendations: readonly SiteRow[], rows: ImportRows): FactOf {
  const themeIdOf = new Map(recommendations.map(({ values }) => [values.number, values.theme]));
  const mostIn = (title: unknown): string | null => {
    const ids = rows.recommendations
      .filter((row) => row.theme === title)
      .map((row) => themeIdOf.get(row.number))
      .filter((id) => id != null);
    const [most] = [...Map.groupBy(ids, (id) => id).values()].toSorted(
      (one, other) => other.length - one.length,
    );
    return most?.[0] === undefined ? null : String(most[0]);
  };
  return ({ title }, itemId) => (itemId === null ? mostIn(title) : String(itemId));
}
