import { describe, expect, test } from '@jest/globals';
import { datedReason } from '../../../plan/alerts/dated.ts';
import { findAttention } from '../../../plan/attention.ts';
import { lineOf } from '../../../plan/items.ts';
import { DEFAULT_SETTINGS } from '../../../plan/plan.ts';
import { dueDates } from '../../../plan/reminders/due-dates.ts';
import type { PlanSetting } from '../../../plan/rows.ts';
import { explanationOf, SETTING_NAMES, SETTINGS } from '../../../plan/settings/definitions.ts';
import { faultsOfSettings } from '../../../plan/settings/faults-of-settings.ts';
import { readSetting, readSettings } from '../../../plan/settings/read-settings.ts';
import { at, itemIn, makeAction, makePlan, NOW } from '../../helpers/make-plan.ts';

const row = (title: string, value: string | null, itemId: number | null = 1): PlanSetting => ({
  key: `${title}-${itemId}`,
  itemId,
  title,
  value,
  meaning: null,
});
const read = (...rows: readonly PlanSetting[]) => readSettings(rows, 'Europe/London');
const faults = (...rows: readonly PlanSetting[]) => [...faultsOfSettings(rows).values()].flat();

describe('the list Plan settings', () => {
  test('with no rows, or empty ones, means the defaults', () => {
    expect(read()).toEqual(DEFAULT_SETTINGS);
    const empty = SETTING_NAMES.map((name) => row(SETTINGS[name].title, ' '));
    expect(read(...empty)).toEqual(DEFAULT_SETTINGS);
    expect(faults(...empty)).toEqual([]);
  });

  test.each([
    ['Tolerance in days', '21 days', { toleranceDays: 21 }],
    [' tolerance  IN days ', '0', { toleranceDays: 0 }],
    ['Check-ins open days before', '5', { checkInLeadDays: 5 }],
    ['Opening time', '8.30', { opensAt: '08:30' }],
    ['Closing time', '16:45', { closesAt: '16:45' }],
    ['Meetings on bank holidays', 'skip', { onBankHoliday: 'Skip' }],
    ['Stale after meetings', '3 meetings', { staleAfterMeetings: 3 }],
    ['Tell the chair after weeks', '1', { escalateAfterWeeks: 1 }],
    ['Remind owners days before', '1, 28 and 7', { reminderDays: [28, 7, 1] }],
    ['Alert groups days before', 'None', { alertDays: [] }],
    ['Plan name', ' Better  places ', { planName: 'Better places' }],
    [
      'Amber means',
      'feasible, with help.',
      { confidenceMeanings: { ...DEFAULT_SETTINGS.confidenceMeanings, Amber: 'feasible, with help' } },
    ],
  ])('is read as people type it: %s = %s', (title, value, settings) => {
    expect(read(row(title, value))).toEqual({ ...DEFAULT_SETTINGS, ...settings });
    expect(faults(row(title, value))).toEqual([]);
  });

  test.each([
    ['Tolerance in days', 'two weeks', 'Value must be a whole number from 0 to 366; until then 14 counts.'],
    ['Tolerance in days', '-1', 'Value must be a whole number from 0 to 366; until then 14 counts.'],
    ['Opening time', '25:00', 'Value must be a time such as 09:00; until then 09:00 counts.'],
    ['Stale after meetings', '0', 'Value must be a whole number from 1 to 26; until then 2 counts.'],
    [
      'Remind owners days before',
      '14, soon',
      'Value must be up to 5 numbers of days from 1 to 60 with commas between, or “none”; until then 14, 7, 1 counts.',
    ],
    [
      'Meetings on bank holidays',
      'Move',
      'Value must be one of: Next working day, Skip; until then Next working day counts.',
    ],
    [
      'Plan name',
      'x'.repeat(121),
      'Value must be text of at most 120 characters; until then this row counts for nothing.',
    ],
    ['Closing time', '09:30', expect.stringContaining('at least an hour after the opening time')],
    ['Speed limit', '30', expect.stringContaining('Title must be one of: Plan name, Tolerance in days,')],
  ])(
    'leaves the default where a value can’t be meant, and says what belongs there: %s = %s',
    (title, value, fault) => {
      expect(read(row(title, value))).toEqual(DEFAULT_SETTINGS);
      expect(faults(row(title, value))).toEqual([fault]);
    },
  );

  test('counts the first of two rows with one title, and tells of the other', () => {
    const rows = [row('Tolerance in days', '5', null), row('Tolerance in days', '7', 2)];
    expect(read(...rows).toleranceDays).toBe(7);
    const attention = findAttention(makePlan({ settingRows: rows }), []);
    expect(attention).toEqual([
      {
        list: 'Plan settings',
        key: 'Tolerance in days-null',
        title: 'Tolerance in days',
        messages: ['Title stands in another row too, and that row counts; one setting, one row.'],
      },
    ]);
  });

  test('takes whatever a setting writes, and explains each', () => {
    for (const name of SETTING_NAMES) {
      const { kind, byDefault } = SETTINGS[name];
      const text = (kind.write as (value: unknown) => string)(byDefault);
      expect(readSetting(name, text) ?? null).toEqual(byDefault);
      expect(explanationOf(name)).toMatch(/It must be .+\. (Empty means .+|It may be empty)\.$/);
    }
  });
});

describe('what a plan sets', () => {
  const plan = makePlan({ actions: [makeAction({ forecastDue: '2022-03-11', confidence: 'Amber' })] });
  const set = (value: Partial<typeof DEFAULT_SETTINGS>) => ({
    ...plan,
    settings: { ...DEFAULT_SETTINGS, ...value },
  });
  const item = itemIn(plan, { list: 'Actions', key: 'action-7' });

  test('says when owners are reminded', () => {
    const told = (days: readonly number[], day: string) =>
      dueDates(set({ reminderDays: days }), day).map(({ why, fellOn }) => [why, fellOn]);
    expect(told([14, 7, 1], '2022-03-05')).toEqual([['due soon', '2022-03-04']]);
    expect(told([28, 3], '2022-03-05')).toEqual([['due soon', '2022-02-11']]);
    expect(told([28, 3], '2022-03-08')).toEqual([['due soon', '2022-03-08']]);
    expect(told([], '2022-03-10')).toEqual([]);
    expect(told([], '2022-03-11')).toEqual([['due today', '2022-03-11']]);
  });

  test('says when groups are told that something is coming', () => {
    const reason = (days: readonly number[], day: string) =>
      datedReason(set({ alertDays: days }), item, {
        day,
        after: Temporal.PlainDate.from(day).subtract({ days: 1 }).toString(),
        since: at(`${day}T00:00:00Z`),
        until: at(`${day}T09:00:00Z`),
      });
    expect(reason([14, 2], '2022-03-09')).toBe('coming');
    expect(reason([5], '2022-03-09')).toBeNull();
    expect(reason([5], '2022-03-06')).toBe('coming');
    expect(reason([], '2022-03-11')).toBe('due today');
  });

  test('goes with items whose colours are explained, where it is not what everybody means', () => {
    expect(lineOf(plan, item, NOW)).not.toHaveProperty('confidenceMeanings');
    const confidenceMeanings = { ...DEFAULT_SETTINGS.confidenceMeanings, Amber: 'needs help' };
    expect(lineOf(set({ confidenceMeanings }), item, NOW)).toMatchObject({ confidenceMeanings });
  });
});
