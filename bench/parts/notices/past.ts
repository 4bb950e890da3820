import { addDays, todayIn } from '../../../plan/calendar/dates.ts';
import { itemsOf } from '../../../plan/items.ts';
import { calendarOf, type PlannedMeeting, rowOfPlanned } from '../../../plan/meetings/meetings.ts';
import type { Item, Plan } from '../../../plan/plan.ts';
import type { Meeting, Update } from '../../../plan/rows.ts';
import { makeUpdate } from '../../../tests/helpers/make-plan.ts';

/** Meetings of so long ago are in the plan. */
const MEETINGS_DAYS = 90;
/** Days between two updates of an item. */
const UPDATE_DAYS = 17;

/** The plan after it was worked with until `now`: its meetings held, and each item spoken of so many times. */
export function withPast(
  plan: Plan,
  { now, updatesEach }: { readonly now: Temporal.Instant; readonly updatesEach: number },
): Plan {
  const today = todayIn(now, plan.settings.timeZone);
  const range = { from: addDays(today, -MEETINGS_DAYS), to: addDays(today, 14) };
  const meetings = plan.groups.flatMap((group) =>
    calendarOf(plan, group, range)
      .filter(({ opensAt }) => Temporal.Instant.compare(opensAt, now) <= 0)
      .map((planned) => ({ ...rowOfPlanned(group, planned), ...stateAt(planned, now) })),
  );
  const updates = itemsOf(plan).flatMap((item, at) => updatesOf(item, { at, now, count: updatesEach }));
  return { ...plan, meetings, updates };
}

function stateAt({ closesAt }: PlannedMeeting, now: Temporal.Instant): Pick<Meeting, 'state' | 'closedAt'> {
  if (Temporal.Instant.compare(now, closesAt) < 0) return { state: 'Open', closedAt: null };
  return { state: 'Closed', closedAt: closesAt.toString() };
}

/** The last one some days ago, another number of them for each item. */
function updatesOf(
  item: Item,
  { at, now, count }: { readonly at: number; readonly now: Temporal.Instant; readonly count: number },
): Update[] {
  return Array.from({ length: count }, (_, turn) => {
    const days = (at % UPDATE_DAYS) + 1 + (count - 1 - turn) * UPDATE_DAYS;
    const key = `${item.ref.list}-${item.ref.key}-${turn}`;
    return makeUpdate({
      key,
      answerId: key,
      itemList: item.ref.list,
      itemNumber: item.itemId,
      itemKey: item.ref.key,
      by: item.owner,
      at: now.subtract({ hours: 24 * days }).toString(),
      stage: item.stage,
      forecastDue: item.forecastDue,
      previousStage: item.stage,
      previousForecastDue: item.forecastDue,
    });
  }).toSorted((one, other) => (one.at ?? '').localeCompare(other.at ?? ''));
}
