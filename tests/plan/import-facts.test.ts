import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { parsePublishedPlan } from '../../plan/import/published-plan.ts';
import { importRows } from '../../plan/import/rows.ts';

const fileAt = (path: string) => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');

const DUE = {
  '2022-01-31': [3],
  '2022-03-31': [2, 4, 6, 10, 12, 21, 24, 29],
  '2022-04-30': [5],
  '2022-09-30': [14, 16, 17, 18, 19, 20, 25, 26, 27, 28, 30, 31],
};
const COMPLETE = [1, 7, 8, 9, 11, 13, 15, 22, 23];
const BY_THEME = [
  [2, 16, 19, 20, 21, 26, 27],
  [4, 5, 9, 10, 13, 23, 24],
  [3, 11, 12, 14, 15, 22],
  [1, 17, 18, 25, 30, 31],
  [28, 29],
  [6, 7, 8],
];

describe.each(['sandbox/seed/plan.txt', 'tests/fixtures/published-plan.txt'])(
  'the first plan as %s has it',
  (path) => {
    const plan = parsePublishedPlan(fileAt(path));
    const rows = importRows(plan);
    const numbersWhere = (holds: (one: (typeof rows.recommendations)[number]) => boolean) =>
      rows.recommendations.filter(holds).map((one) => one.number);

    test('31 recommendations, each with its words', () => {
      expect(rows.recommendations.map((one) => one.number)).toEqual(
        Array.from({ length: 31 }, (_, at) => at + 1),
      );
      for (const one of rows.recommendations) {
        expect(one.title.length).toBeGreaterThan(10);
        expect(one.title.length).toBeLessThanOrEqual(120);
        expect(one.fullText?.length).toBeGreaterThanOrEqual(one.title.length - 1);
        expect(one.fullText).not.toMatch(/[<>\t]/);
      }
    });

    test('nine are complete, on a day nobody has written down', () => {
      expect(numbersWhere((one) => one.stage === 'Complete')).toEqual(COMPLETE);
      expect(numbersWhere((one) => one.completedOn !== null)).toEqual([]);
      expect(plan.doubts).toContainEqual({
        kind: 'date',
        message: expect.stringContaining('9 recommendations are completed'),
      });
    });

    test('the others are due in their month, by its last day', () => {
      for (const [day, numbers] of Object.entries(DUE)) {
        expect(numbersWhere((one) => one.baselineDue === day)).toEqual(numbers);
      }
      for (const one of rows.recommendations.filter((row) => row.stage !== 'Complete')) {
        expect(one).toMatchObject({
          stage: 'Not started',
          duePrecision: 'Month',
          forecastDue: one.baselineDue,
        });
      }
    });

    test('six themes with their recommendations and what was said', () => {
      expect(rows.themes.map((theme) => numbersWhere((one) => one.theme === theme.title))).toEqual(BY_THEME);
      expect(plan.themes.map((theme) => theme.links)).toEqual(BY_THEME);
      for (const theme of rows.themes) {
        expect([theme.reviewSaid, theme.stakeholdersSaid, theme.progressSoFar]).not.toContain(null);
      }
      expect(rows.themes.map((theme) => theme.sortOrder)).toEqual([1, 2, 3, 4, 5, 6]);
    });

    test('a theme split over two rows of its table is whole', () => {
      expect(plan.themes[1]?.reviewSaid?.split('\n').length).toBeGreaterThanOrEqual(2);
      expect(plan.themes[1]?.progressSoFar).toContain('December 2021');
      expect(plan.themes[1]?.progressSoFar).toContain('March 2022');
    });

    test('a theme written in two ways is one, and told', () => {
      const told = plan.doubts.filter((one) => one.kind === 'theme named twice').map((one) => one.message);
      expect(told).toContainEqual(expect.stringMatching(/places and services.*placements and services/i));
      expect(told).toContainEqual(expect.stringContaining('with other capitals'));
    });

    test('a needs analysis called completed and due in September is told', () => {
      const told = plan.doubts.filter((one) => one.kind === 'contradiction').map((one) => one.message);
      expect(told).toEqual([
        expect.stringMatching(/needs analysis completed.*recommendation 31 is due Sep 2022/i),
      ]);
    });

    test('six groups that meet every fortnight', () => {
      expect(plan.groups).toEqual(
        ['Data', 'Finance', 'SEND', 'Schools', 'Safeguarding', 'Commissioning'].map((title) => ({
          title,
          everyWeeks: 2,
        })),
      );
    });

    test('two boards, the chair of one and the rhythm of the other', () => {
      expect(plan.boards).toEqual([
        {
          title: 'Education Transformation Programme Board',
          chairTitle: 'Director for Education and Skills',
          everyMonths: null,
          firstMonth: null,
        },
        { title: 'SEND Improvement Board', chairTitle: null, everyMonths: 2, firstMonth: '2022-02' },
      ]);
    });

    test('the measure with its target', () => {
      expect(plan.measures).toEqual([
        {
          title: expect.stringMatching(/specialist.* placements/i),
          unit: 'placements',
          baseline: 78,
          target: 450,
          targetDate: '2023-09-30',
        },
      ]);
    });

    test('ten next steps, six by March and four by September', () => {
      const due = rows.milestones.map((one) => one.baselineDue);
      expect(due.filter((day) => day === '2022-03-31')).toHaveLength(6);
      expect(due.filter((day) => day === '2022-09-30')).toHaveLength(4);
      expect(rows.milestones[0]?.title).toMatch(/graduated response and safeguarding$/);
    });

    test('nothing else is doubtful', () => {
      expect(plan.doubts.filter((one) => ['count', 'links'].includes(one.kind))).toEqual([]);
    });
  },
);

test('the sample plan names no council and has titles of its own', () => {
  const sample = fileAt('sandbox/seed/plan.txt');
  const published = parsePublishedPlan(fileAt('tests/fixtures/published-plan.txt'));
  expect(sample).not.toMatch(/bristol|\bBCC\b/i);
  expect(parsePublishedPlan(sample).recommendations[2]?.title).toBe(
    'Agree a protocol between the ALP hub and SEND teams',
  );
  for (const one of published.recommendations) expect(sample).not.toContain(one.text);
});
