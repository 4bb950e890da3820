import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import type { Site } from '../../graph/sites.ts';
import { findPlanSite, listPlanSites } from '../../store/plan-sites.ts';
import { readPlanVersion } from '../../store/plan-versions.ts';
import { createPlanCache } from '../../workflow/plan-cache.ts';
import { planIdOf, registerPlans } from '../../workflow/register-plans.ts';
import { emptyDatabase, openTestDatabase, type TestDatabase } from '../store/databases.ts';

let opened: TestDatabase;
beforeAll(async () => {
  opened = await openTestDatabase();
});
beforeEach(() => emptyDatabase(opened.database));
afterAll(() => opened.close());

const LONDON = 'Europe/London';
const siteAt = (sitePath: string): Promise<Site> =>
  Promise.resolve({ id: `id of ${sitePath}`, name: `Plan at ${sitePath}`, webUrl: `https://${sitePath}` });
const register = (sites: Readonly<Record<string, string>>, find = siteAt) =>
  registerPlans(
    opened.database,
    Object.entries(sites).map(([sitePath, timeZone]) => ({ sitePath, timeZone })),
    find,
  );
const linkOf = async (planId: string) => {
  const [row] = await opened.database.query<{ link: string | null }>(
    'SELECT delta_link AS link FROM sync_state WHERE plan_id = $1',
    [planId],
  );
  return row?.link;
};

test('a plan is called after the address of its site', () => {
  expect(planIdOf('a.example:/sites/ALP-improvement')).toBe('alp-improvement');
  expect(planIdOf('a.example:/sites/a/b')).toBe('a-b');
  expect(planIdOf('a.example:/')).toBe('root');
});

test('each plan keeps the time zone of its site', async () => {
  await register({ 'a.example:/sites/one': LONDON, 'a.example:/sites/two': 'America/New_York' });
  const sites = await listPlanSites(opened.database);
  expect(sites.map(({ planId, settings }) => [planId, settings.timeZone])).toEqual([
    ['one', LONDON],
    ['two', 'America/New_York'],
  ]);
});

test('whoever holds a plan in memory reads it again under another time zone', async () => {
  await register({ 'a.example:/sites/one': LONDON });
  const version = await readPlanVersion(opened.database, 'one');
  await register({ 'a.example:/sites/one': 'UTC' });
  const site = await findPlanSite(opened.database, 'one');
  expect(site?.settings).toEqual({ timeZone: 'UTC' });
  expect(await readPlanVersion(opened.database, 'one')).not.toBe(version);
});

test('under another time zone the lists are read anew, of that plan alone; else they are not', async () => {
  const sites = { 'a.example:/sites/one': LONDON, 'a.example:/sites/two': LONDON };
  await register(sites);
  await opened.database.query(
    `INSERT INTO sync_state (plan_id, list, delta_link) VALUES ('one', 'Actions', 'link'), ('two', 'Actions', 'link')`,
  );
  await register(sites);
  expect([await linkOf('one'), await linkOf('two')]).toEqual(['link', 'link']);
  await register({ ...sites, 'a.example:/sites/two': 'UTC' });
  expect([await linkOf('one'), await linkOf('two')]).toEqual(['link', null]);
});

test('one site under two addresses is refused, with what to do', async () => {
  const renamed = (sitePath: string) => siteAt(sitePath.replace('/old', '/new'));
  await expect(
    register({ 'a.example:/sites/old': LONDON, 'a.example:/sites/new': LONDON }, renamed),
  ).rejects.toMatchObject({
    code: 'BAD_CONFIG',
    message: expect.stringContaining('one and the same site. Remove one of the two.'),
  });
});

test('a plan that is configured no more is neither found nor read, and goes on where it was when it is again', async () => {
  const both = { 'a.example:/sites/one': LONDON, 'a.example:/sites/two': LONDON };
  await register(both);
  const plans = createPlanCache(opened.database);
  expect(await plans.get('two')).not.toBeNull();

  await register({ 'a.example:/sites/one': LONDON });
  expect((await listPlanSites(opened.database)).map(({ planId }) => planId)).toEqual(['one']);
  expect(await findPlanSite(opened.database, 'two')).toBeNull();
  expect(await plans.get('two')).toBeNull();
  expect(await plans.get('one')).not.toBeNull();

  await register(both);
  expect(await plans.get('two')).not.toBeNull();
});
