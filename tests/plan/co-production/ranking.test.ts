import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { buildCoProduction } from '../../../plan/co-production/co-production-view.ts';
import { ballotRows, choicesOf, judgeRanking, rankable } from '../../../plan/co-production/ranking.ts';
import { ballotsOf } from '../../../plan/co-production/ranking-ballots.ts';
import { overallRanking, rankingOf } from '../../../plan/co-production/ranking-result.ts';
import { placesOf, placeWords } from '../../../plan/co-production/ranking-spread.ts';
import { buildStory } from '../../../plan/history.ts';
import { at, makeGroup, makeRecommendation } from '../../helpers/make-plan.ts';
import { ballot, donePlan, PARENTS, person, THIRD } from './helpers/reference-plan.ts';

const NOW = at('2022-03-21T09:00:00Z');
const orderOf = (lines: readonly { readonly label: string; readonly points: number }[]) =>
  lines.map(({ label, points }) => `${label}: ${points}`);

describe('what a group’s rankings come to', () => {
  const priorities = [
    ...ballot('a', [4, 3]),
    ...ballot('b', [4, 5, 3], { voices: 8 }),
    ...ballot('c', [5], { voices: 3, on: '2022-03-15' }),
  ];
  const result = rankingOf(donePlan({ priorities }), 'parents');

  test('is an order by points, of which each person gives ten, nine and so on', () => {
    expect(orderOf(result.lines)).toEqual(['5: 102', '4: 90', '3: 73']);
    expect(result).toMatchObject({ voices: 12, ballots: 3, lastOnWords: 'Tue 15 Mar 2022' });
    expect(result.words).toBe(
      '12 people have ranked. What matters most: 5 “Recommendation 5”, then 4 and 3.',
    );
    expect(result.methodWords).toMatch(/^A first choice gives 10 points, a second 9/);
  });

  test('tells of each how many chose it, who did not, and how far apart they put it', () => {
    expect(result.lines.find(({ label }) => label === '5')).toMatchObject({
      place: 1,
      chosenBy: 11,
      notChosenBy: 1,
      firstChoices: 3,
      medianRank: 2,
      bestRank: 1,
      worstRank: 2,
      spread: 'close',
      spreadWords: 'Chosen by 11 of 12; in the middle second, from first to second. Views are close.',
    });
  });

  test('leaves out what was taken back, what is not in the plan and other groups', () => {
    const [first] = ballot('d', [3]);
    if (!first) throw new Error('a ballot has a row');
    const rows = [
      { ...first, rank: null },
      { ...first, key: 'gone', recommendation: 'rec-99' },
      ...ballot('e', [4], { group: 'send' }),
    ];
    const { voices, lines, words } = rankingOf(donePlan({ priorities: rows }), 'parents');
    expect({ voices, lines, words }).toEqual({ voices: 0, lines: [], words: 'Nobody has ranked yet.' });
  });

  test('of rows that people entered in the list the last day counts, and nonsense harms nothing', () => {
    const rows = [
      ...ballot(null, [3, 4], { on: '2022-03-01' }),
      ...ballot(null, [4], { on: '2022-03-08', voices: -3 }),
    ];
    expect(rankingOf(donePlan({ priorities: rows }), 'parents')).toMatchObject({
      voices: 1,
      ballots: 1,
      lines: [{ label: '4', place: 1 }],
    });
  });

  test('is worked out once for a plan, and anew for the next', () => {
    const plan = donePlan({ priorities });
    expect(ballotsOf(plan)).toBe(ballotsOf(plan));
    expect(ballotsOf({ ...plan, priorities: ballot('a', [4]) }).get('parents')).toHaveLength(1);
  });

  test('equal points share a place', () => {
    const rows = [...ballot('a', [3, 4]), ...ballot('b', [4, 3]), ...ballot('c', [5])];
    const { lines } = rankingOf(donePlan({ priorities: rows }), 'parents');
    expect(lines.map(({ label, place }) => `${place}. ${label}`)).toEqual(['1. 3', '1. 4', '3. 5']);
  });

  test('every group counts alike in the order of all', () => {
    const schools = makeGroup({ key: 'schools', itemId: 9, title: 'Schools', kind: 'Reference' });
    const priorities = [
      ...ballot('many', [3], { voices: 40 }),
      ...ballot('few', [4], { group: 'schools', voices: 2 }),
      ...ballot('fewer', [4, 3], { group: 'schools', voices: 2 }),
    ];
    const plan = donePlan({ groups: [PARENTS, schools], priorities });
    expect(orderOf(overallRanking(plan).lines)).toEqual(['3: 7.3', '4: 5']);
  });

  test('an item’s story tells the place and the spread', () => {
    const story = buildStory(donePlan({ priorities }), THIRD, person('owner'), NOW, {
      rowUrl: null,
      syncPending: false,
    });
    expect(story?.priorities).toEqual([
      {
        groupName: 'Parents and carers',
        rank: 3,
        words: 'Chosen by 9 of 12; in the middle third, from second to third. Views are close.',
        onWords: '15 Mar 2022',
      },
    ]);
  });
});

describe('how far people agree', () => {
  const spreadOf = (...ranks: number[]) =>
    placesOf(
      ranks.map((rank) => ({ rank, voices: 1 })),
      ranks.length,
    );

  test.each([
    [[1, 1, 2, 2], 1.5, 'close'],
    [[1, 2, 3, 4], 2.5, 'mixed'],
    [[1, 1, 5, 5], 3, 'far apart'],
    [[4], 4, 'close'],
  ] as const)('%j lies around %d and is %s', (ranks, medianRank, spread) => {
    expect(spreadOf(...ranks)).toMatchObject({ medianRank, spread });
  });

  test('places are words', () => {
    expect([1, 2.5, 10, 11].map(placeWords)).toEqual([
      'first',
      'between second and third',
      'tenth',
      'place 11',
    ]);
    expect(spreadOf(1).spreadWords).toBe('Chosen by 1 of 1; always first.');
  });

  test('a ballot for several people is as many ballots', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.record({ rank: fc.integer({ min: 1, max: 10 }), voices: fc.integer({ min: 1, max: 9 }) }),
          {
            minLength: 1,
            maxLength: 8,
          },
        ),
        (placed) => {
          const single = placed.flatMap(({ rank, voices }) => Array(voices).fill({ rank, voices: 1 }));
          expect(placesOf(placed, single.length)).toEqual(placesOf(single, single.length));
        },
      ),
      { numRuns: 60 },
    );
  });
});

describe('a ranking that somebody fills in', () => {
  const judge = (choices: readonly string[], voices = '') =>
    judgeRanking(donePlan(), { groupKey: 'parents', choices, voices });

  test('is what was chosen, in order; blanks are left out', () => {
    expect(judge(['rec-4', '', 'rec-3'])).toEqual({ choices: ['rec-4', 'rec-3'], voices: null });
    expect(judge(['rec-4'], ' 12 ')).toEqual({ choices: ['rec-4'], voices: 12 });
  });

  test('can’t hold one twice, what is closed or gone, nothing, or no number of people', () => {
    expect(judge(['rec-4', 'rec-4']).problems).toEqual([
      { field: 'choice-2', message: '4 is choice 1 already. Choose each once.' },
    ]);
    expect(judge(['rec-6', 'rec-99']).problems?.map(({ field }) => field)).toEqual(['choice-1', 'choice-2']);
    expect(judge(['', '']).problems).toEqual([
      { field: 'choice-1', message: 'Choose at least what matters most.' },
    ]);
    for (const voices of ['0', '-1', 'twelve', '1.5', '100000'])
      expect(judge(['rec-4'], voices).problems).toMatchObject([{ field: 'voices' }]);
  });

  test('holds as many as the forms ask for', () => {
    const recommendations = [1, 2, 3, 4, 5, 6].map((number) => makeRecommendation({ number }));
    const judged = (count: number) => {
      const choices = recommendations.slice(0, count).map(({ key }) => key);
      return judgeRanking(donePlan({ recommendations }), { groupKey: 'parents', choices, voices: '' });
    };
    expect(judged(5).choices).toHaveLength(5);
    expect(judged(6).problems).toEqual([{ field: 'choices', message: 'Choose at most 5.' }]);
  });

  test('becomes rows that tell nobody’s name', () => {
    const rows = ballotRows(PARENTS, { ballot: 'x9', choices: ['rec-4', 'rec-3'], voices: 12 }, '2022-03-14');
    expect(rows).toMatchObject([
      { title: 'Parents and carers: choice 1', recommendation: 'rec-4', rank: 1, ballot: 'x9', voices: 12 },
      { title: 'Parents and carers: choice 2', recommendation: 'rec-3', rank: 2, ballot: 'x9', voices: 12 },
    ]);
    expect(choicesOf(donePlan({ priorities: rows }), 'parents', 'x9')).toEqual(['rec-4', 'rec-3']);
    expect(choicesOf(donePlan({ priorities: rows }), 'parents', 'another')).toBeNull();
  });

  test('offers open recommendations only', () => {
    expect(rankable(donePlan()).map(({ label }) => label)).toEqual(['3', '4', '5']);
  });
});

describe('the page', () => {
  const pageOf = (key: string, ballots: ReadonlyMap<string, string> = new Map()) =>
    buildCoProduction(donePlan({ priorities: ballot('own', [4, 3]) }), {
      viewer: person(key),
      ownBallots: ballots,
      now: NOW,
    });

  test('shows each reference group with who leads it, how many are in it, and what the viewer may do', () => {
    const [group, ...others] = pageOf('parent', new Map([['parents', 'own']])).groups;
    expect(others).toEqual([]);
    expect(group).toMatchObject({
      name: 'Parents and carers',
      facilitatorName: 'Parent lead',
      memberCount: 2,
      ownRanking: ['rec-4', 'rec-3'],
      may: { rank: true, rankForOthers: false, signOff: true },
    });
  });

  test('has groups that have ranked before those that have not, each by name', () => {
    const groupNamed = (key: string, title: string, kind: 'Reference' | 'Operational' = 'Reference') =>
      makeGroup({ key, title, kind, chair: null, everyWeeks: null });
    const plan = donePlan({
      groups: [
        groupNamed('b', 'Board of heads'),
        PARENTS,
        groupNamed('y', 'Young people'),
        groupNamed('a', 'Alumni'),
        groupNamed('w', 'Asked and no reference group', 'Operational'),
      ],
      recommendations: [makeRecommendation({ signOffBy: 'w' })],
      priorities: [...ballot('own', [3], { group: 'y' }), ...ballot('other', [3])],
    });
    const page = buildCoProduction(plan, { viewer: person('manager'), ownBallots: new Map(), now: NOW });
    expect(page.groups.map(({ name }) => name)).toEqual([
      'Parents and carers',
      'Young people',
      'Alumni',
      'Board of heads',
      'Asked and no reference group',
    ]);
  });

  test.each([
    ['facilitator', { rank: true, rankForOthers: true, signOff: true }],
    ['manager', { rank: false, rankForOthers: true, signOff: true }],
    ['chair', { rank: false, rankForOthers: false, signOff: false }],
  ] as const)('lets a %s do what is theirs', (key, may) => {
    expect(pageOf(key).groups[0]).toMatchObject({ ownRanking: null, may });
    expect(pageOf(key).may.askSignOff).toBe(key === 'manager');
  });
});
