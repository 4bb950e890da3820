import type { OverviewItem, PlanOverview } from '../content.ts';
import { type ItemFilter, NO_THEME } from './filter.ts';
import { itemsOf } from './filter-overview.ts';
import { type ItemSort, sortItems } from './sort.ts';

/** What stands for the group of items that none leads. */
export const NO_GROUP = 'No group';

/** Items that belong together on the timeline. */
export interface TimelinePart {
  readonly title: string;
  /** By the date now expected; those without a date last. */
  readonly items: readonly OverviewItem[];
}

/** Actions are many and small: they stand on the timeline when they are asked for. */
export function isOnTimeline({ ref }: OverviewItem, { list, show, stage, text }: ItemFilter): boolean {
  return ref.list !== 'Actions' || list === 'Actions' || show !== null || stage !== null || text !== null;
}

/** What is due when, by theme in the plan's order, or by group where it is sorted by group. */
export function timelineParts(
  filtered: PlanOverview,
  filter: ItemFilter,
  sort: ItemSort | null,
): TimelinePart[] {
  const items = itemsOf(filtered).filter((item) => isOnTimeline(item, filter));
  const parts = isByGroup(sort)
    ? Map.groupBy(sortItems(items, { key: 'group', isDescending: false }), titleOfGroup)
    : Map.groupBy(items, titleOfTheme);
  return [...parts].map(([title, members]) => ({
    title,
    items: sortItems(members, { key: 'expected', isDescending: false }),
  }));
}

export function isByGroup(sort: ItemSort | null): boolean {
  return sort?.key === 'group';
}

function titleOfGroup({ groupName }: OverviewItem): string {
  return groupName ?? NO_GROUP;
}

function titleOfTheme({ themeTitle }: OverviewItem): string {
  return themeTitle ?? NO_THEME;
}
