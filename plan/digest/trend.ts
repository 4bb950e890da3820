import { formatShortDay } from '../calendar/dates.ts';
import type { ColourCounts, TrendPoint } from '../content.ts';
import { countColoursAt } from '../counts.ts';
import { endOf, plannedOf } from '../meetings/meetings.ts';
import type { Item, Plan } from '../plan.ts';
import { indexOf } from '../plan-index.ts';
import type { IsoDate, Meeting } from '../rows.ts';

/** Points of a trend, this meeting's among them. */
const MOST_POINTS = 6;
/** Two are `now` and `last time`, which is told in words anyway. */
const FEWEST_POINTS = 3;

/** How the colours of a group's items stood when its last check-ins closed, and stand now; empty where these are too few. */
export function trendOf(
  plan: Plan,
  items: readonly Item[],
  meeting: Meeting,
  now: ColourCounts,
): readonly TrendPoint[] {
  const planned = plannedOf(plan, meeting);
  if (planned === null) return [];
  const before = indexOf(plan)
    .meetingsOf(meeting.group)
    .flatMap((row) => {
      const held = row.state === 'Closed' && row.key !== meeting.key ? plannedOf(plan, row) : null;
      return held === null ? [] : [{ on: held.on, endedAt: endOf(row, held) }];
    })
    .filter(({ on }) => on < planned.on)
    .toSorted((one, other) => one.on.localeCompare(other.on))
    .slice(1 - MOST_POINTS);
  if (before.length + 1 < FEWEST_POINTS) return [];
  return [
    ...before.map(({ on, endedAt }) => ({
      words: dayWords(on),
      counts: countColoursAt(plan, items, endedAt),
    })),
    { words: dayWords(planned.on), counts: now },
  ];
}

/** `24 Jan`: the year stands elsewhere. */
function dayWords(day: IsoDate): string {
  return formatShortDay(day).slice(0, -' 2022'.length);
}
