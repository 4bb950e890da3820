import type { PlanOverview } from '../../plan/content.ts';
import { monthWords } from '../model/day-words.ts';

/** A column of the plan on a page. `key` is `complete`, `undated` or a month `YYYY-MM`. */
export interface Column {
  readonly key: string;
  readonly words: string;
  /** Today lies in this month. */
  readonly isNow: boolean;
}

export const COMPLETE_KEY = 'complete';
export const UNDATED_KEY = 'undated';

/**
 * Complete first, then the months of the plan with the present month among them, so that today has its
 * place even when nothing is due then; last the undated, where there are some.
 */
export function columnsOf({
  months,
  today,
  counts,
}: Pick<PlanOverview, 'months' | 'today' | 'counts'>): Column[] {
  const now = today.slice(0, 7);
  const all = months.some(({ month }) => month === now)
    ? months
    : [...months, { month: now, words: monthWords(now) }];
  const dated = all
    .toSorted((a, b) => a.month.localeCompare(b.month))
    .map(({ month, words }) => ({ key: month, words, isNow: month === now }));
  const undated = counts.undated > 0 ? [{ key: UNDATED_KEY, words: 'No date', isNow: false }] : [];
  return [{ key: COMPLETE_KEY, words: 'Complete', isNow: false }, ...dated, ...undated];
}
