import type { ListName } from '../../plan/glossary.ts';
import type { Plan } from '../../plan/plan.ts';
import type { RowOf } from '../../plan/rows.ts';

/** Which property of `Plan` holds the rows of a list. */
const PROPERTY = {
  Themes: 'themes',
  Groups: 'groups',
  Owners: 'owners',
  Recommendations: 'recommendations',
  Meetings: 'meetings',
  Actions: 'actions',
  Milestones: 'milestones',
  Updates: 'updates',
  Measures: 'measures',
  Readings: 'readings',
} as const satisfies Partial<Record<ListName, keyof Plan>>;

export type PlanList = keyof typeof PROPERTY;

/** The rows of a list. */
export function rowsIn<L extends PlanList>(plan: Plan, list: L): readonly RowOf[L][] {
  return plan[PROPERTY[list]] as unknown as readonly RowOf[L][];
}

/** The plan with one row put in the place of its older self, or added at the end. The plan given stays as it is. */
export function withRow<L extends PlanList>(plan: Plan, list: L, row: RowOf[L]): Plan {
  const rows = rowsIn(plan, list);
  const isThere = rows.some((known) => known.key === row.key);
  const changed = isThere ? rows.map((known) => (known.key === row.key ? row : known)) : [...rows, row];
  return { ...plan, [PROPERTY[list]]: changed };
}
