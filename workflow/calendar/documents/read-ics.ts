import ICAL from 'ical.js';
import { addDays, isIsoDate } from '../../../plan/calendar/dates.ts';
import type {
  CalendarEvent,
  CalendarFile,
  WrittenTime,
} from '../../../plan/calendar-import/calendar-file.ts';
import type { IsoDate } from '../../../plan/rows.ts';
import { badFile } from './bad-file.ts';
import { type Block, contentLines, eventBlocks } from './content-lines.ts';
import { timesOf, YEARS_AHEAD } from './recurrence.ts';

/** Far beyond a calendar of school terms. */
export const MOST_EVENTS = 1_000;

/** An event, its exceptions and where it begins. */
interface ReadEvent {
  readonly event: ICAL.Event;
  readonly title: string;
  readonly line: number;
}

/**
 * Reads an iCalendar file, each event by itself: one that is garbled loses no other.
 * @param today for how far events that repeat are followed
 * @throws AppError `BAD_INPUT` naming the line, for a file that is no calendar, is cut short, or is too large
 */
export function readIcs(text: string, today: IsoDate): CalendarFile {
  const lines = contentLines(text);
  if (lines[0]?.text.trim().toUpperCase() !== 'BEGIN:VCALENDAR')
    throw badFile(
      'does not begin as a calendar (line 1 must be BEGIN:VCALENDAR). Export the calendar again and send that.',
    );
  const blocks = eventBlocks(lines);
  if (blocks.length > MOST_EVENTS)
    throw badFile(
      `holds ${blocks.length} events; Milepost takes at most ${MOST_EVENTS}. Send a calendar of school terms or closures alone.`,
    );
  const doubts: string[] = [];
  if (lines.at(-1)?.text.trim().toUpperCase() !== 'END:VCALENDAR')
    doubts.push('The file has no end, so it may be cut short: please check that every holiday is here.');
  const byName = Map.groupBy(
    blocks
      .map((block) => ({ block, component: parse(block, doubts) }))
      .filter(({ component }) => component !== null),
    ({ component, block }) => String(component?.getFirstPropertyValue('uid') ?? `line ${block[0]?.number}`),
  );
  const events: CalendarEvent[] = [];
  for (const [uid, parts] of byName) {
    const parent = new ICAL.Component('vcalendar');
    for (const { component } of parts) if (component) parent.addSubcomponent(component);
    const masters = parts.filter(({ component }) => !component?.hasProperty('recurrence-id'));
    // An exception without the event it is of stands for itself.
    for (const { component, block } of masters.length > 0 ? masters : parts) {
      if (!component) continue;
      const title = String(component.getFirstPropertyValue('summary') ?? '');
      const line = block[0]?.number ?? 0;
      events.push(...readEvent(uid, { event: new ICAL.Event(component), title, line }, today, doubts));
      if (events.length > MOST_EVENTS)
        throw badFile(
          `comes to more than ${MOST_EVENTS} days with its events that repeat (line ${line}). Send a calendar of school terms or closures alone.`,
        );
    }
  }
  return { events, doubts };
}

/** The library makes some other day of a date that is garbled, so dates are looked at as they are written. */
const DATE_LINE = /^(?:DTSTART|DTEND|RECURRENCE-ID)(?:;[^:]*)?:(.*)$/i;
const WRITTEN_DATE = /^(\d{4})(\d{2})(\d{2})(?:T([01]\d|2[0-3])[0-5]\d[0-5]\dZ?)?$/;

function hasGoodDates(block: Block): boolean {
  return block.every(({ text }) => {
    const date = DATE_LINE.exec(text)?.[1];
    if (date === undefined) return true;
    const [, year, month, day] = WRITTEN_DATE.exec(date.trim()) ?? [];
    return isIsoDate(`${year}-${month}-${day}`);
  });
}

function parse(block: Block, doubts: string[]): ICAL.Component | null {
  try {
    if (!hasGoodDates(block)) throw new TypeError('garbled date');
    const component = new ICAL.Component(ICAL.parse(block.map(({ text }) => text).join('\r\n')));
    if (component.getFirstPropertyValue('dtstart') instanceof ICAL.Time) return component;
  } catch {
    // Said below, by its line: the library's own words name no line.
  }
  doubts.push(
    `The event at line ${block[0]?.number} cannot be read and is left out: its date is missing or garbled. Add it by hand, or export the calendar again.`,
  );
  return null;
}

function readEvent(uid: string, read: ReadEvent, today: IsoDate, doubts: string[]): CalendarEvent[] {
  const { event, title, line } = read;
  const shown = `“${title.slice(0, 80)}” (line ${line})`;
  try {
    if (event.component.getFirstPropertyValue('status') === 'CANCELLED') {
      doubts.push(`${shown} is cancelled in the calendar and left out.`);
      return [];
    }
    if (!event.isRecurring() || event.isRecurrenceException()) return [once(uid, read)];
    const repeated = timesOf(event, today);
    if (repeated === null) {
      doubts.push(`${shown} repeats by a rule that Milepost does not follow: its first time alone is taken.`);
      return [once(uid, read)];
    }
    const { times, isCut } = repeated;
    doubts.push(
      `${shown} repeats: ${times.length} of its times are looked at${isCut ? `, none more than ${YEARS_AHEAD} years ahead` : ''}.`,
    );
    return times.map((time) => {
      const { startDate, endDate, item } = event.getOccurrenceDetails(time);
      const name = `${uid} ${time.toString()}`;
      return made({ name, title: item.summary ?? title, line, start: startDate, end: endDate });
    });
  } catch {
    doubts.push(`${shown} cannot be read and is left out: one of its dates is garbled. Add it by hand.`);
    return [];
  }
}

function once(name: string, { event, title, line }: ReadEvent): CalendarEvent {
  const { component, startDate: start } = event;
  const hasEnd = component.hasProperty('dtend') || component.hasProperty('duration');
  return made({ name, title, line, start, end: hasEnd ? event.endDate : null });
}

function made({
  start,
  end,
  ...named
}: Pick<CalendarEvent, 'name' | 'title' | 'line'> & {
  readonly start: ICAL.Time;
  readonly end: ICAL.Time | null;
}): CalendarEvent {
  return { ...named, start: written(start), end: end && writtenEnd(start, end), kind: null, groups: [] };
}

/** `2022-02-14`, `2022-02-14T09:00:00`, `2022-02-14T09:00:00Z`. */
function written(time: ICAL.Time): WrittenTime {
  return time.toString();
}

/** The end of whole days is the day after; some programs write the day itself for an event of one day. */
function writtenEnd(start: ICAL.Time, end: ICAL.Time): WrittenTime {
  if (!end.isDate) return written(end);
  return written(end) === written(start) ? written(end) : addDays(written(end), -1);
}
