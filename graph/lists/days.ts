/** `2022-03-31`, which SharePoint does not send but people's own tools may. */
const DAY_PATTERN = /^\d{4}-\d{2}-\d{2}$/;

const NOON = { hour: 12, minute: 0, second: 0 } as const;

/**
 * The instant to write for a calendar day, from which SharePoint keeps the day it is where the site is: noon in UTC,
 * which is the same day from UTC-12 to UTC+11, and so does not even rest on our knowing the site's zone. Beyond, noon
 * there.
 * @throws RangeError for what is no day
 */
export function encodeDay(day: string, timeZone: string): string {
  const plain = toDay(day);
  const noon = plain.toZonedDateTime({ timeZone: 'UTC', plainTime: NOON }).toInstant();
  if (noon.toZonedDateTimeISO(timeZone).toPlainDate().equals(plain)) return `${plain}T12:00:00Z`;
  return plain.toZonedDateTime({ timeZone, plainTime: NOON }).toInstant().toString();
}

/**
 * The calendar day that SharePoint means. It answers a day as the instant of midnight where the site is: cut as text,
 * that is a day early all summer. An instant that is no midnight in the zone we were told is most likely one in
 * another: the midnight nearest to it is that of the same day, wherever the site is within twelve hours.
 * @throws RangeError for what is no instant and no day
 */
export function decodeDay(received: string, timeZone: string): string {
  if (DAY_PATTERN.test(received)) return toDay(received).toString();
  const instant = Temporal.Instant.from(received);
  const local = instant.toZonedDateTimeISO(timeZone);
  if (isStartOfDay(local)) return local.toPlainDate().toString();
  if (isAsWritten(instant)) return instant.toZonedDateTimeISO('UTC').toPlainDate().toString();
  return local.add({ hours: 12 }).toPlainDate().toString();
}

/**
 * Whether a value of a date column tells that the site keeps another time than `timeZone`, or times besides the days:
 * it is neither midnight there, nor noon in UTC as we write it. What is no date at all is not shifted.
 */
export function looksShifted(received: unknown, timeZone: string): boolean {
  const instant = toInstant(received);
  return instant !== null && !isAsWritten(instant) && !isStartOfDay(instant.toZonedDateTimeISO(timeZone));
}

/** Not always 00:00: in some places clocks go forward at midnight. */
function isStartOfDay(local: Temporal.ZonedDateTime): boolean {
  return local.startOfDay().equals(local);
}

/** Some answers hold what was written instead of the midnight it became. */
function isAsWritten(instant: Temporal.Instant): boolean {
  return instant.toZonedDateTimeISO('UTC').toPlainTime().equals(Temporal.PlainTime.from(NOON));
}

function toDay(text: string): Temporal.PlainDate {
  if (!DAY_PATTERN.test(text)) throw new RangeError('not a day');
  return Temporal.PlainDate.from(text);
}

function toInstant(received: unknown): Temporal.Instant | null {
  if (typeof received !== 'string' || DAY_PATTERN.test(received)) return null;
  try {
    return Temporal.Instant.from(received);
  } catch {
    return null;
  }
}
