import type { OverviewItem, PlanOverview } from '../../plan/content.ts';
import { type ItemFilter, isFiltered, matches } from '../../plan/filter/filter.ts';
import type { ItemRef } from '../../plan/plan.ts';

/** The overview with only the items that match. Figures stay those of the whole plan. */
export function filterOverview(overview: PlanOverview, filter: ItemFilter): PlanOverview {
  if (!isFiltered(filter)) return overview;
  const keep = (items: readonly OverviewItem[]) => items.filter((item) => matches(item, filter));
  const kept = new Set(keep(itemsOf(overview)).map(({ ref }) => nameOf(ref)));
  return {
    ...overview,
    themes: overview.themes
      .map((theme) => ({ ...theme, items: keep(theme.items) }))
      .filter((theme) => theme.items.length > 0),
    asked: overview.asked.filter(({ item }) => matches(item, filter)),
    slipping: overview.slipping.filter(({ item }) => matches(item, filter)),
    blocked: keep(overview.blocked),
    dueNext: keep(overview.dueNext),
    overdue: keep(overview.overdue),
    milestones: keep(overview.milestones),
    actions: keep(overview.actions),
    changes: overview.changes.filter(({ ref }) => kept.has(nameOf(ref))),
    moved: overview.moved.filter(({ item }) => matches(item, filter)),
  };
}

/** Every item of the plan: recommendations by theme, milestones, actions. */
export function itemsOf({ themes, milestones, actions }: PlanOverview): OverviewItem[] {
  return [...themes.flatMap((theme) => theme.items), ...milestones, ...actions];
}

/** Names an item among others. */
export function keyOf({ ref }: Pick<OverviewItem, 'ref'>): string {
  return nameOf(ref);
}

function nameOf({ list, key }: ItemRef): string {
  return `${list}/${key}`;
}

/** Names of the groups that lead something, in alphabetical order. */
export function groupNamesOf(overview: PlanOverview): string[] {
  const names = itemsOf(overview).flatMap((item) => (item.groupName ? [item.groupName] : []));
  return [...new Set(names)].sort((a, b) => a.localeCompare(b, 'en-GB'));
}
