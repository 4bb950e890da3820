import { CLOSURE_KINDS } from '../glossary.ts';
import type { Plan } from '../plan.ts';
import type { Closure, IsoDate } from '../rows.ts';
import { addDays, daysBetween, isIsoDate } from './dates.ts';

/** A row that goes on for longer is a slip of the keyboard. */
export const LONGEST_CLOSURE_DAYS = 366;

/** Days outside these years are slips of the keyboard too. */
const FIRST_DAY = '1990-01-01';
const LAST_DAY = '2099-12-31';

/** A row of the Closures list whose days can be meant. */
interface Stretch {
  readonly from: IsoDate;
  readonly to: IsoDate;
}

/**
 * What the rows of the Closures list come to. A row that can't be meant counts for nothing, and so does one that was
 * cancelled. Closed is closed for everybody: a closed row that names groups is a quiet period of theirs.
 * @param setDays days on which the plan is closed anyway
 */
export function readClosures(
  rows: readonly Closure[],
  setDays: readonly IsoDate[] = [],
): Pick<Plan, 'closures' | 'quietPeriods'> {
  const days = new Set(setDays);
  const quietPeriods: Plan['quietPeriods'][number][] = [];
  for (const row of rows) {
    const stretch = stretchOf(row);
    if (stretch === null) continue;
    if (countsAs(row) === 'Closed') for (const day of daysOf(stretch)) days.add(day);
    if (countsAs(row) === 'Quiet') quietPeriods.push({ title: row.title, ...stretch, groups: row.groups });
  }
  return { closures: [...days].toSorted(), quietPeriods };
}

/** The days of a row, both included; `null` where they can't be meant. */
export function stretchOf({ fromDate, toDate }: Pick<Closure, 'fromDate' | 'toDate'>): Stretch | null {
  const to = toDate ?? fromDate;
  if (!isDay(fromDate) || !isDay(to) || to < fromDate) return null;
  return daysBetween(fromDate, to) < LONGEST_CLOSURE_DAYS ? { from: fromDate, to } : null;
}

/** What a row counts as, whatever its days: closed only for the whole plan. */
export function countsAs({ kind, groups }: Pick<Closure, 'kind' | 'groups'>): Closure['kind'] {
  return kind === 'Closed' && groups.length > 0 ? 'Quiet' : kind;
}

/** What of a row of the Closures list can't be meant, in words that name the column and what belongs there. */
export function faultsOfClosure(row: Closure): string[] {
  const { fromDate, toDate, kind, groups } = row;
  if (kind === 'Cancelled') return [];
  const days: string[] = [];
  if (!isDay(fromDate))
    days.push('From date must be a date from 1990 to 2099; until then this row counts for nothing.');
  else if (toDate !== null && !isDay(toDate))
    days.push('To date must be a date from 1990 to 2099, or empty; until then this row counts for nothing.');
  else if (toDate !== null && toDate < fromDate)
    days.push('To date must not be before From date; until then this row counts for nothing.');
  else if (stretchOf(row) === null)
    days.push(
      `To date must be at most ${LONGEST_CLOSURE_DAYS} days from From date; until then this row counts for nothing.`,
    );
  return [
    ...days,
    ...(kind === null
      ? [`Kind must be one of: ${CLOSURE_KINDS.join(', ')}; until then this row counts for nothing.`]
      : []),
    ...(kind === 'Closed' && groups.length > 0
      ? [
          'Groups must be empty where Kind is Closed, for then the whole plan is closed; until then these groups are only left in peace, as if it were Quiet.',
        ]
      : []),
  ];
}

function isDay(date: IsoDate | null): date is IsoDate {
  return isIsoDate(date) && date >= FIRST_DAY && date <= LAST_DAY;
}

function daysOf({ from, to }: Stretch): IsoDate[] {
  const days: IsoDate[] = [];
  for (let day = from; day <= to; day = addDays(day, 1)) days.push(day);
  return days;
}
