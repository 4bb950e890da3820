import { momentAt, todayIn } from '../calendar/dates.ts';
import type { Item, Plan } from '../plan.ts';
import { indexOf, momentOf } from '../plan-index.ts';
import type { IsoDate } from '../rows.ts';

/** The day on which somebody last spoke of an item; `null` where nobody has, or nobody knows when. */
export function lastWordOn(plan: Plan, { ref }: Item): IsoDate | null {
  const last = indexOf(plan).updatesOf(ref).at(-1)?.at;
  return last ? todayIn(Temporal.Instant.from(last), plan.settings.timeZone) : null;
}

/** Whether somebody has spoken of an item on a day or since. */
export function isSpokenOfSince(plan: Plan, { ref }: Item, day: IsoDate): boolean {
  const last = indexOf(plan).updatesOf(ref).at(-1);
  const begins = momentAt(day, '00:00', plan.settings.timeZone);
  return last !== undefined && momentOf(last) >= begins.epochMilliseconds;
}
