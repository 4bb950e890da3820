import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  dueDate,
  dueWords,
  formatDay,
  formatMoment,
  formatMonth,
  formatPeriod,
  formatShortDay,
  isIsoDate,
  momentAt,
  relativeWords,
  todayIn,
} from '../../plan/calendar/dates.ts';
import { at } from '../helpers/make-plan.ts';

describe('dates in words', () => {
  test('a day, a short day and a month', () => {
    expect(formatDay('2022-01-24')).toBe('Mon 24 Jan 2022');
    expect(formatShortDay('2022-09-04')).toBe('4 Sep 2022');
    expect(formatMonth('2022-09')).toBe('Sep 2022');
    expect(formatMonth('2022-03-31')).toBe('Mar 2022');
  });

  test('a moment is shown as a clock in the zone shows it, in winter and in summer', () => {
    expect(formatMoment('2022-01-24T10:00:00Z', 'Europe/London')).toBe('Mon 24 Jan 2022, 10:00');
    expect(formatMoment(at('2022-07-04T23:30:00Z'), 'Europe/London')).toBe('Tue 5 Jul 2022, 00:30');
  });

  test('a period says each month and year once', () => {
    expect(formatPeriod('2022-03-07', '2022-03-21')).toBe('7 to 21 Mar 2022');
    expect(formatPeriod('2022-01-24', '2022-02-07')).toBe('24 Jan to 7 Feb 2022');
    expect(formatPeriod('2021-12-27', '2022-01-10')).toBe('27 Dec 2021 to 10 Jan 2022');
    expect(formatPeriod('2022-01-10', '2022-01-10')).toBe('10 Jan 2022');
  });

  test.each([
    ['2022-01-17', 'in 7 days'],
    ['2022-01-11', 'in 1 day'],
    ['2022-01-10', 'today'],
    ['2022-01-09', '1 day overdue'],
    ['2022-01-07', '3 days overdue'],
  ])('%s is %s', (date, words) => {
    expect(relativeWords(date, '2022-01-10')).toBe(words);
  });
});

describe('due dates', () => {
  test('a month is due on its last day, leap years too', () => {
    expect(dueDate('2022-03-01', 'Month')).toBe('2022-03-31');
    expect(dueDate('2024-02-10', 'Month')).toBe('2024-02-29');
    expect(dueDate('2022-03-01', 'Day')).toBe('2022-03-01');
  });

  test('are shown as exactly as they are known', () => {
    expect(dueWords('2022-03-31', 'Month')).toEqual({ date: '2022-03-31', words: 'Mar 2022' });
    expect(dueWords('2022-01-24', 'Day')).toEqual({ date: '2022-01-24', words: 'Mon 24 Jan 2022' });
    expect(dueWords(null, 'Day')).toBeNull();
  });
});

describe('today', () => {
  test('is the day in the zone, not in UTC', () => {
    expect(todayIn(at('2022-07-04T23:30:00Z'), 'Europe/London')).toBe('2022-07-05');
    expect(todayIn(at('2022-01-04T23:30:00Z'), 'Europe/London')).toBe('2022-01-04');
  });

  test('a time that the clocks skip is the time just after, one they repeat is the first', () => {
    expect(momentAt('2022-03-27', '01:30', 'Europe/London').toString()).toBe('2022-03-27T01:30:00Z');
    expect(momentAt('2022-10-30', '01:30', 'Europe/London').toString()).toBe('2022-10-30T00:30:00Z');
  });
});

describe('isIsoDate', () => {
  test.each(['2022-02-30', '2022-13-01', '2022-1-1', '20220101', '', 'tomorrow', '2022-01-01T00:00:00Z'])(
    'refuses %p',
    (text) => {
      expect(isIsoDate(text)).toBe(false);
    },
  );

  test('never throws, and takes only what reads back the same', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.anything()), (text) => {
        if (isIsoDate(text)) expect(Temporal.PlainDate.from(text).toString()).toBe(text);
      }),
    );
  });
});
