import type { CalendarFile } from '../../../plan/calendar-import/calendar-file.ts';
import type { IsoDate } from '../../../plan/rows.ts';
import { badFile } from './bad-file.ts';
import { isCalendarTable, readCsvCalendar } from './read-csv-calendar.ts';
import { readIcs } from './read-ics.ts';

const MAX_BYTES = 1024 * 1024;

/**
 * Reads a file as a calendar: by what it holds, or by a name that ends in `.ics`. `null` where it is none, for then it may be
 * a plan.
 * @param today for how far events that repeat are followed
 * @throws AppError `BAD_INPUT` saying what is wrong with the calendar, where, and what to do
 */
export function readCalendar(
  { name, bytes }: { readonly name: string; readonly bytes: Uint8Array },
  today: IsoDate,
): CalendarFile | null {
  const isNamed = /\.(?:ics|ical|ifb)$/i.test(name);
  const start = new TextDecoder()
    .decode(bytes.subarray(0, 64))
    .replace(/^\uFEFF/, '')
    .trimStart();
  const isIcs = isNamed || /^BEGIN:VCALENDAR/i.test(start);
  if (!isIcs && !/\.(?:csv|tsv)$/i.test(name)) return null;
  if (isIcs && bytes.length > MAX_BYTES)
    throw badFile('is larger than 1 MB. Send a calendar of school terms or closures alone.');
  // A plan may be larger.
  if (bytes.length > MAX_BYTES) return null;
  const text = textOf(bytes);
  if (isIcs && text.trim() === '') throw badFile('is empty. Export the calendar again and send that.');
  if (isIcs) return withSomething(readIcs(text, today));
  return isCalendarTable(text) ? withSomething(readCsvCalendar(text)) : null;
}

function withSomething(file: CalendarFile): CalendarFile {
  if (file.events.length > 0) return file;
  const [why = 'it holds no events'] = file.doubts;
  throw badFile(`has nothing that can be taken: ${why} Export the calendar again and send that.`);
}

/** UTF-8, as calendars are; else Windows-1252, as Excel writes. */
function textOf(bytes: Uint8Array): string {
  const text = new TextDecoder('utf-8').decode(bytes);
  return text.includes('\uFFFD') ? new TextDecoder('windows-1252').decode(bytes) : text;
}
