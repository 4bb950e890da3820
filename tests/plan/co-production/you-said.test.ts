import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { buildCoProduction } from '../../../plan/co-production/co-production-view.ts';
import { youSaid, youSaidInPublic } from '../../../plan/co-production/you-said.ts';
import { youSaidPaper } from '../../../plan/co-production/you-said-paper.ts';
import { ENGAGEMENT_ANSWERS, SIGN_OFF_DECISIONS, STAGES } from '../../../plan/glossary.ts';
import type { Plan } from '../../../plan/plan.ts';
import type { Action, Engagement, SignOff } from '../../../plan/rows.ts';
import {
  at,
  makeAction,
  makeEngagement,
  makeRecommendation,
  makeTheme,
  makeUpdate,
} from '../../helpers/make-plan.ts';
import { ballot, donePlan, person } from './helpers/reference-plan.ts';

const NOW = at('2022-03-21T09:00:00Z');
const signOff = (over: Partial<SignOff>): SignOff => ({
  key: 'sign-off',
  itemId: 1,
  title: 'Sign-off',
  itemList: 'Recommendations',
  itemNumber: 3,
  itemKey: 'rec-3',
  group: 'parents',
  decision: 'Agreed with conditions',
  conditions: 'in plain words',
  dissent: null,
  voices: 8,
  on: '2022-03-14',
  recordedBy: null,
  ...over,
});
const told = (over: Partial<Plan>) =>
  youSaid(donePlan({ themes: [makeTheme({ stakeholdersSaid: null })], ...over }), null).map(
    ({ who, said, outcome, words }) => `${who} | ${said} | ${outcome} | ${words}`,
  );

describe('what came of what the log tells', () => {
  const came = (over: Partial<Engagement>) => {
    const [line] = told({
      engagements: [makeEngagement({ title: 'Heads', said: 'Sooner', voices: null, ...over })],
    });
    return line ?? null;
  };

  test.each<[Partial<Engagement>, string | null]>([
    [{ answer: 'We did', outcome: 'Sent in May' }, 'Heads | Sooner | did | Sent in May'],
    [{ answer: 'We are doing it', outcome: 'Drafted' }, 'Heads | Sooner | doing | Drafted'],
    [{ answer: 'We could not', outcome: 'No money' }, 'Heads | Sooner | could not | No money'],
    [{ answer: 'We could not' }, 'Heads | Sooner | could not | Why is not recorded yet.'],
    [{}, 'Heads | Sooner | looking | We are still looking at it.'],
    [
      { outcome: 'Views captured.' },
      'Heads | Sooner | looking | We are still looking at it. Views captured.',
    ],
    [{ said: null, answer: 'We did', outcome: 'Something' }, null],
    [{ voices: 12 }, 'Heads (12 people) | Sooner | looking | We are still looking at it.'],
  ])('%j is told as it stands', (over, line) => expect(came(over)).toBe(line));

  test('rows from before the columns were there are no reason to fall over', () => {
    const { said: _said, theme: _theme, answer: _answer, voices: _voices, ...old } = makeEngagement();
    expect(told({ engagements: [old as Engagement] })).toEqual([]);
  });
});

describe('what came of what groups put first', () => {
  test('is how those recommendations stand', () => {
    const recommendations = [
      makeRecommendation({ number: 3, stage: 'Complete', completedOn: '2022-03-10' }),
      makeRecommendation({ number: 4 }),
      makeRecommendation({ number: 5, stage: 'Not started' }),
      makeRecommendation({ number: 6, stage: 'Withdrawn' }),
    ];
    const ranked = (numbers: readonly number[]) =>
      told({ recommendations, priorities: ballot('a', numbers) });
    expect(ranked([3, 4, 5, 6])).toEqual([
      'Parents and carers (1 person) | Recommendation 3, “Recommendation 3”, comes first of what matters most. | did | It is complete since 10 Mar 2022.',
      'Parents and carers (1 person) | Recommendation 4, “Recommendation 4”, comes second of what matters most. | doing | It is in progress, and is expected by Mar 2022.',
      'Parents and carers (1 person) | Recommendation 5, “Recommendation 5”, comes third of what matters most. | looking | We are still looking at it. It has not begun, and is expected by Mar 2022.',
    ]);
    expect(ranked([6])[0]).toMatch(/could not \| It was withdrawn\. Why is not recorded here yet\.$/);
  });

  test('why something was withdrawn is what the log answers those who asked, and no note of a check-in', () => {
    const recommendations = [makeRecommendation({ number: 6, stage: 'Withdrawn' })];
    const about = { itemKey: 'rec-6', stage: 'Withdrawn' } as const;
    const updates = [
      makeUpdate({ key: 'w', ...about, note: 'The head would not', reason: 'Ms Hill left' }),
      makeUpdate({ key: 'comment/1', answerId: 'comment/1', ...about }),
    ];
    const answered = (over: Partial<Engagement>) =>
      told({
        recommendations,
        updates,
        priorities: ballot('a', [6]),
        engagements: [makeEngagement({ key: 'comment/1', said: null, answer: 'We could not', ...over })],
      })[0];
    expect(answered({})).toMatch(/It was withdrawn\. Why is not recorded here yet\.$/);
    expect(answered({ outcome: 'The law has changed' })).toMatch(/It was withdrawn: The law has changed$/);
    for (const other of [{ answer: 'We did' }, { key: 'comment/2' }] as const)
      expect(answered({ outcome: 'Else', ...other })).toMatch(/not recorded here yet\.$/);
  });
});

describe('what came of sign-offs', () => {
  const of = (...rows: readonly Partial<SignOff>[]) =>
    told({ signOffs: rows.map((row, at) => signOff({ key: String(at), ...row })) });

  test('a plain yes says nothing that asks for an answer', () => {
    expect(of({ decision: 'Agreed', conditions: null })).toEqual([]);
  });

  test('conditions with a day stand as the action that they became', () => {
    const recommendations = [makeRecommendation({ stage: 'Complete', completedOn: '2022-03-14' })];
    const came = (over: Partial<Action>) =>
      told({
        recommendations,
        signOffs: [signOff({})],
        actions: [
          makeAction({ title: 'Conditions for 3: in plain words', details: 'in plain words', ...over }),
        ],
      })[0];
    expect(came({ stage: 'Not started' })).toMatch(
      /looking \| We are still looking at it\. The conditions are an action of their own\. It has not begun/,
    );
    expect(came({ stage: 'Complete', completedOn: '2022-04-01' })).toMatch(
      /did \| The conditions are an action of their own\. It is complete since 1 Apr 2022\.$/,
    );
    expect(came({ stage: 'Complete', title: 'Another' })).toMatch(/is not recorded yet\.$/);
  });

  test('conditions are met once the group agrees without any', () => {
    const said = 'Of recommendation 3, “Recommendation 3”: agreed on condition: in plain words';
    expect(of({})).toEqual([
      `Parents and carers (8 people) | ${said} | doing | It is done, and waits to be signed off.`,
    ]);
    expect(of({}, { decision: 'Agreed', on: '2022-03-18', conditions: null })).toEqual([
      `Parents and carers (8 people) | ${said} | did | The group has agreed since, on 18 Mar 2022.`,
    ]);
    const complete = [makeRecommendation({ stage: 'Complete' })];
    expect(told({ recommendations: complete, signOffs: [signOff({})] })[0]).toMatch(
      /looking \| We are still looking at it\. Whether the conditions are met is not recorded yet\.$/,
    );
  });

  test('a no stands until the group agrees, and dissent is told beside the decision', () => {
    expect(of({ decision: 'Not agreed', conditions: null, dissent: 'Good enough' })).toEqual([
      'Parents and carers (8 people) | Did not agree that recommendation 3, “Recommendation 3” is done. | doing | It is done, and waits to be signed off.',
      'Some of Parents and carers | Of recommendation 3, “Recommendation 3”: Good enough | looking | We are still looking at it. The group as a whole did not agree; what they said is kept with it.',
    ]);
  });

  test('dissent is answered once the group agrees again, and nobody sees it otherwise then', () => {
    const dissent = signOff({ decision: 'Agreed', conditions: null, dissent: 'Not for all of us' });
    const again = signOff({ key: 'later', decision: 'Agreed', conditions: null, on: '2022-04-04' });
    const still = told({ signOffs: [dissent, { ...again, dissent: 'Still not for all of us' }] });
    expect(still.map((line) => line.includes('| looking |'))).toEqual([true, true]);
    expect(told({ signOffs: [dissent, again] })).toEqual([
      'Some of Parents and carers | Of recommendation 3, “Recommendation 3”: Not for all of us | did | The group has agreed since, and nobody saw it otherwise, on 4 Apr 2022.',
    ]);
  });
});

describe('what was said at the start', () => {
  const recommendations = [
    makeRecommendation({ number: 3 }),
    makeRecommendation({ number: 4, stage: 'Complete' }),
  ];
  const theme = (progressSoFar: string | null) => [
    makeTheme({ stakeholdersSaid: 'Too\n slow', progressSoFar }),
  ];

  test('is told theme by theme, with what the theme has come to', () => {
    expect(told({ recommendations, themes: theme('A draft is out.') })).toEqual([
      'People who took part before the plan began | Too slow | doing | A draft is out. 1 of its 2 recommendations is complete.',
    ]);
    const none = recommendations.map((row) => ({ ...row, stage: 'Not started' as const }));
    expect(told({ recommendations: none, themes: theme(null) })[0]).toMatch(
      /looking \| We are still looking at it\. None of its 2 recommendations are complete\.$/,
    );
    const all = recommendations.map((row) => ({ ...row, stage: 'Complete' as const }));
    expect(told({ recommendations: all, themes: theme(null) })[0]).toMatch(
      /did \| All its 2 recommendations are complete\.$/,
    );
  });

  test('belongs to no period', () => {
    const period = { from: at('2000-01-01T00:00:00Z'), to: NOW };
    expect(youSaid(donePlan({ recommendations, themes: theme(null) }), period)).toEqual([]);
  });
});

describe('a period', () => {
  const plan = donePlan({
    themes: [],
    engagements: ['2022-01-10', '2022-02-14', '2022-02-15', null].map((on, index) =>
      makeEngagement({ key: String(index), on }),
    ),
  });
  const days = (from: string, to: string) =>
    youSaid(plan, { from: at(from), to: at(to) }).map(({ onWords }) => onWords);

  test('has the days between its ends, the newest first', () => {
    expect(days('2022-01-11T00:00:00Z', '2022-02-15T10:00:00Z')).toEqual([
      'Tue 15 Feb 2022',
      'Mon 14 Feb 2022',
    ]);
    expect(days('2022-01-10T00:00:00Z', '2022-02-14T00:00:01Z')).toEqual([
      'Mon 14 Feb 2022',
      'Mon 10 Jan 2022',
    ]);
    expect(youSaid(plan, null)).toHaveLength(4);
  });
});

describe('the paper', () => {
  test('is in the order of the themes, what was done first, and says where nothing was said', () => {
    const plan = donePlan({
      name: 'ALP plan',
      themes: [
        makeTheme({ title: 'Data', sortOrder: 1, stakeholdersSaid: null }),
        makeTheme({ key: 'theme-2', title: 'Careers', sortOrder: 2, stakeholdersSaid: null }),
      ],
      engagements: [
        makeEngagement({ key: '1', said: 'Nobody knows' }),
        makeEngagement({
          key: '2',
          said: 'Too slow',
          answer: 'We did',
          outcome: 'Faster now',
          on: '2022-01-03',
        }),
        makeEngagement({ key: '3', said: 'Thank you', theme: null, on: null }),
      ],
    });
    const { title, subtitle, blocks } = youSaidPaper(plan, null, NOW);
    expect([title, ...subtitle]).toEqual([
      'You said, we did',
      'ALP plan',
      'Since the plan began',
      'As at Mon 21 Mar 2022, 09:00',
    ]);
    expect(blocks.slice(0, 5)).toEqual([
      { kind: 'paragraph', text: 'Three things were said. Of these we did 1 and have not answered 2 yet.' },
      { kind: 'heading', level: 1, text: 'Data' },
      {
        kind: 'table',
        table: {
          caption: 'What was said, and what came of it: Data',
          columns: ['You said', 'Who and when', 'What came of it'],
          rows: [
            [
              { text: 'Too slow' },
              { text: 'Parents and carers (12 people), Mon 3 Jan 2022' },
              { text: 'We did: Faster now' },
            ],
            [
              { text: 'Nobody knows' },
              { text: 'Parents and carers (12 people), Wed 5 Jan 2022' },
              { text: 'Not answered yet: We are still looking at it.' },
            ],
          ],
        },
      },
      { kind: 'heading', level: 1, text: 'The plan as a whole' },
      expect.objectContaining({ kind: 'table' }),
    ]);
    expect(blocks).toContainEqual({ kind: 'list', entries: ['Careers'] });
  });

  test('and the page say nothing that is for a board alone', () => {
    const engagements = [
      makeEngagement({ key: '1', said: 'Too slow' }),
      makeEngagement({ key: '2', said: 'Internal: the S family is upset' }),
      makeEngagement({ key: '3', said: 'Sooner', answer: 'We could not', outcome: 'No. Internal: S left' }),
    ];
    const plan = donePlan({ themes: [makeTheme({ stakeholdersSaid: null })], engagements });
    expect(youSaid(plan, null)).toHaveLength(3);
    expect(youSaidInPublic(plan, null).map(({ said }) => said)).toEqual(['Too slow']);
    const page = buildCoProduction(plan, { viewer: person('owner'), ownBallots: new Map(), now: NOW });
    expect(page.youSaid.map(({ said }) => said)).toEqual(['Too slow']);
    expect(JSON.stringify(youSaidPaper(plan, null, NOW))).not.toMatch(/internal/i);
  });

  test('and a line that is internal stays so in what was said before the plan began', () => {
    const themes = [makeTheme({ stakeholdersSaid: 'We need buses\nInternal: the S family asked' })];
    expect(youSaid(donePlan({ themes }), null)).toHaveLength(1);
    expect(youSaidInPublic(donePlan({ themes }), null)).toEqual([]);
  });

  test('of nothing says so', () => {
    const { blocks } = youSaidPaper(donePlan({ themes: [] }), null, NOW);
    expect(blocks[0]).toEqual({
      kind: 'paragraph',
      text: 'Nothing that people said is recorded for this time.',
    });
  });

  test('whatever the lists hold, everything said has an answer in words, and nothing is told that nobody said', () => {
    const text = fc.option(fc.string({ maxLength: 30 }));
    const row = fc.record({
      said: text,
      outcome: text,
      answer: fc.option(fc.constantFrom(...ENGAGEMENT_ANSWERS)),
      theme: fc.constantFrom('theme-1', 'gone', null),
    });
    const signed = fc.record({
      decision: fc.option(fc.constantFrom(...SIGN_OFF_DECISIONS)),
      conditions: text,
      dissent: text,
      itemKey: fc.constantFrom('rec-3', 'gone'),
    });
    const stage = fc.option(fc.constantFrom(...STAGES));
    fc.assert(
      fc.property(
        fc.array(row, { maxLength: 4 }),
        fc.array(signed, { maxLength: 4 }),
        stage,
        (rows, signs, at) => {
          const plan = donePlan({
            recommendations: [makeRecommendation({ stage: at })],
            engagements: rows.map((over, index) => makeEngagement({ key: String(index), ...over })),
            signOffs: signs.map((over, index) => signOff({ key: String(index), ...over })),
            priorities: ballot('a', [3]),
          });
          const entries = youSaid(plan, null);
          for (const { words, said } of entries)
            expect([words, said].every((one) => one.trim() !== '')).toBe(true);
          const fromLog = rows.filter(({ said }) => (said ?? '').trim() !== '').length;
          expect(entries.length).toBeGreaterThanOrEqual(fromLog);
          const did = entries.filter(({ outcome }) => outcome === 'did' || outcome === 'could not');
          const answered = rows.filter(
            ({ answer }) => answer === 'We did' || answer === 'We could not',
          ).length;
          const isClosed = at === 'Complete' || at === 'Embedded' || at === 'Withdrawn';
          const yes = signs.filter(({ decision }) => decision?.startsWith('Agreed')).length;
          if (!isClosed && yes === 0) expect(did.length).toBeLessThanOrEqual(answered);
          expect(JSON.stringify(youSaidPaper(plan, null, NOW))).not.toMatch(/undefined|NaN/);
        },
      ),
      { numRuns: 80 },
    );
  });
});
