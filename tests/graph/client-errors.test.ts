import { afterEach, describe, expect, test } from '@jest/globals';
import { errorBody } from './graph-server.ts';
import { makeTestClient } from './make-client.ts';
import { failureOf, LISTS_PATH, OK, serveInTurn, stopServing, throttled } from './serve-in-turn.ts';

afterEach(stopServing);

describe('an error', () => {
  test('says what Graph said, where, and under which id', async () => {
    const { baseUrl } = await serveInTurn({
      status: 404,
      headers: { 'request-id': 'request-id-of-header' },
      body: errorBody('itemNotFound', 'There is no such thing'),
    });
    const { client } = makeTestClient({ baseUrl });
    const error = await failureOf(client.get('/sites/s/lists/l?$expand=columns'));
    expect(error).toMatchObject({
      code: 'GRAPH',
      status: 404,
      graphCode: 'itemNotFound',
      requestId: 'request-id-of-header',
      method: 'GET',
      path: '/sites/s/lists/l?$expand',
      maybeDone: false,
    });
    expect(error.message).toBe(
      'Microsoft Graph: GET /sites/s/lists/l?$expand failed: 404 itemNotFound: There is no such thing',
    );
  });

  test('reads the id inside the body, and an empty code, and HTML', async () => {
    const { baseUrl } = await serveInTurn(
      { status: 403, body: { error: { code: '', message: 'm', innererror: { 'request-id': 'lower' } } } },
      { status: 400, body: '<html>Bad</html>' },
    );
    const { client } = makeTestClient({ baseUrl });
    expect(await failureOf(client.get(LISTS_PATH))).toMatchObject({
      graphCode: 'unknown',
      requestId: 'lower',
    });
    expect(await failureOf(client.get(LISTS_PATH))).toMatchObject({ graphCode: 'unknown', requestId: null });
  });

  test('and the log hold no token, no query value and no e-mail address', async () => {
    const jwt = 'eyJhbGciOiJub25lIn0.eyJzdWIiOiJ4In0.c2lnbmF0dXJl';
    const secrets = [jwt, 'delta-secret', 'ann@alp.example', 'token-1'];
    const { baseUrl } = await serveInTurn({
      status: 400,
      headers: { Location: `https://localhost/v1.0/x?token=delta-secret` },
      body: errorBody('invalidRequest', `Bearer ${jwt} of ann@alp.example, ?token=delta-secret`),
    });
    const { client, logged } = makeTestClient({ baseUrl });
    const error = await failureOf(
      client.get('/sites/s/lists/l/items/delta?token=delta-secret&$expand=fields', {
        headers: { 'X-Note': 'ann@alp.example' },
      }),
    );
    const everything = JSON.stringify([error, error.message, error.details, String(error.cause), logged]);
    for (const secret of secrets) expect(everything).not.toContain(secret);
    expect(error.location).toContain('delta-secret');
    expect(logged).toHaveLength(1);
  });
});

describe('counters', () => {
  test('count requests, and what each call costs of the allowance, batch parts by themselves', async () => {
    const { baseUrl } = await serveInTurn(OK, OK, OK, OK, throttled('1'), { status: 201, body: { id: '1' } });
    const { client } = makeTestClient({ baseUrl });
    await client.get('/sites/s/lists/l/items/1?$expand=fields');
    await client.get(LISTS_PATH);
    await client.get('/sites/s/lists/l/items/delta?$expand=fields');
    await client.get('/sites/s/lists/l/items/delta?token=abc');
    // Throttled calls cost too.
    await client.post('/sites/s/lists/l/items', { fields: {} });
    expect(client.counters()).toEqual({
      requests: 6,
      resourceUnits: 1 + 2 + 2 + 1 + 4,
      unitsInLastMinute: 1 + 2 + 2 + 1 + 4,
      pauses: 1,
      held: 0,
      byKind: {
        row: { calls: 1, resourceUnits: 1 },
        rows: { calls: 1, resourceUnits: 2 },
        delta: { calls: 2, resourceUnits: 3 },
        write: { calls: 2, resourceUnits: 4 },
        permissions: { calls: 0, resourceUnits: 0 },
        directory: { calls: 0, resourceUnits: 0 },
      },
    });
  });
});
