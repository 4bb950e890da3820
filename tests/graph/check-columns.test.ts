import { afterEach, describe, expect, test } from '@jest/globals';
import { LIST_NAMES } from '../../plan/glossary.ts';
import { errorBody } from './graph-server.ts';
import { itemsOf, makeItem, SITE_ID, type SiteServer, startSiteServer } from './site-server.ts';

let server: SiteServer | undefined;
afterEach(async () => {
  await server?.stop();
  server = undefined;
});

const THEMES = itemsOf('Themes');

describe('checkColumns', () => {
  const NOW = Temporal.Instant.from('2022-01-10T09:00:00Z');
  const note = { text: { allowMultipleLines: true } };
  const columnsOfThemes = () => [
    { id: 'c1', name: 'SortOrder', number: {} },
    { id: 'c2', name: 'ReviewSaid', ...note },
    { id: 'c3', name: 'StakeholdersSaid', ...note },
    { id: 'c4', name: 'ProgressSoFar', ...note },
  ];
  const all = { sortOrder: 'c1', reviewSaid: 'c2', stakeholdersSaid: 'c3', progressSoFar: 'c4' };
  let columns = columnsOfThemes();
  const serveColumns = async () => {
    columns = columnsOfThemes();
    server = await startSiteServer(({ path }) => {
      if (path === '/$batch') return undefined;
      if (path === `/sites/${SITE_ID}/lists/id-Themes/columns`)
        return { status: 200, body: { value: columns } };
      const deltaLink = `${server?.baseUrl}v1.0${THEMES}/delta?token=next`;
      if (path === `${THEMES}/delta`)
        return {
          status: 200,
          body: { value: [makeItem(1, { SortOrder: 2 })], '@odata.deltaLink': deltaLink },
        };
      return { status: 403, body: errorBody('accessDenied') };
    });
    return server;
  };

  test('looks once an hour, and at once where something smells', async () => {
    const { lists, parts } = await serveColumns();
    expect((await lists.checkColumns({ now: NOW })).get('Themes')).toEqual(all);
    expect(parts).toHaveLength(LIST_NAMES.length);
    expect(await lists.checkColumns({ now: NOW.add({ minutes: 59 }) })).toEqual(new Map());
    expect(parts).toHaveLength(LIST_NAMES.length);
    lists.suspectSchema('Themes');
    expect([...(await lists.checkColumns({ now: NOW.add({ minutes: 59 }) })).keys()]).toEqual(['Themes']);
    expect(parts).toHaveLength(LIST_NAMES.length + 1);
    expect((await lists.checkColumns({ now: NOW.add({ hours: 1 }) })).has('Themes')).toBe(true);
    expect(parts).toHaveLength(2 * LIST_NAMES.length + 1);
  });

  test('a column that is gone, renamed or of another kind is missing, and its property is not read', async () => {
    const { lists } = await serveColumns();
    await lists.checkColumns({ now: NOW });
    expect(lists.missingColumns('Themes')).toEqual(new Set());
    columns = [
      { id: 'c1', name: 'SortOrder', ...note },
      { id: 'c5', name: 'ReviewSaid0', ...note },
      ...columnsOfThemes().slice(2),
    ];
    await lists.checkColumns({ now: NOW, lists: ['Themes'] });
    expect(lists.missingColumns('Themes')).toEqual(new Set(['sortOrder', 'reviewSaid']));
    expect(lists.columnIds('Themes')).toEqual({ ...all, sortOrder: null, reviewSaid: null });
    const [row] = (await lists.readChanges('Themes', null)).changes;
    expect(row?.values).toEqual({ title: null, stakeholdersSaid: null, progressSoFar: null });
    expect(row?.problems).toEqual([]);
  });

  test('a list whose columns cannot be read is left out, but named it is an error', async () => {
    const { lists } = await serveColumns();
    expect([...(await lists.checkColumns({ now: NOW })).keys()]).toEqual(['Themes']);
    expect(lists.missingColumns('Groups')).toEqual(new Set());
    await expect(lists.checkColumns({ now: NOW, lists: ['Groups'] })).rejects.toMatchObject({ status: 403 });
  });
});
