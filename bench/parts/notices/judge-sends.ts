import { BANK_HOLIDAYS } from '../../../plan/calendar/bank-holidays.ts';
import type { Preferences } from '../../../plan/notices/preferences.ts';
import type { Plan } from '../../../plan/plan.ts';
import type { Sent } from './sent-log.ts';

/** What people were promised of when they are written to. */
export interface Promises {
  readonly plans: readonly Plan[];
  /** By directory id in small letters. */
  readonly preferences: ReadonlyMap<string, Partial<Preferences>>;
}

/** A summary goes out when its check-in closes, at the end of the day: so long after at most, the clock moving by hours. */
const SUMMARY_MINUTES = 75;

const holidays: ReadonlySet<string> = new Set(BANK_HOLIDAYS.map(({ date }) => date));

/** Messages beyond what was promised, in words: by its own few lines, not by those that decide what is due. */
export function complaintsOf(sent: readonly Sent[], promises: Promises): string[] {
  return [
    ...sent.flatMap((one) => outsideHours(one, promises)),
    ...tooMany(sent, promises),
    ...saidTwice(sent, promises),
  ];
}

/** The most messages that anybody got on one of their days. */
export function mostADay(sent: readonly Sent[], promises: Pick<Promises, 'plans'>): number {
  return Math.max(0, ...byPersonAndDay(sent, promises).values());
}

/** Outside by the clock of whoever sent and by the right one: a clock that is slow is no fault of the rules. */
function outsideHours(one: Sent, promises: Promises): string[] {
  const byRightClock = outsideHoursAt({ ...one, at: one.rightly }, promises);
  return byRightClock.length === 0 ? [] : outsideHoursAt(one, promises);
}

function outsideHoursAt(one: Sent, { plans, preferences }: Promises): string[] {
  const { settings } = firstOf(plans);
  const { day, time, dayOfWeek } = localOf(one, plans);
  const what = `${one.kind} to ${one.to} on ${day} at ${time}`;
  if (dayOfWeek > 5 || holidays.has(day)) return [`${what}: not a working day`];
  if (one.kind === 'summary') {
    const minutes = minutesOf(time) - minutesOf(settings.closesAt);
    if (time < settings.opensAt) return [`${what}: before people begin to work`];
    return minutes > SUMMARY_MINUTES ? [`${what}: long after its check-in closed`] : [];
  }
  if (time < settings.opensAt || time >= settings.closesAt) return [`${what}: outside working hours`];
  return one.kind === 'reminder'
    ? againstWishes(one, { plans, wishes: preferences.get(one.to) ?? {}, what })
    : [];
}

function againstWishes(
  one: Sent,
  {
    plans,
    wishes,
    what,
  }: { readonly plans: readonly Plan[]; readonly wishes: Partial<Preferences>; readonly what: string },
): string[] {
  const { day, time, dayOfWeek } = localOf(one, plans);
  const { quietFrom = null, quietTo = null, workDays, snoozedUntil = null } = wishes;
  const isQuiet =
    quietFrom !== null &&
    quietTo !== null &&
    (quietFrom <= quietTo ? time >= quietFrom && time < quietTo : time >= quietFrom || time < quietTo);
  const isAway = plans.some(({ owners }) =>
    owners.some(
      ({ entraObjectId, awayFrom, awayTo }) =>
        entraObjectId?.toLowerCase() === one.to &&
        awayFrom !== null &&
        awayFrom <= day &&
        (awayTo === null || day <= awayTo),
    ),
  );
  return [
    ...(isQuiet ? [`${what}: in their quiet hours`] : []),
    ...(workDays !== undefined && !workDays.includes(dayOfWeek)
      ? [`${what}: they do not work that day`]
      : []),
    ...(snoozedUntil !== null && day < snoozedUntil ? [`${what}: snoozed until ${snoozedUntil}`] : []),
    ...(isAway ? [`${what}: they are away`] : []),
  ];
}

function tooMany(sent: readonly Sent[], promises: Promises): string[] {
  return [...byPersonAndDay(sent, promises)].flatMap(([name, count]) =>
    count > 1 ? [`${name}: ${count} personal messages`] : [],
  );
}

/** The same words to the same place on the same day. */
function saidTwice(sent: readonly Sent[], { plans }: Promises): string[] {
  const seen = new Set<string>();
  return sent.flatMap((one) => {
    const name = `${one.kind} to ${one.to} on ${localOf(one, plans).day} ${one.words}`;
    if (seen.has(name)) return [`${name}: said twice`];
    seen.add(name);
    return [];
  });
}

function byPersonAndDay(
  sent: readonly Sent[],
  { plans }: Pick<Promises, 'plans'>,
): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const one of sent.filter(({ toPerson }) => toPerson)) {
    const name = `${one.to} on ${localOf(one, plans).day}`;
    counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  return counts;
}

function localOf({ at }: Sent, plans: readonly Plan[]) {
  const local = at.toZonedDateTimeISO(firstOf(plans).settings.timeZone);
  return {
    day: local.toPlainDate().toString(),
    time: local.toPlainTime().toString({ smallestUnit: 'minute' }),
    dayOfWeek: local.dayOfWeek,
  };
}

/** All plans of a trial have the same zone and hours. */
function firstOf(plans: readonly Plan[]): Plan {
  const [plan] = plans;
  if (plan === undefined) throw new Error('There is no plan.');
  return plan;
}

function minutesOf(time: string): number {
  const { hour, minute } = Temporal.PlainTime.from(time);
  return hour * 60 + minute;
}
