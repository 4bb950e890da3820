import { addDays, daysBetween, formatDay, isIsoDate, laterDay, todayIn } from '../calendar/dates.ts';
import { endOfDay } from '../counts.ts';
import { AppError } from '../errors.ts';
import type { Plan } from '../plan.ts';
import type { IsoDate } from '../rows.ts';

/** Without a chosen day, changes are told of the last fortnight. */
const CHANGES_DAYS = 14;

/** Days somebody chose; `null` = not chosen. */
export interface ChosenDays {
  readonly on: IsoDate | null;
  readonly since: IsoDate | null;
}

/** The moments a dashboard is about. */
export interface DaysShown {
  /** The day shown. */
  readonly today: IsoDate;
  readonly isPast: boolean;
  /** Now, or the end of the day shown. */
  readonly at: Temporal.Instant;
  readonly since: IsoDate;
  /** The end of that day. */
  readonly sinceAt: Temporal.Instant;
  /** The day the plan began, as far as it tells. */
  readonly firstDay: IsoDate;
  /** The day it is. */
  readonly lastDay: IsoDate;
}

/**
 * Which moments are meant by the days somebody chose.
 * @throws AppError `BAD_INPUT` for what is no day, a day to come, or changes since a day after the one shown
 */
export function daysShown(plan: Plan, { on, since }: ChosenDays, now: Temporal.Instant): DaysShown {
  const { timeZone } = plan.settings;
  const actual = todayIn(now, timeZone);
  const today = checked(on ?? actual, 'shown');
  if (today > actual) throw notADay(`${formatDay(today)} is still to come. Choose today or a day before it.`);
  const firstDay = beganOn(plan, actual);
  const from = checked(since ?? usualSince(today, firstDay), 'to compare with');
  if (daysBetween(from, today) < 0) {
    throw notADay('The day to compare with must not be after the day shown. Choose an earlier one.');
  }
  const isPast = today < actual;
  return {
    today,
    isPast,
    at: isPast ? endOfDay(today, timeZone) : now,
    since: from,
    sinceAt: from === actual ? now : endOfDay(from, timeZone),
    firstDay,
    lastDay: actual,
  };
}

/** The day of the first word or the first meeting there was; today without any. */
function beganOn(plan: Plan, actual: IsoDate): IsoDate {
  const moments = [plan.updates.find(({ at }) => at !== null)?.at, plan.meetings[0]?.startsAt];
  return moments
    .flatMap((at) => (at ? [todayIn(Temporal.Instant.from(at), plan.settings.timeZone)] : []))
    .reduce((first, day) => (day < first ? day : first), actual);
}

/** A fortnight before, but not before there was anything to compare with, which is the day before the plan began. */
function usualSince(today: IsoDate, firstDay: IsoDate): IsoDate {
  const from = laterDay(addDays(today, -CHANGES_DAYS), addDays(firstDay, -1));
  return from > today ? today : from;
}

function checked(text: string, role: string): IsoDate {
  if (isIsoDate(text)) return text;
  throw notADay(`The day ${role} is not a date. Write it like 2022-01-24, or choose it from the calendar.`);
}

function notADay(userMessage: string): AppError {
  return new AppError({ code: 'BAD_INPUT', message: 'a day that cannot be shown', userMessage });
}
