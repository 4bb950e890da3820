import { daysBetween, dueDate, lastDayOfMonth } from './calendar/dates.ts';
import { CLOSED_STAGES, type DuePrecision, type Rag } from './glossary.ts';
import type { Item, Plan, PlanSettings } from './plan.ts';
import { indexOf } from './plan-index.ts';
import type { IsoDate, RowKey } from './rows.ts';

/** What the dates of an item are judged by. */
export type DatedItem = Pick<Item, 'stage' | 'baselineDue' | 'forecastDue' | 'duePrecision'>;

/**
 * How exactly the forecast is known. An item promised for a month may be expected on an exact day:
 * a forecast that is neither the date first promised nor a month's end means that day.
 */
export function forecastPrecision(item: DatedItem): DuePrecision | null {
  if (item.duePrecision !== 'Month' || item.forecastDue === null) return item.duePrecision;
  const isMonth =
    item.forecastDue === item.baselineDue || item.forecastDue === lastDayOfMonth(item.forecastDue);
  return isMonth ? 'Month' : 'Day';
}

/** The day an item was first promised for; `null` when it has no date. */
export function promisedDue(item: DatedItem): IsoDate | null {
  return item.baselineDue === null ? null : dueDate(item.baselineDue, item.duePrecision);
}

/** The day an item is now expected: its forecast, else its baseline; `null` when it has no date. */
export function expectedDue(item: DatedItem): IsoDate | null {
  return item.forecastDue === null ? promisedDue(item) : dueDate(item.forecastDue, forecastPrecision(item));
}

/**
 * The colour of the schedule, worked out from the dates and never typed. Green: expected by the date
 * first promised. Amber: later, within the plan's tolerance. Red: beyond it, or overdue with no newer
 * forecast. `null` for closed items and for items without a date.
 */
export function scheduleRag(item: DatedItem, settings: PlanSettings, today: IsoDate): Rag | null {
  const expected = expectedDue(item);
  if (expected === null || !isOpen(item)) return null;
  if (expected < today) return 'Red';
  const promised = promisedDue(item) ?? expected;
  if (expected <= promised) return 'Green';
  return daysBetween(promised, expected) <= settings.toleranceDays ? 'Amber' : 'Red';
}

/** Open, and the day it was expected has passed. */
export function isOverdue(item: DatedItem, today: IsoDate): boolean {
  const expected = expectedDue(item);
  return expected !== null && expected < today && isOpen(item);
}

/** The owner says Green while the schedule is Red, or the other way round. */
export function disagrees(
  item: DatedItem & Pick<Item, 'confidence'>,
  settings: PlanSettings,
  today: IsoDate,
): boolean {
  const schedule = scheduleRag(item, settings, today);
  return (
    (item.confidence === 'Green' && schedule === 'Red') || (item.confidence === 'Red' && schedule === 'Green')
  );
}

/** The one colour an item is shown and counted by: the worse of schedule and confidence. */
export function worseOf(schedule: Rag | null, confidence: Rag | null): Rag | null {
  for (const rag of ['Red', 'Amber', 'Green'] as const) {
    if (schedule === rag || confidence === rag) return rag;
  }
  return null;
}

/** The one colour of an item today; `null` for closed items and those with neither date nor confidence. */
export function colourOf(
  item: DatedItem & Pick<Item, 'confidence'>,
  settings: PlanSettings,
  today: IsoDate,
): Rag | null {
  return isOpen(item) ? worseOf(scheduleRag(item, settings, today), item.confidence) : null;
}

/**
 * How many of its group's meetings have been held since the last word about an item. Only meetings whose
 * check-in Milepost has closed count, so nothing in a plan imported today is stale; the meeting an
 * answer was given for, or an action was raised at, does not count against it, nor does `except`.
 */
export function meetingsWithoutWord(
  plan: Plan,
  item: Item,
  now: Temporal.Instant,
  except: RowKey | null = null,
): number {
  const index = indexOf(plan);
  const last = index.updatesOf(item.ref).at(-1);
  const raisedAt = item.ref.list === 'Actions' ? index.actions.get(item.ref.key)?.raisedAt : null;
  const raised = raisedAt ? index.meetings.get(raisedAt)?.startsAt : null;
  const since = [item.latestUpdate, last?.at, raised]
    .filter((at) => typeof at === 'string')
    .map((at) => Temporal.Instant.from(at).epochMilliseconds);
  const sinceMs = Math.max(Number.NEGATIVE_INFINITY, ...since);
  return index.meetingsOf(item.group).filter((meeting) => {
    if (meeting.state !== 'Closed' || meeting.startsAt === null) return false;
    if ([last?.meeting, raisedAt, except].includes(meeting.key)) return false;
    const startedMs = Date.parse(meeting.startsAt);
    return startedMs > sinceMs && startedMs <= now.epochMilliseconds;
  }).length;
}

/** Open, with a group, and without a word for more of its meetings (but `except`) than the plan allows. */
export function isStale(
  plan: Plan,
  item: Item,
  now: Temporal.Instant,
  except: RowKey | null = null,
): boolean {
  if (item.group === null || !isOpen(item)) return false;
  return meetingsWithoutWord(plan, item, now, except) > plan.settings.staleAfterMeetings;
}

function isOpen(item: DatedItem): boolean {
  return !CLOSED_STAGES.some((closed) => closed === item.stage);
}
