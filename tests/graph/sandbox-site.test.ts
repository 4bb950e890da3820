import { ClientSecretCredential } from '@azure/identity';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { createGraphClient, type GraphClient } from '../../graph/client.ts';
import { listChannels } from '../../graph/directory.ts';
import { LISTS } from '../../graph/lists/index.ts';
import { type ProvisionResult, provisionSite } from '../../graph/provision.ts';
import { type ListPage, openSiteLists, type SiteLists, type WriteOperation } from '../../graph/site-lists.ts';
import { findSite, type Site } from '../../graph/sites.ts';
import { LIST_NAMES, type ListName } from '../../plan/glossary.ts';
import { watch } from '../helpers/graph-contract.ts';
import { type Sandbox, startSandbox, trustCertificate } from '../helpers/sandbox.ts';

let sandbox: Sandbox;
let client: GraphClient;
let site: Site;
let lists: SiteLists;
/** What became of a run whose connection broke at the sixth list, and of the run after it. */
let brokenRun: unknown;
let nextRun: ProvisionResult;

/** How many more lists may be made before the connection breaks. */
let listsUntilBreak = Number.POSITIVE_INFINITY;

const network = watch((input, init) => {
  const isNewList = init?.method === 'POST' && String(input).endsWith('/lists');
  if (isNewList && listsUntilBreak-- === 0) throw new TypeError('fetch failed');
  return fetch(input, init);
});

beforeAll(async () => {
  sandbox = await startSandbox();
  trustCertificate(sandbox.certificatePem);
  const { tenantId, setupAppId, setupClientSecret } = sandbox.directory;
  client = createGraphClient({
    baseUrl: sandbox.graphUrl,
    credential: new ClientSecretCredential(tenantId, setupAppId, setupClientSecret, {
      authorityHost: sandbox.graphUrl,
      disableInstanceDiscovery: true,
    }),
    appName: 'Milepost/0.0.0',
    clock: { nowMs: () => Date.now() },
    sleep: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
    log: { info: () => undefined, warn: () => undefined, error: () => undefined },
    fetch: network.fetch,
  });
  const { hostname, path } = sandbox.directory.site;
  site = await findSite(client, `${hostname}:${path}`);
  listsUntilBreak = 5;
  brokenRun = await provisionSite({ client, siteId: site.id }).catch((error: unknown) => error);
  listsUntilBreak = Number.POSITIVE_INFINITY;
  nextRun = await provisionSite({ client, siteId: site.id });
  lists = await openSiteLists({ client, siteId: site.id, timeZone: sandbox.directory.site.timeZone });
});

afterAll(async () => {
  await sandbox?.stop();
  network.assertKept();
});

const columnsPath = async (list: ListName): Promise<string> => {
  const found = (await client.get(`/sites/${site.id}/lists`)) as {
    value: { id: string; displayName: string }[];
  };
  return `/sites/${site.id}/lists/${found.value.find(({ displayName }) => displayName === list)?.id}/columns`;
};
const columnsOf = async (list: ListName) =>
  ((await client.get(await columnsPath(list))) as { value: { id: string; name: string; indexed: boolean }[] })
    .value;

async function createRow(
  list: ListName,
  values: WriteOperation['values'],
): Promise<{ itemId: number; etag: string | null }> {
  const [outcome] = await lists.writeRows([{ kind: 'create', list, values }]);
  if (outcome?.status !== 'written') throw new Error(`not written: ${JSON.stringify(outcome)}`);
  return outcome;
}

describe('findSite', () => {
  test('finds the site by its address, as admins write it and as a browser shows it', async () => {
    const { hostname, path } = sandbox.directory.site;
    expect(site).toMatchObject({
      id: expect.stringMatching(`^${hostname},`),
      webUrl: expect.stringMatching(`${path}$`),
    });
    expect(await findSite(client, `https://${hostname}${path}/`)).toEqual(site);
  });

  test('says what is wrong with an address that is none, or of no site', async () => {
    await expect(findSite(client, 'our site')).rejects.toMatchObject({ code: 'BAD_INPUT' });
    await expect(findSite(client, 'example.sharepoint.com:/sites/nowhere')).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
  });
});

describe('provisionSite', () => {
  test('has made every list with every column, index and lookup', async () => {
    for (const name of LIST_NAMES) {
      const columns = new Map((await columnsOf(name)).map((column) => [column.name, column]));
      for (const column of Object.values(LISTS[name].columns)) {
        expect([name, columns.get(column.name)]).toEqual([
          name,
          expect.objectContaining({ name: column.name }),
        ]);
        if (column.name !== 'Title')
          expect(columns.get(column.name)).toMatchObject({ indexed: column.indexed });
        if (column.unique) expect(columns.get(column.name)).toMatchObject({ enforceUniqueValues: true });
        if ('target' in column) {
          expect(columns.get(column.name)).toMatchObject({
            lookup: { allowMultipleValues: column.kind === 'lookups' },
          });
        }
      }
    }
  });

  test('goes on where the connection broke, without making anything twice', () => {
    expect(brokenRun).toMatchObject({ code: 'GRAPH', graphCode: 'network' });
    expect(nextRun.problems).toEqual([]);
    expect(
      nextRun.created.filter((what) => what.startsWith('list ')).map((what) => what.split(' with ')[0]),
    ).toEqual(LIST_NAMES.slice(5).map((name) => `list ${name}`));
    expect(nextRun.created).toEqual(expect.arrayContaining(['column Groups.Chair', 'column Owners.Deputy']));
  });

  test('adds a missing column, repairs an index, keeps the rows', async () => {
    const row = await createRow('Engagement log', {
      title: 'Parents’ forum',
      on: '2022-03-05',
      purpose: 'Ask',
    });
    const path = await columnsPath('Engagement log');
    const columns = await columnsOf('Engagement log');
    const idOf = (name: string) => columns.find((column) => column.name === name)?.id;
    await client.delete(`${path}/${idOf('Outcome')}`);
    await client.patch(`${path}/${idOf('On')}`, { indexed: false });
    const reported: string[] = [];
    const report = (kind: string, what: string) => {
      if (kind !== 'unchanged') reported.push(`${kind} ${what}`);
    };
    const result = await provisionSite({ client, siteId: site.id, report });
    expect(result).toMatchObject({
      created: ['column Engagement log.Outcome'],
      repaired: ['column Engagement log.On (indexed)'],
      problems: [],
    });
    expect(reported).toEqual([
      'repaired column Engagement log.On (indexed)',
      'created column Engagement log.Outcome',
    ]);
    expect(await lists.readRow('Engagement log', row.itemId)).toMatchObject({
      values: { title: 'Parents’ forum', on: '2022-03-05', purpose: 'Ask', outcome: null },
    });
  });

  test('adds missing choices and keeps those that people added', async () => {
    const path = await columnsPath('Groups');
    const kind = (await columnsOf('Groups')).find(({ name }) => name === 'Kind');
    const choice = { choices: ['Board', 'Task and finish'], displayAs: 'radioButtons', allowTextEntry: true };
    await client.patch(`${path}/${kind?.id}`, { choice });
    expect(await provisionSite({ client, siteId: site.id })).toMatchObject({
      created: [],
      repaired: ['column Groups.Kind (missing choices added)'],
      problems: [],
    });
    expect((await columnsOf('Groups')).find(({ name }) => name === 'Kind')).toMatchObject({
      choice: {
        choices: ['Board', 'Task and finish', 'Operational', 'Reference'],
        displayAs: 'radioButtons',
        allowTextEntry: true,
      },
    });
  });

  test('reports what SharePoint refuses, in words, and does the rest', async () => {
    const path = await columnsPath('Updates');
    const columns = await columnsOf('Updates');
    const idOf = (name: string) => columns.find((column) => column.name === name)?.id;
    await client.patch(`${path}/${idOf('AnswerId')}`, { enforceUniqueValues: false });
    await client.patch(`${path}/${idOf('ItemId')}`, { indexed: false });
    const twins = [
      await createRow('Updates', { answerId: 'twin' }),
      await createRow('Updates', { answerId: 'twin' }),
    ];
    const result = await provisionSite({ client, siteId: site.id });
    expect(result.repaired).toEqual(['column Updates.ItemId (indexed)']);
    const rows = twins.map(({ itemId }) => itemId).join(' and ');
    expect(result.problems).toEqual([
      `column Updates.AnswerId (made unique): rows ${rows} have the same value, and this column allows each only once. Give all but one of them another value, or delete them, and run this again.`,
    ]);
    await client.delete(`${path.replace('/columns', '/items')}/${twins[1]?.itemId}`);
    expect(await provisionSite({ client, siteId: site.id })).toMatchObject({
      repaired: [expect.stringContaining('Updates.AnswerId')],
      problems: [],
    });
  });

  test('leaves a column of another kind alone and says so', async () => {
    const path = await columnsPath('Priorities');
    const rank = (await columnsOf('Priorities')).find(({ name }) => name === 'Rank');
    await client.delete(`${path}/${rank?.id}`);
    await client.post(path, { name: 'Rank', text: {} });
    const { created, repaired, problems } = await provisionSite({ client, siteId: site.id });
    expect({ created, repaired }).toEqual({ created: [], repaired: [] });
    expect(problems).toEqual([
      expect.stringContaining("column Priorities.Rank is there but can't hold a number"),
    ]);
    const theirs = (await columnsOf('Priorities')).find(({ name }) => name === 'Rank');
    await client.delete(`${path}/${theirs?.id}`);
    expect(await provisionSite({ client, siteId: site.id })).toMatchObject({
      created: ['column Priorities.Rank'],
      problems: [],
    });
  });
});

describe('writing and reading back', () => {
  test('brings a row of every kind of column through, summer and winter dates alike', async () => {
    const theme = await createRow('Themes', { title: 'Schools' });
    const group = await createRow('Groups', {
      title: 'Data',
      kind: 'Operational',
      active: true,
      everyWeeks: 2,
    });
    const reference = await createRow('Groups', { title: 'Parents', kind: 'Reference', active: false });
    const owner = await createRow('Owners', {
      title: 'Data group chair',
      roles: ['Member', 'Chair'],
      groups: [group.itemId, reference.itemId],
      awayFrom: '2022-03-26',
      awayTo: '2022-03-28',
      entraObjectId: '5527c32f-2dc7-5cb5-9cb8-d47f6904aa6e',
    });
    const values = {
      title: 'Publish a needs analysis',
      number: 31,
      fullText: 'Two lines\nof text',
      theme: theme.itemId,
      leadGroup: group.itemId,
      owner: owner.itemId,
      stage: 'In progress',
      scheduleRag: 'Amber',
      confidence: 'Green',
      baselineDue: '2022-03-31',
      forecastDue: '2022-09-30',
      duePrecision: 'Month',
      completedOn: null,
      evidenceUrl: `https://example.sharepoint.com/${'x'.repeat(300)}`,
      priority: 1,
      latestNote: 'Said “on course”',
      latestUpdate: '2022-06-01T09:30:00Z',
    };
    const written = await createRow('Recommendations', values);
    expect(await lists.readRow('Recommendations', written.itemId)).toMatchObject({
      itemId: written.itemId,
      etag: written.etag,
      problems: [],
      values,
    });
    expect((await lists.readRow('Owners', owner.itemId))?.values).toMatchObject({
      roles: ['Member', 'Chair'],
      groups: [group.itemId, reference.itemId],
      awayFrom: '2022-03-26',
      awayTo: '2022-03-28',
    });

    const cleared: WriteOperation = {
      kind: 'update',
      list: 'Owners',
      itemId: owner.itemId,
      etag: owner.etag,
      values: { roles: [], groups: [reference.itemId], awayFrom: null, deputy: owner.itemId },
    };
    const [outcome] = await lists.writeRows([cleared]);
    expect(outcome).toMatchObject({ status: 'written', itemId: owner.itemId });
    const after = await lists.readRow('Owners', owner.itemId);
    expect(after?.values).toMatchObject({
      roles: [],
      groups: [reference.itemId],
      awayFrom: null,
      awayTo: '2022-03-28',
      deputy: owner.itemId,
    });
    // The answer to a write carries the version the next write is made against.
    expect(outcome).toMatchObject({ etag: after?.etag });
  });

  test('tells conflict, duplicate, rejected and gone apart, in one call', async () => {
    const stale = await createRow('Actions', { title: 'Edited by hand' });
    const gone = await createRow('Actions', { title: 'Deleted by hand' });
    const first = await createRow('Updates', {
      title: 'Action 1',
      answerId: "key's/1",
      at: '2022-01-24T10:00:00Z',
    });
    await lists.writeRows([
      {
        kind: 'update',
        list: 'Actions',
        itemId: stale.itemId,
        etag: stale.etag,
        values: { title: 'By hand' },
      },
    ]);
    const items = (await columnsPath('Actions')).replace('/columns', '/items');
    await client.delete(`${items}/${gone.itemId}`);

    const update = (itemId: number, etag: string | null): WriteOperation => ({
      kind: 'update',
      list: 'Actions',
      itemId,
      etag,
      values: { title: 'Ours' },
    });
    const outcomes = await lists.writeRows([
      update(stale.itemId, stale.etag),
      update(gone.itemId, gone.etag),
      { kind: 'create', list: 'Updates', values: { title: 'Action 1', answerId: "key's/1" } },
      { kind: 'create', list: 'Actions', values: { title: 'Points nowhere', owner: 99_999 } },
      { kind: 'create', list: 'Actions', values: { title: 'Fine' } },
    ]);
    expect(outcomes).toMatchObject([
      { status: 'conflict', current: { itemId: stale.itemId, values: { title: 'By hand' } } },
      { status: 'gone' },
      { status: 'duplicate', existing: { itemId: first.itemId, etag: first.etag } },
      { status: 'rejected', httpStatus: 400 },
      { status: 'written' },
    ]);
  });
});

describe('reading changes', () => {
  test('brings every list up to date in one request, then only what changed', async () => {
    const before = client.counters().requests;
    const full = await readEverything(new Map());
    expect(client.counters().requests - before).toBe(1);
    expect([...full.keys()]).toEqual(LIST_NAMES);
    expect([...full.values()].every((page) => page.beginsFull && page.isLast)).toBe(true);

    const made = await createRow('Meetings', {
      title: 'Data, 24 Jan 2022',
      startsAt: '2022-01-24T10:00:00Z',
    });
    const dropped = await createRow('Meetings', { title: 'Never held' });
    await client.delete(`${(await columnsPath('Meetings')).replace('/columns', '/items')}/${dropped.itemId}`);
    const next = await readEverything(new Map([...full].map(([name, { link }]) => [name, link])));
    const changed = [...next].flatMap(([name, { changes }]) =>
      changes.map(({ itemId, values }) => [name, itemId, values?.title ?? null]),
    );
    expect(changed).toEqual(
      expect.arrayContaining([
        ['Meetings', made.itemId, 'Data, 24 Jan 2022'],
        ['Meetings', dropped.itemId, null],
      ]),
    );
    expect(changed).toHaveLength(2);
    expect([...next.values()].some(({ full }) => full)).toBe(false);
  });

  async function readEverything(links: ReadonlyMap<ListName, string>): Promise<Map<ListName, ListPage>> {
    const from = new Map(LIST_NAMES.map((name) => [name, { link: links.get(name) ?? null }]));
    const pages = new Map<ListName, ListPage>();
    const ends = await lists.readPages(from, async (name, page) => void pages.set(name, page));
    expect([...ends.values()].map(({ status }) => status)).toEqual(LIST_NAMES.map(() => 'read'));
    return pages;
  }

  test('finds every column that provisioning made', async () => {
    await lists.checkColumns({ now: Temporal.Instant.from('2022-01-10T09:00:00Z') });
    expect(LIST_NAMES.filter((name) => lists.missingColumns(name).size > 0)).toEqual([]);
  });
});

describe('listChannels', () => {
  test('reads the channels of a team', async () => {
    const [team] = sandbox.directory.teams;
    const channels = await listChannels(client, team?.id ?? '');
    expect(channels.map(({ id, displayName }) => ({ id, name: displayName }))).toEqual(team?.channels);
  });
});
