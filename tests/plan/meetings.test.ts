import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { calendarOf, endOf, meetingsOf, plannedOf, wordsOfMeeting } from '../../plan/meetings/meetings.ts';
import { DEFAULT_SETTINGS } from '../../plan/plan.ts';
import { makeGroup, makeMeeting, makePlan } from '../helpers/make-plan.ts';

const year = { from: '2022-01-01', to: '2022-12-31' };
const daysOf = (group = makeGroup(), settings = DEFAULT_SETTINGS, range = year) =>
  meetingsOf(group, settings, [], range).map((meeting) => meeting.on);

describe('a fortnightly group', () => {
  test('meets every second week from its own first meeting', () => {
    expect(daysOf().slice(0, 4)).toEqual(['2022-01-10', '2022-01-24', '2022-02-07', '2022-02-21']);
  });

  test('does not meet before its first meeting', () => {
    expect(daysOf(makeGroup({ firstMeeting: '2022-12-05' }))).toEqual(['2022-12-05', '2022-12-19']);
  });

  test('what is found does not depend on the range that is asked for', () => {
    const all = daysOf(makeGroup(), DEFAULT_SETTINGS, { from: '2022-01-01', to: '2025-12-31' });
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1400 }), fc.integer({ min: 0, max: 60 }), (start, length) => {
        const from = Temporal.PlainDate.from('2022-01-01').add({ days: start }).toString();
        const to = Temporal.PlainDate.from(from).add({ days: length }).toString();
        const inRange = all.filter((day) => day >= from && day <= to && day <= '2025-12-31');
        expect(
          daysOf(makeGroup(), DEFAULT_SETTINGS, { from, to }).filter((day) => day <= '2025-12-31'),
        ).toEqual(inRange);
      }),
      { numRuns: 60 },
    );
  });
});

describe('a meeting on a bank holiday', () => {
  const easterMonday = { from: '2022-04-10', to: '2022-04-30' };

  test('moves to the next working day', () => {
    expect(daysOf(makeGroup(), DEFAULT_SETTINGS, easterMonday)).toEqual(['2022-04-19']);
    expect(daysOf(makeGroup(), DEFAULT_SETTINGS, { from: '2022-04-19', to: '2022-04-19' })).toEqual([
      '2022-04-19',
    ]);
  });

  test('or is skipped, as the group says, else the plan', () => {
    const skipping = { ...DEFAULT_SETTINGS, onBankHoliday: 'Skip' } as const;
    expect(daysOf(makeGroup(), skipping, easterMonday)).toEqual([]);
    expect(daysOf(makeGroup({ onBankHoliday: 'Skip' }), DEFAULT_SETTINGS, easterMonday)).toEqual([]);
    expect(daysOf(makeGroup({ onBankHoliday: 'Next working day' }), skipping, easterMonday)).toEqual([
      '2022-04-19',
    ]);
  });

  test('so does one on a day the plan is closed', () => {
    const [moved] = meetingsOf(makeGroup(), DEFAULT_SETTINGS, ['2022-01-24', '2022-01-25'], {
      from: '2022-01-20',
      to: '2022-01-31',
    });
    expect(moved).toMatchObject({ key: 'send@2022-01-26', on: '2022-01-26' });
  });

  test('is left out where moving would put it on the next one', () => {
    const closures = Array.from({ length: 9 }, (_, days) =>
      Temporal.PlainDate.from('2022-02-07').add({ days }).toString(),
    );
    const weekly = makeGroup({ everyWeeks: 1 });
    const days = meetingsOf(weekly, DEFAULT_SETTINGS, closures, { from: '2022-02-01', to: '2022-02-28' }).map(
      (one) => one.on,
    );
    expect(days).toEqual(['2022-02-16', '2022-02-21', '2022-02-28']);
    const week = meetingsOf(weekly, DEFAULT_SETTINGS, closures.slice(0, 7), {
      from: '2022-02-01',
      to: '2022-02-28',
    });
    expect(week.map((one) => one.on)).toEqual(['2022-02-14', '2022-02-21', '2022-02-28']);
  });
});

describe('a board', () => {
  const board = makeGroup({ kind: 'Board', everyWeeks: null, everyMonths: 2, firstMeeting: '2022-02-14' });

  test('keeps its weekday of the month', () => {
    expect(daysOf(board)).toEqual([
      '2022-02-14',
      '2022-04-11',
      '2022-06-13',
      '2022-08-08',
      '2022-10-10',
      '2022-12-12',
    ]);
  });

  test('meets on the last one where a month has no fifth', () => {
    const fifth = makeGroup({ ...board, everyMonths: 1, firstMeeting: '2022-01-31' });
    expect(daysOf(fifth, DEFAULT_SETTINGS, { from: '2022-01-01', to: '2022-04-30' })).toEqual([
      '2022-01-31',
      '2022-02-28',
      '2022-03-28',
      '2022-04-25',
    ]);
  });
});

describe('a group without a usable rhythm', () => {
  test.each([
    { everyWeeks: null },
    { everyWeeks: 0 },
    { everyWeeks: -2 },
    { everyWeeks: Number.NaN },
    { firstMeeting: null },
    { firstMeeting: 'next Monday' },
  ])('%p has no meetings', (rhythm) => {
    expect(daysOf(makeGroup(rhythm))).toEqual([]);
  });

  test.each(['2pm', '', null, '25:00'])('a time written %p is read as the opening time', (meetingTime) => {
    const [first] = meetingsOf(makeGroup({ meetingTime }), DEFAULT_SETTINGS, [], year);
    expect(first?.startsAt).toBe('2022-01-10T09:00:00Z');
  });

  test('9:30 and 14.05 are understood', () => {
    const startOf = (meetingTime: string) =>
      meetingsOf(makeGroup({ meetingTime }), DEFAULT_SETTINGS, [], year)[0]?.startsAt;
    expect(startOf('9:30')).toBe('2022-01-10T09:30:00Z');
    expect(startOf('14.05')).toBe('2022-01-10T14:05:00Z');
  });
});

describe('the moments of a meeting', () => {
  test('opens three days before at nine, closes the working day after at five, digest the working day after that', () => {
    const thursday = makeMeeting({ startsAt: '2022-01-13T10:00:00Z' });
    const planned = plannedOf(makePlan(), thursday);
    expect(planned?.opensAt.toString()).toBe('2022-01-10T09:00:00Z');
    expect(planned?.closesAt.toString()).toBe('2022-01-14T17:00:00Z');
    expect(planned?.digestAt.toString()).toBe('2022-01-17T09:00:00Z');
  });

  test('opening is pulled back to a working day', () => {
    expect(plannedOf(makePlan(), makeMeeting())?.opensAt.toString()).toBe('2022-01-21T09:00:00Z');
    const afterEaster = makeMeeting({ startsAt: '2022-04-19T09:00:00Z' });
    expect(plannedOf(makePlan(), afterEaster)?.opensAt.toString()).toBe('2022-04-14T08:00:00Z');
  });

  test('a row without a start or group has none', () => {
    expect(plannedOf(makePlan(), makeMeeting({ startsAt: null }))).toBeNull();
    expect(plannedOf(makePlan(), makeMeeting({ group: null }))).toBeNull();
    expect(wordsOfMeeting(makeMeeting({ startsAt: null }), 'Europe/London')).toBe('date not set');
  });
});

describe('what people change by hand', () => {
  const range = { from: '2022-01-10', to: '2022-02-28' };
  const daysWith = (row: Parameters<typeof makeMeeting>[0]) =>
    calendarOf(makePlan({ meetings: [makeMeeting(row)] }), makeGroup(), range).map((meeting) => meeting.on);

  test('a cancelled meeting is left out', () => {
    expect(daysWith({ state: 'Cancelled' })).toEqual(['2022-01-10', '2022-02-07', '2022-02-21']);
  });

  test('a deleted one is left out like one that is cancelled', () => {
    const plan = makePlan({ deletedMeetings: ['send@2022-01-24'] });
    const days = calendarOf(plan, makeGroup(), range).map(({ on }) => on);
    expect(days).toEqual(['2022-01-10', '2022-02-07', '2022-02-21']);
  });

  test('a moved meeting stands once, at its new time', () => {
    expect(daysWith({ startsAt: '2022-01-26T14:00:00Z' })).toEqual([
      '2022-01-10',
      '2022-01-26',
      '2022-02-07',
      '2022-02-21',
    ]);
  });

  test('an added meeting stands among the others', () => {
    expect(daysWith({ key: '37', startsAt: '2022-01-31T10:00:00Z' })).toEqual([
      '2022-01-10',
      '2022-01-24',
      '2022-01-31',
      '2022-02-07',
      '2022-02-21',
    ]);
  });
});

describe('while a meeting of an earlier rhythm is still to be held', () => {
  const range = { from: '2022-01-10', to: '2022-02-28' };
  // It was every second Monday from 10 January; now it is every second Tuesday from 18 January.
  const tuesdays = makeGroup({ firstMeeting: '2022-01-18' });
  const daysWith = (row: Parameters<typeof makeMeeting>[0]) =>
    calendarOf(makePlan({ meetings: [makeMeeting(row)] }), tuesdays, range).map(({ on }) => on);

  test('the new rhythm goes on after it', () => {
    expect(daysWith({})).toEqual(['2022-01-24', '2022-02-01', '2022-02-15']);
  });

  test('one that was moved, added or cancelled keeps no other away', () => {
    const all = ['2022-01-18', '2022-02-01', '2022-02-15'];
    expect(daysWith({ state: 'Cancelled' })).toEqual(all);
    expect(daysWith({ startsAt: '2022-01-25T10:00:00Z' })).toEqual([...all, '2022-01-25'].toSorted());
    expect(daysWith({ key: '37' })).toEqual([...all, '2022-01-24'].toSorted());
  });

  test('what is found does not depend on where the range ends', () => {
    const plan = makePlan({ meetings: [makeMeeting()] });
    expect(calendarOf(plan, tuesdays, { from: '2022-01-10', to: '2022-01-20' })).toEqual([]);
  });
});

describe('the end of a check-in', () => {
  const endWith = (row: Parameters<typeof makeMeeting>[0]) => {
    const meeting = makeMeeting(row);
    const planned = plannedOf(makePlan(), meeting);
    return planned === null ? null : endOf(meeting, planned).toString();
  };

  test('is when it was closed, else as planned', () => {
    const closedAt = '2022-01-24T12:05:00Z';
    expect(endWith({})).toBe('2022-01-25T17:00:00Z');
    expect(endWith({ state: 'Closed', closedAt })).toBe(closedAt);
    expect(endWith({ state: 'Closed' })).toBe('2022-01-25T17:00:00Z');
    expect(endWith({ state: 'Open', closedAt })).toBe('2022-01-25T17:00:00Z');
  });
});
