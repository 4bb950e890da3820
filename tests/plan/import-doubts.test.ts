import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { readDate } from '../../plan/import/months.ts';
import { parsePeople } from '../../plan/import/people.ts';
import { parsePublishedPlan } from '../../plan/import/published-plan.ts';
import { shortTitle } from '../../plan/import/short-title.ts';
import { readStatus } from '../../plan/import/status.ts';

const HEADER = 'No\tReview recommendation\tTheme\tStatus';
const table = (...rows: string[]) => [HEADER, ...rows].join('\n');
const doubtsOf = (text: string) => parsePublishedPlan(text).doubts.map((one) => one.message);

describe('a text that is not a plan', () => {
  test.each([
    '',
    '\n\n',
    'Dear colleagues,\nthe meeting is moved.',
    '<html><body>No</body></html>',
    HEADER,
    'a\tb\tc\n1\t2\t3',
    '\u0000\uFFFF',
  ])('%p is refused and told what is looked for', (text) => {
    expect(() => parsePublishedPlan(text)).toThrow(
      expect.objectContaining({
        code: 'NOT_A_PLAN',
        message: expect.stringContaining('table of recommendations'),
        userMessage: expect.stringContaining('does not look like an improvement plan'),
      }),
    );
  });

  test('a text far too long is refused at once', () => {
    expect(() => parsePublishedPlan('<'.repeat(2_000_001))).toThrow(
      expect.objectContaining({ code: 'NOT_A_PLAN' }),
    );
  });
});

describe('hostile text', () => {
  test('never ends in anything but a plan or a refusal', () => {
    const piece = fc.oneof(
      fc.string(),
      fc.constantFrom(HEADER, '1\tx\ty\tMar-22', '<p>', 'By March 2022', '- x', 'groups (a, b)', '\t', '\n'),
    );
    fc.assert(
      fc.property(fc.array(piece), (pieces) => {
        try {
          expect(parsePublishedPlan(pieces.join('\n')).recommendations.length).toBeGreaterThan(0);
        } catch (error) {
          expect(error).toMatchObject({ code: 'NOT_A_PLAN' });
        }
      }),
    );
  });

  test.each([
    ['marks', '<'.repeat(100_000)],
    ['brackets', '['.repeat(100_000)],
    ['stars', '*'.repeat(100_000)],
    ['spaces', ' '.repeat(100_000)],
    ['capitals', 'Aa '.repeat(30_000)],
    ['numbers', '1 '.repeat(50_000)],
    ['groups', 'groups ('.repeat(12_000)],
  ])('a hundred thousand %s are read all the same', (_what, flood) => {
    expect(
      parsePublishedPlan(`${flood}\n${table('1\tDo it\tGood\tMar-22')}\n${flood}`).recommendations,
    ).toHaveLength(1);
  });

  test('markup is dropped, its words stay', () => {
    const [one] = parsePublishedPlan(
      table('1\t<script>alert(1)</script>Agree &amp; <b>publish</b>\tGood\tMar-22'),
    ).recommendations;
    expect(one?.text).toBe('alert(1)Agree & publish');
  });
});

describe('what is doubtful is told', () => {
  test('a count that does not match', () => {
    const text = `The review made 32 recommendations in three themes.\n${table('1\tA\tGood\tMar-22', '2\tB\tGood\tMar-22')}`;
    expect(doubtsOf(text)).toEqual(
      expect.arrayContaining([
        'The text speaks of 32 recommendations; the table has 2.',
        'The text speaks of 3 themes; the tables have 1.',
      ]),
    );
  });

  test('a number that is missing or there twice', () => {
    const plan = parsePublishedPlan(table('1\tA\tGood\tMar-22', '3\tC\tGood\tMar-22', '3\tD\tGood\tMar-22'));
    expect(plan.recommendations.map((one) => one.text)).toEqual(['A', 'C']);
    expect(plan.doubts.map((one) => one.message)).toEqual(
      expect.arrayContaining([
        'There is no recommendation 2 in the table.',
        'Recommendation 3 is in the table twice: the first is imported.',
      ]),
    );
  });

  test('a status that is neither a date nor a stage, or is missing', () => {
    const plan = parsePublishedPlan(table('1\tA\tGood\tsoon', '2\tB\tGood\t', '3\tC\tGood\t31/02/2022'));
    expect(plan.recommendations.map((one) => [one.status.stage, one.status.due])).toEqual(
      Array(3).fill(['Not started', null]),
    );
    expect(plan.doubts.filter((one) => one.kind === 'date').map((one) => one.message)).toEqual([
      'Recommendation 1 has the status “soon”, which is neither a date nor a stage. It is imported as Not started, without a date.',
      'Recommendation 2 has no status. It is imported as Not started, without a date.',
      'Recommendation 3 has the status “31/02/2022”, which is neither a date nor a stage. It is imported as Not started, without a date.',
    ]);
  });

  test('links of the table of themes that the table of recommendations does not bear out', () => {
    const themes =
      'Theme\tThe review said\tProgress\nSafe schools Links to recommendations 1, 3 and 9\tx\ty\nMoney Links to recommendation 2\tx\ty\n\n';
    const plan = parsePublishedPlan(
      `${themes}${table('1\tA\tSafe schools\tMar-22', '2\tB\tSafe schools\tMar-22', '3\tC\tMoney\tMar-22')}`,
    );
    expect(plan.doubts.filter((one) => one.kind === 'links').map((one) => one.message)).toEqual([
      'The theme “Safe schools” links to recommendation 3, which the table of recommendations puts under “Money”. The latter is imported.',
      'The theme “Safe schools” links to recommendation 9, which the table does not have.',
      'Recommendation 2 is under “Safe schools”, which does not link to it.',
      'The theme “Money” links to recommendation 2, which the table of recommendations puts under “Safe schools”. The latter is imported.',
      'Recommendation 3 is under “Money”, which does not link to it.',
    ]);
  });

  test('a theme the table of themes does not have, and a recommendation without any', () => {
    const themes = 'Theme\tThe review said\tProgress\nSafe schools Links to recommendations 1\tx\ty\n\n';
    const plan = parsePublishedPlan(
      `${themes}${table('1\tA\tSafe schools\tMar-22', '2\tB\tWild horses\tMar-22', '3\tC\t\tMar-22')}`,
    );
    expect(plan.themes.map((theme) => theme.title)).toEqual(['Safe schools', 'Wild horses']);
    expect(plan.doubts.filter((one) => one.kind === 'missing').map((one) => one.message)).toEqual([
      'Recommendation 2 names the theme “Wild horses”, which the table of themes does not have. It is imported as a theme of its own.',
      'Recommendation 3 has no theme.',
    ]);
  });

  test('themes of the table of themes are never taken as one, however alike', () => {
    const themes =
      'Theme\tThe review said\tProgress\nBetter school data quality\tx\ty\nBetter school finance quality\tx\ty\n\n';
    const plan = parsePublishedPlan(
      `${themes}${table('1\tA\tBetter school data quality\tMar-22', '2\tB\tbetter school finance quality\tMar-22')}`,
    );
    expect(plan.recommendations.map((one) => one.theme)).toEqual([
      'Better school data quality',
      'Better school finance quality',
    ]);
  });
});

test('rows broken over lines and parted by blank ones are whole', () => {
  const plan = parsePublishedPlan(
    `${HEADER}\r\n1\tAgree the\r\nnew protocol\tGood\tMar-22\r\n\r\n2\tB\tGood\tCompleted\r\nThe end.`,
  );
  expect(plan.recommendations.map((one) => [one.number, one.text, one.status.words])).toEqual([
    [1, 'Agree the new protocol', 'Mar-22'],
    [2, 'B', 'Completed'],
  ]);
});

describe('dates and stages as plans write them', () => {
  test.each([
    ['Mar-22', '2022-03-31', 'Month'],
    ['Sept 2022', '2022-09-30', 'Month'],
    ['February 2024', '2024-02-29', 'Month'],
    ['31/03/2022', '2022-03-31', 'Day'],
    ['1st April 2022', '2022-04-01', 'Day'],
    ['2022-04-01', '2022-04-01', 'Day'],
  ])('%s', (words, date, precision) => {
    expect(readDate(words)).toEqual({ date, precision });
  });

  test.each(['', 'soon', 'Mar', '2022', '13/13/2022', '30 February 2022', 'Marchy 2022', 'Q1 2022'])(
    '%p is no date',
    (words) => {
      expect(readDate(words)).toBeNull();
    },
  );

  test.each([
    ['Completed', 'Complete'],
    ['completed.', 'Complete'],
    ['In Progress', 'In progress'],
    ['Withdrawn', 'Withdrawn'],
  ])('%s is the stage %s', (words, stage) => {
    expect(readStatus(words)).toMatchObject({ stage, due: null });
  });
});

describe('a short title', () => {
  test('is the text where that is short, else its first sentence, else whole words', () => {
    expect(shortTitle('Agree a protocol.')).toBe('Agree a protocol');
    expect(shortTitle(`Agree a protocol. ${'It matters. '.repeat(20)}`)).toBe('Agree a protocol');
    expect(shortTitle('Agree '.repeat(60))).toMatch(/^(Agree )+Agree…$/);
    expect(shortTitle(' ')).toBe('No title');
  });

  test('never outgrows its limit', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 600 }), fc.constantFrom(120, 255), (text, limit) => {
        const title = shortTitle(text, limit);
        expect(title.length).toBeLessThanOrEqual(limit);
        expect(title.trim()).not.toBe('');
      }),
    );
  });
});

describe('the people file', () => {
  const file = () =>
    JSON.parse(readFileSync(new URL('../../sandbox/seed/people.json', import.meta.url), 'utf8'));

  test('of the sample is understood: every recommendation is led by somebody', () => {
    const people = parsePeople(file());
    expect(people.leads.map((lead) => lead.number)).toEqual(Array.from({ length: 31 }, (_, at) => at + 1));
    expect(people.groups.filter((group) => group.kind === 'Operational')).toHaveLength(6);
  });

  test.each<[string, (file: Record<string, unknown>) => unknown, string]>([
    ['text that is not JSON', () => '{', 'this is not JSON'],
    ['another kind of file', (one) => ({ ...one, kind: 'other' }), 'kind'],
    ['a word too many', (one) => ({ ...one, secret: 1 }), 'secret'],
    [
      'a lead of a group that is not there',
      (one) => ({ ...one, leads: [{ number: 1, group: 'Nobody', owner: 'data-owner@alp.example' }] }),
      'there is no group called Nobody',
    ],
    [
      'a lead that is not there',
      (one) => ({ ...one, leads: [{ number: 1, group: 'Data', owner: 'x@alp.example' }] }),
      'no owner has the email x@alp.example',
    ],
    [
      'a number led twice',
      (one) => ({
        ...one,
        leads: Array(2).fill({ number: 1, group: 'Data', owner: 'data-owner@alp.example' }),
      }),
      '1 is there twice',
    ],
    [
      'a time that is none',
      (one) => ({ ...one, groups: [{ name: 'Data', kind: 'Operational', meetingTime: '2pm' }] }),
      'write the time like 10:00',
    ],
    ['nothing', () => null, 'file'],
  ])('%s is refused, saying where', (_what, change, words) => {
    expect(() => parsePeople(change(file()))).toThrow(
      expect.objectContaining({ code: 'BAD_INPUT', userMessage: expect.stringContaining(words) }),
    );
  });
});
