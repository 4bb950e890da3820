import type { OverviewItem, PlanOverview } from '../../plan/content.ts';
import type { Address } from '../address/address.ts';
import { colourOf } from './colour.ts';

export type Filters = Pick<Address, 'theme' | 'group' | 'colour'>;

export const NO_FILTERS: Filters = { theme: null, group: null, colour: null };

export function isFiltered({ theme, group, colour }: Filters): boolean {
  return theme !== null || group !== null || colour !== null;
}

export function matches(item: OverviewItem, { theme, group, colour }: Filters): boolean {
  return (
    (theme === null || item.themeTitle === theme) &&
    (group === null || item.groupName === group) &&
    (colour === null || colourOf(item) === colour)
  );
}

/** The overview with only the items that match. Figures stay those of the whole plan. */
export function filterOverview(overview: PlanOverview, filters: Filters): PlanOverview {
  if (!isFiltered(filters)) return overview;
  const keep = (items: readonly OverviewItem[]) => items.filter((item) => matches(item, filters));
  return {
    ...overview,
    themes: overview.themes
      .map((theme) => ({ ...theme, items: keep(theme.items) }))
      .filter((theme) => theme.items.length > 0),
    dueNext: keep(overview.dueNext),
    overdue: keep(overview.overdue),
    milestones: keep(overview.milestones),
    actions: keep(overview.actions),
  };
}

/** Every item the page shows somewhere. */
export function itemsOf({ themes, milestones, actions }: PlanOverview): OverviewItem[] {
  return [...themes.flatMap((theme) => theme.items), ...milestones, ...actions];
}

/** Names of the groups that lead something, in alphabetical order. */
export function groupNamesOf(overview: PlanOverview): string[] {
  const names = itemsOf(overview).flatMap((item) => (item.groupName ? [item.groupName] : []));
  return [...new Set(names)].sort((a, b) => a.localeCompare(b, 'en-GB'));
}
