import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { SiteLists } from '../../graph/site-lists.ts';
import { createSiteListsOf } from '../../server/open-plan-lists.ts';
import { savePlanSite } from '../../store/plan-sites.ts';
import { openTestDatabase, type TestDatabase } from '../store/databases.ts';

let opened: TestDatabase;
beforeAll(async () => {
  opened = await openTestDatabase();
});
afterAll(() => opened?.close());

const enter = (planId: string, timeZone: string) =>
  savePlanSite(opened.database, {
    planId,
    name: planId,
    sitePath: `host:/sites/${planId}`,
    siteId: `id-${planId}`,
    siteUrl: '',
    settings: { timeZone },
  });

/** Opens nothing, but notes what was asked for. */
function openNoting(asked: string[]): (siteId: string, timeZone: string) => Promise<SiteLists> {
  return async (siteId, timeZone) => {
    asked.push(`${siteId} in ${timeZone}`);
    return {} as SiteLists;
  };
}

test('the lists of a plan are opened once, and again when its site keeps another time', async () => {
  const asked: string[] = [];
  const listsOf = createSiteListsOf(opened.database, openNoting(asked));
  await enter('one', 'Europe/London');
  await enter('two', 'UTC');
  expect(await listsOf('one')).toBe(await listsOf('one'));
  expect(await listsOf('two')).not.toBe(await listsOf('one'));
  await enter('one', 'America/New_York');
  await listsOf('one');
  expect(asked).toEqual(['id-one in Europe/London', 'id-two in UTC', 'id-one in America/New_York']);
});

test('what could not be opened is tried again, and a plan that is not there is said so', async () => {
  let tries = 0;
  const listsOf = createSiteListsOf(opened.database, async () => {
    tries += 1;
    if (tries === 1) throw new Error('out of reach');
    return {} as SiteLists;
  });
  await enter('one', 'UTC');
  await expect(listsOf('one')).rejects.toThrow('out of reach');
  await listsOf('one');
  expect(tries).toBe(2);
  await expect(listsOf('nowhere')).rejects.toMatchObject({ code: 'NOT_FOUND' });
});
