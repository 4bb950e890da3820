import { isWorkingDay } from '../../../plan/calendar/working-days.ts';
import type { PlannedMeeting } from '../../../plan/meetings/meetings.ts';

/** What became of a group's fortnights. */
export interface Fortnight {
  /** Fortnights there are, counted one by one. */
  readonly counted: number;
  readonly held: number;
  /** Different days on which meetings are held. */
  readonly days: number;
  /** Meetings that are not held on the day of the rhythm, and by how many days at most. */
  readonly moved: number;
  readonly furthest: number;
  readonly broken: readonly string[];
}

/** Holds the meetings of a group that meets every fortnight against a calendar that is counted day by day. */
export function fortnightsOf(
  meetings: readonly Pick<PlannedMeeting, 'on'>[],
  { firstMeeting, to }: { readonly firstMeeting: string; readonly to: string },
): Fortnight {
  const expected: { readonly day: string; readonly movedDays: number }[] = [];
  for (let day = Temporal.PlainDate.from(firstMeeting); day.toString() <= to; day = day.add({ weeks: 2 })) {
    let held = day;
    while (!isWorkingDay(held.toString(), [])) held = held.add({ days: 1 });
    if (held.toString() <= to)
      expected.push({ day: held.toString(), movedDays: day.until(held, { largestUnit: 'days' }).days });
  }
  const days = new Set(meetings.map(({ on }) => on));
  const missing = expected.filter(({ day }) => !days.has(day));
  const known = new Set(expected.map(({ day }) => day));
  const tooMany = [...days].filter((day) => !known.has(day));
  return {
    counted: expected.length,
    held: meetings.length,
    days: days.size,
    moved: expected.filter(({ movedDays }) => movedDays > 0).length,
    furthest: Math.max(...expected.map(({ movedDays }) => movedDays)),
    broken: [
      ...missing.map(({ day }) => `No meeting on ${day}, in the fortnights from ${firstMeeting}.`),
      ...tooMany.map((day) => `A meeting on ${day} that the fortnights from ${firstMeeting} do not name.`),
      ...(days.size < meetings.length
        ? [`Two meetings on one day, in the fortnights from ${firstMeeting}.`]
        : []),
    ],
  };
}
