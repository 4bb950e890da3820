import { describe, expect, test } from '@jest/globals';
import { BANK_HOLIDAYS } from '../../plan/calendar/bank-holidays.ts';
import {
  isWorkingDay,
  nextWorkingDay,
  previousWorkingDay,
  workingDayOnOrAfter,
} from '../../plan/calendar/working-days.ts';

const days = BANK_HOLIDAYS.map((holiday) => holiday.date);

describe('bank holidays', () => {
  test('are in order, each once, always on a weekday', () => {
    expect(days).toEqual([...new Set(days)].toSorted());
    expect(days.filter((day) => Temporal.PlainDate.from(day).dayOfWeek > 5)).toEqual([]);
  });

  test.each([2021, 2022, 2023, 2024, 2025, 2026, 2027, 2028])(
    '%i has Easter where the moon puts it',
    (year) => {
      const easter = easterSunday(year);
      expect(days).toContain(easter.subtract({ days: 2 }).toString());
      expect(days).toContain(easter.add({ days: 1 }).toString());
    },
  );

  test('eight a year, and those that were proclaimed', () => {
    const counts = [2021, 2022, 2023, 2024, 2025, 2026, 2027, 2028].map(
      (year) => days.filter((day) => day.startsWith(String(year))).length,
    );
    expect(counts).toEqual([8, 10, 9, 8, 8, 8, 8, 8]);
    expect(days).toEqual(expect.arrayContaining(['2022-06-03', '2022-09-19', '2023-05-08']));
  });

  test('the Mondays in May and August are the first, the last and the last', () => {
    for (const year of [2021, 2023, 2024, 2025, 2026, 2027, 2028]) {
      const may = days.filter((day) => day.startsWith(`${year}-05`) && day !== '2023-05-08');
      const [early = '', spring = ''] = may;
      expect(may).toHaveLength(2);
      expect(Temporal.PlainDate.from(early).day).toBeLessThanOrEqual(7);
      expect(Temporal.PlainDate.from(spring).day).toBeGreaterThan(24);
      const [august = ''] = days.filter((day) => day.startsWith(`${year}-08`));
      expect(Temporal.PlainDate.from(august).day).toBeGreaterThan(24);
    }
  });
});

describe('working days', () => {
  test('are Monday to Friday but bank holidays and closures', () => {
    expect(isWorkingDay('2022-01-10', [])).toBe(true);
    expect(isWorkingDay('2022-01-08', [])).toBe(false);
    expect(isWorkingDay('2022-04-15', [])).toBe(false);
    expect(isWorkingDay('2022-01-10', ['2022-01-10'])).toBe(false);
  });

  test('the next and previous one step over Easter and closures', () => {
    expect(nextWorkingDay('2022-04-14', [])).toBe('2022-04-19');
    expect(previousWorkingDay('2022-04-19', [])).toBe('2022-04-14');
    expect(nextWorkingDay('2022-04-14', ['2022-04-19'])).toBe('2022-04-20');
    expect(workingDayOnOrAfter('2022-04-15', [])).toBe('2022-04-19');
    expect(workingDayOnOrAfter('2022-04-14', [])).toBe('2022-04-14');
  });
});

/** Anonymous Gregorian computus. */
function easterSunday(year: number): Temporal.PlainDate {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const d = (19 * a + b - Math.floor(b / 4) - Math.floor((b - Math.floor((b + 8) / 25) + 1) / 3) + 15) % 30;
  const e = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - d - (c % 4)) % 7;
  const f = d + e - 7 * Math.floor((a + 11 * d + 22 * e) / 451) + 114;
  return Temporal.PlainDate.from({ year, month: Math.floor(f / 31), day: (f % 31) + 1 });
}
