import { describe, expect, test } from '@jest/globals';
import { LIST_NAMES } from '../../plan/glossary.ts';
import type { Plan } from '../../plan/plan.ts';
import { replaceRows } from '../../store/mirror.ts';
import { queueWrite } from '../../store/outbox.ts';
import { raisePlanVersion } from '../../store/plan-versions.ts';
import { saveRead, saveSyncState } from '../../store/sync-state.ts';
import { readTroubles } from '../../store/troubles.ts';
import { noteTroubles } from '../../workflow/lists/state/note-troubles.ts';
import { viewListsState } from '../../workflow/lists/state/view-lists-state.ts';
import { deliverNotices } from '../../workflow/notices/deliver-notices.ts';
import { planTroubleNotices } from '../../workflow/notices/trouble-notice.ts';
import { makeGroup, makeOwner, makePlan, makeRecommendation } from '../helpers/make-plan.ts';
import { actorOf, fillMirror, putRows } from './helpers/fill-mirror.ts';
import { TENANT } from './helpers/make-deps.ts';
import { database, deps, openOwnProcess } from './helpers/own-process.ts';
import { planOf } from './helpers/plan-of.ts';

const idOf = (number: number) => `00000000-0000-4000-8000-00000000000${number}`;
const MANAGER = makeOwner({
  key: 'manager',
  itemId: 4,
  entraObjectId: idOf(4),
  roles: ['Plan manager'],
  groups: [],
});
/** Nothing in it needs attention. */
const PLAN: Plan = makePlan({
  owners: [
    makeOwner({ entraObjectId: idOf(1) }),
    makeOwner({ key: 'chair', itemId: 2, entraObjectId: idOf(2), roles: ['Chair', 'Director'] }),
    MANAGER,
  ],
  recommendations: [makeRecommendation({ number: 3 })],
});
const MONDAY = '2022-01-10T09:30:00Z';

openOwnProcess(PLAN);

const planNow = () => planOf(deps, PLAN.id);
/** One round each, as far as telling goes. */
const roundsAt = async (...instants: readonly string[]) => {
  for (const instant of instants) {
    deps.setClock(instant);
    await noteTroubles(deps, PLAN.id, null);
    await planTroubleNotices(deps, await planNow());
    await deliverNotices(deps);
  }
};
const lose = (list: 'Actions' | 'Groups' | 'Measures') =>
  saveSyncState(database, PLAN.id, { list, problem: 'LIST_MISSING' });
const mend = (list: 'Actions' | 'Groups' | 'Measures') =>
  saveSyncState(database, PLAN.id, { list, problem: null });
const spoil = async (key: string, changes: object = {}) => {
  const values = { ...makeRecommendation({ number: 3, title: `Spoilt ${key}` }), number: null, ...changes };
  await putRows(database, PLAN.id, 'Recommendations', [{ ...values, key, itemId: Number(key) }]);
  await raisePlanVersion(database, PLAN.id);
};
const told = () =>
  deps.messenger.of('trouble').map(({ troubles }) => troubles.map(({ list, code }) => [list, code]));

describe('how the lists stand', () => {
  test('is for plan managers, of the plans they manage', async () => {
    await fillMirror(
      database,
      makePlan({ id: 'plan-2', name: 'Other plan', owners: [makeOwner({ entraObjectId: idOf(4) })] }),
    );
    const seen = async (key: string) =>
      (await viewListsState(deps, { actor: actorOf(PLAN, key) })).map(({ planId }) => planId);
    expect(await seen('manager')).toEqual(['plan-1']);
    expect(await seen('owner')).toEqual([]);
    expect(await seen('chair')).toEqual([]);
    const stranger = { tenantId: TENANT, entraObjectId: idOf(9), email: null };
    expect(await viewListsState(deps, { actor: stranger })).toEqual([]);
    const elsewhere = { ...actorOf(PLAN, 'manager'), tenantId: 'another' };
    expect(await viewListsState(deps, { actor: elsewhere })).toEqual([]);
  });

  test('where all is well, says so', async () => {
    await saveRead(
      database,
      PLAN.id,
      LIST_NAMES.map((list, index) => ({ list, deltaLink: `https://${index}` })),
      MONDAY,
    );
    await noteTroubles(deps, PLAN.id, null);
    expect(await viewListsState(deps, { actor: actorOf(PLAN, 'manager') })).toEqual([
      {
        kind: 'lists-state',
        planId: 'plan-1',
        planName: PLAN.name,
        siteUrl: PLAN.siteUrl,
        troubles: [],
        attention: [],
        attentionCount: 0,
        waitingCount: 0,
        refused: [],
        refusedCount: 0,
        readAtWords: 'Mon 10 Jan 2022, 09:30',
        notified: false,
      },
    ]);
  });

  test('names what is in the way, rows to put right, and what waits and was refused', async () => {
    await lose('Actions');
    await saveSyncState(database, PLAN.id, { list: 'Measures', columns: { unit: null, target: 'c1' } });
    const problems = [
      { property: 'stage', column: 'Stage', received: 'string', mustBe: 'one of: In progress', message: '' },
    ];
    const { key: _key, itemId: _itemId, ...row } = makeRecommendation({ number: 4, owner: 'gone' });
    await replaceRows(database, PLAN.id, 'Recommendations', [
      { key: '4', itemId: 44, etag: null, row, problems },
    ]);
    await replaceRows(database, PLAN.id, 'Sign-offs', [
      { key: '2', itemId: 2, etag: null, row: { title: 'Agreed' }, problems },
    ]);
    await raisePlanVersion(database, PLAN.id);
    const write = { list: 'Recommendations', key: 'rec-3', kind: 'update' } as const;
    await queueWrite(database, PLAN.id, {
      ...write,
      changes: { stage: 'Complete', scheduleRag: null, forecastDue: null },
    });
    await database.query("UPDATE outbox SET state = 'dead', last_error = 'gone'");
    await queueWrite(database, PLAN.id, { ...write, changes: { latestNote: 'Waits' } });
    await noteTroubles(deps, PLAN.id, null);

    const [state] = await viewListsState(deps, { actor: actorOf(PLAN, 'manager') });
    expect(state?.troubles).toMatchObject([
      { list: 'Actions', code: 'LIST_MISSING', message: expect.stringContaining('“Actions”') },
      { list: 'Measures', code: 'COLUMN_MISSING', message: expect.stringContaining('“Unit” (Unit)') },
      { list: 'Recommendations', code: 'WRITES_REFUSED', remedy: expect.stringContaining('“sharepoint”') },
    ]);
    expect(state?.attentionCount).toBe(2);
    expect(state?.attention).toEqual([
      {
        list: 'Recommendations',
        title: 'Recommendation 4',
        messages: [
          expect.stringContaining('Stage must be one of'),
          expect.stringContaining('Owner must be a row'),
        ],
        rowUrl: `${PLAN.siteUrl}/Lists/Recommendations/DispForm.aspx?ID=44`,
      },
      {
        list: 'Sign-offs',
        title: 'Agreed',
        messages: [expect.stringContaining('Stage must be')],
        rowUrl: `${PLAN.siteUrl}/Lists/Sign-offs/DispForm.aspx?ID=2`,
      },
    ]);
    expect(state).toMatchObject({ waitingCount: 1, refusedCount: 1, readAtWords: null });
    expect(state?.refused).toMatchObject([
      {
        list: 'Recommendations',
        title: '3 Recommendation 3',
        whatWords: 'Stage, Forecast',
        reasonWords: expect.stringContaining('deleted in SharePoint'),
      },
    ]);
  });

  test('names the first ten rows and counts the rest', async () => {
    for (let key = 10; key < 22; key += 1) await spoil(String(key));
    const [state] = await viewListsState(deps, { actor: actorOf(PLAN, 'manager') });
    expect([state?.attention.length, state?.attentionCount]).toEqual([10, 12]);
  });
});

describe('plan managers are told', () => {
  test('of a trouble that lasts for two rounds, once, and nobody else is', async () => {
    await lose('Actions');
    await roundsAt(MONDAY);
    expect(told()).toEqual([]);
    await roundsAt(
      '2022-01-10T09:31:00Z',
      '2022-01-10T09:32:00Z',
      '2022-01-11T09:30:00Z',
      '2022-01-12T09:30:00Z',
    );
    expect(told()).toEqual([[['Actions', 'LIST_MISSING']]]);
    expect(deps.messenger.of('trouble').map(({ to }) => to)).toEqual([
      { kind: 'person', tenantId: TENANT, entraObjectId: idOf(4) },
    ]);
    const [notice] = await database.query("SELECT kind, subject, period FROM notice WHERE kind = 'trouble'");
    expect(notice).toEqual({
      kind: 'trouble',
      subject: `plan-1/${idOf(4)}`,
      period: '2022-01-10 Actions LIST_MISSING',
    });
  });

  test('not of one that has passed by then, nor of Microsoft being away for less than an hour', async () => {
    await lose('Actions');
    await roundsAt(MONDAY);
    await mend('Actions');
    await roundsAt('2022-01-10T09:31:00Z', '2022-01-10T09:32:00Z');
    expect(told()).toEqual([]);
    await saveSyncState(database, PLAN.id, { list: 'Actions', problem: 'OUT_OF_REACH' });
    await roundsAt('2022-01-10T09:33:00Z', '2022-01-10T10:32:00Z');
    expect(told()).toEqual([]);
    await roundsAt('2022-01-10T10:33:00Z');
    expect(told()).toEqual([[['Actions', 'OUT_OF_REACH']]]);
  });

  test('at most once a day: what comes later the same day is told together the next', async () => {
    await lose('Actions');
    await roundsAt(MONDAY, '2022-01-10T09:31:00Z');
    await lose('Groups');
    await spoil('12');
    await roundsAt('2022-01-10T11:00:00Z', '2022-01-10T11:01:00Z', '2022-01-10T16:00:00Z');
    expect(told()).toHaveLength(1);
    await roundsAt('2022-01-11T09:00:00Z');
    expect(told()[1]).toEqual([
      ['Groups', 'LIST_MISSING'],
      ['Recommendations', 'ROW'],
    ]);
  });

  test('only within the working hours of a working day', async () => {
    await lose('Actions');
    // Friday evening, Saturday, Monday before nine.
    await roundsAt(
      '2022-01-07T17:00:00Z',
      '2022-01-07T17:01:00Z',
      '2022-01-08T10:00:00Z',
      '2022-01-10T08:59:00Z',
    );
    expect(told()).toEqual([]);
    await roundsAt('2022-01-10T09:00:00Z');
    expect(told()).toHaveLength(1);
  });

  test('of rows that need attention: the first five by name, and again only when there are new ones', async () => {
    for (const key of ['11', '12', '13', '14', '15', '16', '17']) await spoil(key);
    await roundsAt(MONDAY, '2022-01-10T09:31:00Z', '2022-01-11T09:30:00Z');
    expect(deps.messenger.of('trouble')).toHaveLength(1);
    const [{ troubles } = { troubles: [] }] = deps.messenger.of('trouble');
    expect(troubles.map(({ message }) => message.split(':')[0])).toEqual([
      'Spoilt 11',
      'Spoilt 12',
      'Spoilt 13',
      'Spoilt 14',
      'Spoilt 15',
      '2 more rows need attention.',
    ]);
    expect(troubles[0]).toMatchObject({
      list: 'Recommendations',
      remedy: expect.stringContaining('Recommendations'),
    });
    await spoil('18');
    await roundsAt('2022-01-12T09:30:00Z', '2022-01-12T09:31:00Z');
    expect(told()[1]).toEqual([['Recommendations', 'ROW']]);
  });

  test('what is still so when it goes out: nothing once it is mended, nor to somebody who manages the plan no more', async () => {
    await lose('Actions');
    await lose('Groups');
    deps.setClock(MONDAY);
    await noteTroubles(deps, PLAN.id, null);
    await noteTroubles(deps, PLAN.id, null);
    await planTroubleNotices(deps, await planNow());
    await mend('Actions');
    await noteTroubles(deps, PLAN.id, null);
    await deliverNotices(deps);
    expect(told()).toEqual([[['Groups', 'LIST_MISSING']]]);

    await mend('Groups');
    await lose('Measures');
    deps.setClock('2022-01-11T09:30:00Z');
    await noteTroubles(deps, PLAN.id, null);
    await noteTroubles(deps, PLAN.id, null);
    await planTroubleNotices(deps, await planNow());
    await putRows(database, PLAN.id, 'Owners', [makeOwner({ ...MANAGER, roles: ['Member'] })]);
    await raisePlanVersion(database, PLAN.id);
    await deliverNotices(deps);
    expect(told()).toHaveLength(1);
    expect(await database.query('SELECT state FROM notice ORDER BY id')).toEqual([
      { state: 'sent' },
      { state: 'nothing to say' },
    ]);
  });

  test('all of them when everybody is away, else those who are not', async () => {
    const second = makeOwner({ ...MANAGER, key: 'second', itemId: 5, entraObjectId: idOf(5), email: null });
    await putRows(database, PLAN.id, 'Owners', [
      second,
      { ...MANAGER, awayFrom: '2022-01-01', awayTo: '2022-01-31' },
    ]);
    await raisePlanVersion(database, PLAN.id);
    await lose('Actions');
    await roundsAt(MONDAY, '2022-01-10T09:31:00Z');
    const receivers = () =>
      deps.messenger.of('trouble').map(({ to }) => (to.kind === 'person' ? to.entraObjectId : null));
    expect(receivers()).toEqual([idOf(5)]);
    await putRows(database, PLAN.id, 'Owners', [makeOwner({ ...second, awayFrom: '2022-01-01' })]);
    await raisePlanVersion(database, PLAN.id);
    await lose('Groups');
    await roundsAt('2022-01-11T09:30:00Z', '2022-01-11T09:31:00Z');
    expect(receivers().toSorted()).toEqual([idOf(4), idOf(5), idOf(5)]);
  });

  test('of their own plan alone', async () => {
    const other = makePlan({
      id: 'plan-2',
      owners: [{ ...MANAGER, entraObjectId: idOf(7) }],
      groups: [makeGroup({ chair: null })],
    });
    await fillMirror(database, other);
    await lose('Actions');
    await roundsAt(MONDAY, '2022-01-10T09:31:00Z');
    expect(await readTroubles(database, 'plan-2')).toEqual([]);
    expect(deps.messenger.of('trouble').map(({ planId }) => planId)).toEqual(['plan-1']);
  });
});
