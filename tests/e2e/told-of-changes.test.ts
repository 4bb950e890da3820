import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Milepost } from '../helpers/milepost.ts';
import { startOnPostgres } from './on-postgres.ts';
import { openSite, type Site } from './site.ts';

let milepost: Milepost;
let site: Site;
beforeAll(async () => {
  // Between two rounds of its own an hour passes: what shows before was told.
  milepost = await startOnPostgres({ MILEPOST_SYNC_SECONDS: '3600' });
  site = await openSite(milepost);
});
afterAll(() => milepost?.close());

interface Logged {
  readonly method: string;
  readonly path: string;
  readonly parts?: readonly { readonly path: string }[];
}

const titleOf = async (number: number) => {
  const rows = await site.rows('Recommendations');
  const found = rows.find((row) => row.Number === number);
  if (found === undefined) throw new Error(`there is no recommendation ${number}`);
  return { itemId: Number(found.id), title: String(found.Title) };
};
const until = async (isSo: () => Promise<boolean>) => {
  while (!(await isSo())) await new Promise((resolve) => setTimeout(resolve, 50));
};
const isInTab = async (title: string) => {
  const { token } = await milepost.control<{ token: string }>('POST', '/sandbox/token', {
    audience: 'tab',
    persona: 'plan-manager',
  });
  const answer = await fetch(`${milepost.botUrl}/api/v1/plans/alp-improvement/overview`, {
    headers: { authorization: `Bearer ${token}` },
  });
  return (await answer.text()).includes(title);
};
const isOnCard = async (title: string) => {
  const conversations = await milepost.control<{ id: string }[]>('GET', '/sandbox/conversations');
  for (const { id } of conversations) {
    const path = `/sandbox/conversations/${encodeURIComponent(id)}/messages`;
    const messages = await milepost.control<{ cards: unknown }[]>('GET', path);
    if (messages.some(({ cards }) => JSON.stringify(cards).includes(title))) return true;
  }
  return false;
};
/** Readings of one list alone: a round of Milepost's own reads all of them. */
const readingsOfOne = async () =>
  (await milepost.control<Logged[]>('GET', '/sandbox/log')).filter(
    ({ parts = [] }) => parts.length === 1 && parts[0]?.path.includes('/items/delta'),
  ).length;

test('what somebody types into a list shows in the tab and on the cards at once, for the reading of one list', async () => {
  const { itemId, title } = await titleOf(3);
  expect([await isInTab(title), await isOnCard(title)]).toEqual([true, true]);
  const before = await readingsOfOne();
  const edited = `${title}, as the board asked`;
  await site.edit('Recommendations', itemId, { Title: edited });
  await until(() => isInTab(edited));
  await until(() => isOnCard(edited));
  await until(async () => (await readingsOfOne()) > before);
});

test('it is told after a start on the same data as well, without asking again', async () => {
  await milepost.interrupt();
  await milepost.startAgain();
  const { itemId, title } = await titleOf(4);
  const before = await readingsOfOne();
  await site.edit('Recommendations', itemId, { Title: `${title}, once more` });
  await until(() => isInTab(`${title}, once more`));
  await until(async () => (await readingsOfOne()) > before);
  const log = await milepost.control<Logged[]>('GET', '/sandbox/log');
  expect(log.filter(({ path }) => path.includes('/subscriptions'))).toEqual([]);
});
