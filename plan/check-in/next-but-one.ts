import { addDays } from '../calendar/dates.ts';
import { meetingDays, type PlannedMeeting } from '../meetings/meetings.ts';
import type { Plan } from '../plan.ts';
import { indexOf } from '../plan-index.ts';
import type { Group, IsoDate, Meeting } from '../rows.ts';

/** How far ahead the next-but-one meeting is looked for: near first, then as far as a board's rhythm goes. */
const LOOK_AHEAD_DAYS = [60, 400] as const;

/** Worked out once for each meeting: an answer changes neither its group nor the meetings. */
const nextDays = new WeakMap<Group, WeakMap<readonly Meeting[], Map<IsoDate, IsoDate | null>>>();

/** The day of the second meeting after this one; `null` when there is none. */
export function nextButOne(plan: Plan, meeting: PlannedMeeting): IsoDate | null {
  const group = indexOf(plan).groups.get(meeting.groupKey);
  if (!group) return null;
  const ofGroup = nextDays.get(group) ?? new WeakMap();
  nextDays.set(group, ofGroup);
  const days: Map<IsoDate, IsoDate | null> = ofGroup.get(plan.meetings) ?? new Map();
  ofGroup.set(plan.meetings, days);
  const known = days.get(meeting.on);
  if (known !== undefined) return known;
  const found = findNextButOne(plan, group, meeting.on);
  days.set(meeting.on, found);
  return found;
}

function findNextButOne(plan: Plan, group: Group, on: IsoDate): IsoDate | null {
  for (const days of LOOK_AHEAD_DAYS) {
    const range = { from: addDays(on, 1), to: addDays(on, days) };
    const second = meetingDays(plan, group, range)[1];
    if (second !== undefined) return second;
  }
  return null;
}
