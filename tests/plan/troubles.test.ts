import { expect, test } from '@jest/globals';
import { isWorthTelling, TROUBLE_CODES, wordsOfTrouble } from '../../plan/troubles.ts';
import { at } from '../helpers/make-plan.ts';

/** What is wrong with Teams, people or Graph rather than with a list. */
const OF_NO_LIST: readonly string[] = [
  'SENDS_UNCLEAR',
  'NEWS_REFUSED',
  'PERSON_UNREACHABLE',
  'AWAY_UNCOVERED',
  'DEPUTY_AWAY',
  'DEPUTY_UNKNOWN',
  'NO_TIME_LEFT',
  'REPORT_PART_FAILED',
];

test.each(TROUBLE_CODES)('%s says what is wrong, with list and column, and what to do', (code) => {
  const detail = { count: 12, column: 'Forecast due', group: 'SEND', item: 'SEND Improvement Board' };
  const words = wordsOfTrouble({ list: 'Actions', code, subject: 'ForecastDue', detail });
  if (!OF_NO_LIST.includes(code)) expect(words.message).toContain('“Actions”');
  expect(words.remedy.length).toBeGreaterThan(30);
  if (code === 'COLUMN_MISSING') expect(words.message).toContain('“Forecast due” (ForecastDue)');
  for (const text of [words.message, words.remedy]) expect(text).toMatch(/^[A-Z].*\.$/s);
  const ofSite = wordsOfTrouble({ list: null, code, subject: '', detail: {} });
  expect(ofSite.message).not.toContain('null');
});

test('an owner who can’t be reached is named, or told of without a name', () => {
  const message = (detail: { person?: string }) =>
    wordsOfTrouble({ list: null, code: 'PERSON_UNREACHABLE', subject: 'owner', detail }).message;
  expect(message({ person: 'Pat' })).toContain('write to Pat, who');
  expect(message({})).toContain('write to somebody in the Owners list, who');
});

test('what often passes by itself is told after an hour, the rest at once', () => {
  const since = at('2022-01-10T09:00:00Z');
  const told = (code: 'OUT_OF_REACH' | 'COLUMN_MISSING', minutes: number) =>
    isWorthTelling(code, since, since.add({ minutes }));
  expect([told('COLUMN_MISSING', 1), told('OUT_OF_REACH', 59), told('OUT_OF_REACH', 60)]).toEqual([
    true,
    false,
    true,
  ]);
});
