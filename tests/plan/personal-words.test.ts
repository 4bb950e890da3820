import { describe, expect, test } from '@jest/globals';
import { readDayAhead, readDays } from '../../plan/personal/read-days.ts';
import { readSnooze } from '../../plan/personal/read-snooze.ts';

/** A Wednesday. */
const TODAY = '2022-01-12';

describe('days of an absence as people write them', () => {
  test.each([
    ['until 14 feb', '2022-01-12', '2022-02-14'],
    ['till friday', '2022-01-12', '2022-01-14'],
    ['until the 20th', '2022-01-12', '2022-01-20'],
    ['until the end of the week', '2022-01-12', '2022-01-14'],
    ['until the end of the month', '2022-01-12', '2022-01-31'],
    ['until tomorrow', '2022-01-12', '2022-01-13'],
    ['until 3 november', '2022-01-12', '2022-11-03'],
    ['from today until friday', '2022-01-12', '2022-01-14'],
    ['7 to 11 march', '2022-03-07', '2022-03-11'],
    ['3-7 march', '2022-03-03', '2022-03-07'],
    ['from the 3rd to the 10th of march', '2022-03-03', '2022-03-10'],
    ['from 3 March to 10 March', '2022-03-03', '2022-03-10'],
    ['from 28 feb until 4 mar', '2022-02-28', '2022-03-04'],
    ['28 feb – 4 mar', '2022-02-28', '2022-03-04'],
    ['7th - 11th march 2022', '2022-03-07', '2022-03-11'],
    ['2022-03-07 to 2022-03-11', '2022-03-07', '2022-03-11'],
    ['between 24 and 28 january', '2022-01-24', '2022-01-28'],
    ['20 dec to 4 jan', '2022-12-20', '2023-01-04'],
    ['monday to wednesday', '2022-01-17', '2022-01-19'],
    ['tomorrow and friday', '2022-01-13', '2022-01-14'],
    ['next week', '2022-01-17', '2022-01-21'],
    ['all of next week, please.', '2022-01-17', '2022-01-21'],
    ['this week', '2022-01-12', '2022-01-14'],
    ['the rest of the week', '2022-01-12', '2022-01-14'],
    ['next month', '2022-02-01', '2022-02-28'],
    ['for two weeks', '2022-01-12', '2022-01-25'],
    ['for a week', '2022-01-12', '2022-01-18'],
    ['3 days', '2022-01-12', '2022-01-14'],
    ['for the next couple of days', '2022-01-12', '2022-01-13'],
    ['for a couple of days', '2022-01-12', '2022-01-13'],
    ['for the next 2 weeks', '2022-01-12', '2022-01-25'],
    ['for a fortnight from monday', '2022-01-17', '2022-01-30'],
    ['from 3 march for ten days', '2022-03-03', '2022-03-12'],
    ['for a month', '2022-01-12', '2022-02-11'],
    ['today', '2022-01-12', '2022-01-12'],
    ['tomorrow', '2022-01-13', '2022-01-13'],
    ['on friday', '2022-01-14', '2022-01-14'],
    ['14/02', '2022-02-14', '2022-02-14'],
  ])('%p is %p to %p', (words, from, to) => {
    expect(readDays(words, TODAY)).toEqual({ from, to });
  });

  test.each([
    '',
    'until',
    'for ever',
    'for ages',
    'until march',
    '31 to 31 april',
    'something',
    'to to to',
    '7 to',
    'for 0 days',
    'from 3 march',
    'week',
  ])('%p is none', (words) => expect(readDays(words, TODAY)).toBeNull());

  test('the name of a weekday is the next one, never today; so is the number of a day', () => {
    expect(readDayAhead('wednesday', TODAY)).toBe('2022-01-19');
    expect(readDayAhead('next mon', TODAY)).toBe('2022-01-17');
    expect(readDayAhead('the 12th', TODAY)).toBe('2022-02-12');
    expect(readDayAhead('31st', '2022-01-31')).toBe('2022-03-31');
    expect(readDayAhead('32nd', TODAY)).toBeNull();
  });

  test('what is left of a week is nothing at its weekend', () => {
    expect(readDays('this week', '2022-01-15')).toBeNull();
    expect(readDays('until the end of the week', '2022-01-15')?.to).toBe('2022-01-21');
  });
});

describe('a snooze as people write it', () => {
  test.each([
    ['3 days', '2022-01-15'],
    ['for a week', '2022-01-19'],
    ['until monday', '2022-01-17'],
    ['until next week', '2022-01-17'],
    ['this week', '2022-01-17'],
    ['for the rest of the week', '2022-01-17'],
    ['until the end of the month', '2022-02-01'],
    ['2 weeks', '2022-01-26'],
    ['for a fortnight', '2022-01-26'],
    ['until 14 feb', '2022-02-14'],
    ['reminders until tomorrow', '2022-01-13'],
    ['my reminders until tomorrow', '2022-01-13'],
    ['today', '2022-01-13'],
    ['tomorrow', '2022-01-13'],
    ['next week', null],
    ['for ever', null],
    ['', null],
  ])('%p is until %p', (words, until) => expect(readSnooze(words, TODAY)).toBe(until));
});
