import type { ClosureLine, ClosuresContent } from '../content.ts';
import type { Plan } from '../plan.ts';
import type { Closure, IsoDate } from '../rows.ts';
import { countsAs, stretchOf } from './closures.ts';
import { formatPeriod } from './dates.ts';

/** What of the Closures list is going on or still to come, for plan managers. */
export function buildClosures(plan: Plan, today: IsoDate): ClosuresContent {
  const coming = plan.closureRows.filter((row) => {
    const stretch = stretchOf(row);
    return stretch !== null && stretch.to >= today && row.kind !== null && row.kind !== 'Cancelled';
  });
  return {
    kind: 'closures',
    planId: plan.id,
    planName: plan.name,
    closures: coming
      .toSorted((one, other) => (one.fromDate ?? '').localeCompare(other.fromDate ?? ''))
      .map((row) => ({ key: row.key, ...closureLine(plan, row) })),
    groups: plan.groups
      .filter(({ active }) => active !== false)
      .map(({ key, title }) => ({ groupKey: key, groupName: title })),
  };
}

/** A row in words, whatever its days. */
export function closureLine(
  plan: Pick<Plan, 'groups'>,
  row: Pick<Closure, 'title' | 'fromDate' | 'toDate' | 'kind' | 'groups'>,
): ClosureLine {
  const stretch = stretchOf(row);
  const names = row.groups.map((key) => plan.groups.find((group) => group.key === key)?.title ?? key);
  const kind = countsAs(row) ?? 'No kind';
  return {
    title: row.title,
    daysWords: stretch === null ? 'no days' : formatPeriod(stretch.from, stretch.to),
    kindWords: names.length === 0 ? kind : `${kind} for ${names.join(', ')}`,
  };
}
