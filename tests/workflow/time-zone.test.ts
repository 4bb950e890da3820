import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { findSite } from '../../graph/sites.ts';
import { readAllRows } from '../../store/mirror.ts';
import { readTroubles } from '../../store/troubles.ts';
import { syncIn } from '../../workflow/lists/reading/sync-in.ts';
import { viewListsState } from '../../workflow/lists/state/view-lists-state.ts';
import { registerPlans } from '../../workflow/register-plans.ts';
import { type Sandbox, startSandbox } from '../helpers/sandbox.ts';
import { provisionSandboxSite, type SandboxSite } from '../helpers/sandbox-site.ts';
import { openTestDatabase, type TestDatabase } from '../store/databases.ts';
import { makeDeps, type TestProcess } from './helpers/make-deps.ts';

const PLAN = 'new-york-plan';
const DAY = '2022-07-01';
const MANAGER = 'abababab-0000-4000-8000-000000000001';

let sandbox: Sandbox;
let site: SandboxSite;
let opened: TestDatabase;
beforeAll(async () => {
  sandbox = await startSandbox();
  opened = await openTestDatabase();
  site = await provisionSandboxSite(sandbox, `/sites/${PLAN}`);
  const lists = await site.openLists('America/New_York');
  await lists.writeRows([
    { kind: 'create', list: 'Actions', values: { title: 'First', forecastDue: DAY } },
    { kind: 'create', list: 'Actions', values: { title: 'Second', forecastDue: DAY, baselineDue: DAY } },
    { kind: 'create', list: 'Actions', values: { title: 'Undated' } },
    {
      kind: 'create',
      list: 'Owners',
      values: { title: 'Manager', entraObjectId: MANAGER, roles: ['Plan manager'] },
    },
  ]);
});
afterAll(async () => {
  await opened?.close();
  await sandbox?.stop();
});

/** A process that is told a time zone of the site, and has read its lists. */
async function startTold(timeZone: string): Promise<TestProcess> {
  await registerPlans(opened.database, [{ sitePath: site.sitePath, timeZone }], (path) =>
    findSite(site.byHand, path),
  );
  const lists = site.openLists(timeZone);
  const { tenantId } = sandbox.directory;
  const deps = makeDeps({ database: opened.database, tenantId, siteListsOf: () => lists });
  await syncIn(deps, PLAN);
  return deps;
}

const forecasts = async () =>
  (await readAllRows(opened.database, PLAN, ['Actions'])).map(({ row }) => row.forecastDue);
const codes = async () =>
  (await readTroubles(opened.database, PLAN)).map(({ code, detail }) => [code, detail]);

test('a wrong time zone is told to the plan managers once, not row by row, and shifts no day', async () => {
  const deps = await startTold('Europe/London');
  expect(await forecasts()).toEqual(expect.arrayContaining([DAY, DAY, null]));
  expect(await codes()).toEqual([['TIME_ZONE', { count: 2 }]]);
  const actor = { tenantId: deps.tenantId, entraObjectId: MANAGER, email: null };
  const [state] = await viewListsState(deps, { actor });
  expect(state?.attention).toEqual([]);
  expect(state?.troubles).toMatchObject([
    {
      list: null,
      message: expect.stringContaining(
        'The SharePoint site does not keep the time zone that Milepost was told',
      ),
      remedy: expect.stringContaining('MILEPOST_SITES'),
    },
  ]);
});

test('put right and started again, everything is read anew and the trouble is gone', async () => {
  await startTold('America/New_York');
  expect(await forecasts()).toEqual(expect.arrayContaining([DAY, DAY, null]));
  expect(await codes()).toEqual([]);
});
