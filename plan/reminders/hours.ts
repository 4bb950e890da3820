import { addDays, momentAt } from '../calendar/dates.ts';
import type { Preferences } from '../notices/preferences.ts';
import { spreadMinutes } from '../notices/spread.ts';
import type { Plan } from '../plan.ts';
import type { IsoDate } from '../rows.ts';

/** From one moment until just before another. */
export interface Stretch {
  readonly from: Temporal.Instant;
  readonly to: Temporal.Instant;
}

/**
 * When somebody may be sent what a plan has for them on a day: from their own minute after it opens until it closes,
 * outside their quiet hours; `null` where that leaves no time. Quiet hours that begin later end it: what was not sent by
 * then waits for the next day.
 * @param subject directory id in small letters
 */
export function hoursOn(
  plan: Plan,
  { subject, preferences }: { readonly subject: string; readonly preferences: Preferences },
  day: IsoDate,
): Stretch | null {
  const { opensAt, closesAt, timeZone } = plan.settings;
  const opening = momentAt(day, opensAt, timeZone);
  const closing = momentAt(day, closesAt, timeZone);
  const minutes = spreadMinutes(subject, plan.owners.length);
  let from = minutes === 0 ? opening : opening.add({ minutes });
  const quiet = quietOn(preferences, day, timeZone);
  for (const stretch of quiet) if (isIn(stretch, from)) from = stretch.to;
  if (!isBefore(from, closing)) return null;
  const next = quiet.find((stretch) => isBefore(from, stretch.from));
  return { from, to: next !== undefined && isBefore(next.from, closing) ? next.from : closing };
}

/** Quiet hours that touch a day, in order. Equal ends say nothing. */
function quietOn({ quietFrom, quietTo }: Preferences, day: IsoDate, timeZone: string): readonly Stretch[] {
  if (quietFrom === null || quietTo === null || quietFrom === quietTo) return [];
  const [from, to] = [momentAt(day, quietFrom, timeZone), momentAt(day, quietTo, timeZone)];
  if (quietFrom < quietTo) return [{ from, to }];
  return [
    { from: momentAt(day, '00:00', timeZone), to },
    { from, to: momentAt(addDays(day, 1), '00:00', timeZone) },
  ];
}

function isIn({ from, to }: Stretch, moment: Temporal.Instant): boolean {
  return !isBefore(moment, from) && isBefore(moment, to);
}

function isBefore(one: Temporal.Instant, other: Temporal.Instant): boolean {
  return Temporal.Instant.compare(one, other) < 0;
}
