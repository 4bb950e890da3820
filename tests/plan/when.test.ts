import { describe, expect, test } from '@jest/globals';
import { readWhen } from '../../plan/meetings/when.ts';

const NEAR = '2022-01-24';

describe('when a meeting is to be', () => {
  test.each([
    ['2022-01-26', '2022-01-26', null],
    ['26 jan', '2022-01-26', null],
    ['to wed 26 january 2022 at 2pm', '2022-01-26', '14:00'],
    ['26/01 14:00', '2022-01-26', '14:00'],
    ['26/1/2022 9.30', '2022-01-26', '09:30'],
    ['on the 3rd feb, 11:15', '2022-02-03', '11:15'],
    ['26 jan 12am', '2022-01-26', '00:00'],
    ['26 jan 12.30 pm', '2022-01-26', '12:30'],
    ['20 dec', '2021-12-20', null],
    ['2022-01-26 09:00', '2022-01-26', '09:00'],
  ])('%p is read', (words, on, time) => {
    expect(readWhen(words, NEAR)).toEqual({ on, time });
  });

  test.each(['', 'tomorrow', 'january 2022', '14:00', '31 feb', '26 jan 25:00', '26 jan 13pm', '7'])(
    '%p is not',
    (words) => {
      expect(readWhen(words, NEAR)).toBeNull();
    },
  );

  test('a day without a year is the closest one, over the turn of a year too', () => {
    expect(readWhen('3 jan', '2022-12-19')).toEqual({ on: '2023-01-03', time: null });
    expect(readWhen('19 dec', '2023-01-03')).toEqual({ on: '2022-12-19', time: null });
  });
});
