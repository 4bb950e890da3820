import type { OverviewItem, PlanOverview } from '../content.ts';
import { matches, NO_FILTER } from '../filter/filter.ts';
import { SHOWS } from '../filter/shows.ts';

/** How many items each figure opens, now and before. Both are of open items. */
export function figuresOf(
  now: readonly OverviewItem[],
  before: readonly OverviewItem[],
): PlanOverview['figures'] {
  const count = (items: readonly OverviewItem[], show: (typeof SHOWS)[number]) =>
    items.filter((item) => matches(item, { ...NO_FILTER, show })).length;
  const figures = SHOWS.map((show) => [show, { now: count(now, show), before: count(before, show) }]);
  return Object.fromEntries(figures) as PlanOverview['figures'];
}
