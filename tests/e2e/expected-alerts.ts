/** One item in a group's alert: the day, the section it stands in, and its number. */
export type AlertLine = readonly [day: string, section: string, number: number];

/**
 * On which days a group is alerted to an item that nobody speaks of: 14 and 2 days before it is due, on the day, and once
 * when it is missed. What falls on a day on which nobody works is told on the next that is not; once that is the day it
 * is due, only that is said.
 */
export function alertDaysOf(
  due: string,
  isWorkingDay: (day: string) => boolean,
): [day: string, section: string][] {
  const firstWorkingDay = (days: number): string => {
    let day = Temporal.PlainDate.from(due).add({ days });
    while (!isWorkingDay(day.toString())) day = day.add({ days: 1 });
    return day.toString();
  };
  const coming = new Set([firstWorkingDay(-14), firstWorkingDay(-2)].filter((day) => day < due));
  return [
    ...[...coming].map((day): [string, string] => [day, 'Coming up']),
    ...(isWorkingDay(due) ? [[due, 'Due today'] satisfies [string, string]] : []),
    [firstWorkingDay(1), 'Missed'],
  ];
}
