import { describe, expect, test } from '@jest/globals';
import type { Handover } from '../../plan/notices/notice-ledger.ts';
import type { Plan } from '../../plan/plan.ts';
import type { Recommendation } from '../../plan/rows.ts';
import {
  afterAnswer,
  at,
  type makeAction,
  makeMilestone,
  makeOwner,
  makeRecommendation,
  makeUpdate,
} from '../helpers/make-plan.ts';
import { chairedBy, FAR, owners, planWith, readOn, ref } from '../helpers/reminder-plan.ts';
import { entriesOn, remindedAt, whysOn } from '../helpers/reminders.ts';

describe('what passes from one to another', () => {
  const handover = (overrides: Partial<Handover>): Handover => ({
    id: 5,
    planId: 'plan-1',
    ref,
    kind: 'not mine',
    by: 'owner',
    words: 'I moved to Finance.',
    at: '2022-03-09T15:00:00Z',
    ...overrides,
  });
  const told = (plan: Plan, ...handovers: readonly Handover[]) =>
    readOn(plan, '2022-03-10', { ledger: { handovers } });

  test('what is not theirs goes to the chair of its group on the next of their days', () => {
    const plan = planWith(FAR);
    expect(told(plan, handover({}))).toEqual([
      'chair: not theirs: SEND group owner says that it is not theirs: “I moved to Finance.”',
    ]);
    expect(told(plan, handover({ words: null }))[0]).toMatch(/says that it is not theirs\.$/);
    expect(
      entriesOn(plan, 'chair', '2022-03-10', { ledger: { handovers: [handover({})] } })[0]?.handovers,
    ).toEqual([5]);
    expect(remindedAt(plan, '2022-03-12T10:00:00Z', { ledger: { handovers: [handover({})] } })).toEqual([]);
  });

  test('or to plan managers where the group has no chair, or the chair says so', () => {
    for (const plan of [planWith(FAR, chairedBy('nobody')), planWith(FAR, chairedBy('owner'))])
      expect(told(plan, handover({})).map((line) => line.split(':')[0])).toEqual(['manager']);
  });

  test('what was given goes to its new owner', () => {
    const plan = planWith({ ...FAR, owner: 'finance chair' });
    expect(told(plan, handover({ kind: 'given', by: 'chair', words: null }))).toEqual([
      'finance chair: given to you: SEND chair gave it to you.',
    ]);
  });

  test('who was away hears themselves, in their first reminder, what was given to them and told to their deputy', () => {
    const away = { awayFrom: '2022-03-07', awayTo: '2022-03-10', deputy: 'chair' };
    const standing = [makeOwner(away), ...owners.slice(1)];
    const given = { kind: 'given' as const, by: 'manager', toldAt: '2022-03-09T09:00:00Z' };
    const told = (plan: Plan, day: string, over: Partial<Handover> = given) =>
      readOn(plan, day, { ledger: { handovers: [handover(over)] } });
    const plan = planWith(FAR, { owners: standing });
    expect(told(plan, '2022-03-11')).toEqual([
      'owner: given to you: Plan manager gave it to you: “I moved to Finance.” It came up while SEND chair stood in.',
    ]);
    expect(told(plan, '2022-03-10')).toEqual([]);
    expect(told(plan, '2022-03-14')).toEqual([]);
    expect(told(planWith(FAR), '2022-03-09')).toEqual([]);
    const spoken = afterAnswer(plan, { ref, by: 'chair', noChange: true, now: at('2022-03-10T10:00:00Z') });
    expect(told(spoken, '2022-03-11')).toEqual([]);
  });

  test('nobody hears of what has another owner since, is closed, gone, another plan’s or was given to oneself', () => {
    const plan = planWith({ ...FAR, owner: 'chair' });
    expect(told(plan, handover({}), handover({ kind: 'given', by: 'chair' }))).toEqual([]);
    expect(told(planWith({ ...FAR, stage: 'Complete' }), handover({}))).toEqual([]);
    expect(told({ ...planWith(FAR), actions: [] }, handover({}))).toEqual([]);
    expect(told(planWith(FAR), handover({ planId: 'plan-2' }))).toEqual([]);
  });
});

describe('what its owner says is not theirs', () => {
  const plan = planWith({ baselineDue: '2022-03-01', forecastDue: null });
  const said = { planId: 'plan-1', ref, by: 'owner', at: '2022-03-11T15:00:00Z' };
  const reads = (of: Plan, disowned: readonly (typeof said)[] = [said]) =>
    whysOn(of, 'owner', '2022-03-14', { ledger: { disowned } });
  const speaks = (by: string, instant: string) => ({
    ...plan,
    updates: [makeUpdate({ itemList: ref.list, itemKey: ref.key, by, at: instant })],
  });

  test('is not asked of them again, whoever was told of it', () => {
    expect(reads(plan, [])).toEqual(['overdue A7']);
    expect(reads(plan)).toEqual([]);
    const [own, chairs] = [
      speaks('owner', '2022-03-11T15:00:00.750Z'),
      speaks('chair', '2022-03-12T10:00:00Z'),
    ];
    expect([reads(own), reads(chairs)]).toEqual([[], []]);
  });

  test('is once they say something else; what another disowned, or is another plan’s, is asked', () => {
    expect(reads(speaks('owner', '2022-03-12T10:00:00Z'))).toEqual(['overdue A7']);
    expect(reads(plan, [{ ...said, by: 'chair' }])).toEqual(['overdue A7']);
    expect(reads(plan, [{ ...said, planId: 'plan-2' }])).toEqual(['overdue A7']);
  });
});

describe('what waits on a group', () => {
  const plan = planWith({ ...FAR, stage: 'Waiting on others', waitingOn: 'finance', blocker: 'who pays' });

  test('is told weekly to its chair', () => {
    expect(readOn(plan, '2022-03-14')).toEqual([
      'finance chair: waiting on you: SEND waits on Finance: “who pays”',
    ]);
    expect(readOn(plan, '2022-03-15')).toEqual([]);
  });

  test('but not what a group waits on itself for, or waits on no more', () => {
    const of = (action: Parameters<typeof makeAction>[0]) =>
      readOn(planWith({ ...FAR, ...action }), '2022-03-14');
    expect(of({ stage: 'In progress', waitingOn: 'finance' })).toEqual([]);
    expect(of({ stage: 'Waiting on others', waitingOn: 'send' })).toEqual([]);
    expect(of({ stage: 'Waiting on others', waitingOn: null })).toEqual([]);
  });
});

describe('what waits to be signed off', () => {
  const done = (by: string, overrides: Partial<Plan> = {}) =>
    afterAnswer(planWith({ forecastDue: '2022-03-11' }, overrides), {
      ref,
      by,
      stage: 'Complete',
      note: 'Shared.',
      now: at('2022-03-09T10:00:00Z'),
    });
  const readers = (plan: Plan) => readOn(plan, '2022-03-14').map((line) => line.split(':')[0]);

  test('is told weekly to the chair, and its owner hears no more of its date', () => {
    const plan = done('owner');
    expect(readOn(plan, '2022-03-14')).toEqual([
      'chair: to sign off: SEND group owner says that it is done; it waits for a second person to sign it off.',
    ]);
    expect(readOn(plan, '2022-03-15')).toEqual([]);
    expect(readOn(plan, '2022-03-11')).toEqual([]);
  });

  test('but not to whoever owns it or said so: then to plan managers', () => {
    expect(readers(done('owner', chairedBy('owner')))).toEqual(['manager']);
    const listed = planWith({ ...FAR, stage: 'Done awaiting sign-off' });
    expect(readOn(listed, '2022-03-14')).toEqual([
      'chair: to sign off: It is said to be done, and waits for a second person to sign it off.',
    ]);
  });
});

describe('what nobody owns', () => {
  const whoReads = (plan: Plan, day = '2022-03-14') =>
    readOn(plan, day).map((line) => line.split(':').slice(0, 2).join(':'));

  test('is told weekly to the chair of its group, where there is none to plan managers', () => {
    const plan = planWith({ ...FAR, owner: null });
    expect(readOn(plan, '2022-03-14')).toEqual([
      'chair: nobody owns it: Nobody owns it, so nobody is reminded of it. Give it to somebody.',
    ]);
    expect(readOn(plan, '2022-03-15')).toEqual([]);
    expect(whoReads(planWith({ ...FAR, owner: 'left' }))).toEqual(['chair: nobody owns it']);
    expect(whoReads(planWith({ ...FAR, owner: null, group: null }))).toEqual(['manager: nobody owns it']);
    expect(whoReads(planWith({ ...FAR, owner: null }, chairedBy('nobody')))).toEqual([
      'manager: nobody owns it',
    ]);
    expect(whoReads(planWith({ ...FAR, owner: null, stage: 'Complete' }))).toEqual([]);
  });

  const milestone = (over: Parameters<typeof makeMilestone>[0], ...recommendations: Recommendation[]) =>
    planWith(FAR, { actions: [], milestones: [makeMilestone({ ...FAR, ...over })], recommendations });

  test('of milestones without a group and a recommendation plan managers hear, whenever they are due', () => {
    expect(readOn(milestone({ group: null }), '2022-03-14')).toEqual([
      expect.stringMatching(
        /^manager: nobody owns it: It has no group and no recommendation.*Milestones list\.$/,
      ),
    ]);
  });

  test('of a milestone of a group its chair hears once it is due within 14 days, and weekly from then', () => {
    const plan = milestone({ forecastDue: '2022-03-28', duePrecision: 'Day' });
    expect(whoReads(plan, '2022-03-07')).toEqual([]);
    expect(whoReads(plan, '2022-03-14')).toEqual(['chair: nobody owns it']);
    expect(whoReads(plan, '2022-04-04')).toEqual(['chair: nobody owns it']);
  });

  test('a milestone has the owner of its recommendation, and is not told beside one that has none', () => {
    const of = (over: Parameters<typeof makeRecommendation>[0]) =>
      milestone({ group: null, recommendation: 'rec-3' }, makeRecommendation({ ...FAR, ...over }));
    expect(whoReads(of({}))).toEqual([]);
    expect(whoReads(of({ owner: null }))).toEqual(['chair: nobody owns it']);
    expect(readOn(of({ owner: null, stage: 'Complete' }), '2022-03-14')).toEqual([
      'chair: nobody owns it: Its recommendation has no owner, so nobody is reminded of it.',
    ]);
  });
});
