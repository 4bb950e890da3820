import type { OverviewItem, PlanOverview } from '../../plan/content.ts';
import { itemsOf, nameOf } from '../../plan/filter/filter-overview.ts';

export { filterOverview, itemsOf } from '../../plan/filter/filter-overview.ts';

/** Names an item among others. */
export function keyOf({ ref }: Pick<OverviewItem, 'ref'>): string {
  return nameOf(ref);
}

/** Names of the groups that lead something, in alphabetical order. */
export function groupNamesOf(overview: PlanOverview): string[] {
  const names = itemsOf(overview).flatMap((item) => (item.groupName ? [item.groupName] : []));
  return [...new Set(names)].sort((a, b) => a.localeCompare(b, 'en-GB'));
}
