import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { openBrowser } from '../helpers/browser.ts';
import { type Milepost, startMilepost } from '../helpers/milepost.ts';
import { openAs } from './pages.ts';
import { openSite, type Site } from './site.ts';

let browser: Browser;
let milepost: Milepost;
let site: Site;

beforeAll(async () => {
  [browser, milepost] = await Promise.all([openBrowser(), startMilepost()]);
  site = await openSite(milepost);
});
afterAll(async () => {
  await browser?.close();
  await milepost?.close();
});

/** The groups of the sample plan that meet every fortnight. */
const GROUPS = ['Data', 'Finance', 'SEND', 'Schools', 'Safeguarding', 'Commissioning'];

interface Message {
  readonly id: string;
  readonly cards: readonly unknown[];
}

async function cardsIn(title: string): Promise<string[]> {
  const conversations = await milepost.control<{ id: string; title: string; channelName: string | null }[]>(
    'GET',
    '/sandbox/conversations',
  );
  const found = conversations.find(
    (one) => one.channelName === title || (one.channelName === null && one.title === title),
  );
  if (found === undefined) throw new Error(`there is no conversation called ${title}`);
  const messages = await milepost.control<Message[]>(
    'GET',
    `/sandbox/conversations/${encodeURIComponent(found.id)}/messages`,
  );
  return messages.map((message) => JSON.stringify(message.cards));
}

describe('the main job, in order', () => {
  test('an open check-in stands in every operational group’s channel, and nothing in the others', async () => {
    for (const group of GROUPS) {
      const cards = await cardsIn(group);
      expect(cards).toHaveLength(1);
      expect(cards[0]).toContain(`${group} group check-in`);
      expect(cards[0]).toContain('Answer mine');
    }
    expect(await cardsIn('General')).toEqual([]);
    expect(await cardsIn('SEND Improvement Board')).toEqual([]);
  });

  test('the plan manager has one reminder, of the milestones that nobody owns; owners have none yet', async () => {
    const cards = await cardsIn('Plan manager');
    expect(cards).toHaveLength(1);
    expect(cards[0]).toContain('nobody owns it');
    expect(await cardsIn('SEND group owner')).toEqual([]);
  });

  test('a member answers an item: refused without a reason with everything kept, then saved, shown and in the lists', async () => {
    const owner = await openAs(browser, milepost, 'send-owner');
    const watcher = await openAs(browser, milepost, 'send-chair');
    const post = await owner.openPost('SEND', 'SEND group check-in');
    const watched = await watcher.openPost('SEND', 'SEND group check-in');
    await post.getByText('0 of 3 answered').waitFor();

    await post.getByRole('button', { name: 'Answer mine' }).click();
    const dialog = owner.page.getByRole('dialog');
    await dialog.getByLabel('Stage').first().selectOption('In progress');
    await dialog.getByLabel('How confident are you?').first().selectOption('Amber');
    await dialog.getByLabel('When do you expect it to be done?').first().fill('2022-02-28');
    await dialog.getByLabel('Note: where does it stand?').first().fill('Two schools *still* to comment');
    await dialog.getByRole('button', { name: 'Save answers' }).click();
    await dialog.getByText('Say why it is Amber').first().waitFor();
    expect(await dialog.getByLabel('Note: where does it stand?').first().inputValue()).toBe(
      'Two schools *still* to comment',
    );
    expect(await site.rows('Updates')).toEqual([]);

    await dialog
      .getByLabel(/^Why\?/)
      .first()
      .fill('Schools were closed; they are rung this week');
    await dialog.getByRole('button', { name: 'Save answers' }).click();
    await owner.page.getByText('Saved 1 answer').waitFor();
    // The channel's card is updated for everybody who looks at it, without a reload.
    await watched.getByText('1 of 3 answered').waitFor();
    await watched.getByText('“Two schools *still* to comment”').waitFor();

    const row = await site.waitForRow(
      'Recommendations',
      (fields) => fields.Number === 3 && fields.Stage === 'In progress',
    );
    expect(row).toMatchObject({
      Confidence: 'Amber',
      ScheduleRag: 'Red',
      LatestNote: 'Two schools *still* to comment',
      BaselineDue: '2022-01-31T00:00:00Z',
      ForecastDue: '2022-02-28T00:00:00Z',
    });
    const update = await site.waitForRow('Updates', () => true);
    const owners = await site.rows('Owners');
    expect(owners.find((one) => one.id === update.ByLookupId)).toMatchObject({ Title: 'SEND group owner' });
    expect(update).toMatchObject({
      ItemList: 'Recommendations',
      ItemId: 3,
      Stage: 'In progress',
      PreviousStage: 'Not started',
      PreviousForecastDue: '2022-01-31T00:00:00Z',
      Reason: 'Schools were closed; they are rung this week',
    });
    expect(String(update.At)).toMatch(/^2022-01-10T09:/);
    await owner.close();
    await watcher.close();
  });

  test('the same answer delivered again changes nothing', async () => {
    const [card] = await milepost.control<Message[]>(
      'GET',
      `/sandbox/conversations/${encodeURIComponent(await channelId('Data'))}/messages`,
    );
    const press = {
      persona: 'data-owner',
      action: 'No change for all mine',
      inputs: {},
      times: 4,
      repeatAs: 'new-id',
    };
    await milepost.control('POST', `/sandbox/messages/${card?.id}/press`, press);
    await site.waitForRow('Updates', (fields) => fields.ItemId === 4);
    await site.waitForRow('Updates', (fields) => fields.ItemId === 5);
    expect(
      (await site.rows('Updates')).filter((fields) => fields.ItemId === 4 || fields.ItemId === 5),
    ).toHaveLength(2);
  });

  test('people outside the group are refused in words and nothing is changed', async () => {
    const before = await site.rows('Updates');
    const [card] = await milepost.control<Message[]>(
      'GET',
      `/sandbox/conversations/${encodeURIComponent(await channelId('SEND'))}/messages`,
    );
    const answer = await milepost.control<{ text: string }>('POST', `/sandbox/messages/${card?.id}/press`, {
      persona: 'data-owner',
      action: 'Answer mine',
      inputs: {},
    });
    expect(answer.text).toBe('Only members of the SEND group can answer this check-in.');
    expect(await site.rows('Updates')).toEqual(before);
  });

  test('my actions are answered in place, without a dialog', async () => {
    const owner = await openAs(browser, milepost, 'finance-owner');
    await owner.openChat();
    await owner.write('my actions');
    const card = owner.page.locator('[data-message-id]').filter({ hasText: 'of yours are open' }).last();
    await card.getByLabel('How confident are you?').selectOption('Green');
    await card.getByLabel('Note: where does it stand?').fill('Under way');
    await card.getByRole('button', { name: 'Save answer' }).click();
    await card.getByText('Saved').first().waitFor();
    await site.waitForRow('Updates', (fields) => fields.Note === 'Under way');
    await owner.close();
  });

  test('a hand edit in SharePoint shows in the tab, beside what was answered', async () => {
    await site.edit('Recommendations', 14, { Title: 'Check placements together with SEND, edited by hand' });
    await milepost.control('POST', '/sandbox/clock', { advance: 'PT1M' });
    const director = await openAs(browser, milepost, 'director');
    const tab = await director.openTab();
    await tab.getByRole('heading', { name: 'ALP improvement plan' }).waitFor();
    const figures = tab.getByRole('group', { name: 'Recommendations by colour' });
    await figures.getByRole('link', { name: /^1\b.*Red/ }).waitFor();
    await tab
      .getByRole('button', { name: /^14, Green\. Check placements together with SEND, edited by hand/ })
      .waitFor();
    await tab
      .getByRole('button', { name: /^3, Red/ })
      .first()
      .click();
    const story = tab.getByRole('dialog');
    await story.getByText('Schools were closed; they are rung this week').first().waitFor();
    await story.getByText('SEND group owner').first().waitFor();
    await director.close();
  });

  test('a fortnight on, every group has its digest, made of what happened', async () => {
    const owner = await openAs(browser, milepost, 'send-owner');
    await owner.page.getByRole('button', { name: 'A fortnight on' }).click();
    await owner.page
      .getByLabel('Clock')
      .getByText(/Mon 24 Jan 2022/)
      .waitFor({ timeout: 60_000 });
    const summary = await owner.openPost('SEND', 'SEND group: summary of the meeting');
    await summary.getByText('Jan 2022 → Feb 2022').waitFor();
    await summary.getByText('Schools were closed; they are rung this week').waitFor();
    const digest = await owner.openPost('SEND', 'SEND group: the last fortnight');
    await digest.getByText(/^Told in the summary of the meeting: .*1 slipped/).waitFor();
    for (const group of GROUPS) {
      expect(
        (await cardsIn(group)).filter((card) => card.includes(`${group} group: the last fortnight`)),
      ).toHaveLength(1);
    }
    await owner.close();
  });

  test('a board’s chair shows the draft of its report in its channel; nobody else can', async () => {
    const board = 'Education Transformation Programme Board';
    const chair = await openAs(browser, milepost, 'send-chair');
    await chair.page.getByRole('link', { name: new RegExp(`^${board}`) }).click();
    await chair.write('board summary');
    await chair.page.getByText(`Only the chair of the ${board} can show its report here.`).waitFor();
    await chair.close();

    const director = await openAs(browser, milepost, 'director');
    await director.page.getByRole('link', { name: new RegExp(`^${board}`) }).click();
    await director.write('board summary');
    const summary = director.page
      .locator('[data-message-id]')
      .filter({ hasText: `${board}: draft report` })
      .last();
    await summary.getByText('Now: 78 placements at the start').waitFor();
    await summary.getByText('Overall confidence').waitFor();
    await director.close();
  });

  test('a second start finds everything again and posts nothing twice', async () => {
    const before = await Promise.all(GROUPS.map(cardsIn));
    expect(await milepost.interrupt()).toBe(0);
    await milepost.startAgain();
    expect(await Promise.all(GROUPS.map(cardsIn))).toEqual(before);
    expect((await site.rows('Recommendations')).length).toBe(31);
  });
});

async function channelId(name: string): Promise<string> {
  const conversations = await milepost.control<{ id: string; channelName: string | null }[]>(
    'GET',
    '/sandbox/conversations',
  );
  return conversations.find((one) => one.channelName === name)?.id ?? '';
}
