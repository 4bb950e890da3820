import { describe, expect, test } from '@jest/globals';
import type { Handover, Warning } from '../../plan/notices/notice-ledger.ts';
import type { Plan } from '../../plan/plan.ts';
import {
  afterAnswer,
  at,
  makeAction,
  makeGroup,
  makeOwner,
  makePlan,
  makeUpdate,
} from '../helpers/make-plan.ts';
import { entriesOn, remindedAt, whysOn } from '../helpers/reminders.ts';

const ref = { list: 'Actions', key: 'action-7' } as const;
const FAR = { forecastDue: '2022-12-01', baselineDue: '2022-12-01' };
const finance = makeGroup({
  key: 'finance',
  itemId: 2,
  title: 'Finance',
  chair: 'finance chair',
  everyWeeks: null,
});
const owners = [
  makeOwner(),
  makeOwner({ key: 'chair', itemId: 2, title: 'SEND chair', roles: ['Chair'] }),
  makeOwner({ key: 'finance chair', itemId: 3, title: 'Finance chair', groups: ['finance'] }),
  makeOwner({ key: 'manager', itemId: 4, title: 'Plan manager', roles: ['Plan manager'] }),
];
const planWith = (action: Parameters<typeof makeAction>[0], overrides: Partial<Plan> = {}) =>
  makePlan({
    groups: [makeGroup({ everyWeeks: null }), finance],
    owners,
    actions: [makeAction(action)],
    ...overrides,
  });
const chairedBy = (chair: string | null) => ({ groups: [makeGroup({ everyWeeks: null, chair }), finance] });
/** Who reads what on a day, and the words. */
const readOn = (plan: Plan, day: string, ledger: Parameters<typeof entriesOn>[3] = {}) =>
  plan.owners.flatMap(({ key }) =>
    entriesOn(plan, key, day, ledger).map(({ why, words }) => `${key}: ${why}: ${words}`),
  );

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

describe('what is overdue without a word', () => {
  // Three weeks on is Fri 1 Apr.
  const plan = planWith({ forecastDue: '2022-03-11', baselineDue: '2022-03-11' });
  const warned = (on: string): { readonly ledger: { readonly warnings: readonly Warning[] } } => ({
    ledger: { warnings: [{ planId: 'plan-1', ref, on }] },
  });

  test('has its owner warned on the first weekly day after so many weeks, by whom and when', () => {
    expect(readOn(plan, '2022-03-28')).toEqual(['owner: overdue: null']);
    expect(readOn(plan, '2022-04-04')).toEqual([
      'owner: overdue: Unless you say something by Mon 11 Apr 2022, SEND chair is told.',
    ]);
    expect(entriesOn(plan, 'owner', '2022-04-04')[0]?.warns).toBe(true);
    const sooner = { ...plan, settings: { ...plan.settings, escalateAfterWeeks: 1 } };
    expect(entriesOn(sooner, 'owner', '2022-03-21')[0]?.warns).toBe(true);
    expect(entriesOn(sooner, 'owner', '2022-03-14')[0]?.warns).toBeUndefined();
  });

  test('goes to the chair on the next weekly day, and weekly, where the warning was really sent', () => {
    expect(readOn(plan, '2022-04-11')).toEqual([
      'owner: overdue: Unless you say something by Tue 19 Apr 2022, SEND chair is told.',
    ]);
    expect(readOn(plan, '2022-04-11', warned('2022-04-04'))).toEqual([
      'owner: overdue: SEND chair is told of it too until somebody says something.',
      'chair: escalated: SEND group owner was told on Mon 4 Apr 2022 that you would hear of it; nothing was said of it.',
    ]);
    expect(readOn(plan, '2022-04-12', warned('2022-04-04'))).toEqual([]);
    expect(whysOn(plan, 'chair', '2022-04-19', warned('2022-04-04'))).toEqual(['escalated A7']);
  });

  test('a warning of the day itself tells the chair nothing yet, and reads as it did', () => {
    expect(readOn(plan, '2022-04-04', warned('2022-04-04'))).toEqual(readOn(plan, '2022-04-04'));
  });

  test('is left alone once anybody has spoken of it, until it is silent for as long again', () => {
    const said = afterAnswer(plan, { ref, by: 'chair', noChange: true, now: at('2022-04-06T10:00:00Z') });
    expect(readOn(said, '2022-04-11', warned('2022-04-04'))).toEqual(['owner: overdue: null']);
    expect(readOn(said, '2022-05-03', warned('2022-04-04'))).toEqual([
      'owner: overdue: Unless you say something by Mon 9 May 2022, SEND chair is told.',
    ]);
    expect(whysOn(said, 'chair', '2022-05-03', warned('2022-04-04'))).toEqual([]);
    expect(whysOn(said, 'chair', '2022-05-09', warned('2022-05-03'))).toEqual(['escalated A7']);
  });

  test('tells the chair nothing where it has a new date, is done or is in another plan', () => {
    const at11 = (other: Plan) => entriesOn(other, 'chair', '2022-04-11', warned('2022-04-04'));
    expect(at11(planWith({ forecastDue: '2022-06-01' }))).toEqual([]);
    expect(at11(planWith({ forecastDue: '2022-03-11', stage: 'Complete' }))).toEqual([]);
    expect(at11({ ...plan, id: 'plan-2' })).toEqual([]);
  });

  test('goes to plan managers where its owner is the chair, and to nobody where nobody is left', () => {
    const own = planWith({ forecastDue: '2022-03-11' }, chairedBy('owner'));
    expect(whysOn(own, 'manager', '2022-04-11', warned('2022-04-04'))).toEqual(['escalated A7']);
    const alone = { ...own, owners: [makeOwner()] };
    expect(readOn(alone, '2022-04-04')).toEqual(['owner: overdue: null']);
  });

  test('warns the deputy who stands in, and nobody where nobody does', () => {
    const away = { awayFrom: '2022-04-01', awayTo: null };
    const withDeputy = { ...plan, owners: [makeOwner({ ...away, deputy: 'chair' }), ...owners.slice(1)] };
    expect(readOn(withDeputy, '2022-04-04')).toEqual([
      'chair: overdue: You stand in for SEND group owner. Unless you say something by Mon 11 Apr 2022, SEND chair is told.',
    ]);
    expect(readOn({ ...plan, owners: [makeOwner(away), ...owners.slice(1)] }, '2022-04-04')).toEqual([]);
  });

  test('is one entry for a chair who stands in for its owner', () => {
    const away = { awayFrom: '2022-04-01', awayTo: null, deputy: 'chair' };
    const standing = { ...plan, owners: [makeOwner(away), ...owners.slice(1)] };
    expect(whysOn(standing, 'chair', '2022-04-11', warned('2022-04-04'))).toEqual(['overdue A7']);
  });
});
