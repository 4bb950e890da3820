import type { GroupOverview, OverviewItem, PlanOverview } from '../content.ts';
import type { ItemRef } from '../plan.ts';
import { figuresOfPart, partOf } from './figures-of-part.ts';
import { type ItemFilter, isFiltered, matches } from './filter.ts';

/**
 * The overview with only what matches: on the page and in a file it is the same. Its sentence and figures are of the part of
 * the plan that the filter names; groups and measures keep their own.
 */
export function filterOverview(overview: PlanOverview, filter: ItemFilter): PlanOverview {
  if (!isFiltered(filter)) return overview;
  const part = partOf(filter);
  const keep = (items: readonly OverviewItem[]) => items.filter((item) => matches(item, filter));
  const kept = keep(itemsOf(overview));
  const names = new Set(kept.map(({ ref }) => nameOf(ref)));
  return {
    ...overview,
    ...(isFiltered(part) &&
      figuresOfPart(
        overview,
        itemsOf(overview).filter((item) => matches(item, part)),
      )),
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
    groups: keepGroups(overview.groups, kept, filter),
    changes: overview.changes.filter(({ ref }) => names.has(nameOf(ref))),
    moved: overview.moved.filter(({ item }) => matches(item, filter)),
  };
}

/** Every item of the plan: recommendations by theme, milestones, actions. */
export function itemsOf({ themes, milestones, actions }: PlanOverview): OverviewItem[] {
  return [...themes.flatMap((theme) => theme.items), ...milestones, ...actions];
}

/** Names an item among others. */
export function nameOf({ list, key }: ItemRef): string {
  return `${list}/${key}`;
}

/** The group that was chosen, though it leads nothing; else those that lead something of what matches. */
function keepGroups(
  groups: readonly GroupOverview[],
  kept: readonly OverviewItem[],
  { group, ...filter }: ItemFilter,
): readonly GroupOverview[] {
  if (!isFiltered({ ...filter, group: null })) return groups.filter(({ name }) => name === group);
  const names = new Set(kept.map(({ groupName }) => groupName));
  return groups.filter(({ name }) => names.has(name));
}
