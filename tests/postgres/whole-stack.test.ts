import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { withSandboxSettings } from '../../server/sandbox-settings.ts';
import type { Database } from '../../store/database.ts';
import { openPostgres } from '../../store/open-postgres.ts';
import { type Milepost, startMilepost } from '../helpers/milepost.ts';
import { createTestPostgres, type TestPostgresDatabase } from '../helpers/test-database.ts';
import { type MainProcess, startMain } from '../server/helpers/start-main.ts';

/** All of Milepost and its sandbox, as `npm start` runs it, on a PostgreSQL server. */
let postgres: TestPostgresDatabase;
let milepost: Milepost;
beforeAll(async () => {
  postgres = await createTestPostgres();
  milepost = await startMilepost({ DATABASE_URL: postgres.url });
}, 180_000);
afterAll(async () => {
  await milepost?.close();
  await postgres?.drop();
});

interface Message {
  readonly id: string;
  readonly conversationId: string;
  readonly from: { readonly kind: 'bot' | 'person' };
  readonly cards: readonly object[];
}

/** Everything that Milepost has posted anywhere. */
async function posted(): Promise<readonly Message[]> {
  const conversations = await milepost.control<{ id: string }[]>('GET', '/sandbox/conversations');
  const messages = await Promise.all(
    conversations.map(({ id }) =>
      milepost.control<Message[]>('GET', `/sandbox/conversations/${encodeURIComponent(id)}/messages`),
    ),
  );
  return messages.flat().filter(({ from }) => from.kind === 'bot');
}

async function now(): Promise<string> {
  return (await milepost.control<{ now: string }>('GET', '/sandbox/clock')).now;
}

async function withDatabase<T>(work: (database: Database) => Promise<T>): Promise<T> {
  const database = await openPostgres(postgres.url);
  try {
    return await work(database);
  } finally {
    await database.close();
  }
}

/** Notices that the ledger says were sent. */
function countSent(): Promise<number> {
  return withDatabase(async (database) => {
    const rows = await database.query<{ count: number }>(
      "SELECT count(*)::integer AS count FROM notice WHERE state = 'sent'",
    );
    return rows[0]?.count ?? 0;
  });
}

/** Another server on the same lists and clock, by default on the same database. */
function startReplica(databaseUrl = postgres.url): Promise<MainProcess> {
  return startMain({
    ...(withSandboxSettings({
      SANDBOX_PORT: new URL(milepost.pageUrl).port,
      SANDBOX_GRAPH_PORT: milepost.graphPort,
      MILEPOST_DATA_DIR: milepost.dataDirectory,
      MILEPOST_CA_FILE: join(milepost.dataDirectory, 'sandbox', 'localhost-cert.pem'),
      DATABASE_URL: databaseUrl,
      PORT: '0',
    }) as Record<string, string>),
  });
}

async function tellTime({ url }: MainProcess): Promise<void> {
  const answer = await fetch(`${url}/clock`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ now: await now() }),
  });
  expect(answer.status).toBe(200);
}

test('a check-in card stands in the channel of every group that meets', async () => {
  const cards = (await posted()).filter(({ cards }) => JSON.stringify(cards).includes('Answer mine'));
  expect(new Set(cards.map(({ conversationId }) => conversationId)).size).toBe(6);
  expect(cards).toHaveLength(6);
});

test('a second start posts nothing twice', async () => {
  const before = await posted();
  expect(await milepost.interrupt()).toBe(0);
  await milepost.startAgain();
  await milepost.control('POST', '/sandbox/clock', { advance: 'PT0S' });
  expect((await posted()).map(({ id }) => id)).toEqual(before.map(({ id }) => id));
});

test('two servers on one database do together what falls due in a fortnight, once', async () => {
  const replica = await startReplica();
  try {
    for (let day = 0; day < 14; day += 2) {
      const moving = milepost.control('POST', '/sandbox/clock', { advance: 'P2D' });
      await tellTime(replica);
      await moving;
    }
    const messages = await posted();
    // A lone answer to somebody's message is in no ledger; here nobody has written.
    expect(await countSent()).toBe(messages.length);
    const texts = messages.map(({ conversationId, cards }) => JSON.stringify([conversationId, cards]));
    expect(new Set(texts).size).toBe(texts.length);
  } finally {
    expect(await replica.stop()).toBe(0);
  }
}, 180_000);

test('two servers that start together on an empty database read the lists into it once', async () => {
  const empty = await createTestPostgres();
  const servers = await Promise.all([startReplica(empty.url), startReplica(empty.url)]);
  try {
    await Promise.all(servers.map(tellTime));
    const database = await openPostgres(empty.url);
    const rows = await database.query<{ count: number; items: number }>(
      'SELECT count(*)::integer AS count, count(DISTINCT item_id)::integer AS items FROM mirror_meetings',
    );
    await database.close();
    expect(rows[0]?.items).toBeGreaterThanOrEqual(6);
    expect(rows[0]?.count).toBe(rows[0]?.items);
  } finally {
    for (const server of servers) expect(await server.stop()).toBe(0);
    await empty.drop();
  }
});

test('a reset of the sandbox begins with an empty database', async () => {
  const moved = await now();
  await milepost.control('POST', '/sandbox/reset');
  expect(Temporal.Instant.compare(await now(), moved)).toBe(-1);
  const cards = (await posted()).filter(({ cards }) => JSON.stringify(cards).includes('Answer mine'));
  expect(cards).toHaveLength(6);
  expect(await countSent()).toBe((await posted()).length);
});
