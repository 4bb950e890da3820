import { afterEach, describe, expect, test } from '@jest/globals';
import type { ListPage, ReadFrom, SiteLists } from '../../graph/site-lists/types.ts';
import { AppError } from '../../plan/errors.ts';
import type { ListName } from '../../plan/glossary.ts';
import { errorBody } from './graph-server.ts';
import { itemsOf, makeItem, SITE_ID, type SiteServer, startSiteServer } from './site-server.ts';

let server: SiteServer | undefined;
afterEach(async () => {
  await server?.stop();
  server = undefined;
});

const THEMES = itemsOf('Themes');
const page = (
  { baseUrl }: { baseUrl: string },
  value: readonly unknown[],
  { next, delta }: { next?: string; delta?: string },
) => ({
  status: 200,
  body: {
    value,
    ...(next && { '@odata.nextLink': `${baseUrl}v1.0${THEMES}/delta?token=${next}` }),
    ...(delta && { '@odata.deltaLink': `${baseUrl}v1.0${THEMES}/delta?token=${delta}` }),
  },
});

/** A site whose list Themes answers each token (or none: '') as given. */
async function serveThemes(
  answer: (token: string, server: { baseUrl: string }) => ReturnType<typeof page> | object | undefined,
): Promise<SiteServer> {
  const self = { baseUrl: '' };
  server = await startSiteServer(({ path, query }) => {
    if (path === '/$batch') return undefined;
    if (path !== `${THEMES}/delta`) return { status: 404, body: errorBody('itemNotFound') };
    return answer(query.get('token') ?? '', self) as { status: number };
  });
  self.baseUrl = server.baseUrl;
  return server;
}

const linkOf = ({ baseUrl }: { baseUrl: string }, token: string): string =>
  `${baseUrl}v1.0${THEMES}/delta?token=${token}`;

describe('readChanges', () => {
  test('reads everything first, page after page, with values, version and who wrote it', async () => {
    const site = await serveThemes((token, self) =>
      token === ''
        ? page(self, [makeItem(1, { Title: 'Schools', SortOrder: 2 })], { next: 'p2' })
        : page(self, [makeItem(2, { Title: 'Careers' }, 5)], { delta: 'd1' }),
    );
    expect(await site.lists.readChanges('Themes', null)).toEqual({
      fullResync: true,
      deltaLink: linkOf(site, 'd1'),
      changes: [
        {
          itemId: 1,
          etag: '"guid-1,1"',
          lastChange: {
            at: '2022-01-10T09:30:05Z',
            entraObjectId: null,
            email: 'data-owner@alp.example',
            byUs: false,
          },
          problems: [],
          values: {
            title: 'Schools',
            sortOrder: 2,
            reviewSaid: null,
            stakeholdersSaid: null,
            progressSoFar: null,
          },
        },
        expect.objectContaining({ itemId: 2, etag: '"guid-2,5"' }),
      ],
    });
    expect(site.parts[0]?.query.get('$expand')).toBe('fields');
  });

  test('then reads only what changed; deletions in either spelling; the last of one row counts', async () => {
    const site = await serveThemes((_token, self) =>
      page(
        self,
        [
          makeItem(1, { Title: 'First' }, 2),
          { id: '2', contentType: { id: '0x01' }, deleted: { state: 'deleted' } },
          { id: '3', '@removed': { reason: 'deleted' } },
          { error: { code: 'InternalServerError', message: 'Cannot write a deleted resource' } },
          { ...makeItem(4, { Title: 'A folder' }), contentType: { id: '0x01200012', name: 'Folder' } },
          makeItem(5, { Title: 'Written, then deleted' }),
          makeItem(1, { Title: 'Second' }, 3),
          { id: '5', deleted: { state: 'deleted' } },
        ],
        { delta: 'd2' },
      ),
    );
    const { changes, fullResync } = await site.lists.readChanges('Themes', linkOf(site, 'd1'));
    expect(fullResync).toBe(false);
    expect(changes.map(({ itemId, etag, values }) => [itemId, etag, values?.title ?? null])).toEqual([
      [1, '"guid-1,3"', 'Second'],
      [2, null, null],
      [3, null, null],
      [5, null, null],
    ]);
    expect(changes.map(({ values }) => values === null)).toEqual([false, true, true, true]);
  });

  test('starts over where 410 says to, and forgets what it had read', async () => {
    const site = await serveThemes((token, self) => {
      if (token === 'old') return page(self, [makeItem(9, { Title: 'Half a page' })], { next: 'too-old' });
      if (token === 'too-old') {
        const Location = linkOf(self, 'fresh');
        return { status: 410, headers: { Location }, body: errorBody('resyncChangesApplyDifferences') };
      }
      return page(self, [makeItem(1, { Title: token }), { id: '7', deleted: {} }], { delta: 'd3' });
    });
    const { changes, fullResync } = await site.lists.readChanges('Themes', linkOf(site, 'old'));
    expect(fullResync).toBe(true);
    expect(changes.map(({ itemId, values }) => [itemId, values?.title])).toEqual([[1, 'fresh']]);
  });

  test.each([
    ['410 without a place to go on', { status: 410, body: errorBody('resyncRequired') }],
    ['a link that is no longer understood', { status: 400, body: errorBody('invalidRequest') }],
    [
      '410 that points to somewhere else',
      { status: 410, headers: { Location: 'https://elsewhere.example/v1.0/x' }, body: errorBody('resync') },
    ],
  ])('starts over from the beginning after %s', async (_what, answer) => {
    const site = await serveThemes((token, self) =>
      token === 'old' ? answer : page(self, [makeItem(1, { Title: 'All' })], { delta: 'd' }),
    );
    const result = await site.lists.readChanges('Themes', linkOf(site, 'old'));
    expect(result).toMatchObject({
      fullResync: true,
      changes: [{ itemId: 1 }],
      deltaLink: linkOf(site, 'd'),
    });
  });

  test('starts over when the link is of another address, and never asks there', async () => {
    const site = await serveThemes((_token, self) => page(self, [], { delta: 'd' }));
    const link = 'https://localhost:1/v1.0/sites/s/lists/l/items/delta?token=x';
    expect(await site.lists.readChanges('Themes', link)).toMatchObject({ fullResync: true, changes: [] });
  });

  test('does not start over for ever', async () => {
    const site = await serveThemes(() => ({ status: 410, body: errorBody('resyncRequired') }));
    await expect(site.lists.readChanges('Themes', linkOf(site, 'old'))).rejects.toMatchObject({
      code: 'GRAPH',
      status: 410,
    });
    expect(site.parts).toHaveLength(3);
  });

  test('finds a list again that was deleted and made anew', async () => {
    server = await startSiteServer(({ path }) => {
      if (path === '/$batch') return undefined;
      if (!path.includes('/lists/new-id/')) return { status: 404, body: errorBody('itemNotFound') };
      return {
        status: 200,
        body: { value: [makeItem(1, { Title: 'New' })], '@odata.deltaLink': 'https://x/d' },
      };
    });
    server.ids.set('Themes', 'new-id');
    const result = await server.lists.readChanges('Themes', linkOf(server, 'old'));
    expect(result).toMatchObject({ fullResync: true, changes: [{ itemId: 1 }] });
  });

  test('says what to do when the site has no such list', async () => {
    const site = await serveThemes(() => ({ status: 404, body: errorBody('itemNotFound') }));
    site.ids.delete('Themes');
    await expect(site.lists.readChanges('Themes', null)).rejects.toMatchObject({
      code: 'BAD_CONFIG',
      message: expect.stringContaining('npm run provision'),
    });
  });

  test('finds a list that was made after it was looked for', async () => {
    const site = await serveThemes((_token, self) => page(self, [makeItem(1, {})], { delta: 'd' }));
    site.ids.delete('Themes');
    const late = await site.reopen();
    site.ids.set('Themes', 'id-Themes');
    expect(await late.readChanges('Themes', null)).toMatchObject({ changes: [{ itemId: 1 }] });
  });

  test.each([
    ['rows without their values', { value: [{ id: '1' }], '@odata.deltaLink': 'https://x/d' }],
    ['no link to go on from', { value: [] }],
    ['something else', { values: 'none' }],
    ['half a page', '{"value":[{"id":"1","fie'],
    ['a page of a proxy', '<html>Service unavailable</html>'],
  ])('refuses an answer with %s rather than taking it for empty', async (_what, body) => {
    const site = await serveThemes(() => ({ status: 200, body }));
    await expect(site.lists.readChanges('Themes', null)).rejects.toMatchObject({ code: 'GRAPH' });
  });

  test.each([
    ['itself', ['a', 'a']],
    ['a page before it', ['a', 'b', 'c', 'a']],
  ])('does not follow a page that leads to %s', async (_what, tokens) => {
    let asked = 0;
    const site = await serveThemes((_token, self) => page(self, [], { next: tokens[asked++] ?? 'on' }));
    await expect(site.lists.readChanges('Themes', linkOf(site, 'start'))).rejects.toMatchObject({
      code: 'GRAPH',
      message: expect.stringContaining('never end'),
    });
    expect(asked).toBe(tokens.length);
  });
});

/** Everything `readPages` gave of Themes, and how it ended. */
async function pagesOf(lists: SiteLists, from: ReadFrom) {
  const pages: ListPage[] = [];
  const take = async (_list: ListName, one: ListPage) => void pages.push(one);
  const ends = await lists.readPages(new Map([['Themes', from]]), take);
  return { pages, end: ends.get('Themes') };
}

describe('readPages', () => {
  test('asks for every list in one request, and one that fails stops no other', async () => {
    const self = { baseUrl: '' };
    server = await startSiteServer(({ path }) => {
      if (path === '/$batch') return undefined;
      if (path === `${itemsOf('Groups')}/delta`) return { status: 403, body: errorBody('accessDenied') };
      const deltaLink = `${self.baseUrl}v1.0${path}?token=next`;
      return { status: 200, body: { value: [makeItem(1, { Title: path })], '@odata.deltaLink': deltaLink } };
    });
    self.baseUrl = server.baseUrl;
    const before = server.requests.length;
    const taken = new Map<ListName, ListPage>();
    const results = await server.lists.readPages(
      new Map<ListName, ReadFrom>([
        ['Themes', { link: `${server.baseUrl}v1.0${THEMES}/delta?token=t` }],
        ['Groups', { link: `${server.baseUrl}v1.0${itemsOf('Groups')}/delta?token=t` }],
        ['Owners', { link: null }],
      ]),
      async (list, one) => void taken.set(list, one),
    );
    expect(server.requests.length - before).toBe(1);
    expect([...results.keys()]).toEqual(['Themes', 'Groups', 'Owners']);
    expect(taken.get('Themes')).toMatchObject({ full: false, isLast: true, changes: [{ itemId: 1 }] });
    expect(taken.get('Owners')).toMatchObject({ full: true, beginsFull: true, listId: 'id-Owners' });
    expect(results.get('Themes')).toEqual({ status: 'read' });
    expect(results.get('Groups')).toMatchObject({
      status: 'failed',
      error: { code: 'GRAPH', status: 403, graphCode: 'accessDenied' },
    });
    expect(server.client.client.counters().byKind.delta).toEqual({ calls: 3, resourceUnits: 4 });
  });

  test.each([404, 403, 429, 503])(
    'a list that answers %s leaves the others alone, page after page',
    async (status) => {
      server = await startSiteServer(({ path, query }) => {
        if (path === '/$batch') return undefined;
        if (path === `${itemsOf('Groups')}/delta`) return { status, body: errorBody('whatever') };
        const next = Number(query.get('token') ?? 0) + 1;
        const link = `${server?.baseUrl}v1.0${path}?token=${next}`;
        const value = [makeItem(next, {})];
        return { status: 200, body: { value, [next < 3 ? '@odata.nextLink' : '@odata.deltaLink']: link } };
      });
      const taken: number[] = [];
      const results = await server.lists.readPages(
        new Map<ListName, ReadFrom>([
          ['Groups', { link: null }],
          ['Themes', { link: null }],
        ]),
        async (_list, { changes }) => void taken.push(...changes.map(({ itemId }) => itemId)),
      );
      expect(taken).toEqual([1, 2, 3]);
      expect(results.get('Groups')).toMatchObject({ status: 'failed' });
      expect(results.get('Themes')).toEqual({ status: 'read' });
    },
  );

  test('fails list by list, without throwing, when Graph is out of reach', async () => {
    server = await startSiteServer(() => undefined);
    await server.stop();
    expect((await pagesOf(server.lists, { link: null })).end).toMatchObject({
      status: 'failed',
      error: { graphCode: 'network' },
    });
  });

  test('gives each page before the next is asked for, and of a row what stands last', async () => {
    const site = await serveThemes((token, self) =>
      token === 'd1'
        ? page(self, [makeItem(1, {}, 1), makeItem(1, {}, 2), { id: '2', deleted: {} }], { next: 'p2' })
        : page(self, [makeItem(2, {}, 7), makeItem(1, {}, 3)], { delta: 'd2' }),
    );
    const { pages, end } = await pagesOf(site.lists, { link: linkOf(site, 'd1') });
    expect(end).toEqual({ status: 'read' });
    expect(pages.map(({ changes }) => changes.map(({ itemId, etag }) => [itemId, etag]))).toEqual([
      [
        [1, '"guid-1,2"'],
        [2, null],
      ],
      [
        [2, '"guid-2,7"'],
        [1, '"guid-1,3"'],
      ],
    ]);
    expect(pages.map(({ link, isLast, full }) => [link, isLast, full])).toEqual([
      [linkOf(site, 'p2'), false, false],
      [linkOf(site, 'd2'), true, false],
    ]);
  });

  test('counts entries that are errors, and takes the rows beside them', async () => {
    const error = { error: { code: 'InternalServerError', message: 'Cannot write a deleted resource' } };
    const site = await serveThemes((_token, self) =>
      page(self, [error, makeItem(1, {}), 'nonsense', { id: 'seven' }], { delta: 'd' }),
    );
    const { pages } = await pagesOf(site.lists, { link: linkOf(site, 'd1') });
    expect(pages).toMatchObject([{ faultCount: 3, changes: [{ itemId: 1 }], isLast: true }]);
  });

  test('says where a reading of everything begins, also one that 410 begins half-way through another', async () => {
    const site = await serveThemes((token, self) => {
      if (token === 'too-old') {
        const Location = linkOf(self, 'fresh');
        return { status: 410, headers: { Location }, body: errorBody('resyncChangesApplyDifferences') };
      }
      if (token === 'fresh') return page(self, [makeItem(1, {})], { next: 'p2' });
      return token === 'p2'
        ? page(self, [makeItem(2, {})], { delta: 'd' })
        : page(self, [makeItem(9, {})], { next: 'too-old' });
    });
    const { pages } = await pagesOf(site.lists, { link: linkOf(site, 'old') });
    expect(pages.map(({ full, beginsFull, isLast }) => [full, beginsFull, isLast])).toEqual([
      [false, false, false],
      [true, true, false],
      [true, false, true],
    ]);
    const goneOn = await pagesOf(site.lists, { link: linkOf(site, 'p2'), full: true });
    expect(goneOn.pages).toMatchObject([{ full: true, beginsFull: false, isLast: true }]);
  });

  test('stops a list that cannot be taken over, and no other', async () => {
    const site = await serveThemes((_token, self) => page(self, [], { delta: 'd' }));
    const refuse = async () => {
      throw new AppError({ code: 'GRAPH', message: 'not now' });
    };
    const ends = await site.lists.readPages(new Map([['Themes', { link: null }]]), refuse);
    expect(ends.get('Themes')).toMatchObject({ status: 'failed', error: { message: 'not now' } });
    const crash = async () => {
      throw new Error('a fault of our own');
    };
    await expect(site.lists.readPages(new Map([['Themes', { link: null }]]), crash)).rejects.toThrow(
      'our own',
    );
  });

  test('does not go on with a list that was made anew, and reads nothing of it', async () => {
    const site = await serveThemes(() => ({ status: 404, body: errorBody('itemNotFound') }));
    site.ids.set('Themes', 'new-id');
    const { pages, end } = await pagesOf(site.lists, { link: linkOf(site, 'old'), listId: 'id-Themes' });
    expect(end).toEqual({ status: 'replaced', listId: 'new-id' });
    expect(pages).toEqual([]);
    expect(site.parts.map(({ path }) => path)).toEqual([`${THEMES}/delta`]);
  });
});

describe('readRow and links', () => {
  test('reads one row; null when there is none', async () => {
    server = await startSiteServer(({ path }) =>
      path === `${THEMES}/3`
        ? { status: 200, body: { ...makeItem(3, { Title: 'Joint working' }), eTag: 'guid-3,1' } }
        : { status: 404, body: errorBody('itemNotFound') },
    );
    expect(await server.lists.readRow('Themes', 3)).toMatchObject({
      itemId: 3,
      // Some answers leave the quotes out; a condition needs them.
      etag: '"guid-3,1"',
      values: { title: 'Joint working' },
    });
    expect(await server.lists.readRow('Themes', 4)).toBeNull();
  });

  test('give the pages people open', async () => {
    server = await startSiteServer(() => undefined);
    const base = 'https://example.sharepoint.com/sites/alp-improvement/Lists';
    expect(server.lists.listUrl('Board reports')).toBe(`${base}/Board%20reports`);
    expect(server.lists.rowUrl('Themes', 3)).toBe(`${base}/Themes/DispForm.aspx?ID=3`);
    expect(server.requests[0]?.path).toBe(`/sites/${SITE_ID}/lists`);
    expect(server.requests).toHaveLength(1);
  });
});
