import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { GraphClient } from '../../graph/client.ts';
import { LISTS } from '../../graph/lists/index.ts';
import { provisionSite } from '../../graph/provision.ts';
import { openSiteLists } from '../../graph/site-lists.ts';
import { LIST_NAMES } from '../../plan/glossary.ts';
import { startSite, type TestSite } from './start-site.ts';

let site: TestSite;
let client: GraphClient;
beforeAll(async () => {
  site = await startSite();
});
afterAll(() => site.graph.stop());
beforeEach(() => {
  site.reset();
  client = site.clientOf('setup');
});

const provision = (over: GraphClient = client) => provisionSite({ client: over, siteId: site.siteId });
const columnId = async (list: string, name: string): Promise<string> => {
  const { value } = (await client.get(`${site.listPath(list)}/columns`)) as {
    value: { id: string; name: string }[];
  };
  return value.find((column) => column.name === name)?.id ?? 'none';
};
const addRow = async (list: string, fields: object): Promise<string> =>
  ((await client.post(`${site.listPath(list)}/items`, { fields })) as { id: string }).id;

/** The network, breaking at one request in a way of its own. */
type Break = (send: () => Promise<Response>, number: number) => Promise<Response>;
const refused = (status: number, headers: Record<string, string> = {}) =>
  Promise.resolve(new Response('{"error":{"code":"x","message":"x"}}', { status, headers }));
/** Ways in which a request takes no effect. */
const REFUSALS: readonly (() => Promise<Response>)[] = [
  () => Promise.reject(new TypeError('fetch failed')),
  () => refused(429, { 'Retry-After': '600' }),
  () => refused(503),
  () => refused(500),
];
const BREAKS: Readonly<Record<string, Break>> = {
  'a request that takes no effect, each in its turn for a reason of its own': (_send, number) =>
    REFUSALS[number % REFUSALS.length]?.() ?? refused(500),
  'a connection that breaks after the write took effect': async (send) => {
    await send();
    throw new TypeError('fetch failed');
  },
  'a 500 to each part of a batch, though all took effect': async (send) => {
    const answer = await send();
    const body = (await answer.json()) as { responses?: readonly { id: string }[] };
    if (body.responses === undefined) return refused(500);
    const responses = body.responses.map(({ id }) => ({ id, status: 500, body: { error: { code: 'x' } } }));
    return Response.json({ responses });
  },
};

/** A set-up client whose request of this number, the first being 0, is broken. */
function brokenAt(
  number: number,
  how: Break,
): { readonly broken: GraphClient; readonly wasBroken: () => boolean } {
  let count = 0;
  const send: typeof fetch = (input, init) =>
    count++ === number ? how(() => fetch(input, init), number) : fetch(input, init);
  return { broken: site.clientOf('setup', send), wasBroken: () => count > number };
}

describe('a run that breaks off', () => {
  test.each(Object.entries(BREAKS))(
    'at any request, by %s, is finished by the next one: the same lists and columns, nothing twice',
    async (_name, how) => {
      await provision();
      const whole = site.readSchema();
      expect(whole.map((list) => (list as { title: string }).title).sort()).toEqual([...LIST_NAMES].sort());
      for (let number = 0; ; number++) {
        site.reset();
        const { broken, wasBroken } = brokenAt(number, how);
        await provision(broken).catch(() => null);
        if (!wasBroken()) break;
        expect((await provision()).problems).toEqual([]);
        expect(site.readSchema()).toEqual(whole);
      }
    },
    180_000,
  );
});

describe('a run where everything is in place', () => {
  test('writes nothing', async () => {
    await provision();
    site.graph.world.requests.clear();
    const result = await provision();
    const columns = Object.values(LISTS).flatMap((list) => Object.keys(list.columns).slice(1));
    expect(result).toEqual({
      created: [],
      repaired: [],
      unchanged: columns.length,
      told: [],
      problems: [],
      requests: 2,
      resourceUnits: 2 + 2 * LIST_NAMES.length,
    });
    expect(site.writes()).toEqual([]);
    expect(site.graph.world.requests.read().filter(({ area }) => area === 'graph')).toHaveLength(2);
  });

  test('costs what it says', async () => {
    const first = await provision();
    const logged = site.graph.world.requests.read().filter(({ area }) => area === 'graph');
    expect(first.requests).toBe(logged.length);
    expect(first.resourceUnits).toBe(logged.reduce((sum, { resourceUnits = 0 }) => sum + resourceUnits, 0));
    expect(first.requests).toBeLessThanOrEqual(1 + LIST_NAMES.length + 1 + 8);
  });
});

describe('a check', () => {
  test('says all that a run would do, and writes nothing', async () => {
    const check = await provisionSite({ client, siteId: site.siteId, apply: false });
    expect(site.writes()).toEqual([]);
    expect(site.readSchema()).toEqual([]);
    const { created } = await provision();
    expect([...check.created].sort()).toEqual([...created].sort());
    expect(check.created.length).toBeGreaterThan(LIST_NAMES.length);
  });

  test('of a list that lost a column and an index names both', async () => {
    await provision();
    await client.delete(`${site.listPath('Actions')}/columns/${await columnId('Actions', 'Details')}`);
    await client.patch(`${site.listPath('Actions')}/columns/${await columnId('Actions', 'Stage')}`, {
      indexed: false,
    });
    const before = site.readSchema();
    expect(await provisionSite({ client, siteId: site.siteId, apply: false })).toMatchObject({
      created: ['column Actions.Details'],
      repaired: ['column Actions.Stage (indexed)'],
      problems: [],
    });
    expect(site.readSchema()).toEqual(before);
  });
});

describe('a list that was renamed', () => {
  test('goes on being used, by provisioning and by running, and is said so', async () => {
    await provision();
    const row = await addRow('Recommendations', { Title: 'First', Number: 1 });
    site.renameList('Recommendations', 'Recs of 2022');
    const { created, problems, told } = await provision();
    expect({ created, problems }).toEqual({ created: [], problems: [] });
    expect(told).toEqual([
      'list Recommendations is called “Recs of 2022” now; Milepost goes on using it. Rename it back for views and flows that expect the name.',
    ]);
    const lists = await openSiteLists({ client, siteId: site.siteId, timeZone: 'Europe/London' });
    expect(await lists.readRow('Recommendations', Number(row))).toMatchObject({ values: { title: 'First' } });
  });

  test('whose title somebody gave to a list of their own is still the one', async () => {
    await provision();
    site.renameList('Actions', 'To do');
    await client.post(`/sites/${site.siteId}/lists`, {
      displayName: 'Actions',
      list: { template: 'genericList' },
    });
    expect(await provision()).toMatchObject({
      created: [],
      problems: [],
      told: [expect.stringContaining('“To do”')],
    });
    const lists = await openSiteLists({ client, siteId: site.siteId, timeZone: 'Europe/London' });
    expect(lists.listUrl('Actions')).toMatch(/\/Lists\/Actions$/);
  });

  test('and copied under its old title is told about', async () => {
    await provision();
    site.renameList('Priorities', 'Priorities of 2021');
    const columns = Object.values(LISTS.Priorities.columns)
      .filter(({ name }) => name !== 'Title')
      .map(({ name }) => ({ name, text: {} }));
    await client.post(`/sites/${site.siteId}/lists`, { displayName: 'Priorities', columns, list: {} });
    const { problems } = await provision();
    expect(problems).toEqual([
      expect.stringContaining('list Priorities: there are two, “Priorities of 2021” and “Priorities”.'),
    ]);
  });
});

describe('a list of somebody else’s under one of our titles', () => {
  const theirs = (columns: readonly object[]) =>
    client.post(`/sites/${site.siteId}/lists`, { displayName: 'Actions', columns, list: {} });

  test('is left alone when its columns say otherwise, with what to do; the rest is made', async () => {
    await theirs([
      { name: 'Stage', number: {} },
      { name: 'Pages', number: {} },
    ]);
    const { problems, created } = await provision();
    expect(problems).toEqual([
      expect.stringContaining("list Actions is somebody else's: its column “Stage”"),
    ]);
    expect(problems[0]).toContain('Rename that list, and run this again');
    expect(created.filter((what) => what.startsWith('list '))).toHaveLength(LIST_NAMES.length - 1);
    site.renameList('Actions', 'Reading list');
    expect(await provision()).toMatchObject({
      created: expect.arrayContaining([expect.stringContaining('list Actions with')]),
      problems: [],
    });
    expect(await provision()).toMatchObject({ created: [], problems: [] });
  });

  test('is taken over when nothing in it contradicts', async () => {
    await theirs([{ name: 'Pages', number: {} }]);
    const { problems, created } = await provision();
    expect(problems).toEqual([]);
    expect(created).toContain('column Actions.Stage');
  });
});

describe('a column', () => {
  test('that was deleted is made again, indexes and all', async () => {
    await provision();
    const whole = site.readSchema();
    for (const name of ['Stage', 'Owner', 'Details'])
      await client.delete(`${site.listPath('Actions')}/columns/${await columnId('Actions', name)}`);
    const { created } = await provision();
    expect([...created].sort()).toEqual([
      'column Actions.Details',
      'column Actions.Owner',
      'column Actions.Stage',
    ]);
    expect(site.readSchema()).toEqual(whole);
  });

  test('keeps the name people gave it', async () => {
    await provision();
    await client.patch(`${site.listPath('Actions')}/columns/${await columnId('Actions', 'Stage')}`, {
      displayName: 'Where it stands',
    });
    expect(await provision()).toMatchObject({ created: [], repaired: [], told: [], problems: [] });
    expect(JSON.stringify(site.readSchema())).toContain('Where it stands');
  });

  test('that somebody made again under another inner name is told about', async () => {
    await provision();
    const path = `${site.listPath('Actions')}/columns`;
    await client.delete(`${path}/${await columnId('Actions', 'Stage')}`);
    await client.post(path, { name: 'Stage0', displayName: 'Stage', text: {} });
    const { created, told } = await provision();
    expect(created).toEqual(['column Actions.Stage']);
    expect(told).toEqual([expect.stringContaining('column Actions.Stage: “Stage0” looks like it')]);
  });

  test('whose list was deleted and made anew is told about, and nothing is deleted', async () => {
    await provision();
    await addRow('Actions', { Title: 'Kept' });
    site.deleteList('Measures');
    const run = await provision();
    expect(run.created.filter((what) => what.startsWith('list '))).toEqual([
      expect.stringContaining('list Measures with'),
    ]);
    expect(run.problems).toEqual([
      "column Readings.Measure looks into a list that was deleted. Delete the new, still empty list Measures, restore the old one from the site's recycle bin, and run this again. If it is gone for good, delete this column and run this again: Milepost makes it anew, empty.",
    ]);
    expect(site.writes().filter((write) => write.startsWith('DELETE'))).toEqual([]);
    expect((await provision()).problems).toEqual([
      expect.stringContaining("Restore the old Measures from the site's recycle bin"),
    ]);
    await client.delete(`${site.listPath('Readings')}/columns/${await columnId('Readings', 'Measure')}`);
    expect(await provision()).toMatchObject({ created: ['column Readings.Measure'], problems: [] });
  });

  test('gets no index where the list has twenty, and is made all the same', async () => {
    await provision();
    const path = `${site.listPath('Owners')}/columns`;
    await client.delete(`${path}/${await columnId('Owners', 'Email')}`);
    const taken = async () => {
      const { value } = (await client.get(path)) as { value: { indexed: boolean }[] };
      return value.filter(({ indexed }) => indexed).length;
    };
    for (let number = await taken(); number < 20; number++)
      await client.post(path, { name: `Own${number}`, number: {}, indexed: true });
    const { problems, created } = await provision();
    expect(created).toEqual(['column Owners.Email']);
    const full =
      'column Owners.Email: the list has 20 indexes already, and SharePoint allows no more. Remove one';
    expect(problems).toEqual([expect.stringContaining(full)]);
    expect((await provision()).problems).toEqual([expect.stringContaining(full)]);
  });

  test('to be indexed in a large list is told about before it is tried', async () => {
    await provision();
    const path = site.listPath('Actions');
    const id = path.split('/').at(-1) ?? '';
    const insert = site.graph.world.db.prepare(
      `insert into graph_item (list_id, id, guid, version, fields, created_at, modified_at, created_by, modified_by)
       values (?, ?, ?, 1, '{}', '2022-01-01T00:00:00Z', '2022-01-01T00:00:00Z', '{}', '{}')`,
    );
    for (let number = 1; number <= 5_001; number++) insert.run(id, number, String(number));
    await client.patch(`${path}/columns/${await columnId('Actions', 'Stage')}`, { indexed: false });
    expect(await provision()).toMatchObject({
      repaired: ['column Actions.Stage (indexed)'],
      told: ['list Actions has more than 5,000 rows, so SharePoint may refuse it a new index.'],
    });
  });
});

describe('an identity', () => {
  test('that runs Milepost cannot make or change lists and columns', async () => {
    const running = site.clientOf('running');
    await expect(provision(running)).rejects.toMatchObject({ status: 403, graphCode: 'accessDenied' });
    await provision();
    await client.delete(`${site.listPath('Actions')}/columns/${await columnId('Actions', 'Details')}`);
    await expect(provision(running)).rejects.toMatchObject({ status: 403 });
  });

  test('that runs Milepost finds nothing to do, and is refused nothing, where all is in place', async () => {
    await provision();
    expect(await provision(site.clientOf('running'))).toMatchObject({ created: [], problems: [] });
  });
});
