import { afterEach, describe, expect, test } from '@jest/globals';
import type { WriteOperation, WriteOutcome } from '../../graph/site-lists.ts';
import { type Answer, errorBody, type Seen } from './graph-server.ts';
import { itemsOf, makeItem, type SiteServer, startSiteServer } from './site-server.ts';

let server: SiteServer | undefined;
afterEach(async () => {
  await server?.stop();
  server = undefined;
});

const create = (answerId: string | null = 'a-1'): WriteOperation => ({
  kind: 'create',
  list: 'Updates',
  values: { title: 'Recommendation 3', itemNumber: 3, answerId, note: null },
});
const createAction: WriteOperation = { kind: 'create', list: 'Actions', values: { title: 'Ask Finance' } };
const update: WriteOperation = {
  kind: 'update',
  list: 'Recommendations',
  itemId: 3,
  etag: '"guid-3,1"',
  values: { stage: 'In progress', latestNote: null },
};

const isBatch = ({ path }: Seen) => path === '/$batch';
const isFind = ({ method, query }: Seen) => method === 'GET' && query.has('$filter');

/** Writes one operation against a server that answers the write itself with `answer`, and lookups as given. */
async function writeOne(
  operation: WriteOperation,
  answer: Answer,
  { found = [], row }: { found?: readonly unknown[]; row?: Answer } = {},
): Promise<WriteOutcome | undefined> {
  server = await startSiteServer(
    (seen) => {
      if (isBatch(seen)) return undefined;
      if (isFind(seen)) return { status: 200, body: { value: found } };
      return seen.method === 'GET' ? (row ?? { status: 404, body: errorBody('itemNotFound') }) : answer;
    },
    { retryLimits: { maxTries: 2, maxTotalWaitMs: 5000 } },
  );
  const [outcome] = await server.lists.writeRows([operation]);
  return outcome;
}

describe('writeRows', () => {
  test('creates and updates in one request, and answers each with its id and new version', async () => {
    server = await startSiteServer((seen) => {
      if (isBatch(seen)) return undefined;
      if (seen.method === 'POST') return { status: 201, body: makeItem(41, {}, 1) };
      return { status: 200, body: makeItem(3, {}, 2) };
    });
    const outcomes = await server.lists.writeRows([create(), update]);
    expect(outcomes).toEqual([
      { status: 'written', itemId: 41, etag: '"guid-41,1"' },
      { status: 'written', itemId: 3, etag: '"guid-3,2"' },
    ]);
    expect(server.requests.filter(isBatch)).toHaveLength(1);
    expect(
      server.parts.map(({ method, path, headers, body }) => [method, path, headers['if-match'], body]),
    ).toEqual([
      [
        'POST',
        itemsOf('Updates'),
        undefined,
        { fields: { Title: 'Recommendation 3', ItemId: 3, AnswerId: 'a-1' } },
      ],
      [
        'PATCH',
        `${itemsOf('Recommendations')}/3`,
        '"guid-3,1"',
        { fields: { Stage: 'In progress', LatestNote: null } },
      ],
    ]);
  });

  test('writes over whatever stands there when no version is given', async () => {
    expect(
      await writeOne({ ...update, etag: null } as WriteOperation, { status: 200, body: makeItem(3, {}, 9) }),
    ).toEqual({ status: 'written', itemId: 3, etag: '"guid-3,9"' });
    expect(server?.parts[0]?.headers['if-match']).toBeUndefined();
  });

  test('keeps the order of outcomes over several batches, each operation for itself', async () => {
    server = await startSiteServer((seen) => {
      if (isBatch(seen)) return undefined;
      const { fields } = seen.body as { fields: { Title: string } };
      if (fields.Title === 'row 7')
        return { status: 400, body: errorBody('invalidRequest', 'of ann@x.example') };
      return { status: 201, body: makeItem(Number(fields.Title.split(' ')[1]) + 100, {}) };
    });
    const outcomes = await server.lists.writeRows(
      Array.from({ length: 45 }, (_, index) => ({
        kind: 'create' as const,
        list: 'Actions' as const,
        values: { title: `row ${index}` },
      })),
    );
    expect(server.requests.filter(isBatch)).toHaveLength(3);
    expect(outcomes[7]).toEqual({
      status: 'rejected',
      httpStatus: 400,
      code: 'invalidRequest',
      message: 'of [address]',
    });
    expect(outcomes.filter(({ status }) => status === 'written')).toHaveLength(44);
    expect(outcomes[44]).toMatchObject({ itemId: 144 });
  });

  test('refuses two operations on one row, and values that do not fit, before anything is written', async () => {
    server = await startSiteServer(() => undefined);
    const before = server.requests.length;
    await expect(server.lists.writeRows([update, createAction, update])).rejects.toMatchObject({
      code: 'BAD_INPUT',
      details: { list: 'Recommendations', itemId: 3 },
    });
    const tooLong: WriteOperation = { kind: 'create', list: 'Actions', values: { title: 'x'.repeat(256) } };
    await expect(server.lists.writeRows([createAction, tooLong])).rejects.toMatchObject({
      code: 'BAD_INPUT',
    });
    expect(server.requests.length).toBe(before);
  });

  test('of nothing asks nothing', async () => {
    server = await startSiteServer(() => undefined);
    expect(await server.lists.writeRows([])).toEqual([]);
    expect(server.requests).toHaveLength(1);
  });
});

describe('an update somebody was faster than', () => {
  test.each([412, 409])('(%i) is a conflict, with the row as it now stands', async (status) => {
    const row = { status: 200, body: makeItem(3, { Title: 'Theirs', Stage: 'Complete' }, 4) };
    expect(await writeOne(update, { status, body: errorBody('resourceModified') }, { row })).toMatchObject({
      status: 'conflict',
      current: {
        itemId: 3,
        etag: '"guid-3,4"',
        lastChange: { email: 'data-owner@alp.example', byUs: false },
        values: { title: 'Theirs', stage: 'Complete' },
      },
    });
  });

  test('is a conflict even when the row cannot be read just now', async () => {
    const row = { status: 403, body: errorBody('accessDenied') };
    expect(await writeOne(update, { status: 412, body: errorBody('resourceModified') }, { row })).toEqual({
      status: 'conflict',
      current: null,
    });
  });

  test('is gone when the row was deleted, before or meanwhile', async () => {
    expect(await writeOne(update, { status: 412, body: errorBody('resourceModified') })).toEqual({
      status: 'gone',
    });
    await server?.stop();
    expect(await writeOne(update, { status: 404, body: errorBody('itemNotFound') })).toEqual({
      status: 'gone',
    });
  });
});

describe('a unique value that is taken', () => {
  test.each([
    [409, 'nameAlreadyExists'],
    [400, 'invalidRequest'],
  ])('(%i %s) is a duplicate, with the row that has it', async (status, code) => {
    const found = [makeItem(17, { AnswerId: "it's" }, 2)];
    expect(await writeOne(create("it's"), { status, body: errorBody(code) }, { found })).toMatchObject({
      status: 'duplicate',
      existing: { itemId: 17, etag: '"guid-17,2"', values: { answerId: "it's", note: null } },
    });
    const query = server?.parts.find(isFind)?.query;
    expect(query?.get('$filter')).toBe("fields/AnswerId eq 'it''s'");
  });

  test('is Milepost’s own name of the row, in lists that people fill too', async () => {
    const operation: WriteOperation = {
      kind: 'create',
      list: 'Meetings',
      values: { title: 'SEND', entryKey: 'send@2022-01-24' },
    };
    const found = [makeItem(9, { EntryKey: 'send@2022-01-24' })];
    const refusal = { status: 400, body: errorBody('invalidRequest') };
    expect(await writeOne(operation, refusal, { found })).toMatchObject({ existing: { itemId: 9 } });
    expect(server?.parts.find(isFind)?.query.get('$filter')).toBe("fields/EntryKey eq 'send@2022-01-24'");
  });

  test('is looked for as a number where it is one', async () => {
    const operation: WriteOperation = { kind: 'create', list: 'Recommendations', values: { number: 31 } };
    await writeOne(operation, { status: 409, body: errorBody('nameAlreadyExists') });
    expect(server?.parts.find(isFind)?.query.get('$filter')).toBe('fields/Number eq 31');
  });

  test('is told from a write that is wrong in another way', async () => {
    expect(await writeOne(create(), { status: 400, body: errorBody('invalidRequest') })).toMatchObject({
      status: 'rejected',
      httpStatus: 400,
    });
    await server?.stop();
    expect(await writeOne(create(), { status: 409, body: errorBody('nameAlreadyExists') })).toEqual({
      status: 'duplicate',
      existing: null,
    });
  });

  test('of another row stops an update; the row itself does not', async () => {
    const renumber = { ...update, values: { number: 4 } } as WriteOperation;
    const refusal = { status: 400, body: errorBody('invalidRequest') };
    expect(await writeOne(renumber, refusal, { found: [makeItem(4, {})] })).toMatchObject({
      status: 'duplicate',
      existing: { itemId: 4 },
    });
    await server?.stop();
    expect(await writeOne(renumber, refusal, { found: [makeItem(3, {})] })).toMatchObject({
      status: 'rejected',
    });
  });
});

describe('a write whose answer was lost', () => {
  const lost = { status: 500, body: errorBody('generalException') };

  test('is found by its unique value when it was made after all', async () => {
    expect(await writeOne(create(), lost, { found: [makeItem(18, {})] })).toMatchObject({
      status: 'duplicate',
      existing: { itemId: 18 },
    });
    expect(server?.parts.filter(({ method }) => method === 'POST')).toHaveLength(1);
  });

  test('may be repeated when its unique value is nowhere; otherwise nobody can tell', async () => {
    expect(await writeOne(create(), lost)).toEqual({
      status: 'unknown',
      code: 'generalException',
      safeToRepeat: true,
    });
    await server?.stop();
    expect(await writeOne(createAction, lost)).toMatchObject({ status: 'unknown', safeToRepeat: false });
    await server?.stop();
    expect(await writeOne(create(null), lost)).toMatchObject({ status: 'unknown', safeToRepeat: false });
  });

  test('is unknown when the connection broke; an update on condition is tried again first', async () => {
    let writes = 0;
    server = await startSiteServer((seen) => {
      if (!isBatch(seen)) return { status: 200, body: makeItem(3, {}, 2) };
      return ++writes === 1 ? 'reset' : undefined;
    });
    const [lostCreate, repeated] = await server.lists.writeRows([createAction, update]);
    expect(lostCreate).toEqual({ status: 'unknown', code: 'network', safeToRepeat: false });
    expect(repeated).toMatchObject({ status: 'written', itemId: 3 });
    expect(server.parts.map(({ method }) => method)).toEqual(['PATCH']);
  });

  test('is unknown when the answer holds no id', async () => {
    expect(await writeOne(createAction, { status: 201 })).toMatchObject({
      status: 'unknown',
      safeToRepeat: false,
    });
  });
});

describe('a write that is not at fault', () => {
  test.each([
    [429, 'activityLimitReached', '240', 240_000],
    [503, 'serviceNotAvailable', '90', 90_000],
    [403, 'accessDenied', undefined, 300_000],
    [423, 'locked', undefined, 300_000],
    [507, 'quotaLimitReached', undefined, 300_000],
  ])('comes back later after %i %s', async (status, code, retryAfter, retryAfterMs) => {
    const headers: Record<string, string> = retryAfter === undefined ? {} : { 'Retry-After': retryAfter };
    expect(await writeOne(createAction, { status, headers, body: errorBody(code) })).toEqual({
      status: 'throttled',
      retryAfterMs,
      code,
    });
  });

  test('comes back later when Graph is out of reach', async () => {
    server = await startSiteServer(() => undefined);
    await server.stop();
    expect(await server.lists.writeRows([createAction, update])).toEqual([
      { status: 'throttled', retryAfterMs: 30_000, code: 'network' },
      { status: 'throttled', retryAfterMs: 30_000, code: 'network' },
    ]);
  });

  test('goes into a list that was made anew, and comes back later when there is none', async () => {
    server = await startSiteServer((seen) => {
      if (isBatch(seen)) return undefined;
      if (seen.path.includes('/lists/new-id/')) return { status: 201, body: makeItem(1, {}) };
      return { status: 404, body: errorBody('itemNotFound') };
    });
    server.ids.set('Actions', 'new-id');
    server.ids.delete('Updates');
    server.ids.delete('Recommendations');
    expect(await server.lists.writeRows([create(), createAction, update])).toEqual([
      { status: 'throttled', retryAfterMs: 300_000, code: 'list missing' },
      { status: 'written', itemId: 1, etag: '"guid-1,1"' },
      { status: 'throttled', retryAfterMs: 300_000, code: 'list missing' },
    ]);
  });
});
