import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { BANK_HOLIDAYS } from '../../plan/calendar/bank-holidays.ts';
import { openBrowser } from '../helpers/browser.ts';
import { type Milepost, startMilepost } from '../helpers/milepost.ts';
import { openAs } from './pages.ts';
import { openSite, type Site } from './site.ts';

/** The sample plan from January to September 2022, and what arrived in every channel and chat on the way. */
let browser: Browser;
let milepost: Milepost;
let site: Site;

beforeAll(async () => {
  [browser, milepost] = await Promise.all([openBrowser(), startMilepost()]);
  site = await openSite(milepost);
}, 180_000);
afterAll(async () => {
  await browser?.close();
  await milepost?.close();
});

const GROUPS = ['Data', 'Finance', 'SEND', 'Schools', 'Safeguarding', 'Commissioning'];
const HOLIDAYS: ReadonlySet<string> = new Set(BANK_HOLIDAYS.map(({ date }) => date));

interface Conversation {
  readonly id: string;
  readonly kind: 'channel' | 'personal';
  readonly title: string;
  readonly channelName: string | null;
}

interface Arrived {
  readonly day: string;
  /** `HH:mm` in London. */
  readonly time: string;
  readonly dayOfWeek: number;
  readonly card: string;
}

async function conversations(): Promise<Conversation[]> {
  return milepost.control<Conversation[]>('GET', '/sandbox/conversations');
}

/** What the bot posted in a conversation, oldest first. */
async function arrivedIn({ id }: Conversation): Promise<Arrived[]> {
  const messages = await milepost.control<{ at: string; from: { kind: string }; cards: unknown[] }[]>(
    'GET',
    `/sandbox/conversations/${encodeURIComponent(id)}/messages`,
  );
  return messages
    .filter(({ from, cards }) => from.kind === 'bot' && cards.length > 0)
    .map(({ at, cards }) => {
      const local = Temporal.Instant.from(at).toZonedDateTimeISO('Europe/London');
      return {
        day: local.toPlainDate().toString(),
        time: local.toPlainTime().toString({ smallestUnit: 'minute' }),
        dayOfWeek: local.dayOfWeek,
        card: JSON.stringify(cards),
      };
    });
}

async function channel(name: string): Promise<Arrived[]> {
  const found = (await conversations()).find(({ channelName }) => channelName === name);
  if (found === undefined) throw new Error(`there is no channel ${name}`);
  return arrivedIn(found);
}

async function chats(): Promise<readonly (readonly [name: string, arrived: readonly Arrived[]])[]> {
  const personal = (await conversations()).filter(({ kind }) => kind === 'personal');
  return Promise.all(personal.map(async (one) => [one.title, await arrivedIn(one)] as const));
}

const isWorkingDay = ({ day, dayOfWeek }: Arrived) => dayOfWeek <= 5 && !HOLIDAYS.has(day);
const moveTo = (day: string) => milepost.control('POST', '/sandbox/clock', { to: `${day}T12:00:00Z` });

test('January: an owner goes away and leaves it to a deputy; an item is expected later than the plan tolerates', async () => {
  const owners = await site.rows('Owners');
  const row = (name: string) => {
    const found = owners.find(({ Title }) => Title === name);
    if (found === undefined) throw new Error(`there is no owner ${name}`);
    return Number(found.id);
  };
  await site.edit('Owners', row('Data group owner'), {
    DeputyLookupId: row('Data group chair'),
    AwayFrom: '2022-02-01T00:00:00Z',
    AwayTo: '2022-04-30T00:00:00Z',
  });
  const owner = await openAs(browser, milepost, 'send-owner');
  const post = await owner.openPost('SEND', 'SEND group check-in');
  await post.getByRole('button', { name: 'Answer mine' }).click();
  const dialog = owner.page.getByRole('dialog');
  await dialog.getByLabel('Stage').first().selectOption('In progress');
  await dialog.getByLabel('How confident are you?').first().selectOption('Amber');
  await dialog.getByLabel('When do you expect it to be done?').first().fill('2022-04-29');
  await dialog
    .getByLabel(/^Why\?/)
    .first()
    .fill('Two schools join only after Easter');
  await dialog.getByRole('button', { name: 'Save answers' }).click();
  await owner.page.getByText('Saved 1 answer').waitFor();

  await owner.page.getByRole('button', { name: 'A fortnight on' }).click();
  await owner.page
    .getByLabel('Clock')
    .getByText(/Mon 24 Jan 2022/)
    .waitFor({ timeout: 120_000 });
  await owner.close();
}, 240_000);

test('to September the clock moves on, over the change of clocks, Easter and the summer', async () => {
  for (const day of ['2022-03-25', '2022-05-31', '2022-08-01', '2022-09-30']) await moveTo(day);
  const { now } = await milepost.control<{ now: string }>('GET', '/sandbox/clock');
  expect(now).toMatch(/^2022-09-30/);
}, 600_000);

test('nothing arrived at a weekend, on a bank holiday or at night, and nothing in General', async () => {
  for (const one of await conversations()) {
    const arrived = await arrivedIn(one);
    const atOddTimes = arrived.filter(
      (message) => !isWorkingDay(message) || message.time < '09:00' || message.time > '17:00',
    );
    expect([one.title, atOddTimes.map(({ day, time }) => `${day} ${time}`)]).toEqual([one.title, []]);
  }
  expect(await channel('General')).toEqual([]);
}, 60_000);

test('nobody had more than one message a day, and the deputy had those of the owner who was away', async () => {
  for (const [name, arrived] of await chats()) {
    const days = arrived.map(({ day }) => day);
    expect([name, days.filter((day, at) => days.indexOf(day) !== at)]).toEqual([name, []]);
  }
  const of = new Map(await chats());
  const whileAway = (of.get('Data group owner') ?? []).filter(
    ({ day }) => day >= '2022-02-01' && day <= '2022-04-30',
  );
  expect(whileAway).toEqual([]);
  const deputy = (of.get('Data group chair') ?? []).filter(
    ({ day }) => day >= '2022-02-01' && day <= '2022-04-30',
  );
  expect(deputy.length).toBeGreaterThan(0);
}, 60_000);

test('each group has one digest for each meeting, at 09:00 by the clock before and after it changed', async () => {
  for (const group of GROUPS) {
    const digests = (await channel(group)).filter(({ card }) =>
      card.includes(`${group} group: the last fortnight`),
    );
    const days = digests.map(({ day }) => day);
    expect(new Set(days).size).toBe(days.length);
    expect(days.length).toBeGreaterThanOrEqual(17);
    expect(new Set(digests.map(({ time }) => time))).toEqual(new Set(['09:00']));
    expect(days.some((day) => day < '2022-03-27') && days.some((day) => day > '2022-03-27')).toBe(true);
  }
}, 60_000);

test('the SEND channel was told of the item that is expected later, never on a bank holiday', async () => {
  const about = 'Agree a protocol between the ALP hub and SEND teams';
  const alerts = (await channel('SEND')).filter(
    ({ card }) => card.includes(about) && !card.includes('check-in') && !card.includes('the last fortnight'),
  );
  expect(alerts.length).toBeGreaterThan(0);
  expect(alerts.filter(({ day }) => HOLIDAYS.has(day))).toEqual([]);
}, 60_000);
