import { describe, expect, test } from '@jest/globals';
import { applySignOff } from '../../../plan/co-production/sign-off.ts';
import { asksOf, unsignedOf } from '../../../plan/co-production/sign-off-asks.ts';
import type { SignOffInput } from '../../../plan/content.ts';
import { updateOfEdit } from '../../../plan/hand-edits.ts';
import { decide } from '../../../plan/import/decide.ts';
import type { Plan } from '../../../plan/plan.ts';
import type { Recommendation } from '../../../plan/rows.ts';
import { afterAnswer, at, itemIn, makeRecommendation } from '../../helpers/make-plan.ts';
import { readOn } from '../../helpers/reminder-plan.ts';
import { donePlan, person, signOffInput, THIRD } from './helpers/reference-plan.ts';

const NOW = at('2022-03-14T09:00:00Z');
const KEYS = { answerId: 'signoff/1/Rrec-3', signOff: 'sign-off-1', action: 'action-new' };

const sign = (
  over: Partial<SignOffInput> = {},
  { by = 'facilitator', plan = donePlan() }: { readonly by?: string; readonly plan?: Plan } = {},
) => {
  const input = signOffInput(over);
  return applySignOff({ plan, item: itemIn(plan, THIRD), input, by: person(by), now: NOW, keys: KEYS });
};
const fieldsOf = (...asked: Parameters<typeof sign>) => sign(...asked).problems?.map(({ field }) => field);
const third = (over: Partial<Recommendation>) =>
  donePlan({ recommendations: [makeRecommendation({ ...donePlan().recommendations[0], ...over })] });

describe('what a group decides', () => {
  test('Agreed makes it complete, as an update and a row of Sign-offs', () => {
    expect(sign({ voices: '12' })).toMatchObject({
      changes: {
        stage: 'Complete',
        completedOn: '2022-03-14',
        latestNote: 'Signed off by Parents and carers.',
      },
      update: { key: KEYS.answerId, by: 'facilitator', stage: 'Complete', meeting: null },
      signOff: {
        title: '3: Agreed, Parents and carers',
        decision: 'Agreed',
        conditions: null,
        dissent: null,
        voices: 12,
        on: '2022-03-14',
        recordedBy: 'facilitator',
        group: 'parents',
        itemKey: 'rec-3',
      },
      action: null,
      words: 'Recorded: 3 “Recommendation 3” is agreed, and complete.',
    });
  });

  test('with conditions it is complete too; its history and the row say what has to be met, and what others thought', () => {
    const conditions = 'Say it in plain words';
    expect(
      sign({ decision: 'Agreed with conditions', conditions, dissent: 'Too slow for some' }),
    ).toMatchObject({
      changes: { stage: 'Complete' },
      update: { note: 'Signed off by Parents and carers, with conditions: Say it in plain words' },
      signOff: { conditions, dissent: 'Too slow for some' },
      action: null,
    });
  });

  test('conditions with a day become an action of whoever owns it', () => {
    const input = {
      decision: 'Agreed with conditions',
      conditions: 'Say it in plain words',
      conditionsDue: '2022-04-29',
    };
    expect(sign(input)).toMatchObject({
      action: {
        key: 'action-new',
        title: 'Conditions for 3: Say it in plain words',
        owner: 'owner',
        group: 'send',
        recommendation: 'rec-3',
        baselineDue: '2022-04-29',
      },
    });
    expect(fieldsOf({ ...input, conditionsDue: '2022-03-01' })).toEqual(['conditionsDue']);
    expect(fieldsOf(input, { plan: third({ owner: null }) })).toEqual(['conditionsDue']);
  });

  test('Not agreed opens it again, and says why', () => {
    expect(sign({ decision: 'Not agreed', reason: 'Nobody could read it' })).toMatchObject({
      changes: { stage: 'In progress', latestNote: 'Not agreed by Parents and carers: Nobody could read it' },
      update: { stage: 'In progress', reason: 'Not agreed by Parents and carers: Nobody could read it' },
      signOff: { decision: 'Not agreed', conditions: 'Nobody could read it' },
    });
  });

  test.each([
    [{ decision: '' }, ['decision']],
    [{ decision: 'Agreed with conditions' }, ['conditions']],
    [{ decision: 'Not agreed' }, ['reason']],
    [{ voices: 'some' }, ['voices']],
    [{ dissent: 'x'.repeat(2_001) }, ['dissent']],
    [{ dissent: 'UPN A123456789012 said no' }, ['dissent']],
    [{ groupKey: 'send' }, ['ref']],
  ] as const)('%j can’t be taken', (over, fields) => {
    expect(fieldsOf(over)).toEqual(fields);
  });

  test('names nobody of the group, in its row or in the history', () => {
    expect(sign({}, { by: 'parent' })).toMatchObject({ signOff: { recordedBy: null }, update: { by: null } });
  });

  test('is never recorded by whoever said that it is done, where nobody owns it either', () => {
    const plan = third({ owner: null });
    const updates = plan.updates.map((row) => ({ ...row, by: 'manager' }));
    expect(fieldsOf({}, { by: 'manager', plan: { ...plan, updates } })).toEqual(['ref']);
    expect(fieldsOf({}, { by: 'facilitator', plan: { ...plan, updates } })).toBeUndefined();
  });

  test('is recorded by the group and plan managers, never by its owner or the chair of the group that did it', () => {
    for (const by of ['facilitator', 'parent', 'manager']) expect(fieldsOf({}, { by })).toBeUndefined();
    for (const by of ['owner', 'chair', 'other']) expect(fieldsOf({}, { by })).toEqual(['ref']);
    for (const owner of ['parent', 'manager'])
      expect(fieldsOf({}, { by: owner, plan: third({ owner }) })).toEqual(['ref']);
  });

  test('needs something to show for it, and something that waits', () => {
    expect(fieldsOf({}, { plan: third({ latestNote: null }) })).toEqual(['ref']);
    expect(
      fieldsOf({}, { plan: third({ latestNote: null, evidenceUrl: 'https://example.org' }) }),
    ).toBeUndefined();
    for (const stage of ['In progress', 'Embedded', 'Withdrawn'] as const)
      expect(fieldsOf({}, { plan: third({ stage }) })).toEqual(['ref']);
    expect(fieldsOf({}, { plan: third({ signOffBy: null }) })).toEqual(['ref']);
  });
});

describe('without the group’s word', () => {
  const stageOf = (plan: Plan) => plan.recommendations[0]?.stage;

  test('the chair’s answer makes nothing complete; where no group is asked it does', () => {
    const said = { ref: THIRD, by: 'chair', stage: 'Complete', now: NOW } as const;
    expect(stageOf(afterAnswer(donePlan(), said))).toBe('Done awaiting sign-off');
    expect(stageOf(afterAnswer(third({ signOffBy: null }), said))).toBe('Complete');
  });

  test('a hand edit counts as somebody’s word, and tells that the group’s is missing', () => {
    const before = {
      stage: 'In progress',
      confidence: null,
      forecastDue: null,
      signOffBy: 'parents',
    } as const;
    const edited = (after: object) =>
      updateOfEdit(
        donePlan(),
        { ref: THIRD, itemId: 3, before, after: { ...before, ...after }, version: '2', at: null, by: null },
        undefined,
        NOW,
      );
    expect(edited({ stage: 'Complete' })).toMatchObject({
      stage: 'Complete',
      reason: expect.stringMatching(/^Set to Complete by hand: no word of Parents and carers,/),
    });
    expect(edited({ stage: 'Complete', signOffBy: null }).reason).toBeNull();
    expect(edited({ stage: 'Waiting on others' }).reason).toBeNull();
  });

  test('what is complete all the same stands on the page until the group agrees', () => {
    const plan = third({ stage: 'Complete' });
    expect(unsignedOf(plan, person('parent'))).toMatchObject([
      { label: '3', groupName: 'Parents and carers' },
    ]);
    expect(sign({}, { plan })).toMatchObject({ changes: {}, update: { stage: 'Complete' } });
    expect(sign({ decision: 'Not agreed', reason: 'Unclear' }, { plan })).toMatchObject({
      changes: { stage: 'In progress' },
    });
    const { signOff } = sign() as { signOff: Plan['signOffs'][number] };
    expect(unsignedOf({ ...plan, signOffs: [signOff] }, person('parent'))).toEqual([]);
    expect(fieldsOf({}, { plan: { ...plan, signOffs: [signOff] } })).toEqual(['ref']);
    const refused = { ...signOff, decision: 'Not agreed' } as const;
    expect(unsignedOf({ ...plan, signOffs: [signOff, refused] }, person('parent'))).toHaveLength(1);
  });

  test('a file makes nothing complete', () => {
    const values = { title: 'Agree', number: 1, stage: 'In progress', signOffBy: '2' };
    const standing = {
      Groups: [{ ref: '2', itemId: 2, etag: null, values: { title: 'Parents and carers' } }],
      Recommendations: [{ ref: '1', itemId: 1, etag: null, values }],
    };
    const says = { number: 1, stage: 'Complete' };
    const row = { label: 'Recommendation 1', place: null, itemId: null, says, fills: {} };
    const file = {
      list: 'Recommendations',
      rows: [row],
      rule: 'file',
      makesRows: true,
      sameFact: null,
    } as const;
    const { lists, doubts } = decide([file], standing);
    expect(lists[0]?.met[0]?.changes).toEqual({});
    expect(doubts).toEqual([
      'Recommendation 1, Stage: the file says Complete; it stays as it is until Parents and carers has signed it off',
    ]);
    const { signOffBy: _nobody, ...unasked } = values;
    const free = { ...standing, Recommendations: [{ ref: '1', itemId: 1, etag: null, values: unasked }] };
    expect(decide([file], free).lists[0]?.met[0]?.changes).toMatchObject({ stage: 'Complete' });
  });
});

describe('who hears of it', () => {
  test('everybody of the group on the next weekly day, and nobody else', () => {
    const line =
      /^(facilitator|parent): group to sign off: SEND group owner says that it is done; it waits for Parents/;
    const read = readOn(donePlan(), '2022-03-14').filter((words) => words.includes('sign off'));
    expect(read).toEqual([expect.stringMatching(line), expect.stringMatching(line)]);
  });

  test('the chair of its group where none is asked, as ever', () => {
    const read = readOn(third({ signOffBy: null }), '2022-03-14').filter((words) =>
      words.includes('sign off'),
    );
    expect(read).toEqual([expect.stringMatching(/^chair: to sign off:/)]);
  });

  test('plan managers, where nobody is in the group', () => {
    const owners = donePlan().owners.filter(({ key }) => key !== 'facilitator' && key !== 'parent');
    const read = readOn(donePlan({ owners }), '2022-03-14').filter((words) => words.includes('sign off'));
    expect(read).toEqual([expect.stringMatching(/^manager: group to sign off:/)]);
  });

  test('the page says since when it waits, who says so, and what shows it', () => {
    expect(asksOf(donePlan(), 'parents', person('parent'))).toMatchObject([
      {
        label: '3',
        doneOnWords: 'Thu 10 Mar 2022',
        saidByName: 'SEND group owner',
        note: 'Protocol is out',
        maySignOff: true,
        whyNot: null,
      },
    ]);
    expect(asksOf(donePlan(), 'parents', person('chair'))).toMatchObject([
      { maySignOff: false, whyNot: 'Only the group that was asked and plan managers can sign it off.' },
    ]);
  });
});
