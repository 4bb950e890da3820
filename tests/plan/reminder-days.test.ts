import { describe, expect, test } from '@jest/globals';
import { dueNotices } from '../../plan/notices/index.ts';
import type { Preferences } from '../../plan/notices/preferences.ts';
import { unreachableOwners } from '../../plan/notices/unreachable.ts';
import { DEFAULT_SETTINGS, type Plan, type QuietPeriod } from '../../plan/plan.ts';
import { at, makeAction, makeGroup, makeOwner, makePlan } from '../helpers/make-plan.ts';
import { entriesOn, remindedAt, reminderOf, reminderState, whysOn } from '../helpers/reminders.ts';

const OWNER_ID = makeOwner().entraObjectId ?? '';
/** An action due on an exact day, in a group that does not meet. */
const dueOn = (forecastDue: string, overrides: Partial<Plan> = {}) =>
  makePlan({
    groups: [makeGroup({ everyWeeks: null })],
    actions: [makeAction({ forecastDue, baselineDue: forecastDue })],
    ...overrides,
  });
/** Whether the owner is reminded at the start of each of the days. */
const daysOf = (plan: Plan, choices: Partial<Preferences>, days: readonly string[]) =>
  days.filter((day) => remindedAt(plan, `${day}T16:59:00Z`, { chosen: { owner: choices } }).length > 0);
const hoursOf = (plan: Plan, choices: Partial<Preferences>, day: string) =>
  dueNotices({
    ...reminderState(plan, { chosen: { owner: choices } }),
    now: at(`${day}T00:00:00Z`),
    until: at(`${day}T23:59:59Z`),
  })
    .filter(({ kind }) => kind === 'reminder')
    .map(({ dueAt, expiresAt }) => `${dueAt} ${expiresAt}`);

describe('what a person has chosen', () => {
  const WEEK = ['2022-03-14', '2022-03-15', '2022-03-16', '2022-03-17', '2022-03-18', '2022-03-21'];

  test('days on which they do not work wait for the next on which they do', () => {
    expect(daysOf(dueOn('2022-03-15'), { workDays: [1, 3, 4] }, WEEK)).toEqual([
      '2022-03-14',
      '2022-03-16',
      '2022-03-21',
    ]);
  });

  test('snoozed, nothing comes before the day; then what fell due meanwhile, in one message', () => {
    const plan = dueOn('2022-03-14');
    expect(daysOf(plan, { snoozedUntil: '2022-03-17' }, WEEK)).toEqual(['2022-03-17', '2022-03-21']);
    const chosen = { owner: { snoozedUntil: '2022-03-17' } };
    expect(whysOn(plan, 'owner', '2022-03-17', { chosen })).toEqual(['overdue A7']);
  });

  test('what they were told before they asked for peace is not told again', () => {
    const chosen = { owner: { snoozedUntil: '2022-03-17' } };
    const told = { subject: OWNER_ID, on: '2022-03-14', sentAt: '2022-03-14T09:00:00Z' };
    const ledger = { reminders: [told] };
    expect(entriesOn(dueOn('2022-03-21'), 'owner', '2022-03-17', { chosen, ledger })).toEqual([]);
  });

  test('a reminder that could not be sent is told on the next day, one that may have arrived is not', () => {
    const on = '2022-03-14';
    const again = (sentAt: string | null) =>
      whysOn(dueOn('2022-03-21'), 'owner', '2022-03-15', {
        ledger: { reminders: [{ subject: OWNER_ID, on, sentAt }] },
      });
    expect(again(null)).toEqual(['due soon A7']);
    expect(again('2022-03-14T09:00:00Z')).toEqual([]);
  });

  test('quiet hours in the morning put it off to their end, later ones end it', () => {
    const plan = dueOn('2022-03-14');
    expect(hoursOf(plan, { quietFrom: '18:00', quietTo: '10:30' }, '2022-03-14')).toEqual([
      '2022-03-14T10:30:00Z 2022-03-14T17:00:00Z',
    ]);
    expect(hoursOf(plan, { quietFrom: '12:00', quietTo: '13:00' }, '2022-03-14')).toEqual([
      '2022-03-14T09:00:00Z 2022-03-14T12:00:00Z',
    ]);
    expect(hoursOf(plan, { quietFrom: '15:00', quietTo: '08:00' }, '2022-03-14')).toEqual([
      '2022-03-14T09:00:00Z 2022-03-14T15:00:00Z',
    ]);
  });

  test('quiet hours that leave no time mean that day has none; equal ends mean none at all', () => {
    const plan = dueOn('2022-03-14');
    expect(hoursOf(plan, { quietFrom: '08:00', quietTo: '17:00' }, '2022-03-14')).toEqual([]);
    expect(hoursOf(plan, { quietFrom: '09:00', quietTo: '09:00' }, '2022-03-14')).toHaveLength(1);
  });

  test('hours are those of a clock on the wall, whichever way it was changed', () => {
    const summer = dueOn('2022-03-28');
    expect(hoursOf(summer, { quietFrom: '08:00', quietTo: '09:30' }, '2022-03-28')).toEqual([
      '2022-03-28T08:30:00Z 2022-03-28T16:00:00Z',
    ]);
    expect(hoursOf(dueOn('2022-10-31'), {}, '2022-10-31')).toEqual([
      '2022-10-31T09:00:00Z 2022-10-31T17:00:00Z',
    ]);
  });

  test('kinds that they left out are left out, and what is overdue never', () => {
    const chosen = { owner: { muted: ['due soon' as const] } };
    expect(entriesOn(dueOn('2022-03-21'), 'owner', '2022-03-14', { chosen })).toEqual([]);
    expect(whysOn(dueOn('2022-03-11'), 'owner', '2022-03-14', { chosen })).toEqual(['overdue A7']);
  });
});

describe('quiet periods', () => {
  const period = (overrides: Partial<QuietPeriod> = {}): QuietPeriod => ({
    title: 'Half term',
    from: '2022-03-14',
    to: '2022-03-18',
    groups: [],
    ...overrides,
  });
  const daysWith = (plan: Plan, ...quietPeriods: readonly QuietPeriod[]) =>
    ['2022-03-14', '2022-03-16', '2022-03-18', '2022-03-21', '2022-03-22'].filter(
      (day) => remindedAt({ ...plan, quietPeriods }, `${day}T10:00:00Z`).length > 0,
    );

  test('for everybody leave everybody in peace; what fell due comes after them, once', () => {
    expect(daysWith(dueOn('2022-03-16'), period())).toEqual(['2022-03-21']);
  });

  test('for groups concern those who have to do with no other', () => {
    const plan = dueOn('2022-03-16');
    expect(daysWith(plan, period({ groups: ['send'] }))).toEqual(['2022-03-21']);
    expect(daysWith(plan, period({ groups: ['finance'] }))).toEqual(['2022-03-16', '2022-03-21']);
    const inTwo = { ...plan, owners: [makeOwner({ groups: ['send', 'finance'] })] };
    expect(daysWith(inTwo, period({ groups: ['send'] }))).toEqual(['2022-03-16', '2022-03-21']);
    expect(daysWith(inTwo, period({ groups: ['send'] }), period({ groups: ['finance'] }))).toEqual([
      '2022-03-21',
    ]);
    const chairing = { ...plan, groups: [...plan.groups, makeGroup({ key: 'data', chair: 'owner' })] };
    expect(daysWith(chairing, period({ groups: ['send'] }))).toEqual(['2022-03-16', '2022-03-21']);
  });
});

test('one message covers plans that open at different times: at the earlier, until that one closes', () => {
  const plans = ['10:00', '08:30'].map((opensAt) => ({
    ...dueOn('2022-03-14'),
    id: `opens ${opensAt}`,
    settings: { ...DEFAULT_SETTINGS, opensAt, closesAt: opensAt === '08:30' ? '12:00' : '17:00' },
  }));
  const noticesAt = (instant: string) =>
    dueNotices({ plans, now: at(instant) })
      .filter(({ kind }) => kind === 'reminder')
      .map(({ planId, dueAt, expiresAt }) => `${planId}: ${dueAt} ${expiresAt}`);
  expect(noticesAt('2022-03-14T10:30:00Z')).toEqual([
    'opens 08:30: 2022-03-14T08:30:00Z 2022-03-14T12:00:00Z',
  ]);
  // What the earlier has missed the other may still send.
  expect(noticesAt('2022-03-14T12:00:00Z')).toEqual([
    'opens 10:00: 2022-03-14T10:00:00Z 2022-03-14T17:00:00Z',
  ]);
});

describe('a person in plans of several zones', () => {
  const inZone = (id: string, timeZone: string, due: string) => ({
    ...dueOn(due),
    id,
    settings: { ...DEFAULT_SETTINGS, timeZone },
  });

  test('has the message of a day in the hours of the plan that is due first, about all of them', () => {
    const plans = [
      inZone('london', 'Europe/London', '2022-03-16'),
      inZone('auckland', 'Pacific/Auckland', '2022-03-16'),
    ];
    expect(remindedAt(plans, '2022-03-15T20:00:00Z')).toEqual(['owner 2022-03-16']);
    const content = reminderOf(plans, 'owner', { on: '2022-03-16', now: '2022-03-15T20:00:00Z' });
    expect(content?.plans.map(({ planId, entries }) => [planId, entries[0]?.line.dueIn])).toEqual([
      ['london', 'today'],
      ['auckland', 'today'],
    ]);
  });

  test('is not written to again on what is the same day by another of their clocks, and loses nothing', () => {
    const plans = [
      inZone('london', 'Europe/London', '2022-03-15'),
      inZone('auckland', 'Pacific/Auckland', '2022-03-23'),
    ];
    const sent = { subject: OWNER_ID, on: '2022-03-15', sentAt: '2022-03-15T09:00:00Z' };
    const asked = { ledger: { reminders: [sent] } };
    // In London it is still the 15th when the 16th opens in Auckland.
    expect(remindedAt(plans, '2022-03-15T20:00:00Z')).toEqual(['owner 2022-03-16']);
    expect(remindedAt(plans, '2022-03-15T20:00:00Z', asked)).toEqual([]);
    expect(remindedAt(plans, '2022-03-16T20:00:00Z', asked)).toEqual(['owner 2022-03-17']);
    expect(
      reminderOf(plans, 'owner', { on: '2022-03-16', now: '2022-03-15T20:00:00Z', ...asked }),
    ).toBeNull();
  });

  test('is named one message a day when several days are looked at', () => {
    const plans = [
      inZone('london', 'Europe/London', '2022-03-15'),
      inZone('auckland', 'Pacific/Auckland', '2022-03-23'),
    ];
    const notices = dueNotices({
      ...reminderState(plans),
      now: at('2022-03-15T08:00:00Z'),
      until: at('2022-03-15T22:00:00Z'),
    }).filter(({ kind }) => kind === 'reminder');
    expect(notices.map(({ planId, period }) => [planId, period])).toEqual([['london', '2022-03-15']]);
  });
});

describe('many recipients', () => {
  test('are spread by whole minutes, always the same for each; up to twenty are written to at once', () => {
    const owners = Array.from({ length: 100 }, (_, index) =>
      makeOwner({ key: `owner-${index}`, itemId: index }),
    );
    const actions = owners.map(({ key }, index) =>
      makeAction({ key: `a-${index}`, itemId: index, owner: key, forecastDue: '2022-03-14' }),
    );
    const minutesOf = (count: number) => {
      const plan = { ...dueOn(''), owners: owners.slice(0, count), actions };
      return dueNotices({ plans: [plan], now: at('2022-03-14T09:30:00Z') })
        .filter(({ kind }) => kind === 'reminder')
        .map(({ dueAt }) => Number(dueAt.since(at('2022-03-14T09:00:00Z')).total('minutes')));
    };
    expect(minutesOf(20)).toEqual(Array.from({ length: 20 }, () => 0));
    const spread = minutesOf(100);
    expect(spread).toHaveLength(100);
    expect(spread).toEqual(minutesOf(100));
    const perMinute = [...Map.groupBy(spread, (minute) => minute)].toSorted(([a], [b]) => a - b);
    expect(perMinute.map(([minute]) => minute)).toEqual([0, 1, 2, 3, 4]);
    for (const [, those] of perMinute) expect(those.length).toBeLessThan(40);
  });
});

describe('whose reminders reach nobody', () => {
  const whyOf = (owners: Plan['owners'], choices: Partial<Preferences> = {}) =>
    unreachableOwners(
      dueOn('2022-03-14', { owners, groups: [makeGroup({ chair: null })] }),
      reminderState([], { chosen: { owner: choices } }).preferences,
      '2022-03-09',
    ).map(({ owner, why }) => `${owner.key}: ${why}`);
  const away = { awayFrom: '2022-03-07', awayTo: null };
  const deputy = makeOwner({ key: 'deputy' });

  test('is named with the reason', () => {
    expect(whyOf([makeOwner(), deputy])).toEqual([]);
    expect(whyOf([makeOwner({ entraObjectId: null })])).toEqual(['owner: no account']);
    expect(whyOf([makeOwner(away)])).toEqual(['owner: no deputy']);
    expect(whyOf([makeOwner({ ...away, deputy: 'deputy' }), deputy])).toEqual([]);
    expect(whyOf([makeOwner({ ...away, deputy: 'deputy' }), { ...deputy, ...away }])).toEqual([
      'owner: deputy away',
    ]);
    expect(whyOf([makeOwner({ ...away, deputy: 'deputy' }), { ...deputy, entraObjectId: null }])).toEqual([
      'owner: deputy without account',
    ]);
    expect(whyOf([makeOwner()], { workDays: [] })).toEqual(['owner: no time']);
    expect(whyOf([makeOwner()], { quietFrom: '06:00', quietTo: '20:00' })).toEqual(['owner: no time']);
  });

  test('unless nothing could be told to them', () => {
    const plan = dueOn('2022-03-14', {
      owners: [makeOwner(away), makeOwner({ key: 'chair', ...away })],
      actions: [],
    });
    expect(unreachableOwners(plan, new Map(), '2022-03-09').map(({ owner }) => owner.key)).toEqual(['chair']);
  });
});
