import type { SiteLists } from '../../graph/site-lists/types.ts';
import type { ImportRows } from '../../plan/import/rows.ts';
import { idIn, type ListReport, upsertRows } from './upsert-rows.ts';

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
  const themes = await upsertRows({ ...common, list: 'Themes', identity: 'title', rows: rows.themes });
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
    rows: rows.milestones.map((row) => ({ ...row, recommendation: null, theme: null, group: null })),
  });
  const measures = await upsertRows({
    ...common,
    list: 'Measures',
    identity: 'title',
    rows: rows.measures.map((row) => ({ ...row, theme: null })),
  });
  return [themes, groups, recommendations, milestones, measures];
}
