import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { correctedByOthers, judgeEngagement } from '../../../plan/co-production/engagement.ts';
import { engagementForm } from '../../../plan/co-production/engagement-forms.ts';
import { engagementLines } from '../../../plan/co-production/engagement-lines.ts';
import {
  mayCompleteEngagement,
  mayCorrectEngagement,
  mayRecordEngagement,
  namedRecorder,
} from '../../../plan/co-production/engagement-people.ts';
import type { EngagementInput } from '../../../plan/content.ts';
import { itemsOf } from '../../../plan/items.ts';
import type { Owner } from '../../../plan/rows.ts';
import { ANY_CHARACTER } from '../../helpers/any-character.ts';
import { at, makeEngagement, makeGroup, makeOwner } from '../../helpers/make-plan.ts';
import { donePlan } from './helpers/reference-plan.ts';

const NOW = at('2022-03-21T09:00:00Z');
const typed: EngagementInput = {
  title: ' Parents  and carers ',
  on: '2022-03-14',
  purpose: 'Review the recommendations',
  said: 'The words are hard to read',
  outcome: '',
  theme: 'theme-1',
  answer: '',
  voices: '12',
};
const judge = (over: Partial<EngagementInput> = {}) =>
  judgeEngagement(donePlan(), { ...typed, ...over }, NOW);

describe('an entry of the engagement log', () => {
  test('is taken as it is meant, and counts people', () => {
    expect(judge().values).toEqual({
      title: 'Parents and carers',
      on: '2022-03-14',
      purpose: 'Review the recommendations',
      said: 'The words are hard to read',
      outcome: null,
      theme: 'theme-1',
      answer: null,
      voices: 12,
    });
  });

  test.each<[Partial<EngagementInput>, string, RegExp]>([
    [{ title: ' ' }, 'title', /which group/],
    [{ title: 'x'.repeat(256) }, 'title', /too long: 256/],
    [{ on: '' }, 'on', /Choose the day/],
    [{ on: '2022-03-22' }, 'on', /still to come/],
    [{ on: '22/03/1022' }, 'on', /from 2000/],
    [{ said: 'x'.repeat(2_001) }, 'said', /too long/],
    [{ said: '', purpose: '' }, 'said', /what it was about/],
    [{ voices: 'a dozen' }, 'voices', /whole number/],
    [{ theme: 'gone' }, 'theme', /not in the plan/],
    [{ answer: 'Perhaps', outcome: 'We will see' }, 'answer', /Choose one of/],
    [{ answer: 'We did' }, 'outcome', /what was done/],
    [{ answer: 'We could not' }, 'outcome', /why it could not/],
  ])('%j can’t be taken, and it is said why', (over, field, message) => {
    expect(judge(over).problems).toEqual([{ field, message: expect.stringMatching(message) }]);
  });

  test.each(['said', 'purpose', 'outcome', 'title'] as const)(
    'holds back what may name a child in %s, until somebody has checked',
    (field) => {
      const names = { [field]: 'Amy Smith, born 4 May 2012, was there' };
      expect(judge(names).problems).toMatchObject([{ field, held: true }]);
      expect(judge({ ...names, checked: true }).problems).toBeUndefined();
    },
  );

  test('never throws on what is typed', () => {
    const text = fc.string({ unit: ANY_CHARACTER, maxLength: 60 });
    fc.assert(
      fc.property(
        fc.record({ title: text, on: text, said: text, theme: text, answer: text, voices: text }),
        (over) => {
          const { problems, values } = judge(over);
          expect((problems?.length ?? 0) > 0).toBe(values === undefined);
        },
      ),
      { numRuns: 100 },
    );
  });
});

describe('the rights to the log', () => {
  const groups = [
    ...donePlan().groups,
    makeGroup({ key: 'board', itemId: 9, title: 'Board', kind: 'Board', chair: null }),
  ];
  const someone = (over: Partial<Owner>) =>
    makeOwner({ key: 'asked', roles: ['Member'], groups: [], ...over });
  const may = (over: Partial<Owner>) => {
    const owner = someone(over);
    return mayRecordEngagement(donePlan({ groups, owners: [owner] }), owner);
  };

  test.each<[string, Partial<Owner>, boolean]>([
    ['a plan manager', { roles: ['Plan manager'] }, true],
    ['somebody of a reference group', { groups: ['parents'] }, true],
    ['a member of a group that does the work', { groups: ['send'] }, false],
    ['a director', { roles: ['Director'] }, false],
    ['somebody of a board', { groups: ['board'] }, false],
    ['the chair of a board', { roles: ['Chair'], groups: ['board'] }, false],
  ])('%s adds to it: %j: %s', (_who, over, holds) => expect(may(over)).toBe(holds));

  test('names whoever leads a group or manages the plan, and nobody of a reference group', () => {
    const plan = donePlan({ groups });
    const named = (over: Partial<Owner>) => namedRecorder(plan, someone(over));
    expect(named({ groups: ['parents'] })).toBeNull();
    expect(named({ roles: ['Plan manager'] })).toBe('asked');
    expect(named({ key: 'facilitator' })).toBe('facilitator');
  });

  test('whoever recorded an entry, plan managers, and of a comment those who answer for its item change it', () => {
    const owner = someone({ groups: ['send'] });
    const plan = donePlan({ owners: [owner] });
    const [item = null] = itemsOf(plan);
    expect(mayCompleteEngagement(plan, owner, { recordedBy: 'asked' }, null)).toBe(true);
    expect(mayCompleteEngagement(plan, owner, { recordedBy: 'other' }, null)).toBe(false);
    expect(mayCompleteEngagement(plan, owner, { recordedBy: null }, null)).toBe(false);
    expect(mayCompleteEngagement(plan, owner, { recordedBy: 'other' }, item)).toBe(true);
    expect(mayCompleteEngagement(donePlan({ owners: [] }), owner, { recordedBy: 'asked' }, null)).toBe(false);
    const corrects = (recordedBy: string | null) => mayCorrectEngagement(plan, owner, { recordedBy });
    expect(['asked', 'other', null].map(corrects)).toEqual([true, false, false]);
  });

  test('others change what came of it, and nothing else', () => {
    const fieldsOf = (over: Partial<EngagementInput>) =>
      correctedByOthers(typed, { ...typed, ...over }).map(({ field }) => field);
    expect(fieldsOf({ answer: 'We did', outcome: 'Rewritten', checked: true })).toEqual([]);
    expect(fieldsOf({ said: 'All is well', voices: '1', title: 'Nobody' })).toEqual([
      'title',
      'said',
      'voices',
    ]);
    expect(fieldsOf({ on: '2022-01-01', purpose: '', theme: '' })).toEqual(['on', 'purpose', 'theme']);
  });
});

describe('the log', () => {
  const manager = makeOwner({ key: 'manager', roles: ['Plan manager'] });
  const { recordedBy: _not, said: _nor, ...old } = makeEngagement({ key: 'old', on: '2022-01-03' });
  const plan = donePlan({
    owners: [manager],
    engagements: [
      old as ReturnType<typeof makeEngagement>,
      makeEngagement({ key: 'answered', answer: 'We did', outcome: 'Rewritten' }),
      makeEngagement({ key: 'comment/1', on: '2022-02-01' }),
    ],
  });

  test('shows the newest first, rows made before it had these columns too, and comments elsewhere', () => {
    expect(engagementLines(plan, manager).map(({ key, said }) => [key, said])).toEqual([
      ['answered', 'The words are hard to read'],
      ['old', null],
    ]);
  });

  test('offers what nobody has answered, comments among it', () => {
    const form = engagementForm(plan, { viewer: manager, row: null, now: NOW }, 'key');
    expect(form.open).toEqual([
      { key: 'comment/1', words: 'Parents and carers, 1 Feb 2022: The words are hard to read' },
    ]);
    expect(form.input).toMatchObject({ title: '', on: '2022-03-21' });
  });
});
