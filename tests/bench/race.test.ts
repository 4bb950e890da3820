import { describe, expect, test } from '@jest/globals';
import { judgeRace, type Race } from '../../bench/parts/race.ts';
import type { Version } from '../../bench/parts/site.ts';

const RACE: Race = {
  itemId: 7,
  personId: 'data-owner',
  submissionKey: 'card-1',
  note: 'On course',
  answered: '2023-06-01',
  edited: { column: 'ForecastDue', value: '2023-06-02' },
};
const MIDNIGHT: Readonly<Record<string, string>> = {
  '2022-12-16': '2022-12-16T00:00:00Z',
  '2023-06-01': '2023-05-31T23:00:00Z',
  '2023-06-02': '2023-06-01T23:00:00Z',
};
const version = (
  by: 'user' | 'application',
  day: string,
  more: Partial<Version['fields']> = {},
): Version => ({
  lastModifiedDateTime: '2022-01-10T09:00:05Z',
  lastModifiedBy: { [by]: {} },
  fields: { ForecastDue: MIDNIGHT[day], LatestNote: 'On course', ...more },
});
const BEFORE = version('application', '2022-12-16', { LatestNote: null });
const judge = (
  versions: readonly Version[],
  {
    at = '2022-01-10T09:00:05Z',
    saw = '2022-12-16',
    race = RACE,
  }: { at?: string; saw?: string; race?: Race } = {},
) => {
  const update = { At: at, PreviousForecastDue: MIDNIGHT[saw] };
  const { course, fault } = judgeRace(race, {
    versions: [BEFORE, ...versions],
    update,
    timeZone: 'Europe/London',
  });
  return { course, fault };
};

describe('the same field', () => {
  test('edited after the answer was written: the edit stands', () => {
    const versions = [version('application', '2023-06-01'), version('user', '2023-06-02')];
    expect(judge(versions)).toEqual({ course: 'edit saw the answer', fault: null });
  });

  test('answered by somebody who saw the edit: the answer stands', () => {
    const versions = [version('user', '2023-06-02'), version('application', '2023-06-01')];
    expect(judge(versions, { saw: '2023-06-02' })).toEqual({ course: 'answer saw the edit', fault: null });
  });

  test('neither saw the other: the later second stands, and in the same one the edit', () => {
    const edit = version('user', '2023-06-02', { LatestNote: null });
    const answerStands = [edit, version('application', '2023-06-01')];
    const editStands = [edit, version('application', '2023-06-02')];
    const later = { at: '2022-01-10T09:00:06Z' };
    expect(judge(answerStands, later)).toEqual({ course: 'clash, answer stands', fault: null });
    expect(judge(editStands, later).fault).toContain('2023-06-01 should stand, 2023-06-02 does');
    expect(judge(editStands)).toEqual({ course: 'clash, edit stands', fault: null });
    expect(judge(answerStands).fault).toContain('2023-06-02 should stand, 2023-06-01 does');
  });
});

describe('different fields', () => {
  const race: Race = { ...RACE, edited: { column: 'Details', value: 'Typed' } };

  test('both stand', () => {
    expect(judge([version('application', '2023-06-01', { Details: 'Typed' })], { race })).toEqual({
      course: 'apart',
      fault: null,
    });
  });

  test('a lost edit, a lost answer and a lost note are faults', () => {
    expect(judge([version('application', '2023-06-01')], { race }).fault).toContain('Details');
    expect(judge([version('user', '2022-12-16', { Details: 'Typed' })], { race }).fault).toContain(
      '2023-06-01',
    );
    const noNote = version('application', '2023-06-01', { Details: 'Typed', LatestNote: 'Other' });
    expect(judge([noNote], { race }).fault).toContain('note');
  });
});

test('an answer that is not in the history is lost', () => {
  const judged = judgeRace(RACE, { versions: [BEFORE], update: undefined, timeZone: 'Europe/London' });
  expect(judged.fault).toBe('the answer is not in the history');
});
