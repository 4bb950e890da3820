import { beforeEach, describe, expect, test } from '@jest/globals';
import type { AwayInput } from '../../plan/content.ts';
import { markDeleted, readRows } from '../../store/mirror.ts';
import { readWaiting } from '../../store/outbox.ts';
import { findPreferences } from '../../store/preferences.ts';
import { createUseCases } from '../../workflow/create-use-cases.ts';
import type { UseCases } from '../../workflow/use-cases.ts';
import { everything } from './helpers/everything.ts';
import { fillMirror } from './helpers/fill-mirror.ts';
import { TENANT } from './helpers/make-deps.ts';
import { database, deps, openOwnProcess } from './helpers/own-process.ts';

import { CHAIR, OTHER, OWNER, PLAN } from './helpers/two-plans.ts';

let useCases: UseCases;
openOwnProcess(PLAN);
beforeEach(async () => {
  await fillMirror(database, OTHER);
  useCases = createUseCases(deps);
});

const ownerRow = async (planId = 'plan-1', key = 'owner') =>
  (await readRows(database, planId, 'Owners')).find((row) => row.key === key)?.row;
const waiting = (planId = 'plan-1') => readWaiting(database, planId, 100);
const preferences = () =>
  findPreferences(database, { tenantId: TENANT, entraObjectId: OWNER.entraObjectId ?? '' });

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

  test('that had begun ended yesterday, so that it is known who stood in', async () => {
    await away({ from: '2022-01-10' });
    deps.setClock('2022-01-12T10:00:00Z');
    const { content, words } = await useCases.setAway({
      actor: OWNER,
      submissionKey: 'back-0001',
      away: null,
    });
    expect(await ownerRow()).toMatchObject({ awayFrom: '2022-01-10', awayTo: '2022-01-11' });
    expect(content.away).toBeNull();
    expect(words[1]).toContain('What came up while you were away');
    await useCases.setAway({ actor: OWNER, submissionKey: 'back-0002', away: null });
    expect(await ownerRow()).toMatchObject({ awayFrom: '2022-01-10', awayTo: '2022-01-11' });
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
