import { addDays, formatDay, momentAt, todayIn } from '../calendar/dates.ts';
import { askedItems } from '../check-in.ts';
import { groupName } from '../items.ts';
import { checkInGroups } from '../meetings/check-in-groups.ts';
import { type PlannedMeeting, plannedOf } from '../meetings/meetings.ts';
import type { Plan } from '../plan.ts';
import { indexOf } from '../plan-index.ts';
import type { IsoDate, Meeting } from '../rows.ts';
import { LOOK_BACK_DAYS, type Reminded } from './reminded.ts';
import { isSilentInCheckIns } from './silent-check-ins.ts';

/** A check-in of which its owners are told on a day. */
interface Told {
  readonly meeting: Meeting;
  readonly planned: PlannedMeeting;
  readonly fellOn: IsoDate;
}

/**
 * What a check-in asked and nobody has answered: once, after it was closed; while it is open, its card in the channel
 * asks. Once a group's next check-in is open, that one asks instead.
 */
export function unanswered(plan: Plan, day: IsoDate): Reminded[] {
  const at = momentAt(day, plan.settings.opensAt, plan.settings.timeZone);
  return [...latestOf(plan, day)].flatMap(({ meeting, planned, fellOn }) =>
    askedItems(plan, meeting, at).flatMap(({ item, answer }): Reminded[] => {
      if (answer !== null || item.owner === null) return [];
      const always = isSilentInCheckIns(plan, item);
      const says = () => wordsOf(plan, planned, always);
      return [{ item, why: 'check-in unanswered', to: item.owner, fellOn, says, always }];
    }),
  );
}

/** The last of each group's check-ins that has come to be told of, unless the next one is open. */
function latestOf(plan: Plan, day: IsoDate): readonly Told[] {
  const first = addDays(day, -LOOK_BACK_DAYS);
  return checkInGroups(plan).flatMap(({ key }) => {
    let latest: (Omit<Told, 'fellOn'> & { readonly fellOn: IsoDate | null }) | null = null;
    for (const meeting of indexOf(plan).meetingsOf(key)) {
      const planned = isPerhapsTold(meeting, first) ? plannedOf(plan, meeting) : null;
      if (planned === null || (latest !== null && latest.planned.on > planned.on)) continue;
      const fellOn = toldOn(plan, meeting);
      if (fellOn === null || (fellOn > first && fellOn <= day)) latest = { meeting, planned, fellOn };
    }
    return latest === null || latest.fellOn === null ? [] : [{ ...latest, fellOn: latest.fellOn }];
  });
}

function isPerhapsTold({ state, closedAt }: Meeting, first: IsoDate): boolean {
  return state === 'Open' || (state === 'Closed' && closedAt !== null && closedAt >= first);
}

/** The day on which a closed check-in is told of; `null` of one that is open. */
function toldOn(plan: Plan, { state, closedAt }: Meeting): IsoDate | null {
  if (state !== 'Closed' || closedAt === null) return null;
  const { opensAt, timeZone } = plan.settings;
  const closed = Temporal.Instant.from(closedAt);
  const closedOn = todayIn(closed, timeZone);
  // What is closed before that day's reminders go out is in them.
  const isIn = Temporal.Instant.compare(closed, momentAt(closedOn, opensAt, timeZone)) <= 0;
  return isIn ? closedOn : addDays(closedOn, 1);
}

function wordsOf(plan: Plan, { groupKey, on }: PlannedMeeting, isSilent: boolean): string {
  const group = groupName(plan, groupKey) ?? 'its group';
  const closed = `The check-in of ${group} for ${formatDay(on)} is closed; answering is a late update.`;
  return isSilent
    ? `${closed} Nobody has answered for it in ${plan.settings.escalateAfterWeeks} check-ins or more, one after another.`
    : closed;
}
