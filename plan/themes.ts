import type { Plan } from './plan.ts';
import type { Theme } from './rows.ts';

/** Themes as the plan puts them; those without a place come last, by name. */
export function themesInOrder(plan: Plan): readonly Theme[] {
  return plan.themes.toSorted(
    (one, other) =>
      (one.sortOrder ?? Number.MAX_SAFE_INTEGER) - (other.sortOrder ?? Number.MAX_SAFE_INTEGER) ||
      one.title.localeCompare(other.title, 'en'),
  );
}
