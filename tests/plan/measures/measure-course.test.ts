import { describe, expect, test } from '@jest/globals';
import { measureCourse } from '../../../plan/measures.ts';

const TODAY = '2022-03-21';
const placements = { baseline: 78, value: 121, target: 450, targetDate: '2023-09-30' };
const read = (...figures: readonly (readonly [on: string, value: number])[]) => ({
  readings: figures.map(([on, value]) => ({ on, value })),
  ...(figures.length > 0 ? { value: figures.at(-1)?.[1] ?? null } : {}),
});
type Given = Partial<Parameters<typeof measureCourse>[0]>;
const wordsOf = (given: Given) => measureCourse({ ...placements, readings: [], ...given }, TODAY).courseWords;

describe('where a measure leads', () => {
  test.each<[string, Given, string | null]>([
    ['without a reading', {}, 'Too few readings to say where it is going.'],
    ['with one reading', read(['2022-03-01', 121]), 'Too few readings to say where it is going.'],
    [
      'with readings close together',
      read(['2022-03-01', 100], ['2022-03-28', 121]),
      'Too few readings to say where it is going.',
    ],
    [
      'with readings four weeks apart',
      read(['2022-02-14', 96], ['2022-03-14', 121]),
      'On course. At its pace since 14 Feb 2022: 625 by Sep 2023.',
    ],
    [
      'going down to a target that is higher, no further than to nothing',
      read(['2022-02-14', 121], ['2022-03-14', 96]),
      'Behind. At its pace since 14 Feb 2022: 0 by Sep 2023.',
    ],
    [
      'in parts of one',
      { ...read(['2022-02-14', 4.5], ['2022-03-14', 4.7]), baseline: 4, target: 20 },
      'Behind. At its pace since 14 Feb 2022: 8.7 by Sep 2023.',
    ],
    ['that is reached', read(['2022-03-14', 450]), 'The target is reached.'],
    [
      'that was to fall, and has',
      { ...read(['2022-03-14', 20]), baseline: 60, target: 20 },
      'The target is reached.',
    ],
    [
      'whose date has passed',
      { ...read(['2022-01-14', 300]), targetDate: '2022-03-20' },
      'The date has passed and the target was not reached.',
    ],
    ['without a target', { ...read(['2022-02-14', 96], ['2022-03-14', 121]), target: null }, null],
    ['without a date', { ...read(['2022-02-14', 96], ['2022-03-14', 121]), targetDate: null }, null],
    ['read on a day after the target’s', { ...read(['2022-02-14', 96], ['2023-10-14', 121]) }, null],
  ])('%s', (_what, given, words) => expect(wordsOf(given)).toBe(words));

  test.each<[string, Given, number | null]>([
    ['rising, of the whole figure', { value: 225 }, 0.5],
    ['falling, of the way down', { value: 50, baseline: 60, target: 40 }, 0.5],
    ['beyond its target', { value: 900 }, 1],
    ['worse than at the start', { value: 70, baseline: 60, target: 40 }, 0],
    ['a target of nothing, reached', { value: 0, baseline: null, target: 0 }, 1],
    ['without a target', { target: null }, null],
    ['without a figure', { value: null }, null],
  ])('how far it has come: %s', (_what, given, share) => {
    expect(measureCourse({ ...placements, readings: [], ...given }, TODAY).share).toBe(share);
  });
});
