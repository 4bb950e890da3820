import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { findFaults } from './find-faults.ts';
import { channelAddress, openPageTrial, type PageTrial, SEND_CHANNEL } from './open-page.ts';
import { ANSWER_CARD, CHECK_IN_CARD } from './sample-cards.ts';
import { openedDialog, postCard } from './stub-bot.ts';

let trial: PageTrial;
beforeAll(async () => {
  trial = await openPageTrial();
});
afterAll(() => trial.close());

describe('the sandbox page', () => {
  test('says what it is, lists the channels of whoever looks, and marks those with news', async () => {
    await postCard(trial.sandbox, SEND_CHANNEL, CHECK_IN_CARD);
    const page = await trial.open('');
    await page.getByText('This is a sandbox, not Microsoft Teams.').waitFor();
    expect(await page.title()).toBe('Milepost sandbox');
    await page.getByLabel('Clock').getByText('Mon 10 Jan 2022, 09:00').waitFor();
    const channels = page.getByRole('navigation', { name: 'Teams and channels' });
    await channels.getByRole('link', { name: 'SEND, new messages' }).waitFor();
    expect(await channels.getByRole('link', { name: /Improvement Board/ }).count()).toBe(0);

    await page.getByRole('button', { name: /Be somebody else/ }).click();
    const people = page.getByRole('menuitemradio');
    expect(await people.first().textContent()).toContain('SEND group owner');
    await page.getByRole('menuitemradio', { name: /Director for Education/ }).click();
    await channels.getByRole('link', { name: 'SEND Improvement Board' }).waitFor();
    expect(page.url()).toContain('persona=director');

    await page.getByRole('button', { name: 'Put this hint away' }).click();
    await page.reload();
    await channels.getByRole('link', { name: 'SEND Improvement Board' }).waitFor();
    expect(await page.getByText('This is a sandbox').count()).toBe(0);
    await page.context().close();
  });

  test('draws a card as Teams does: tables, fallbacks, widths, and HTML as text', async () => {
    const id = await postCard(trial.sandbox, SEND_CHANNEL, CHECK_IN_CARD);
    const page = await trial.open(channelAddress('send-owner'));
    const message = page.locator(`[data-message-id="${id}"]`);
    await message.getByText('SEND group check-in').waitFor();
    await message.getByText('Review the pathway for young people').waitFor();
    await message.getByText('Trend: 3 Green, then 2').waitFor();
    await message.getByText('Only on a wide screen').waitFor();
    await message.getByText('Not a picture: <img src=x onerror=alert(1)>').waitFor();
    expect(await message.getByText('Only on a phone').count()).toBe(0);

    await page.setViewportSize({ width: 390, height: 800 });
    await message.getByText('Only on a phone').waitFor();
    expect(await message.getByText('Only on a wide screen').count()).toBe(0);
    await page.context().close();
  });

  test("sends a press and shows the presser's own card; another person keeps the shared one", async () => {
    trial.bot.onInvoke = ({ value, from }) => ({
      body: {
        statusCode: 200,
        type: 'application/vnd.microsoft.card.adaptive',
        value: {
          type: 'AdaptiveCard',
          version: '1.5',
          body: [{ type: 'TextBlock', text: `${from.name}: ${JSON.stringify(value.action)}`, wrap: true }],
        },
      },
    });
    const id = await postCard(trial.sandbox, SEND_CHANNEL, CHECK_IN_CARD);
    const [owner, chair] = await Promise.all([
      trial.open(channelAddress('send-owner')),
      trial.open(channelAddress('send-chair')),
    ]);
    await press(owner, id, 'No change for all mine');
    await owner
      .locator(`[data-message-id="${id}"]`)
      .getByText(/SEND group owner: .*"noChange".*"meeting":7/)
      .waitFor();
    await chair.locator(`[data-message-id="${id}"]`).getByRole('button', { name: 'Answer mine' }).waitFor();
    await owner.context().close();
    await chair.context().close();
  });

  test('tells buttons of one title apart by what they carry', async () => {
    const pressed: unknown[] = [];
    trial.bot.onInvoke = ({ value }) => {
      pressed.push(value.action);
      return {
        body: { statusCode: 200, type: 'application/vnd.microsoft.activity.message', value: 'Noted.' },
      };
    };
    const button = (item: number) => ({
      type: 'Action.Execute',
      title: 'No change',
      verb: 'noChange',
      data: { item },
    });
    const id = await postCard(trial.sandbox, SEND_CHANNEL, {
      type: 'AdaptiveCard',
      version: '1.5',
      body: [{ type: 'Input.Text', id: 'note', label: 'Note' }],
      actions: [button(12), button(14)],
    });
    const page = await trial.open(channelAddress('send-owner'));
    const message = page.locator(`[data-message-id="${id}"]`);
    await message.getByLabel('Note').fill('As agreed');
    await message.getByRole('button', { name: 'No change' }).nth(1).click();
    await message.getByRole('status').getByText('Noted.').waitFor();
    expect(pressed).toMatchObject([{ verb: 'noChange', data: { item: 14, note: 'As agreed' } }]);
    expect(await message.getByLabel('Note').inputValue()).toBe('As agreed');
    await page.context().close();
  });

  test('keeps what was typed in a dialog through a failure, and shows the words of the bot', async () => {
    const submitted: unknown[] = [];
    trial.bot.onInvoke = ({ name, value }) => {
      if (name === 'task/fetch') return openedDialog('Answer mine', ANSWER_CARD);
      submitted.push(value.data);
      if (submitted.length === 1) return { status: 500, body: {} };
      return { body: { task: { type: 'message', value: 'Thank you: 1 item updated.' } } };
    };
    const id = await postCard(trial.sandbox, SEND_CHANNEL, CHECK_IN_CARD);
    const page = await trial.open(channelAddress('send-owner'));
    await press(page, id, 'Answer mine');
    const dialog = page.getByRole('dialog', { name: 'Answer mine' });
    await dialog.getByRole('button', { name: 'Save answers' }).click();
    await dialog.getByText('Say in a sentence what happened.').waitFor();
    await dialog.getByRole('textbox', { name: /^Note/ }).fill('Agreed with "both" teams');
    await dialog.getByRole('radio', { name: 'Amber' }).check();
    await dialog.getByRole('button', { name: 'Save answers' }).click();
    await dialog.getByRole('alert').getByText('Something went wrong').waitFor();
    expect(await dialog.getByRole('textbox', { name: /^Note/ }).inputValue()).toBe(
      'Agreed with "both" teams',
    );

    await dialog.getByRole('button', { name: 'Save answers' }).click();
    await page.getByRole('status').getByText('Thank you: 1 item updated.').waitFor();
    expect(await dialog.count()).toBe(0);
    expect(submitted).toHaveLength(2);
    expect(submitted[1]).toMatchObject({
      note: 'Agreed with "both" teams',
      confidence: 'Amber',
      forecast: '2022-01-31',
      evidence: 'false',
    });
    await page.context().close();
  });

  test('a message is sent with Enter, and what others post appears by itself', async () => {
    const [owner, chair] = await Promise.all([
      trial.open(channelAddress('send-owner')),
      trial.open(channelAddress('send-chair')),
    ]);
    const box = owner.getByRole('textbox', { name: 'New post to Milepost in SEND' });
    await box.fill('check in **now**');
    await box.press('Enter');
    await chair
      .getByRole('article', { name: /^SEND group owner/ })
      .getByText('check in now')
      .waitFor();
    expect(trial.bot.heard.at(-1)).toContain('check in **now**');
    expect(await box.inputValue()).toBe('');
    await owner.context().close();
    await chair.context().close();
  });

  test('moves the clock and says so', async () => {
    const page = await trial.open('');
    await page.getByRole('button', { name: 'A fortnight on' }).click();
    await page
      .getByLabel('Clock')
      .getByText(/^Mon 24 Jan 2022, 09:/)
      .waitFor();
    await page.context().close();
  });

  test.each([
    ['a channel', channelAddress('send-owner'), 'light'],
    ['a channel', channelAddress('send-owner'), 'dark'],
    ['the lists', '#/lists', 'light'],
  ] as const)('%s has no serious fault of accessibility (%s, %s)', async (_what, address, colorScheme) => {
    const page = await trial.open(address, { colorScheme });
    await page.getByRole('navigation', { name: 'Apps' }).waitFor();
    if (address !== '#/lists') await page.getByRole('article').first().waitFor();
    await page.getByRole('button', { name: 'Next event', disabled: false }).waitFor();
    expect(await findFaults(page)).toEqual([]);
    await page.context().close();
  });

  test('fits a screen 320 pixels wide', async () => {
    const page = await trial.open(channelAddress('send-owner'), { viewport: { width: 320, height: 700 } });
    await page.getByRole('article').first().waitFor();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
    await page.getByRole('link', { name: 'Back' }).click();
    await page.getByRole('link', { name: /^Data/ }).click();
    await page.getByRole('heading', { name: 'Data' }).waitFor();
    await page.context().close();
  });

  test('has nothing to complain of in the browser', () => {
    expect(trial.complaints).toEqual([]);
  });
});

async function press(page: Page, messageId: string, title: string): Promise<void> {
  await page.locator(`[data-message-id="${messageId}"]`).getByRole('button', { name: title }).click();
}
