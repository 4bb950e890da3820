import { addDays, formatDay, formatMoment, momentAt, todayIn } from '../calendar/dates.ts';
import { workingDayOnOrBefore } from '../calendar/working-days.ts';
import { askedItems } from '../check-in.ts';
import { groupName } from '../items.ts';
import { checkInGroups } from '../meetings/check-in-groups.ts';
import { type PlannedMeeting, plannedOf } from '../meetings/meetings.ts';
import type { Plan } from '../plan.ts';
import { indexOf } from '../plan-index.ts';
import type { IsoDate, Meeting } from '../rows.ts';
import { LOOK_BACK_DAYS, type Reminded } from './reminded.ts';

/** A check-in of which its owners are told on a day. */
interface Told {
  readonly meeting: Meeting;
  readonly planned: PlannedMeeting;
  readonly fellOn: IsoDate;
}

/**
 * What a check-in asked and nobody has answered: once while it is open, on the morning of the meeting's day, when an
 * answer still reaches the meeting; and once after it was closed. Once a group's next check-in is open, it asks instead.
 */
export function unanswered(plan: Plan, day: IsoDate): Reminded[] {
  const at = momentAt(day, plan.settings.opensAt, plan.settings.timeZone);
  return [...latestOf(plan, day)].flatMap(({ meeting, planned, fellOn }) =>
    askedItems(plan, meeting, at).flatMap(({ item, answer }): Reminded[] => {
      if (answer !== null || item.owner === null) return [];
      const says = () => wordsOf(plan, meeting, planned);
      return [{ item, why: 'check-in unanswered', to: item.owner, fellOn, says }];
    }),
  );
}

/** The last of each group's check-ins that has come to be told of. */
function latestOf(plan: Plan, day: IsoDate): Iterable<Told> {
  const latest = new Map<string, Told>();
  const first = addDays(day, -LOOK_BACK_DAYS);
  for (const { key } of checkInGroups(plan)) {
    for (const meeting of indexOf(plan).meetingsOf(key)) {
      const planned = isPerhapsTold(meeting, first) ? plannedOf(plan, meeting) : null;
      const known = latest.get(key);
      if (planned === null || (known && known.planned.on > planned.on)) continue;
      const fellOn = toldOn(plan, meeting, planned);
      if (fellOn === null) continue;
      if (fellOn > first && fellOn <= day) latest.set(key, { meeting, planned, fellOn });
      else if (meeting.state === 'Open') latest.delete(key);
    }
  }
  return latest.values();
}

function isPerhapsTold({ state, closedAt }: Meeting, first: IsoDate): boolean {
  return state === 'Open' || (state === 'Closed' && closedAt !== null && closedAt >= first);
}

function toldOn(plan: Plan, { state, closedAt }: Meeting, { on }: PlannedMeeting): IsoDate | null {
  if (state === 'Open') return workingDayOnOrBefore(on, plan.closures);
  if (closedAt === null) return null;
  const { opensAt, timeZone } = plan.settings;
  const closed = Temporal.Instant.from(closedAt);
  const closedOn = todayIn(closed, timeZone);
  // What is closed before that day's reminders go out is in them.
  const isIn = Temporal.Instant.compare(closed, momentAt(closedOn, opensAt, timeZone)) <= 0;
  return isIn ? closedOn : addDays(closedOn, 1);
}

function wordsOf(plan: Plan, { state }: Meeting, { groupKey, on, closesAt }: PlannedMeeting): string {
  const group = groupName(plan, groupKey) ?? 'its group';
  if (state === 'Closed')
    return `The check-in of ${group} for ${formatDay(on)} is closed; answering is a late update.`;
  return `The check-in of ${group} for ${formatDay(on)} is open until ${formatMoment(closesAt, plan.settings.timeZone)}.`;
}
