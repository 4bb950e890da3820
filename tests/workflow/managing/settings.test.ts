import { beforeEach, describe, expect, test } from '@jest/globals';
import type { FormValues, SettingsSaved } from '../../../plan/content.ts';
import type { Owner } from '../../../plan/rows.ts';
import { saveConversation } from '../../../store/conversations.ts';
import { changeRow, markDeleted, readRows } from '../../../store/mirror.ts';
import { readWaiting } from '../../../store/outbox.ts';
import { raisePlanVersion } from '../../../store/plan-versions.ts';
import { createUseCases } from '../../../workflow/create-use-cases.ts';
import type { Actor, UseCases } from '../../../workflow/use-cases.ts';
import { makeGroup, makeOwner, makePlan } from '../../helpers/make-plan.ts';
import { actorOf, fillMirror, putRows } from '../helpers/fill-mirror.ts';
import { TENANT } from '../helpers/make-deps.ts';
import { database, deps, openOwnProcess } from '../helpers/own-process.ts';

const manager = (key: string, itemId: number): Owner =>
  makeOwner({ key, itemId, title: `Manager ${key}`, roles: ['Plan manager'], groups: [] });
const PLAN = makePlan({
  owners: [...makePlan().owners, manager('pat', 3), manager('sam', 4)],
  groups: [
    makeGroup(),
    makeGroup({ key: 'data', itemId: 2, title: 'Data', chair: null, channelId: 'channel-2' }),
  ],
});
const PAT = actorOf(PLAN, 'pat');
const SAM = actorOf(PLAN, 'sam');

let useCases: UseCases;
openOwnProcess(PLAN);
beforeEach(() => {
  useCases = createUseCases(deps);
});

let turn = 0;
const ask = (values: FormValues, base: FormValues | null, actor: Actor) => {
  turn += 1;
  return { actor, planId: 'plan-1', submissionKey: `form-${turn}-of-test`, input: { values, base } };
};
const savePlan = (values: FormValues, base: FormValues, actor = PAT) =>
  useCases.savePlanSettings(ask(values, base, actor));
const saveGroup = (groupKey: string | null, values: FormValues, base: FormValues | null, actor = PAT) =>
  useCases.saveGroup({ ...ask(values, base, actor), groupKey });
const saveOwner = (ownerKey: string | null, values: FormValues, base: FormValues | null, actor = PAT) =>
  useCases.saveOwner({ ...ask(values, base, actor), ownerKey });
const waiting = () => readWaiting(database, 'plan-1', 100);
const planNow = async () => {
  const plan = await deps.plans.get('plan-1');
  if (plan === null) throw new Error('no plan');
  return plan;
};
/** What stands in these fields of a row's form. */
const standing = async (rows: 'groups' | 'owners', key: string, fields: object): Promise<FormValues> => {
  const content = await useCases.viewSettings({ actor: PAT, planId: 'plan-1' });
  const values = content[rows].find((row) => row.key === key)?.values ?? {};
  return Object.fromEntries(Object.keys(fields).map((field) => [field, values[field] ?? '']));
};
const problemsOf = ({ problems }: SettingsSaved) => problems.map(({ field }) => field);
const SAVED = { words: 'Saved. It is on its way to SharePoint.', problems: [], meanwhile: [] };

describe('settings', () => {
  test('are seen and changed by plan managers alone', async () => {
    for (const key of ['owner', 'chair']) {
      const actor = actorOf(PLAN, key);
      const refused = { code: 'FORBIDDEN', userMessage: expect.stringContaining('Only plan managers') };
      await expect(useCases.viewSettings({ actor, planId: 'plan-1' })).rejects.toMatchObject(refused);
      await expect(savePlan({ toleranceDays: '7' }, { toleranceDays: '14' }, actor)).rejects.toMatchObject(
        refused,
      );
      await expect(saveGroup('send', { title: 'X' }, { title: 'SEND' }, actor)).rejects.toMatchObject(
        refused,
      );
      await expect(saveOwner('owner', { title: 'X' }, null, actor)).rejects.toMatchObject(refused);
    }
    expect(await waiting()).toEqual([]);
  });

  test('that are changed count at once and go to SharePoint, as a row with what it means', async () => {
    const saved = await savePlan(
      { toleranceDays: '21 days', planName: 'Better places' },
      { toleranceDays: '14', planName: '' },
    );
    expect(saved).toMatchObject({ ...SAVED, key: null, settings: { planName: 'Better places' } });
    expect(saved.settings.settings).toContainEqual(
      expect.objectContaining({ name: 'toleranceDays', value: '21', fault: null }),
    );
    expect(await planNow()).toMatchObject({ name: 'Better places', settings: { toleranceDays: 21 } });
    expect(await waiting()).toMatchObject([
      {
        list: 'Plan settings',
        kind: 'create',
        changes: { title: 'Plan name', value: 'Better places' },
        saidBy: 'pat',
      },
      {
        list: 'Plan settings',
        key: 'setting-toleranceDays',
        kind: 'create',
        changes: {
          title: 'Tolerance in days',
          value: '21',
          meaning: expect.stringContaining('Empty means 14.'),
        },
      },
    ]);
    expect(deps.nudges()).toBe(1);

    await savePlan({ toleranceDays: ' ' }, { toleranceDays: '21' });
    expect((await planNow()).settings.toleranceDays).toBe(14);
    expect((await waiting()).at(-1)).toMatchObject({
      kind: 'update',
      changes: { value: null },
      base: { value: '21' },
    });
  });

  test('that can’t be meant are refused beside their field, and nothing is written', async () => {
    const refused = await savePlan(
      { toleranceDays: 'two weeks', closesAt: '09:30', planName: 'Fine' },
      { toleranceDays: '14', closesAt: '17:00', planName: '' },
    );
    expect(refused).toMatchObject({
      words: '',
      problems: [{ field: 'toleranceDays', message: 'This must be a whole number from 0 to 366.' }],
    });
    const late = await savePlan({ closesAt: '09:30' }, { closesAt: '17:00' });
    expect(late.problems).toMatchObject([
      { field: 'closesAt', message: expect.stringContaining('09:00 to 09:30') },
    ]);
    expect(await waiting()).toEqual([]);
    expect((await planNow()).name).toBe('Sample plan');
  });

  test('that two managers change at once: each field is theirs who changed it; one that both did is told', async () => {
    await savePlan({ toleranceDays: '7' }, { toleranceDays: '14' }, SAM);
    const other = await savePlan({ escalateAfterWeeks: '2' }, { escalateAfterWeeks: '3' });
    expect(other).toMatchObject(SAVED);

    const late = await savePlan(
      { toleranceDays: '30', staleAfterMeetings: '4' },
      { toleranceDays: '14', staleAfterMeetings: '2' },
    );
    expect(late).toMatchObject({ words: '', meanwhile: ['toleranceDays'] });
    expect(late.problems[0]?.message).toContain('Somebody changed this meanwhile');
    expect(late.settings.settings).toContainEqual(
      expect.objectContaining({ name: 'toleranceDays', value: '7' }),
    );
    expect((await planNow()).settings).toMatchObject({
      toleranceDays: 7,
      escalateAfterWeeks: 2,
      staleAfterMeetings: 2,
    });

    const again = await savePlan({ toleranceDays: '30' }, { toleranceDays: '7' });
    expect(again).toMatchObject(SAVED);
    expect((await planNow()).settings.toleranceDays).toBe(30);
  });

  test('sent twice are saved once; saved as they are, they write nothing', async () => {
    const sent = ask({ toleranceDays: '7' }, { toleranceDays: '14' }, PAT);
    const [one, other] = await Promise.all([
      useCases.savePlanSettings(sent),
      useCases.savePlanSettings(sent),
    ]);
    expect([one.words, other.words]).toEqual([SAVED.words, SAVED.words]);
    expect(await waiting()).toHaveLength(1);
    const same = await savePlan({ toleranceDays: '7' }, { toleranceDays: '7' });
    expect(same.words).toBe('Nothing to save: all is as it was.');
    expect(await waiting()).toHaveLength(1);
  });

  test('whose row was deleted in SharePoint get another', async () => {
    await savePlan({ toleranceDays: '7' }, { toleranceDays: '14' });
    await database.query(`UPDATE mirror_plan_settings SET item_id = 9 WHERE key = 'setting-toleranceDays'`);
    await markDeleted(database, 'plan-1', 'Plan settings', [9]);
    await raisePlanVersion(database, 'plan-1');
    expect(await savePlan({ toleranceDays: '8' }, { toleranceDays: '14' })).toMatchObject(SAVED);
    expect((await planNow()).settings.toleranceDays).toBe(8);
  });
});

describe('a group', () => {
  test('is changed in those columns alone that somebody changed', async () => {
    const saved = await saveGroup(
      'send',
      { every: '2', unit: 'months', meetingTime: '9.30', chair: '' },
      { every: '2', unit: 'weeks', meetingTime: '10:00', chair: 'chair' },
    );
    expect(saved).toMatchObject({ ...SAVED, key: 'send' });
    expect(await waiting()).toMatchObject([
      {
        list: 'Groups',
        key: 'send',
        kind: 'update',
        changes: { everyWeeks: null, everyMonths: 2, meetingTime: '09:30', chair: null },
        base: { everyWeeks: 2, everyMonths: null, meetingTime: '10:00', chair: 'chair' },
      },
    ]);
    expect(Object.keys((await waiting())[0]?.changes ?? {})).toHaveLength(4);
    expect((await planNow()).groups.find(({ key }) => key === 'send')).toMatchObject({
      everyMonths: 2,
      title: 'SEND',
    });
  });

  test('is added, and may be changed before SharePoint has it', async () => {
    const { key } = await saveGroup(
      null,
      {
        title: 'Finance board',
        kind: 'Board',
        every: '2',
        unit: 'months',
        firstMeeting: '2022-02-07',
        chair: 'chair',
      },
      null,
    );
    expect((await planNow()).groups.find((group) => group.key === key)).toMatchObject({
      title: 'Finance board',
      kind: 'Board',
      everyMonths: 2,
      active: true,
    });
    expect(await saveGroup(key, { meetingTime: '14:00' }, { meetingTime: '' })).toMatchObject({
      ...SAVED,
      key,
    });
    expect((await waiting()).map(({ kind }) => kind)).toEqual(['create', 'update']);
  });

  test.each<[string, FormValues]>([
    ['title', { title: ' ' }],
    ['title', { title: 'data' }],
    ['title', { title: 'long '.repeat(52) }],
    ['kind', { kind: 'Committee' }],
    ['chair', { chair: 'nobody' }],
    ['channel', { channel: 'team-1|channel-of-others' }],
    ['channel', { channel: 'team-1|channel-2' }],
    ['every', { every: '0', unit: 'weeks' }],
    ['every', { every: 'two', unit: 'weeks' }],
    ['unit', { unit: 'days' }],
    ['firstMeeting', { firstMeeting: '' }],
    ['firstMeeting', { firstMeeting: '31/02/2022' }],
    ['meetingTime', { meetingTime: 'noon' }],
    ['onBankHoliday', { onBankHoliday: 'Move' }],
  ])('is refused with words beside %s: %j', async (field, values) => {
    const refused = await saveGroup('send', values, await standing('groups', 'send', values));
    expect([problemsOf(refused), refused.meanwhile]).toEqual([[field], []]);
    expect(refused.problems[0]?.message).toMatch(/[A-Z].+\./);
    expect(await waiting()).toEqual([]);
  });

  test('may be given a channel in which the app was seen, but none of another plan', async () => {
    const seen = (channelId: string, teamId: string, channelName: string | null) =>
      saveConversation(database, {
        tenantId: TENANT,
        conversationId: channelId,
        kind: 'channel',
        serviceUrl: 'https://smba.example/',
        botId: 'bot',
        teamId,
        channelId,
        teamName: 'ALP programme',
        channelName,
        entraObjectId: null,
        teamsUserId: null,
        reachable: true,
      });
    const others = [
      makeGroup({ teamId: 'team-1', channelId: 'channel-9' }),
      makeGroup({ key: 'data', itemId: 2, teamId: 'team-9', channelId: 'channel-10' }),
    ];
    await fillMirror(database, makePlan({ id: 'plan-2', groups: others }));
    await database.query(`INSERT INTO channel_plan (channel_id, plan_id) VALUES ('channel-9', 'plan-2')`);
    await seen('channel-3', 'team-1', 'Finance');
    await seen('channel-1', 'team-1', null);
    await seen('channel-9', 'team-1', 'Of another plan');
    await seen('channel-8', 'team-9', 'Beside that of another plan');

    const { channels } = await useCases.viewSettings({ actor: PAT, planId: 'plan-1' });
    expect(channels).toEqual([
      { value: 'team-1|channel-3', words: 'Finance (ALP programme)' },
      { value: 'team-1|channel-2', words: 'The channel of Data (ALP programme)' },
      { value: 'team-1|channel-1', words: 'The channel of SEND (ALP programme)' },
    ]);
    const base = { channel: 'team-1|channel-2' };
    expect(await saveGroup('data', { channel: 'team-1|channel-3' }, base)).toMatchObject(SAVED);
    expect((await planNow()).groups.find(({ key }) => key === 'data')?.channelId).toBe('channel-3');
    const theirs = { channel: 'team-1|channel-9' };
    const refused = await saveGroup('data', theirs, await standing('groups', 'data', theirs));
    expect([problemsOf(refused), refused.meanwhile]).toEqual([['channel'], []]);
  });

  test('that was edited or deleted in SharePoint meanwhile is not overwritten', async () => {
    await changeRow(database, 'plan-1', 'Groups', 'send', { meetingTime: '13:00' });
    await raisePlanVersion(database, 'plan-1');
    const late = await saveGroup('send', { meetingTime: '09:00' }, { meetingTime: '10:00' });
    expect(late).toMatchObject({ words: '', meanwhile: ['meetingTime'] });
    expect(late.settings.groups.find(({ key }) => key === 'send')?.values.meetingTime).toBe('13:00');

    await markDeleted(database, 'plan-1', 'Groups', [1]);
    await raisePlanVersion(database, 'plan-1');
    await expect(saveGroup('send', { title: 'SEND team' }, { title: 'SEND' })).rejects.toMatchObject({
      code: 'STALE',
      userMessage: expect.stringContaining('no longer in the Groups list'),
    });
  });
});

describe('a person', () => {
  test('is added and changed', async () => {
    const { key } = await saveOwner(
      null,
      {
        title: 'Transport lead',
        email: 'transport@alp.example',
        roles: ['Member', 'Chair'],
        groups: ['data'],
      },
      null,
    );
    expect((await planNow()).owners.find((owner) => owner.key === key)).toMatchObject({
      title: 'Transport lead',
      email: 'transport@alp.example',
      entraObjectId: null,
      roles: ['Member', 'Chair'],
      groups: ['data'],
    });
    const away = { awayFrom: '14/02/2022', awayTo: '2022-02-18', deputy: String(key) };
    expect(await saveOwner('owner', away, { awayFrom: '', awayTo: '', deputy: '' })).toMatchObject(SAVED);
    expect((await waiting()).at(-1)).toMatchObject({
      list: 'Owners',
      key: 'owner',
      changes: { awayFrom: '2022-02-14', awayTo: '2022-02-18', deputy: key },
    });
  });

  test.each<[string, FormValues]>([
    ['title', { title: '' }],
    ['email', { email: 'pat at alp' }],
    ['email', { email: 'CHAIR@alp.example' }],
    ['email', { email: '', entraObjectId: '' }],
    ['entraObjectId', { entraObjectId: '1234' }],
    ['entraObjectId', { entraObjectId: String(PLAN.owners[1]?.entraObjectId?.toUpperCase()) }],
    ['roles', { roles: ['King'] }],
    ['groups', { groups: ['no-such-group'] }],
    ['deputy', { deputy: 'owner' }],
    ['deputy', { deputy: 'nobody' }],
    ['awayFrom', { awayFrom: 'soon' }],
    ['awayTo', { awayFrom: '2022-02-18', awayTo: '2022-02-14' }],
  ])('is refused with words beside %s: %j', async (field, values) => {
    const refused = await saveOwner('owner', values, await standing('owners', 'owner', values));
    expect([problemsOf(refused), refused.meanwhile]).toEqual([[field], []]);
    expect(await waiting()).toEqual([]);
  });

  test('who is the last plan manager stays one, also when two take the role from each other at once', async () => {
    const withoutRole = (key: string, actor: Actor) =>
      saveOwner(key, { roles: ['Member'] }, { roles: ['Plan manager'] }, actor);
    const outcomes = await Promise.allSettled([withoutRole('sam', PAT), withoutRole('pat', SAM)]);
    expect((await planNow()).owners.filter(({ roles }) => roles.includes('Plan manager'))).toHaveLength(1);
    const refusals = outcomes.filter(({ status }) => status === 'rejected');
    expect(refusals).toMatchObject([{ reason: { code: 'FORBIDDEN' } }]);

    const left = (await planNow()).owners.find(({ roles }) => roles.includes('Plan manager'));
    const alone = await withoutRole(String(left?.key), actorOf(PLAN, String(left?.key)));
    expect(alone.problems).toMatchObject([
      { field: 'roles', message: expect.stringContaining('last plan manager') },
    ]);
  });

  test('keeps what SharePoint holds of a group that is gone until somebody changes their groups', async () => {
    await putRows(database, 'plan-1', 'Owners', [makeOwner({ groups: ['send', 'gone'] })]);
    await raisePlanVersion(database, 'plan-1');
    await saveOwner('owner', { title: 'SEND lead' }, { title: 'SEND group owner' });
    const row = (await readRows(database, 'plan-1', 'Owners')).find(({ key }) => key === 'owner');
    expect(row?.row).toMatchObject({ title: 'SEND lead', groups: ['send', 'gone'] });
    await saveOwner('owner', { groups: ['data'] }, { groups: ['send', 'gone'] });
    expect((await planNow()).owners.find(({ key }) => key === 'owner')?.groups).toEqual(['data']);
  });
});
