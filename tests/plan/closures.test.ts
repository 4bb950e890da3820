import { describe, expect, test } from '@jest/globals';
import { findAttention } from '../../plan/attention.ts';
import { readClosures } from '../../plan/calendar/closures.ts';
import { calendarOf } from '../../plan/meetings/meetings.ts';
import type { Closure } from '../../plan/rows.ts';
import { makeGroup, makePlan } from '../helpers/make-plan.ts';

const row = (changes: Partial<Closure> = {}): Closure => ({
  key: 'c1',
  itemId: 1,
  title: 'Office move',
  fromDate: '2022-02-14',
  toDate: '2022-02-16',
  kind: 'Closed',
  groups: [],
  ...changes,
});

describe('rows of the Closures list', () => {
  test('close the plan on each of their days, or leave people in peace', () => {
    const quiet = row({ title: 'Half term', kind: 'Quiet', groups: ['send'] });
    expect(readClosures([row(), quiet], ['2022-02-16', '2022-01-05'])).toEqual({
      closures: ['2022-01-05', '2022-02-14', '2022-02-15', '2022-02-16'],
      quietPeriods: [{ title: 'Half term', from: '2022-02-14', to: '2022-02-16', groups: ['send'] }],
    });
  });

  test('without a last day are one day long', () => {
    expect(readClosures([row({ toDate: null })]).closures).toEqual(['2022-02-14']);
  });

  test('that are cancelled or have no kind count for nothing', () => {
    const rows = [row({ kind: 'Cancelled' }), row({ kind: null })];
    expect(readClosures(rows)).toEqual({ closures: [], quietPeriods: [] });
  });

  test('of Kind Closed that name groups are quiet for them', () => {
    const { closures, quietPeriods } = readClosures([row({ groups: ['send'] })]);
    expect(closures).toEqual([]);
    expect(quietPeriods).toEqual([
      { title: 'Office move', from: '2022-02-14', to: '2022-02-16', groups: ['send'] },
    ]);
  });

  test.each<[string, Partial<Closure>, string]>([
    ['no first day', { fromDate: null }, 'From date must be a date'],
    ['a first day of another century', { fromDate: '0022-02-14' }, 'From date must be a date'],
    ['a last day of another century', { toDate: '2922-02-14' }, 'To date must be a date'],
    ['a last day before the first', { toDate: '2022-02-13' }, 'To date must not be before From date'],
    ['more than 366 days', { toDate: '2023-02-15' }, 'To date must be at most 366 days'],
    ['no kind', { kind: null }, 'Kind must be one of: Closed, Quiet, Cancelled'],
  ])('with %s count for nothing and need attention', (_name, changes, words) => {
    const plan = makePlan({ closureRows: [row(changes)] });
    expect(findAttention(plan, [])).toEqual([
      { list: 'Closures', key: 'c1', title: 'Office move', messages: [expect.stringContaining(words)] },
    ]);
    expect(readClosures(plan.closureRows)).toEqual({ closures: [], quietPeriods: [] });
  });

  test('of 366 days can be meant', () => {
    expect(readClosures([row({ toDate: '2023-02-14' })]).closures).toHaveLength(366);
  });

  test('say what is odd about groups that are closed alone, and nothing where all is well', () => {
    const plan = makePlan({ closureRows: [row(), row({ key: 'c2', groups: ['send'] })] });
    expect(findAttention(plan, [])).toEqual([
      expect.objectContaining({ key: 'c2', messages: [expect.stringContaining('Groups must be empty')] }),
    ]);
  });
});

test('a closed day moves the meeting on it by the choice of its group; a quiet one does not', () => {
  const group = makeGroup({ everyWeeks: 2, firstMeeting: '2022-01-31', meetingTime: '10:00' });
  const days = (kind: Closure['kind'], onBankHoliday: 'Next working day' | 'Skip') => {
    const plan = makePlan({ groups: [group], ...readClosures([row({ kind })]) });
    const range = { from: '2022-01-31', to: '2022-02-28' };
    return calendarOf(plan, { ...group, onBankHoliday }, range).map(({ on }) => on);
  };
  expect(days('Closed', 'Next working day')).toEqual(['2022-01-31', '2022-02-17', '2022-02-28']);
  expect(days('Closed', 'Skip')).toEqual(['2022-01-31', '2022-02-28']);
  expect(days('Quiet', 'Next working day')).toEqual(['2022-01-31', '2022-02-14', '2022-02-28']);
});

test('a closed summer moves the meeting of a group that meets every half-year, whenever one asks', () => {
  const group = makeGroup({ everyWeeks: 26, firstMeeting: '2022-01-31', onBankHoliday: 'Next working day' });
  const summer = readClosures([row({ fromDate: '2022-07-25', toDate: '2022-09-09' })]);
  const plan = makePlan({ groups: [group], ...summer });
  const range = { from: '2022-09-10', to: '2022-09-30' };
  expect(calendarOf(plan, group, range).map(({ on }) => on)).toEqual(['2022-09-12']);
});
