import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { readClosures } from '../../plan/calendar/closures.ts';
import { addDays } from '../../plan/calendar/dates.ts';
import { isHoliday, isWorkingDay, nextWorkingDay } from '../../plan/calendar/working-days.ts';
import { BANK_HOLIDAY_CHOICES, CLOSURE_KINDS } from '../../plan/glossary.ts';
import { meetingsOf, type PlannedMeeting } from '../../plan/meetings/meetings.ts';
import { DEFAULT_SETTINGS, type PlanSettings } from '../../plan/plan.ts';
import type { Closure, Group } from '../../plan/rows.ts';
import { makeGroup } from '../helpers/make-plan.ts';

/** Most of them are years of which the bank holidays are known. */
const YEARS = { from: '2021-01-01', to: '2030-12-31' };

const rhythms = fc.record({
  everyWeeks: fc.integer({ min: 1, max: 4 }),
  firstMeeting: fc.integer({ min: 0, max: 365 }).map((days) => addDays('2020-06-01', days)),
  // Clocks change at night: only then may a time not exist.
  meetingTime: fc
    .record({ hour: fc.integer({ min: 4, max: 22 }), minute: fc.integer({ min: 0, max: 59 }) })
    .map((time) => Temporal.PlainTime.from(time).toString({ smallestUnit: 'minute' })),
  onBankHoliday: fc.constantFrom(...BANK_HOLIDAY_CHOICES),
  closures: fc.uniqueArray(
    fc.integer({ min: 0, max: 3_650 }).map((days) => addDays('2021-01-01', days)),
    { maxLength: 20 },
  ),
});
const leads = fc.integer({ min: 1, max: 6 });

const ZONES = ['Europe/London', 'UTC', 'America/New_York', 'Pacific/Auckland'];

const stretches = fc
  .record({ start: fc.integer({ min: 0, max: 3_600 }), length: fc.integer({ min: 1, max: 120 }) })
  .map(({ start, length }) => ({
    fromDate: addDays('2021-01-01', start),
    toDate: addDays('2021-01-01', start + length - 1),
  }));
const closureRows = fc.array(
  fc.record({ days: stretches, kind: fc.constantFrom(...CLOSURE_KINDS), isOfGroup: fc.boolean() }).map(
    ({ days, kind, isOfGroup }): Closure => ({
      key: days.fromDate,
      itemId: null,
      title: 'Days',
      ...days,
      kind,
      groups: isOfGroup ? ['send'] : [],
    }),
  ),
  { maxLength: 12 },
);

/** The days the group meets on, counted one by one. */
function daysExpected(group: Group, closures: readonly string[]): string[] {
  const days: string[] = [];
  for (let day = group.firstMeeting ?? ''; day <= YEARS.to; day = addDays(day, (group.everyWeeks ?? 1) * 7)) {
    const following = addDays(day, (group.everyWeeks ?? 1) * 7);
    if (!isHoliday(day, closures)) days.push(day);
    else if (group.onBankHoliday !== 'Skip' && nextWorkingDay(day, closures) < following)
      days.push(nextWorkingDay(day, closures));
  }
  return days.filter((day) => day >= YEARS.from && day <= YEARS.to);
}

describe.each(ZONES)('ten years in %s', (timeZone) => {
  const localOf = (moment: Temporal.Instant | string) =>
    Temporal.Instant.from(moment).toZonedDateTimeISO(timeZone);
  const timeOf = (moment: Temporal.Instant | string) =>
    localOf(moment).toPlainTime().toString({ smallestUnit: 'minute' });
  const isWorkingMoment = (moment: Temporal.Instant, time: string, closures: readonly string[]) =>
    timeOf(moment) === time && isWorkingDay(localOf(moment).toPlainDate().toString(), closures);

  test('bring every meeting once, at the same time by the clock, and its moments in order in working hours', () => {
    fc.assert(
      fc.property(rhythms, leads, ({ closures, ...rhythm }, checkInLeadDays) => {
        const settings: PlanSettings = { ...DEFAULT_SETTINGS, timeZone, checkInLeadDays };
        const group = makeGroup(rhythm);
        const meetings = meetingsOf(group, settings, closures, YEARS);
        expect(meetings.map(({ on }) => on)).toEqual(daysExpected(group, closures));
        expect(new Set(meetings.map(({ key }) => key)).size).toBe(meetings.length);
        const wrong = meetings.filter((meeting) => !isInOrder(meeting, settings, closures));
        expect(wrong).toEqual([]);
        expect(meetings.filter(({ startsAt }) => timeOf(startsAt) !== group.meetingTime)).toEqual([]);
      }),
      { numRuns: 8 },
    );
  });

  function isInOrder(
    { on, startsAt, opensAt, closesAt, digestAt }: PlannedMeeting,
    settings: PlanSettings,
    closures: readonly string[],
  ): boolean {
    const moments = [opensAt, Temporal.Instant.from(startsAt), closesAt, digestAt];
    const inOrder = moments.every(
      (moment, at) => at === 0 || Temporal.Instant.compare(moments[at - 1] ?? moment, moment) < 0,
    );
    const lead = localOf(opensAt).toPlainDate().until(on, { largestUnit: 'days' }).days;
    return (
      inOrder &&
      localOf(startsAt).toPlainDate().toString() === on &&
      lead >= settings.checkInLeadDays &&
      isWorkingMoment(opensAt, settings.opensAt, closures) &&
      isWorkingMoment(closesAt, settings.closesAt, closures) &&
      isWorkingMoment(digestAt, settings.opensAt, closures)
    );
  }
});

describe('ten years of rows of the Closures list', () => {
  const rare = fc.record({ rhythm: rhythms, everyWeeks: fc.integer({ min: 1, max: 30 }), rows: closureRows });
  const groupOf = (
    { closures: _days, ...rhythm }: { closures: string[] } & Partial<Group>,
    everyWeeks: number,
  ) => makeGroup({ ...rhythm, everyWeeks });
  const daysIn = (
    group: Group,
    closures: readonly string[],
    range: { from: string; to: string } = YEARS,
    timeZone = 'UTC',
  ) => meetingsOf(group, { ...DEFAULT_SETTINGS, timeZone }, closures, range).map(({ on }) => on);

  test('move meetings alike in every zone, and none stands on a closed day', () => {
    fc.assert(
      fc.property(rare, ({ rhythm, everyWeeks, rows }) => {
        const { closures } = readClosures(rows, rhythm.closures);
        const group = groupOf(rhythm, everyWeeks);
        const days = daysIn(group, closures);
        expect(days).toEqual(daysExpected(group, closures));
        expect(days.filter((day) => isHoliday(day, closures))).toEqual([]);
        for (const timeZone of ZONES) expect(daysIn(group, closures, YEARS, timeZone)).toEqual(days);
      }),
      { numRuns: 8 },
    );
  });

  test('name the same days whichever part of them is asked for', () => {
    fc.assert(
      fc.property(rare, fc.integer({ min: 0, max: 3_000 }), ({ rhythm, everyWeeks, rows }, start) => {
        const { closures } = readClosures(rows, rhythm.closures);
        const group = groupOf(rhythm, everyWeeks);
        const range = { from: addDays(YEARS.from, start), to: addDays(YEARS.from, start + 60) };
        const within = daysIn(group, closures).filter((day) => day >= range.from && day <= range.to);
        expect(daysIn(group, closures, range)).toEqual(within);
      }),
      { numRuns: 30 },
    );
  });

  test('that are quiet or cancelled, or closed for some groups only, move no meeting', () => {
    fc.assert(
      fc.property(rare, ({ rhythm, everyWeeks, rows }) => {
        const still = rows.filter(({ kind, groups }) => kind !== 'Closed' || groups.length > 0);
        const { closures, quietPeriods } = readClosures(still, rhythm.closures);
        expect(closures).toEqual(rhythm.closures.toSorted());
        expect(quietPeriods).toHaveLength(still.filter(({ kind }) => kind !== 'Cancelled').length);
        const group = groupOf(rhythm, everyWeeks);
        expect(daysIn(group, closures)).toEqual(daysIn(group, rhythm.closures));
      }),
      { numRuns: 8 },
    );
  });
});
