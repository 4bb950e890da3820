import { addDays, momentAt } from '../calendar/dates.ts';
import { isWorkingDay } from '../calendar/working-days.ts';
import type { Plan } from '../plan.ts';
import type { Group, IsoDate } from '../rows.ts';

/** What an alert of a day covers: everything since the alert day before. */
export interface AlertSpan {
  readonly day: IsoDate;
  /** The alert day before. */
  readonly after: IsoDate;
  /** When that day's alerts went out. */
  readonly since: Temporal.Instant;
  /** When this day's go out. */
  readonly until: Temporal.Instant;
}

/** Nobody is closed or left in peace for longer. */
const LONGEST_SILENCE_DAYS = 366;

/**
 * What each group's alert of a day covers; `null` for a group that gets none that day, because nobody works or it is left
 * in peace. Groups that are left in peace on the same days share one span.
 */
export function alertSpans(plan: Plan, day: IsoDate): (group: Pick<Group, 'key'>) => AlertSpan | null {
  const spans = new Map<string, AlertSpan | null>();
  return ({ key }) => {
    const quiet = plan.quietPeriods.filter(({ groups }) => groups.length === 0 || groups.includes(key));
    const name = quiet.map((period) => plan.quietPeriods.indexOf(period)).join();
    const known = spans.get(name);
    if (known !== undefined) return known;
    const isAlertDay = (date: IsoDate) =>
      isWorkingDay(date, plan.closures) && !quiet.some(({ from, to }) => from <= date && date <= to);
    const span = isAlertDay(day) ? spanUpTo(plan, day, isAlertDay) : null;
    spans.set(name, span);
    return span;
  };
}

function spanUpTo(plan: Plan, day: IsoDate, isAlertDay: (date: IsoDate) => boolean): AlertSpan {
  const { opensAt, timeZone } = plan.settings;
  let after = addDays(day, -1);
  for (let tried = 0; tried < LONGEST_SILENCE_DAYS && !isAlertDay(after); tried += 1)
    after = addDays(after, -1);
  return {
    day,
    after,
    since: momentAt(after, opensAt, timeZone),
    until: momentAt(day, opensAt, timeZone),
  };
}
