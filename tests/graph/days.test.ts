import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { decodeDay, encodeDay, looksShifted } from '../../graph/lists/days.ts';

const ZONES = Intl.supportedValuesOf('timeZone');
const NAMED = ['Europe/London', 'UTC', 'America/New_York'];

/** What SharePoint makes of an instant that was written: the day where the site is, shown as its midnight. */
function throughSite(written: string, timeZone: string): string {
  const day = Temporal.Instant.from(written).toZonedDateTimeISO(timeZone).toPlainDate();
  return day.toZonedDateTime(timeZone).toInstant().toString();
}

const anyDay = fc
  .integer({ min: 0, max: 40_000 })
  .map((days) => Temporal.PlainDate.from('1995-01-01').add({ days }).toString());

/** The days on which clocks change in a zone, and those beside them. */
function daysOfChanges(timeZone: string): string[] {
  const days: string[] = [];
  let at: Temporal.ZonedDateTime | null = Temporal.ZonedDateTime.from(`2018-01-01T00:00[${timeZone}]`);
  for (let count = 0; count < 20 && at !== null; count += 1) {
    at = at.getTimeZoneTransition('next');
    for (const offset of [-1, 0, 1]) if (at) days.push(at.toPlainDate().add({ days: offset }).toString());
  }
  return days;
}

describe('a day', () => {
  test('is never shifted on its way through a site, whatever its zone and the day', () => {
    fc.assert(
      fc.property(anyDay, fc.constantFrom(...ZONES), (day, timeZone) => {
        const written = encodeDay(day, timeZone);
        const answered = throughSite(written, timeZone);
        expect(decodeDay(answered, timeZone)).toBe(day);
        expect(looksShifted(answered, timeZone)).toBe(false);
      }),
      { numRuns: 3_000 },
    );
  });

  test('is never shifted around the clock changes of any zone', () => {
    for (const timeZone of ZONES) {
      for (const day of daysOfChanges(timeZone)) {
        const answered = throughSite(encodeDay(day, timeZone), timeZone);
        expect([timeZone, decodeDay(answered, timeZone)]).toEqual([timeZone, day]);
        expect([timeZone, answered, looksShifted(answered, timeZone)]).toEqual([timeZone, answered, false]);
      }
    }
  });

  test.each(NAMED)('is written as noon in UTC for a site in %s', (timeZone) => {
    expect(encodeDay('2022-07-01', timeZone)).toBe('2022-07-01T12:00:00Z');
    expect(encodeDay('2022-12-01', timeZone)).toBe('2022-12-01T12:00:00Z');
  });

  test('is written as noon there where noon in UTC is another day', () => {
    expect(encodeDay('2022-07-01', 'Pacific/Auckland')).toBe('2022-07-01T00:00:00Z');
    expect(encodeDay('2022-07-01', 'Pacific/Kiritimati')).toBe('2022-06-30T22:00:00Z');
  });

  test.each(NAMED)('is the same where an answer holds what was written, in %s', (timeZone) => {
    expect(decodeDay('2022-07-01T12:00:00Z', timeZone)).toBe('2022-07-01');
    expect(looksShifted('2022-07-01T12:00:00Z', timeZone)).toBe(false);
    expect(decodeDay('2022-07-01', timeZone)).toBe('2022-07-01');
  });

  test.each(['2022-02-29', '2022-07', 'soon', '', '2022-13-01'])('“%s” is none', (text) => {
    expect(() => encodeDay(text, 'UTC')).toThrow();
    expect(() => decodeDay(text, 'UTC')).toThrow();
    expect(looksShifted(text, 'UTC')).toBe(false);
  });
});

describe('a site that is in another zone than we were told', () => {
  const nearZones = ZONES.filter((zone) => {
    const { offsetNanoseconds } = Temporal.ZonedDateTime.from(`2022-01-01T00:00[${zone}]`);
    return Math.abs(offsetNanoseconds) < 10 * 3_600_000_000_000;
  });

  test('is noticed by a midnight that is none', () => {
    expect(looksShifted('2022-07-01T04:00:00Z', 'Europe/London')).toBe(true);
    expect(looksShifted('2022-06-30T23:00:00Z', 'UTC')).toBe(true);
    expect(looksShifted('2022-07-01T00:00:00Z', 'America/New_York')).toBe(true);
    expect(looksShifted('2022-01-10T00:00:00Z', 'Europe/London')).toBe(false);
  });

  test('does not shift a day either, within twelve hours', () => {
    fc.assert(
      fc.property(anyDay, fc.constantFrom(...nearZones), (day, siteZone) => {
        const answered = throughSite(encodeDay(day, 'Europe/London'), siteZone);
        expect(decodeDay(answered, 'Europe/London')).toBe(day);
      }),
      { numRuns: 2_000 },
    );
  });

  test('what is no date is not taken for a sign of it', () => {
    for (const received of [null, 7, true, [], '2022-07-01', 'soon']) {
      expect(looksShifted(received, 'Europe/London')).toBe(false);
    }
  });
});
