import { describe, expect, test } from '@jest/globals';
import { addDays } from '../../plan/calendar/dates.ts';
import type { Warning } from '../../plan/notices/notice-ledger.ts';
import type { Plan } from '../../plan/plan.ts';
import { afterAnswer, at, makeAction, makeGroup, makeMeeting, makeOwner } from '../helpers/make-plan.ts';
import { chairedBy, FAR, finance, owners, planWith, readOn, ref } from '../helpers/reminder-plan.ts';
import { entriesOn, whysOn } from '../helpers/reminders.ts';

describe('an owner who never answers a check-in', () => {
  const closed = (day: string) =>
    makeMeeting({
      key: `send@${day}`,
      startsAt: `${day}T10:00:00Z`,
      state: 'Closed',
      closedAt: `${addDays(day, 1)}T17:00:00Z`,
    });
  const MEETINGS = ['2022-01-10', '2022-01-24', '2022-02-07', '2022-02-21'].map(closed);
  // Nobody has ever said a word of it, so each check-in asks; it is far from due.
  const held = (count: number, overrides: Partial<Plan> = {}) =>
    planWith(FAR, {
      groups: [makeGroup(), finance],
      actions: [makeAction({ ...FAR, latestUpdate: null })],
      meetings: MEETINGS.slice(0, count),
      ...overrides,
    });
  const warned = { ledger: { warnings: [{ planId: 'plan-1', ref, on: '2022-02-09' }] } };

  test('is warned after as many in a row as the plan waits weeks; its chair is told on the next weekly day', () => {
    expect(readOn(held(2), '2022-01-26')[0]).toMatch(/is closed; answering is a late update\.$/);
    expect(readOn(held(3), '2022-02-09')).toEqual([
      expect.stringMatching(
        /^owner: check-in unanswered: .* in 3 check-ins or more, one after another\. Unless you say something by Mon 14 Feb 2022, SEND chair is told\.$/,
      ),
    ]);
    expect(entriesOn(held(3), 'owner', '2022-02-09')[0]?.warns).toBe(true);
    expect(readOn(held(3), '2022-02-14', warned)).toEqual([
      'chair: escalated: SEND group owner was told on Wed 9 Feb 2022 that you would hear of it; nothing was said of it.',
    ]);
    expect(whysOn(held(3), 'chair', '2022-02-14')).toEqual([]);
    expect(whysOn(held(4), 'chair', '2022-02-28', warned)).toEqual(['escalated A7']);
    expect(readOn(held(4), '2022-02-23', warned)[0]).toMatch(/SEND chair is told of it too until/);
  });

  test('is warned although they leave check-ins out of their reminders, and of nothing before', () => {
    const chosen = { owner: { muted: ['check-in unanswered' as const] } };
    expect(whysOn(held(2), 'owner', '2022-01-26', { chosen })).toEqual([]);
    expect(whysOn(held(3), 'owner', '2022-02-09', { chosen })).toEqual(['check-in unanswered A7']);
  });

  test('is not once anybody said a word, in a check-in or beside it, or one of them was cancelled', () => {
    const says = (now: string, plan: Plan) =>
      afterAnswer(plan, { ref, confidence: 'Red', reason: 'No funds', now: at(now) });
    const spoken = says('2022-02-01T10:00:00Z', held(3));
    expect(entriesOn(spoken, 'owner', '2022-02-09')[0]?.warns).toBeUndefined();
    expect(whysOn(says('2022-02-10T10:00:00Z', held(3)), 'chair', '2022-02-14', warned)).toEqual([]);
    const [first, second, ...others] = MEETINGS.slice(0, 3);
    const meetings = [first, { ...second, state: 'Cancelled' }, ...others] as Plan['meetings'];
    expect(entriesOn(held(3, { meetings }), 'owner', '2022-02-09')[0]?.warns).toBeUndefined();
    const cameInClosed = [{ ...first, closedAt: null }, second, ...others] as Plan['meetings'];
    expect(entriesOn(held(3, { meetings: cameInClosed }), 'owner', '2022-02-09')[0]?.warns).toBeUndefined();
  });

  test('is warned anew before the chair hears of another silence', () => {
    const said = { ref, confidence: 'Red', reason: 'No funds', now: at('2022-02-10T10:00:00Z') } as const;
    const later = ['2022-02-21', '2022-03-07', '2022-03-21'].map(closed);
    const plan = { ...afterAnswer(held(3), said), meetings: [...MEETINGS.slice(0, 3), ...later] };
    expect(entriesOn(plan, 'owner', '2022-03-23', warned)[0]?.warns).toBe(true);
    expect(whysOn(plan, 'chair', '2022-03-28', warned)).toEqual([]);
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
