import { formatMonth } from '../calendar/dates.ts';
import type { OverviewItem, PlanOverview } from '../content.ts';
import { countColours } from '../counts.ts';
import { NO_THEME } from '../filter/filter.ts';
import { groupName } from '../items.ts';
import type { Item, Plan } from '../plan.ts';
import type { IsoDate } from '../rows.ts';
import { expectedDue, promisedDue } from '../schedule.ts';
import { themesInOrder } from '../themes.ts';

/** Rows of the plan on a page. Recommendations without a theme get a row of their own, last. */
export function themesOf(
  plan: Plan,
  recommendations: readonly Item[],
  today: IsoDate,
  shown: (item: Item) => OverviewItem,
): PlanOverview['themes'] {
  const known = new Set(plan.themes.map((theme) => theme.key));
  const rows = [
    ...themesInOrder(plan).map(({ key, title }) => ({
      key,
      title,
      items: recommendations.filter((item) => item.theme === key),
    })),
    {
      key: '',
      title: NO_THEME,
      items: recommendations.filter((item) => item.theme === null || !known.has(item.theme)),
    },
  ];
  return rows
    .filter((row) => row.key !== '' || row.items.length > 0)
    .map(({ key, title, items }) => ({
      key,
      title,
      groupNames: [
        ...new Set(items.map((item) => groupName(plan, item.group)).filter((name) => name !== null)),
      ],
      counts: countColours(items, plan.settings, today),
      items: items.map(shown),
    }));
}

/** The months in which a recommendation is or was due, in order. */
export function monthsOf(recommendations: readonly Item[]): PlanOverview['months'] {
  const months = new Set<string>();
  for (const item of recommendations) {
    for (const due of [promisedDue(item), expectedDue(item)]) if (due !== null) months.add(due.slice(0, 7));
  }
  return [...months].toSorted().map((month) => ({ month, words: formatMonth(month) }));
}
