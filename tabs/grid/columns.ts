import type { PlanOverview } from '../../plan/content.ts';
import { monthWords } from '../model/day-words.ts';

/** A column of the plan on a page. `key` is `complete`, `undated` or a month `YYYY-MM`. */
export interface Column {
  readonly key: string;
  readonly words: string;
  /** The day shown lies in this month. */
  readonly isNow: boolean;
  /** What its month is called besides: `now`, or `then` where a past day is shown; `null` for the others. */
  readonly nowWord: string | null;
}

export const COMPLETE_KEY = 'complete';
export const UNDATED_KEY = 'undated';

const OTHER = { isNow: false, nowWord: null };

/**
 * Complete first, then the months of the plan with the present month among them, so that today has its
 * place even when nothing is due then; last the undated, where there are some.
 */
export function columnsOf({
  months,
  today,
  isPast,
  counts,
}: Pick<PlanOverview, 'months' | 'today' | 'isPast' | 'counts'>): Column[] {
  const now = today.slice(0, 7);
  const shownMonth = { isNow: true, nowWord: isPast ? 'then' : 'now' };
  const all = months.some(({ month }) => month === now)
    ? months
    : [...months, { month: now, words: monthWords(now) }];
  const dated = all
    .toSorted((a, b) => a.month.localeCompare(b.month))
    .map(({ month, words }) => ({ key: month, words, ...(month === now ? shownMonth : OTHER) }));
  const undated = counts.undated > 0 ? [{ key: UNDATED_KEY, words: 'No date', ...OTHER }] : [];
  return [{ key: COMPLETE_KEY, words: 'Complete', ...OTHER }, ...dated, ...undated];
}
