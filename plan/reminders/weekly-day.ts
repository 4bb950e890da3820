import { addDays, dayOfWeek } from '../calendar/dates.ts';
import { workingDayOnOrAfter } from '../calendar/working-days.ts';
import type { IsoDate } from '../rows.ts';

/** A plan that is closed for longer has no weekly day to look back or forward to. */
const LONGEST_BREAK_WEEKS = 8;

/**
 * The last day up to this one on which a week's news was due: the first working day of its week. A week without one is
 * left out. `null` where the plan has been closed for too long.
 */
export function weeklyDayUpTo(day: IsoDate, closures: readonly IsoDate[]): IsoDate | null {
  const monday = mondayOf(day);
  for (let back = 0; back <= LONGEST_BREAK_WEEKS; back += 1) {
    const found = weeklyDayOf(addDays(monday, -7 * back), closures);
    if (found !== null && found <= day) return found;
  }
  return null;
}

/** The first such day after this one; `null` likewise. */
export function weeklyDayAfter(day: IsoDate, closures: readonly IsoDate[]): IsoDate | null {
  const monday = mondayOf(day);
  for (let on = 0; on <= LONGEST_BREAK_WEEKS; on += 1) {
    const found = weeklyDayOf(addDays(monday, 7 * on), closures);
    if (found !== null && found > day) return found;
  }
  return null;
}

function weeklyDayOf(monday: IsoDate, closures: readonly IsoDate[]): IsoDate | null {
  const first = workingDayOnOrAfter(monday, closures);
  return first < addDays(monday, 7) ? first : null;
}

function mondayOf(day: IsoDate): IsoDate {
  return addDays(day, 1 - dayOfWeek(day));
}
