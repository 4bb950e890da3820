import type { PlanSettings } from '../plan.ts';
import type { Group } from '../rows.ts';
import { hasRhythm, readMeetingTime } from './rhythm.ts';

/** `Every 2 weeks on Mondays, 10:00`, `Every 2 months, 10:00`; `null` where the rhythm can't be read. */
export function rhythmWords(group: Group, settings: PlanSettings): string | null {
  if (!hasRhythm(group) || group.firstMeeting === null) return null;
  const weekday = Temporal.PlainDate.from(group.firstMeeting).toLocaleString('en-GB', { weekday: 'long' });
  const time = readMeetingTime(group.meetingTime ?? '') ?? settings.opensAt;
  const { everyWeeks, everyMonths } = group;
  const every = everyWeeks === null ? everyOf(everyMonths ?? 1, 'month') : everyOf(everyWeeks, 'week');
  return everyWeeks === null ? `${every}, on a ${weekday}, ${time}` : `${every} on ${weekday}s, ${time}`;
}

function everyOf(count: number, unit: string): string {
  return count === 1 ? `Every ${unit}` : `Every ${count} ${unit}s`;
}
