import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { findFaults } from './find-faults.ts';
import { channelAddress, openPageTrial, type PageTrial, SEND_CHANNEL } from './open-page.ts';
import { ACTION_CARD, CHECK_IN_CARD, CLEVER_CARD } from './sample-cards.ts';
import { asCard, openedDialog, postCard } from './stub-bot.ts';

let trial: PageTrial;
let cardId: string;
beforeAll(async () => {
  trial = await openPageTrial();
  cardId = await postCard(trial.sandbox, SEND_CHANNEL, CHECK_IN_CARD);
});
afterAll(() => trial.close());

const PHONE = { width: 320, height: 640 };

test('a message action opens a form with people to choose from, which says what is missing and sends what was chosen', async () => {
  const submitted: unknown[] = [];
  trial.bot.onInvoke = ({ name, value }) => {
    if (name === 'composeExtension/fetchTask') return openedDialog('Add as action', ACTION_CARD);
    submitted.push([name, value]);
    return { body: { task: { type: 'message', value: 'Added: Ring the schools.' } } };
  };
  const page = await trial.open(channelAddress('send-owner'), { viewport: PHONE });
  const menu = page.locator(`[data-message-id="${cardId}"]`).getByRole('button', { name: 'More options' });
  await menu.click();
  await page.getByRole('menuitem', { name: 'Add as action' }).click();
  const dialog = page.getByRole('dialog', { name: 'Add as action' });
  const owner = dialog.getByRole('combobox', { name: /^Who does it/ });
  await owner.fill('Typed and not chosen');
  await dialog.getByRole('button', { name: 'Add action' }).click();
  await dialog.getByText('Choose who does it.').waitFor();
  expect(await owner.inputValue()).toBe('');
  expect(submitted).toEqual([]);

  await owner.fill('chair');
  expect(await findFaults(page)).toEqual([]);
  expect(await dialog.getByRole('option').allTextContents()).toContain('SEND group chair');
  expect(await dialog.getByRole('option', { name: 'Officer outside the plan' }).count()).toBe(0);
  await dialog.getByRole('option', { name: 'SEND group chair' }).click();
  const others = dialog.getByRole('combobox', { name: /^Who else/ });
  for (const part of ['outside', 'director for']) {
    await others.fill(part);
    await others.press('Enter');
  }
  await dialog.getByRole('textbox', { name: /^What is to be done/ }).fill('Ring the schools');
  const { width, height } = (await dialog.boundingBox()) ?? {};
  expect([width, height]).toEqual([PHONE.width, PHONE.height]);
  await dialog.getByRole('button', { name: 'Add action' }).click();
  await page.getByRole('status').getByText('Added: Ring the schools.').waitFor();

  const idOf = (id: string) => trial.sandbox.directory.personas.find((one) => one.id === id)?.entraObjectId;
  expect(submitted).toMatchObject([
    [
      'composeExtension/submitAction',
      {
        commandId: 'addAsAction',
        messagePayload: { id: cardId },
        data: {
          title: 'Ring the schools',
          owner: idOf('send-chair'),
          others: `${idOf('outsider')},${idOf('director')}`,
        },
      },
    ],
  ]);
  expect(await menu.evaluate((button) => button === document.activeElement)).toBe(true);
  await page.context().close();
});

test('a dialog asks before what was typed is lost, and closes at once when nothing was', async () => {
  trial.bot.onInvoke = () => openedDialog('Add as action', ACTION_CARD);
  const page = await trial.open(channelAddress('send-owner'));
  const button = page.locator(`[data-message-id="${cardId}"]`).getByRole('button', { name: 'Answer mine' });
  await button.click();
  const dialog = page.getByRole('dialog', { name: 'Add as action' });
  const owner = dialog.getByRole('combobox', { name: /^Who does it/ });
  await owner.click();
  await page.keyboard.press('Escape');
  await owner.waitFor();
  await page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'detached' });
  expect(await button.evaluate((one) => one === document.activeElement)).toBe(true);

  await button.click();
  const title = dialog.getByRole('textbox', { name: /^What is to be done/ });
  await title.fill('Ring the schools');
  await page.keyboard.press('Escape');
  const question = dialog.getByRole('alertdialog', { name: 'Leave without saving?' });
  await question.getByRole('button', { name: 'Stay' }).click();
  expect(await title.inputValue()).toBe('Ring the schools');
  await dialog.getByRole('button', { name: 'Close' }).click();
  await question.getByRole('button', { name: 'Leave' }).click();
  await dialog.waitFor({ state: 'detached' });
  await page.context().close();
});

test('a search lists what the bot finds as one types, and posts the chosen card as the person', async () => {
  const asked: unknown[] = [];
  trial.bot.onInvoke = ({ value }) => {
    asked.push(value.parameters);
    const found = {
      type: 'AdaptiveCard',
      version: '1.5',
      body: [{ type: 'TextBlock', text: '14 · A protocol' }],
    };
    return { body: { composeExtension: { type: 'result', attachments: [asCard(found)] } } };
  };
  const [owner, chair] = await Promise.all([
    trial.open(channelAddress('send-owner'), { viewport: PHONE }),
    trial.open(channelAddress('send-chair')),
  ]);
  await owner.getByRole('button', { name: 'Find a recommendation or action' }).click();
  const post = owner.getByRole('button', { name: 'Post 14 · A protocol' });
  await post.waitFor();
  await owner.getByRole('searchbox', { name: 'Find a recommendation or action' }).fill('protocol');
  await waitUntil(() => asked.length === 2);
  await post.click();
  await chair
    .getByRole('article', { name: /^SEND group owner/ })
    .getByText('14 · A protocol')
    .waitFor();
  expect(asked).toEqual([[{ name: 'initialRun', value: 'true' }], [{ name: 'text', value: 'protocol' }]]);
  expect(await owner.evaluate(() => document.documentElement.scrollWidth)).toBe(PHONE.width);
  await owner.context().close();
  await chair.context().close();
});

test('a meeting starts and ends in the header of its channel, for everybody', async () => {
  const [owner, chair] = await Promise.all([
    trial.open(channelAddress('send-owner')),
    trial.open(channelAddress('send-chair')),
  ]);
  await owner.getByRole('button', { name: 'Meet now' }).click();
  await chair.getByText('Meeting started: SEND meeting').waitFor();
  await chair.getByRole('button', { name: 'End meeting' }).click();
  await owner.getByText('Meeting ended: SEND meeting').waitFor();
  await owner.getByRole('button', { name: 'Meet now' }).waitFor();
  expect(trial.bot.events).toEqual([
    'application/vnd.microsoft.meetingStart',
    'application/vnd.microsoft.meetingEnd',
  ]);
  await owner.context().close();
  await chair.context().close();
});

test('a card hides and shows, is pressed on a row, holds buttons back, and sends nothing that lacks what it needs', async () => {
  const pressed: unknown[] = [];
  trial.bot.onInvoke = ({ value }) => {
    pressed.push(value.action);
    return { body: { statusCode: 200, type: 'application/vnd.microsoft.activity.message', value: 'Noted.' } };
  };
  const id = await postCard(trial.sandbox, SEND_CHANNEL, CLEVER_CARD);
  const page = await trial.open(channelAddress('send-owner'));
  const message = page.locator(`[data-message-id="${id}"]`);
  await message.getByRole('button', { name: 'Save' }).click();
  await message.getByText('Write a note.').waitFor();
  const note = message.getByRole('textbox', { name: /^Note/ });
  await note.fill('Both heads agree');
  const rest = message.getByText('The rest', { exact: true });
  expect(await rest.isVisible()).toBe(false);
  await message.getByRole('button', { name: 'Show the rest' }).click();
  await rest.waitFor();
  expect(await note.inputValue()).toBe('Both heads agree');
  expect(pressed).toEqual([]);

  await message.getByText('14 · A protocol').click();
  await message.getByRole('status').getByText('Noted.').waitFor();
  const more = message.getByRole('button', { name: 'More options' }).last();
  await more.click();
  await page.keyboard.press('Escape');
  expect(await more.evaluate((button) => button === document.activeElement)).toBe(true);
  await more.click();
  await message.getByRole('menuitem', { name: 'Attendance' }).click();
  await waitUntil(() => pressed.length === 2);
  expect(pressed).toMatchObject([
    { type: 'Action.Execute', verb: 'open', data: { item: 14, note: 'Both heads agree' } },
    { type: 'Action.Execute', verb: 'attendance', data: { note: 'Both heads agree' } },
  ]);
  await page.context().close();
});

test('has nothing to complain of in the browser', () => {
  expect(trial.complaints).toEqual([]);
});

/** For what the bot is told of a moment after it was done on the page. */
async function waitUntil(isSo: () => boolean): Promise<void> {
  while (!isSo()) await new Promise((resolve) => setTimeout(resolve, 10));
}
