import { itemAsOf } from './as-of.ts';
import { momentAt } from './calendar/dates.ts';
import type { ColourCounts } from './content.ts';
import type { Rag } from './glossary.ts';
import type { Item, Plan, PlanSettings } from './plan.ts';
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

/** Colours as they stood at a moment of the past. */
export function countColoursAt(plan: Plan, items: readonly Item[], instant: Temporal.Instant): ColourCounts {
  const day = instant.toZonedDateTimeISO(plan.settings.timeZone).toPlainDate().toString();
  return countColours(
    items.map((item) => itemAsOf(plan, item, instant)),
    plan.settings,
    day,
  );
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
