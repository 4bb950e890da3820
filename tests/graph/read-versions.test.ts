import { afterEach, expect, test } from '@jest/globals';
import { type SiteServer, startSiteServer } from './site-server.ts';

let server: SiteServer | undefined;
afterEach(async () => {
  await server?.stop();
  server = undefined;
});

const version = (at: string, by: object, fields: object = {}) => ({
  id: '1.0',
  lastModifiedDateTime: at,
  lastModifiedBy: by,
  fields,
});

test('says what stood in a row, since when, and whether a person or an application put it there', async () => {
  const person = { id: 'p-1', displayName: 'SEND group chair', email: 'chair@alp.example' };
  const app = { id: 'a-1', displayName: 'Milepost' };
  server = await startSiteServer(({ path, query }) => {
    if (!path.endsWith('/items/3/versions')) return undefined;
    expect(query.get('$expand')).toBe('fields');
    const value = [
      version('2022-01-12T10:00:00Z', { user: person }, { Stage: 'Complete', OwnerLookupId: '7' }),
      version('2022-01-11T10:00:00.0000000Z', { user: { displayName: 'SharePoint App' }, application: app }),
      version('2022-01-10T10:00:00Z', { application: app }, { Stage: 'Somewhere else' }),
      version('2022-01-09T10:00:00Z', { user: person, application: { displayName: 'Power Apps' } }),
      version('not a time', {}),
    ];
    return { status: 200, body: { value } };
  });
  const versions = await server.lists.readVersions('Recommendations', 3);
  expect(versions.map(({ at, byName, byPerson }) => [at, byName, byPerson])).toEqual([
    ['2022-01-12T10:00:00Z', 'SEND group chair', true],
    ['2022-01-11T10:00:00Z', 'SharePoint App', false],
    ['2022-01-10T10:00:00Z', 'Milepost', false],
    ['2022-01-09T10:00:00Z', 'SEND group chair', true],
    [null, null, true],
  ]);
  expect(versions[0]?.values).toMatchObject({ stage: 'Complete', owner: 7, confidence: null });
  expect(versions[2]?.values).toMatchObject({ stage: null });
});

test('says what is wrong when there is no such row, or no such list', async () => {
  server = await startSiteServer(() => undefined);
  await expect(server.lists.readVersions('Recommendations', 3)).rejects.toMatchObject({ code: 'GRAPH' });
  server.ids.delete('Recommendations');
  const lists = await server.reopen();
  await expect(lists.readVersions('Recommendations', 3)).rejects.toMatchObject({ code: 'BAD_CONFIG' });
});
