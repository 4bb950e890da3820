import { isAfter, itemAsOf } from './as-of.ts';
import { momentAt } from './calendar/dates.ts';
import type { ColourCounts } from './content.ts';
import type { Rag } from './glossary.ts';
import type { Item, Plan, PlanSettings } from './plan.ts';
import { indexOf } from './plan-index.ts';
import type { IsoDate } from './rows.ts';
import { colourOf } from './schedule.ts';

/**
 * How many items have each colour, an item's colour being the worse of schedule and confidence.
 * Complete and embedded items count as complete; withdrawn ones are not counted.
 */
export function countColours(items: readonly Item[], settings: PlanSettings, today: IsoDate): ColourCounts {
  const counts = { green: 0, amber: 0, red: 0, complete: 0, undated: 0 };
  for (const item of items) {
    if (item.stage === 'Withdrawn') continue;
    if (item.stage === 'Complete' || item.stage === 'Embedded') counts.complete += 1;
    else {
      const colour = colourOf(item, settings, today);
      if (colour === 'Green') counts.green += 1;
      else if (colour === 'Amber') counts.amber += 1;
      else if (colour === 'Red') counts.red += 1;
      else counts.undated += 1;
    }
  }
  return counts;
}

/** Colours as they stood at a moment of the past. What was not in the plan then is not counted. */
export function countColoursAt(plan: Plan, items: readonly Item[], instant: Temporal.Instant): ColourCounts {
  const day = instant.toZonedDateTimeISO(plan.settings.timeZone).toPlainDate().toString();
  return countColours(
    items.filter((item) => wasThere(plan, item, instant)).map((item) => itemAsOf(plan, item, instant)),
    plan.settings,
    day,
  );
}

/**
 * Whether an item was in the plan at a moment. Only actions say since when: from the meeting they were raised at. Whatever
 * does not say counts as always there.
 */
export function wasThere(plan: Plan, { ref }: Item, instant: Temporal.Instant): boolean {
  const { actions, meetings, updatesOf } = indexOf(plan);
  const raisedAt = ref.list === 'Actions' ? actions.get(ref.key)?.raisedAt : null;
  const meeting = raisedAt ? meetings.get(raisedAt) : undefined;
  const [said] = updatesOf(ref);
  const moments = [meeting?.startsAt, meeting?.closedAt].filter((at) => typeof at === 'string');
  const isLater = moments.length > 0 && moments.every((at) => isAfter({ at }, instant));
  return !isLater || (said !== undefined && !isAfter(said, instant));
}

/** The colour of an item as it stood at the end of a past day; `null` when it was closed or had none. */
export function colourAt(plan: Plan, item: Item, day: IsoDate): Rag | null {
  return colourOf(itemAsOf(plan, item, endOfDay(day, plan.settings.timeZone)), plan.settings, day);
}

/** The last moment of a day in a zone. */
export function endOfDay(day: IsoDate, timeZone: string): Temporal.Instant {
  const next = Temporal.PlainDate.from(day).add({ days: 1 }).toString();
  return momentAt(next, '00:00', timeZone).subtract({ milliseconds: 1 });
}
