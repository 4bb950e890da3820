import { invalidRequest } from '../graph-error.ts';

/**
 * Reads an instant as Graph takes it: with a zone, or without one and then as UTC. A bare date is its midnight in UTC.
 * @throws GraphError 400
 */
export function readInstant(text: string): Temporal.Instant {
  try {
    return Temporal.Instant.from(text);
  } catch {
    return readUtc(text);
  }
}

function readUtc(text: string): Temporal.Instant {
  try {
    return Temporal.PlainDateTime.from(text).toZonedDateTime('UTC').toInstant();
  } catch {
    throw invalidRequest(`Cannot convert the literal '${text}' to the expected type 'Edm.DateTimeOffset'.`);
  }
}

/** An instant as SharePoint shows it: UTC, without milliseconds. */
export function formatInstant(instant: Temporal.Instant): string {
  return instant.toString({ smallestUnit: 'second', roundingMode: 'floor' });
}

/** The calendar date of an instant where the site is, which is what a date-only column keeps. */
export function toSiteDate(instant: Temporal.Instant, timeZone: string): string {
  return instant.toZonedDateTimeISO(timeZone).toPlainDate().toString();
}

/**
 * A date-only value as Graph shows it: the site's midnight as an instant in UTC, so in summer the day before.
 * @see https://github.com/SharePoint/sp-dev-docs/issues/6083
 */
export function fromSiteDate(date: string, timeZone: string): Temporal.Instant {
  return Temporal.PlainDate.from(date).toZonedDateTime(timeZone).toInstant();
}
