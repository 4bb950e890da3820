import type { OverviewItem } from './content.ts';
import { groupName, lineOf } from './items.ts';
import type { Item, Plan } from './plan.ts';
import { indexOf } from './plan-index.ts';
import { expectedDue, isStale, promisedDue } from './schedule.ts';

/** An item as the tab shows it. */
export function overviewItem(plan: Plan, item: Item, now: Temporal.Instant): OverviewItem {
  return {
    ...lineOf(plan, item, now),
    themeTitle: item.theme === null ? null : (indexOf(plan).themes.get(item.theme)?.title ?? null),
    groupName: groupName(plan, item.group),
    baselineMonth: promisedDue(item)?.slice(0, 7) ?? null,
    forecastMonth: expectedDue(item)?.slice(0, 7) ?? null,
    stale: isStale(plan, item, now),
  };
}
