import { addDays, formatMoment, formatPeriod, todayIn } from '../calendar/dates.ts';
import { newlyRedIn } from '../changes.ts';
import { type AskedItem, askedItems } from '../check-in.ts';
import type { DigestContent } from '../content.ts';
import { countColours, countColoursAt } from '../counts.ts';
import { digestHeadline } from '../headline.ts';
import { groupItems, isClosed, ownerName } from '../items.ts';
import { meetingAfter } from '../meetings/find-meeting.ts';
import { hasOwnChannel, lineFor } from '../narrative.ts';
import { periodOfMeeting } from '../period.ts';
import type { Item, Plan } from '../plan.ts';
import type { Group, IsoDate, Meeting } from '../rows.ts';
import { expectedDue, isStale } from '../schedule.ts';
import { commentedIn } from './commented.ts';
import { happenedIn } from './happened.ts';
import { overdueOf, overdueOrRed } from './overdue-or-red.ts';
import { raisedAt, toldAt } from './told.ts';
import { trendOf } from './trend.ts';
import { blockedOf, blockingOf } from './waits.ts';

/** How far a digest looks ahead where no next meeting is planned. */
const FORTNIGHT_DAYS = 14;

/**
 * How a group stands after a meeting, and what it has to do until the next: colours and their trend, what is overdue or
 * Red, who waits on whom, what is due. The summary was the record of the meeting; of what that told the digest gives the
 * number only, and names what came after it.
 */
export function buildDigest(
  plan: Plan,
  group: Group,
  meeting: Meeting,
  now: Temporal.Instant,
): DigestContent {
  const { settings } = plan;
  const today = todayIn(now, settings.timeZone);
  const period = periodOfMeeting(plan, group, meeting, now);
  const next = meetingAfter(plan, group, meeting);
  const items = groupItems(plan, group.key);
  const open = items.filter((item) => !isClosed(item.stage));
  const isOwn = hasOwnChannel(plan, group);
  const shown = (item: Item) => lineFor(plan, item, now, () => isOwn);
  const asked = askedItems(plan, meeting, now);
  const raised = raisedAt(plan, meeting, items);
  const told = toldAt(plan, meeting, { asked, raised });
  const all = happenedIn(plan, items, period, isOwn);
  const news = told === null ? all : happenedIn(plan, items, { from: told, to: now }, isOwn);
  const blocked = blockedOf(plan, group, now, told);
  const blocking = blockingOf(plan, group, now);
  const turnedRed = newlyRedIn(plan, items, period).map(({ line }) => line);
  const troubled = overdueOrRed(plan, open, today, { turnedRed, shown });
  const counts = countColours(items, settings, today);
  const answered = asked.filter(({ answer }) => answer !== null);
  return {
    kind: 'digest',
    planId: plan.id,
    planName: plan.name,
    groupName: group.title,
    periodWords: formatPeriod(period.fromDay, period.toDay),
    headline: digestHeadline({
      completed: all.completed.length,
      slipped: all.slipped.length,
      newlyRed: turnedRed.length,
      red: troubled.length,
      overdue: overdueOf(open, today),
      blocked: blocked.length,
      blocking: blocking.length,
      answered: answered.length,
      asked: asked.length,
    }),
    now: counts,
    before: period.isFirst ? null : countColoursAt(plan, items, period.from),
    overdueOrRed: troubled,
    trend: trendOf(plan, items, meeting, counts),
    told:
      told === null
        ? null
        : {
            completed: all.completed.length - news.completed.length,
            slipped: all.slipped.length - news.slipped.length,
            newActions: raised.length,
          },
    ...news,
    dueNext: dueBefore(open, next?.on ?? addDays(period.toDay, FORTNIGHT_DAYS), today).map(shown),
    blocked,
    blocking,
    commented: isOwn
      ? commentedIn(plan, items, period).map(({ item, words }) => ({ line: shown(item), words }))
      : [],
    stale: open.filter((item) => isStale(plan, item, now)).map(shown),
    answeredCount: answered.length,
    askedCount: asked.length,
    answeredBy: namesOf(plan, answered),
    nextMeetingWords: next === null ? null : formatMoment(next.startsAt, settings.timeZone),
  };
}

/** Open items due from today until a day, that day too; soonest first. */
function dueBefore(open: readonly Item[], until: IsoDate, today: IsoDate): readonly Item[] {
  return open
    .map((item) => ({ item, due: expectedDue(item) }))
    .filter(({ due }) => due !== null && due >= today && due <= until)
    .toSorted((one, other) => (one.due ?? '').localeCompare(other.due ?? ''))
    .map(({ item }) => item);
}

/** Who answered, in the order they did. */
function namesOf(plan: Plan, answered: readonly AskedItem[]): readonly string[] {
  const answers = answered
    .map(({ answer }) => answer)
    .filter((answer) => answer !== null)
    .toSorted((one, other) => (one.at ?? '').localeCompare(other.at ?? ''));
  return [...new Set(answers.map(({ by }) => ownerName(plan, by) ?? 'Somebody'))];
}
