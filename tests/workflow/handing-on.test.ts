import { beforeEach, describe, expect, test } from '@jest/globals';
import { markDeleted, readRows } from '../../store/mirror.ts';
import { readNoticeLedger, settleHandovers } from '../../store/notice-ledger.ts';
import { readWaiting } from '../../store/outbox.ts';
import { findPreferences } from '../../store/preferences.ts';
import { forgetUnreachable, saveUnreachable } from '../../store/unreachable-people.ts';
import { createUseCases } from '../../workflow/create-use-cases.ts';
import type { UseCases } from '../../workflow/use-cases.ts';
import { everything } from './helpers/everything.ts';
import { actorOf, fillMirror } from './helpers/fill-mirror.ts';
import { TENANT } from './helpers/make-deps.ts';
import { database, deps, openOwnProcess } from './helpers/own-process.ts';

import { ACTION, CHAIR, FINANCE, OTHER, OWNER, PLAN, REC } from './helpers/two-plans.ts';

let useCases: UseCases;
openOwnProcess(PLAN);
beforeEach(async () => {
  await fillMirror(database, OTHER);
  useCases = createUseCases(deps);
});

const _ownerRow = async (planId = 'plan-1', key = 'owner') =>
  (await readRows(database, planId, 'Owners')).find((row) => row.key === key)?.row;
const waiting = (planId = 'plan-1') => readWaiting(database, planId, 100);
const _preferences = () =>
  findPreferences(database, { tenantId: TENANT, entraObjectId: OWNER.entraObjectId ?? '' });
/** Of which somebody is still to be told. */
const handovers = async () =>
  (await readNoticeLedger(database, ['plan-1'])).handovers.filter(({ toldAt }) => toldAt === null);
/** By whom: an item's history may have several entries. */
const updateBy = async (by: string) =>
  (await readRows(database, 'plan-1', 'Updates')).find(({ row }) => row.by === by)?.row;

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
