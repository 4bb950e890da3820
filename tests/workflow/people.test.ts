import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { AwayInput } from '../../plan/content.ts';
import type { Plan } from '../../plan/plan.ts';
import type { Database } from '../../store/database.ts';
import { markDeleted, readRows } from '../../store/mirror.ts';
import { readNoticeLedger, settleHandovers } from '../../store/notice-ledger.ts';
import { readWaiting } from '../../store/outbox.ts';
import { findPreferences } from '../../store/preferences.ts';
import { forgetUnreachable, saveUnreachable } from '../../store/unreachable-people.ts';
import { createUseCases } from '../../workflow/create-use-cases.ts';
import type { UseCases } from '../../workflow/use-cases.ts';
import {
  makeAction,
  makeMeeting,
  makeMilestone,
  makeOwner,
  makePlan,
  makeRecommendation,
} from '../helpers/make-plan.ts';
import { emptyDatabase, openTestDatabase, type TestDatabase } from '../store/databases.ts';
import { everything } from './helpers/everything.ts';
import { actorOf, fillMirror } from './helpers/fill-mirror.ts';
import { makeDeps, TENANT, type TestProcess } from './helpers/make-deps.ts';

const PLAN: Plan = makePlan({
  owners: [
    ...makePlan().owners,
    makeOwner({ key: 'finance', itemId: 3, title: 'Finance owner', groups: [] }),
    makeOwner({ key: 'manager', itemId: 4, title: 'Pat', groups: [], roles: ['Plan manager'] }),
  ],
  recommendations: [makeRecommendation({ number: 3 })],
  actions: [makeAction()],
  milestones: [makeMilestone()],
  meetings: [makeMeeting()],
});
/** The same people in another plan, under other keys, without the one from finance. */
const OTHER: Plan = makePlan({
  id: 'plan-2',
  name: 'Travel plan',
  owners: [makeOwner({ key: 'same-owner', entraObjectId: PLAN.owners[0]?.entraObjectId ?? null })],
  recommendations: [makeRecommendation({ number: 8, owner: 'same-owner' })],
});
const OWNER = actorOf(PLAN, 'owner');
const CHAIR = actorOf(PLAN, 'chair');
const FINANCE = actorOf(PLAN, 'finance');
const ACTION = { list: 'Actions', key: 'action-7' } as const;
const REC = { list: 'Recommendations', key: 'rec-3' } as const;

let opened: TestDatabase;
let database: Database;
let deps: TestProcess;
let useCases: UseCases;
beforeAll(async () => {
  opened = await openTestDatabase();
  database = opened.database;
});
afterAll(() => opened?.close());
beforeEach(async () => {
  await emptyDatabase(database);
  await fillMirror(database, PLAN);
  await fillMirror(database, OTHER);
  deps = makeDeps({ database });
  useCases = createUseCases(deps);
});

const ownerRow = async (planId = 'plan-1', key = 'owner') =>
  (await readRows(database, planId, 'Owners')).find((row) => row.key === key)?.row;
const waiting = (planId = 'plan-1') => readWaiting(database, planId, 100);
const preferences = () =>
  findPreferences(database, { tenantId: TENANT, entraObjectId: OWNER.entraObjectId ?? '' });
const handovers = async () => (await readNoticeLedger(database, ['plan-1'])).handovers;
/** By whom: an item's history may have several entries. */
const updateBy = async (by: string) =>
  (await readRows(database, 'plan-1', 'Updates')).find(({ row }) => row.by === by)?.row;

describe('a snooze', () => {
  const snooze = (until: string | null, submissionKey = 'snooze-0001') =>
    useCases.snooze({ actor: OWNER, submissionKey, until });

  test('is kept for the person over all plans, shown, and can be undone', async () => {
    const { words, problems, content } = await snooze('2022-01-13');
    expect([problems, words[0], content.snoozedUntil]).toEqual([
      [],
      expect.stringContaining('no reminder before Thu 13 Jan 2022'),
      '2022-01-13',
    ]);
    expect(content.planNames).toEqual(['Sample plan', 'Travel plan']);
    expect((await preferences()).snoozedUntil).toBe('2022-01-13');
    const undone = await snooze(null, content.submissionKey);
    expect([undone.content.snoozedUntil, (await preferences()).snoozedUntil]).toEqual([null, null]);
  });

  test('that is delivered again after it was undone changes nothing, and is told the same', async () => {
    const first = await snooze('2022-01-13');
    await snooze(null, first.content.submissionKey);
    expect((await snooze('2022-01-13')).words).toEqual(first.words);
    expect((await preferences()).snoozedUntil).toBeNull();
  });

  test('that can’t be is refused, and the same card is let in once it is put right', async () => {
    expect(await snooze('2022-03-13')).toMatchObject({ words: [], problems: [{ field: 'until' }] });
    expect(await snooze('2022-01-14')).toMatchObject({ problems: [] });
  });

  test('that is over is no longer shown', async () => {
    await snooze('2022-01-13');
    deps.setClock('2022-01-13T08:00:00Z');
    expect((await useCases.viewPersonal({ actor: OWNER })).snoozedUntil).toBeNull();
  });
});

describe('an absence', () => {
  const AWAY: AwayInput = { from: '2022-01-17', to: '2022-01-28', deputy: 'finance' };
  const away = (over: Partial<AwayInput> = {}, submissionKey = 'away-0001') =>
    useCases.setAway({ actor: OWNER, submissionKey, away: { ...AWAY, ...over } });

  test('is entered in every plan of the person, here at once and soon in SharePoint', async () => {
    const { words, content } = await away();
    expect(words).toEqual([
      expect.stringContaining('You are away 17 to 28 Jan 2022.'),
      'Sample plan: Finance owner gets them instead.',
      'Travel plan: Nobody stands in for you, so nobody gets them.',
    ]);
    const entered = { awayFrom: '2022-01-17', awayTo: '2022-01-28' };
    expect(await ownerRow()).toMatchObject({ ...entered, deputy: 'finance' });
    expect(await ownerRow('plan-2', 'same-owner')).toMatchObject({ ...entered, deputy: null });
    expect(await waiting()).toMatchObject([
      {
        list: 'Owners',
        key: 'owner',
        kind: 'update',
        changes: { ...entered, deputy: 'finance' },
        base: { awayFrom: null, awayTo: null, deputy: null },
        saidBy: 'owner',
      },
    ]);
    expect(await waiting('plan-2')).toMatchObject([{ key: 'same-owner', changes: entered }]);
    expect(content).toMatchObject({ away: { from: '2022-01-17', to: '2022-01-28' }, deputy: 'keep' });
    expect((await deps.plans.get('plan-1'))?.owners[0]?.awayTo).toBe('2022-01-28');
    expect(deps.nudges()).toBe(1);
  });

  test('said again, or back without having been away, writes nothing', async () => {
    await away();
    await away({}, 'away-0002');
    expect(await waiting()).toHaveLength(1);
    await useCases.setAway({ actor: CHAIR, submissionKey: 'back-0001', away: null });
    expect(await waiting()).toHaveLength(1);
  });

  test('ends everywhere when the person is back; a copy of the first press brings it back no more', async () => {
    const { content } = await away();
    const back = await useCases.setAway({ actor: OWNER, submissionKey: content.submissionKey, away: null });
    expect(back.content.away).toBeNull();
    await away();
    expect(await ownerRow()).toMatchObject({ awayFrom: null, awayTo: null, deputy: 'finance' });
    expect(await ownerRow('plan-2', 'same-owner')).toMatchObject({ awayFrom: null, awayTo: null });
  });

  test('and a snooze each say that the other goes on', async () => {
    await away({ from: '2022-01-10' });
    const snooze = (until: string | null, submissionKey: string) =>
      useCases.snooze({ actor: OWNER, submissionKey, until });
    await snooze('2022-01-13', 'snooze-0001');
    const back = () => useCases.setAway({ actor: OWNER, submissionKey: 'back-0001', away: null });
    expect((await snooze(null, 'snooze-0002')).words[0]).toContain('You are entered as away, though');
    await snooze('2022-01-14', 'snooze-0003');
    expect((await back()).words[1]).toContain('still held back until Fri 14 Jan 2022');
  });

  test('that can’t be changes nothing in any plan', async () => {
    const before = await Promise.all([everything(database, 'plan-1'), everything(database, 'plan-2')]);
    const refused = await away({ to: '2022-01-10', deputy: 'owner' });
    expect(refused).toMatchObject({ words: [], problems: [{ field: 'to' }, { field: 'deputy' }] });
    expect(await Promise.all([everything(database, 'plan-1'), everything(database, 'plan-2')])).toEqual(
      before,
    );
  });

  test('of somebody whose row was deleted meanwhile is refused as a whole', async () => {
    await deps.plans.get('plan-1');
    await markDeleted(database, 'plan-1', 'Owners', [1]);
    await expect(away()).rejects.toMatchObject({ code: 'FORBIDDEN' });
    expect(await ownerRow('plan-2', 'same-owner')).toMatchObject({ awayFrom: null });
  });
});

test('settings are kept, and refused in words where no time is left', async () => {
  const settings = {
    quietFrom: '',
    quietTo: '',
    workDays: ['1', '3'],
    muted: ['due soon'],
    activityFeed: true,
  };
  const save = (over = {}, submissionKey = 'settings-0001') =>
    useCases.saveSettings({ actor: OWNER, submissionKey, settings: { ...settings, ...over } });
  expect(await save({ quietFrom: '08:00', quietTo: '17:00' })).toMatchObject({
    problems: [{ field: 'quietTo' }],
  });
  expect((await save()).content.settings).toMatchObject({ workDays: [1, 3], activityFeed: false });
  expect(await preferences()).toMatchObject({ workDays: [1, 3], muted: ['due soon'], snoozedUntil: null });
});

describe('not mine', () => {
  const notMine = (over: Partial<Parameters<UseCases['sayNotMine']>[0]> = {}) =>
    useCases.sayNotMine({
      actor: OWNER,
      planId: 'plan-1',
      ref: ACTION,
      submissionKey: 'not-mine-0001',
      words: 'It belongs to Finance.',
      ...over,
    });

  test('stands in the item’s history and waits to be told to the chair; a copy adds nothing', async () => {
    const first = await notMine();
    expect(first).toMatchObject({
      problems: [],
      words: [expect.stringMatching(/^A7: SEND group chair reads in the next reminder/)],
    });
    expect(await notMine()).toEqual(first);
    const note = 'SEND group owner says this is not theirs: It belongs to Finance.';
    expect(await updateBy('owner')).toMatchObject({ note, by: 'owner', itemKey: 'action-7', meeting: null });
    expect(await handovers()).toMatchObject([
      { kind: 'not mine', ref: ACTION, by: 'owner', words: 'It belongs to Finance.' },
    ]);
    expect((await waiting()).map(({ list, kind }) => `${kind} ${list}`)).toEqual([
      'update Actions',
      'create Updates',
    ]);
    const row = (await readRows(database, 'plan-1', 'Actions'))[0]?.row;
    expect(row).toMatchObject({ owner: 'owner', latestNote: note });
  });

  test('stands once the chair was told too, until somebody gives it', async () => {
    const disowned = async () => (await readNoticeLedger(database, ['plan-1'])).disowned;
    await notMine();
    const ids = (await handovers()).map(({ id }) => id);
    await settleHandovers(database, 'plan-1', { ids, at: deps.clock.now().toString() });
    expect(await handovers()).toEqual([]);
    expect(await disowned()).toMatchObject([{ planId: 'plan-1', ref: ACTION, by: 'owner' }]);
    const given = { actor: CHAIR, planId: 'plan-1', ref: ACTION, submissionKey: 'give-0002', words: '' };
    await useCases.giveItem({ ...given, to: 'finance' });
    expect(await disowned()).toEqual([]);
  });

  test('may be said without words, by its owner only', async () => {
    await notMine({ words: ' ' });
    expect(await updateBy('owner')).toMatchObject({ note: 'SEND group owner says this is not theirs.' });
    await expect(notMine({ actor: CHAIR })).rejects.toMatchObject({ code: 'FORBIDDEN' });
  });

  test('that may name a child, or is too long, is held back and leaves nothing', async () => {
    const before = await everything(database, 'plan-1');
    const held = await notMine({ words: 'Sam Smith, born 3 May 2012, is with Finance' });
    expect(held).toMatchObject({ words: [], problems: [{ field: 'words', held: true }] });
    expect(await notMine({ words: 'x'.repeat(1_001) })).toMatchObject({ problems: [{ field: 'words' }] });
    expect(await everything(database, 'plan-1')).toEqual(before);
    expect(await handovers()).toEqual([]);
    expect(
      await notMine({ words: 'Sam Smith, born 3 May 2012, is with Finance', checked: true }),
    ).toMatchObject({ problems: [] });
  });

  test('of an item that is gone is told', async () => {
    await markDeleted(database, 'plan-1', 'Actions', [7]);
    await expect(notMine()).rejects.toMatchObject({ code: 'STALE' });
  });
});

describe('giving an item', () => {
  const give = (over: Partial<Parameters<UseCases['giveItem']>[0]> = {}) =>
    useCases.giveItem({
      actor: CHAIR,
      planId: 'plan-1',
      ref: ACTION,
      submissionKey: 'give-0001',
      to: FINANCE.entraObjectId ?? '',
      words: 'You know the contract.',
      ...over,
    });

  test('makes somebody else its owner, who is told; that it was not theirs need not be told any more', async () => {
    const ask = { actor: OWNER, planId: 'plan-1', ref: ACTION, submissionKey: 'not-mine-0001', words: '' };
    await useCases.sayNotMine(ask);
    const { words } = await give();
    expect(words).toEqual([
      expect.stringMatching(
        /^A7 “.+” is Finance owner’s now\. Finance owner reads of it in the next reminder\.$/,
      ),
    ]);
    expect((await readRows(database, 'plan-1', 'Actions'))[0]?.row).toMatchObject({ owner: 'finance' });
    expect(await handovers()).toMatchObject([
      { kind: 'given', by: 'chair', words: 'You know the contract.' },
    ]);
    expect(await updateBy('chair')).toMatchObject({
      note: 'Given to Finance owner; before, it was SEND group owner’s. You know the contract.',
    });
    expect((await waiting()).find(({ changes }) => 'owner' in changes)).toMatchObject({
      list: 'Actions',
      changes: { owner: 'finance' },
      base: { owner: 'owner' },
    });
  });

  test.each([
    ['', /Choose who/],
    ['f0000000-0000-4000-8000-000000000000', /not in the plan yet. The plan manager \(Pat\)/],
    ['owner', /owns it already/],
    ['finance,chair', /one person/],
  ])('to %p is refused', async (to, message) => {
    expect(await give({ to })).toMatchObject({
      words: [],
      problems: [{ field: 'to', message: expect.stringMatching(message) }],
    });
    expect(await waiting()).toEqual([]);
  });

  test('is for its chair and plan managers, and not for milestones', async () => {
    for (const actor of [OWNER, FINANCE])
      await expect(give({ actor })).rejects.toMatchObject({ code: 'FORBIDDEN' });
    expect(await give({ actor: actorOf(PLAN, 'manager'), ref: REC })).toMatchObject({ problems: [] });
    expect(await give({ ref: { list: 'Milestones', key: PLAN.milestones[0]?.key ?? '' } })).toMatchObject({
      problems: [{ field: 'to', message: expect.stringContaining('recommendation') }],
    });
  });

  test('to somebody whom Teams does not let be written to says so', async () => {
    const person = { tenantId: TENANT, entraObjectId: FINANCE.entraObjectId ?? '' };
    const at = deps.clock.now().toString();
    await saveUnreachable(database, { ...person, code: 'MessageWritesBlocked', at });
    expect((await give()).words[0]).toContain(
      'Teams does not let Milepost write to Finance owner, so nobody',
    );
    await forgetUnreachable(database, { ...person, now: at });
  });

  test('somebody who takes it on themselves is told by nobody', async () => {
    expect((await give({ to: 'chair' })).words[0]).toMatch(/is yours now\.$/);
    expect(await handovers()).toEqual([]);
  });
});

test('whoever is given a new action by somebody else reads of it in their next reminder', async () => {
  const action = { title: 'Ring them', owner: 'finance', due: '2022-02-04', recommendation: '', details: '' };
  const add = (owner: string, submissionKey: string) =>
    useCases.addAction({
      actor: OWNER,
      planId: 'plan-1',
      groupKey: 'send',
      meetingKey: null,
      submissionKey,
      action: { ...action, owner },
    });
  await add('owner', 'action-0001');
  expect(await handovers()).toEqual([]);
  await add('finance', 'action-0002');
  const [added] = (await readRows(database, 'plan-1', 'Actions')).filter(
    ({ row }) => row.owner === 'finance',
  );
  expect(await handovers()).toMatchObject([{ kind: 'given', by: 'owner', ref: { key: added?.key } }]);
});
