import type { IsoDate } from '../rows.ts';
import { BANK_HOLIDAYS } from './bank-holidays.ts';
import { addDays, dayOfWeek } from './dates.ts';

const bankHolidays: ReadonlySet<IsoDate> = new Set(BANK_HOLIDAYS.map((holiday) => holiday.date));

/** Nobody closes for longer; stops a plan whose closures never end from being searched for ever. */
const LONGEST_CLOSURE_DAYS = 366;

/** Monday to Friday, unless it is a bank holiday or a day the plan is closed. */
export function isWorkingDay(date: IsoDate, closures: readonly IsoDate[]): boolean {
  return dayOfWeek(date) <= 5 && !isHoliday(date, closures);
}

/** A bank holiday or a day the plan is closed, whatever day of the week it is. */
export function isHoliday(date: IsoDate, closures: readonly IsoDate[]): boolean {
  return bankHolidays.has(date) || closures.includes(date);
}

/** The first working day after the given day. */
export function nextWorkingDay(date: IsoDate, closures: readonly IsoDate[]): IsoDate {
  return search(addDays(date, 1), closures, 1);
}

/** The last working day before the given day. */
export function previousWorkingDay(date: IsoDate, closures: readonly IsoDate[]): IsoDate {
  return search(addDays(date, -1), closures, -1);
}

/** The given day when it is a working day, else the next one. */
export function workingDayOnOrAfter(date: IsoDate, closures: readonly IsoDate[]): IsoDate {
  return search(date, closures, 1);
}

/** The given day when it is a working day, else the one before. */
export function workingDayOnOrBefore(date: IsoDate, closures: readonly IsoDate[]): IsoDate {
  return search(date, closures, -1);
}

function search(from: IsoDate, closures: readonly IsoDate[], step: 1 | -1): IsoDate {
  let day = from;
  for (let tried = 0; tried < LONGEST_CLOSURE_DAYS && !isWorkingDay(day, closures); tried += 1) {
    day = addDays(day, step);
  }
  return day;
}
