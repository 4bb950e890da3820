import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { isPlanManager } from '../../../plan/people.ts';
import { SETTING_NAMES } from '../../../plan/settings/definitions.ts';
import { findConflict } from '../../../store/conflicts.ts';
import { createUseCases } from '../../../workflow/create-use-cases.ts';
import { attentionOf } from '../../../workflow/lists/state/attention-of.ts';
import { addSettingRows } from '../../../workflow/managing/add-setting-rows.ts';
import { runDue } from '../../../workflow/run-due.ts';
import type { Actor, UseCases } from '../../../workflow/use-cases.ts';
import { openTestDatabase, type TestDatabase } from '../../store/databases.ts';
import type { TestProcess } from '../helpers/make-deps.ts';
import { PLAN_ID, type SandboxPlan, startSandboxPlan } from '../helpers/sandbox-plan.ts';

let site: SandboxPlan;
let opened: TestDatabase;
let deps: TestProcess;
let milepost: UseCases;
let manager: Actor;
beforeAll(async () => {
  [site, opened] = await Promise.all([startSandboxPlan(), openTestDatabase()]);
  await site.importSample({ apply: true });
  deps = await site.startProcess(opened.database);
  await runDue(deps);
  milepost = createUseCases(deps);
  const owner = (await planNow()).owners.find(isPlanManager);
  manager = { tenantId: deps.tenantId, entraObjectId: owner?.entraObjectId ?? null, email: null };
});
afterAll(async () => {
  await opened?.close();
  await site?.stop();
});

const planNow = async () => {
  const plan = await deps.plans.get(PLAN_ID);
  if (plan === null) throw new Error('no plan');
  return plan;
};
let turn = 0;
const save = (values: Record<string, string>, base: Record<string, string>) => {
  turn += 1;
  const submissionKey = `settings-${turn}`;
  return milepost.savePlanSettings({
    actor: manager,
    planId: PLAN_ID,
    submissionKey,
    input: { values, base },
  });
};
const rowOf = async (title: string) =>
  (await site.rowsOf('Plan settings')).find((row) => row.Title === title);

test('a site gets a row for every setting once; people change them by hand, and what can’t be meant is told', async () => {
  expect(await addSettingRows(site.lists)).toEqual({ made: SETTING_NAMES.length, failed: 0 });
  expect(await addSettingRows(site.lists)).toEqual({ made: 0, failed: 0 });
  const row = await rowOf('Tolerance in days');
  expect(row).toMatchObject({ Value: '14', Meaning: expect.stringContaining('still Amber') });

  await site.editByHand('Plan settings', Number(row?.id), { Value: '21 days' });
  await runDue(deps);
  expect((await planNow()).settings.toleranceDays).toBe(21);
  expect(await attentionOf(deps, await planNow())).toEqual([]);

  await site.editByHand('Plan settings', Number(row?.id), { Value: 'three weeks' });
  await runDue(deps);
  expect((await planNow()).settings.toleranceDays).toBe(14);
  expect(await attentionOf(deps, await planNow())).toMatchObject([
    {
      list: 'Plan settings',
      title: 'Tolerance in days',
      messages: [expect.stringContaining('whole number')],
    },
  ]);
});

test('what is set in the tab is written to its row; a database that is lost loses none of it', async () => {
  const base = {
    toleranceDays: 'three weeks',
    planName: '',
    amberMeans: 'feasible, with significant issues that can be resolved',
  };
  const values = { toleranceDays: '10', planName: 'Better places', amberMeans: 'needs help' };
  expect((await save(values, base)).problems).toEqual([]);
  await runDue(deps);
  expect(await rowOf('Tolerance in days')).toMatchObject({ Value: '10' });
  expect(await rowOf('Amber means')).toMatchObject({ Value: 'needs help' });
  expect(await site.rowsOf('Plan settings')).toHaveLength(SETTING_NAMES.length);

  const anew = await openTestDatabase();
  try {
    const other = await site.startProcess(anew.database);
    await runDue(other);
    expect(await other.plans.get(PLAN_ID)).toMatchObject({
      name: 'Better places',
      settings: { ...(await planNow()).settings },
    });
  } finally {
    await anew.close();
  }
});

test('an edit in SharePoint that Milepost has not read yet is not overwritten', async () => {
  const row = await rowOf('Tolerance in days');
  await site.moveClock('2022-01-11T09:00:00Z');
  await site.editByHand('Plan settings', Number(row?.id), { Value: '30', Meaning: 'As the board decided' });
  await save({ toleranceDays: '5' }, { toleranceDays: '10' });
  await runDue(deps);
  expect(await rowOf('Tolerance in days')).toMatchObject({ Value: '30', Meaning: 'As the board decided' });
  expect((await planNow()).settings.toleranceDays).toBe(30);
  const told = await opened.database.query<{ id: string }>(
    `SELECT period AS id FROM notice WHERE kind = 'conflict' AND plan_id = $1`,
    [PLAN_ID],
  );
  expect(told).toHaveLength(1);
  expect(await findConflict(opened.database, PLAN_ID, Number(told[0]?.id))).toMatchObject({
    list: 'Plan settings',
    title: 'Tolerance in days',
    fields: [{ property: 'value', ours: '5', theirs: '30', kept: 'theirs' }],
  });
});

test('a group and a person made in the tab appear in SharePoint, pointing to each other', async () => {
  const chair = (await planNow()).owners[0];
  const group = await milepost.saveGroup({
    actor: manager,
    planId: PLAN_ID,
    groupKey: null,
    submissionKey: 'a-new-group',
    input: {
      values: {
        title: 'Transport',
        kind: 'Operational',
        chair: String(chair?.key),
        every: '2',
        unit: 'weeks',
        firstMeeting: '2022-02-07',
      },
      base: null,
    },
  });
  await milepost.saveOwner({
    actor: manager,
    planId: PLAN_ID,
    ownerKey: null,
    submissionKey: 'a-new-person',
    input: {
      values: {
        title: 'Transport lead',
        email: 'transport@alp.example',
        roles: ['Member'],
        groups: [String(group.key)],
      },
      base: null,
    },
  });
  await runDue(deps);
  const made = (await site.rowsOf('Groups')).find(({ Title }) => Title === 'Transport');
  expect(made).toMatchObject({ EveryWeeks: 2, ChairLookupId: String(chair?.itemId) });
  const lead = (await site.rowsOf('Owners')).find(({ Title }) => Title === 'Transport lead');
  expect(lead).toMatchObject({ Email: 'transport@alp.example', Roles: ['Member'] });
  expect(JSON.stringify(lead?.Groups)).toContain(`${made?.id}`);
  expect((await planNow()).groups.filter(({ title }) => title === 'Transport')).toHaveLength(1);
});
