import ical, { ICalCalendarMethod, ICalEventTransparency } from 'ical-generator';
import type { FeedEntry } from '../../../plan/calendar/feed-entries.ts';

/** An entry with its name in every reading of the feed. */
export type NamedEntry = FeedEntry & { readonly uid: string };

/** What says nothing of its own age has this one, so that the text changes only when the plan does. */
const NO_CHANGE = Temporal.Instant.from('2000-01-01T00:00:00Z');

/** How often programs are asked to look again. */
const LOOK_AGAIN_SECONDS = 6 * 60 * 60;

/** The text of an iCalendar feed, whole days. */
export function writeFeed(name: string, entries: readonly NamedEntry[]): string {
  const calendar = ical({
    name,
    method: ICalCalendarMethod.PUBLISH,
    prodId: { company: 'Milepost', product: 'Milestones', language: 'EN' },
    ttl: LOOK_AGAIN_SECONDS,
  });
  for (const { uid, title, on, description, changedAt } of entries) {
    const stamp = changedAt === null ? NO_CHANGE : Temporal.Instant.from(changedAt);
    calendar.createEvent({
      id: uid,
      summary: title,
      description,
      start: Temporal.PlainDate.from(on),
      allDay: true,
      stamp,
      lastModified: stamp,
      transparency: ICalEventTransparency.TRANSPARENT,
    });
  }
  return calendar.toString();
}
