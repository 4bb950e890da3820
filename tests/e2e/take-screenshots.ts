/** Takes the pictures of `docs/images` anew: `node tests/e2e/take-screenshots.ts`. Look at them before committing. */
import type { Locator } from 'playwright-core';
import { openBrowser } from '../helpers/browser.ts';
import { startMilepost } from '../helpers/milepost.ts';
import { fillIn, openAs, type PersonaPage } from './pages.ts';
import { openSite } from './site.ts';

const IMAGES = new URL('../../docs/images/', import.meta.url).pathname;
const PHONE = { width: 390, height: 844 };
/** For cards that a person scrolls through. */
const TALL_PHONE = { width: 390, height: 1_800 };
const PLAN_FILE = [
  'No.,Recommendation,Due,Latest note,Remarks',
  '3,Agree a protocol between the ALP hub and SEND teams,30 Apr 2022,Both heads have agreed,ok',
  '32,Tell every school what the ALP hub offers,Spring,,new',
].join('\n');

const [browser, milepost] = await Promise.all([openBrowser(), startMilepost()]);
try {
  const owner = await openAs(browser, milepost, 'send-owner');
  await owner.page.getByRole('button', { name: 'Put this hint away' }).click();
  const post = await owner.openPost('SEND', 'SEND group check-in');
  await shoot(owner, 'check-in');

  await post.getByRole('button', { name: 'Answer mine' }).click();
  const dialog = owner.page.getByRole('dialog');
  await dialog.getByLabel('Stage').first().selectOption('In progress');
  await dialog.getByLabel('How confident are you?').first().selectOption('Amber');
  await dialog.getByLabel('When do you expect it to be done?').first().fill('2022-02-28');
  await dialog.getByLabel('Note: where does it stand?').first().fill('Two schools still to comment');
  await dialog
    .getByLabel(/^Why\?/)
    .first()
    .fill('Both heads are back on 17 January; I have meetings with each');
  await shoot(owner, 'answering');
  await dialog.getByRole('button', { name: 'Save answers' }).click();
  await owner.page.getByText('Saved 1 answer').waitFor();
  await owner.page.keyboard.press('Escape');
  await post.getByText('1 of 3 answered').waitFor();
  await post.getByText('waits for SharePoint').waitFor({ state: 'hidden' });
  await shoot(owner, 'check-in-answered');
  await owner.page.setViewportSize(PHONE);
  await shoot(owner, 'check-in-phone');
  await owner.close();

  await pressNoChange('data-owner', 'Data');
  await pressNoChange('schools-owner', 'Schools');
  await milepost.control('POST', '/sandbox/clock', { to: '2022-01-12T12:00:00Z' });
  const reminded = await openAs(browser, milepost, 'send-owner');
  await reminded.page.setViewportSize(TALL_PHONE);
  await reminded.openChat();
  const reminder = newestCard(reminded, 'a word from you');
  await reminder.getByRole('button', { name: 'Blocked', exact: true }).click();
  await fillIn(reminder, {
    'Which group does it wait on?': 'Finance',
    'What is in the way?': 'Nobody has said who pays for the places',
  });
  await shootCard(reminded, 'a word from you', 'reminder-phone');
  await reminder.getByRole('button', { name: 'Save: blocked' }).click();
  await reminder.getByText('Saved').first().waitFor();
  await shootCard(reminded, 'a word from you', 'reminder-answered-phone');
  await reminded.close();

  await milepost.control('POST', '/sandbox/clock', { advance: 'P14D' });
  const chair = await openAs(browser, milepost, 'send-chair');
  await chair.page.getByRole('button', { name: 'Put this hint away' }).click();
  await chair.openPost('SEND', 'SEND group: the last fortnight');
  await chair.page
    .getByRole('heading', { name: 'SEND group: the last fortnight' })
    .last()
    .scrollIntoViewIfNeeded();
  await shoot(chair, 'digest');
  await shootCard(chair, 'SEND group: news of the plan', 'alert');
  await chair.openPost('Finance', 'Finance group: the last fortnight');
  await shootCard(chair, 'Finance group: the last fortnight', 'digest-waited-on');
  await chair.close();

  const director = await openAs(browser, milepost, 'director');
  await director.page.getByRole('button', { name: 'Put this hint away' }).click();
  await director.page.getByRole('navigation', { name: 'Apps' }).getByRole('link', { name: 'Teams' }).click();
  const board = 'Education Transformation Programme Board';
  await director.page.getByRole('link', { name: new RegExp(`^${board}`) }).click();
  await director.write('board summary');
  await director.page.getByText(`${board}: draft report`).first().waitFor();
  await shoot(director, 'board-summary');
  await director.close();

  const manager = await openAs(browser, milepost, 'plan-manager');
  await manager.page.getByRole('button', { name: 'Put this hint away' }).click();
  await manager.openChat();
  await (await openSite(milepost)).edit('Recommendations', 31, { ForecastDue: '2202-03-31T00:00:00Z' });
  await milepost.control('POST', '/sandbox/clock', { advance: 'PT1M' });
  await manager.page.setViewportSize(TALL_PHONE);
  await manager.write('sharepoint');
  await shootCard(manager, 'Rows to put right by hand', 'lists-state-phone');
  await manager.sendFile('Plan as agreed.csv', PLAN_FILE);
  await shootCard(manager, 'what importing it would do', 'import-preview-phone');
  await manager.write('deliveries');
  await shootCard(manager, 'Who was reached', 'deliveries-phone');
  await manager.page.setViewportSize(PHONE);
  await manager.write('export');
  await shootCard(manager, 'The whole plan as an Excel file', 'export-phone');
  await manager.close();

  await milepost.control('POST', '/sandbox/clock', { to: '2022-02-14T12:00:00Z' });
  const told = await openAs(browser, milepost, 'finance-chair');
  await told.page.setViewportSize(TALL_PHONE);
  await told.openChat();
  await shootCard(told, 'that you would hear of it', 'escalation-phone');
  await told.close();
} finally {
  await browser.close();
  await milepost.close();
}

async function pressNoChange(persona: string, channel: string): Promise<void> {
  const person = await openAs(browser, milepost, persona);
  const post = await person.openPost(channel, `${channel} group check-in`);
  await post.getByRole('button', { name: 'No change for all mine' }).click();
  await post.getByText('Answered by').first().waitFor();
  await person.close();
}

function newestCard({ page }: PersonaPage, text: string): Locator {
  return page.locator('[data-message-id]').filter({ hasText: text }).last();
}

/** The newest message that holds `text`, by itself. */
async function shootCard(person: PersonaPage, text: string, name: string): Promise<void> {
  const { page } = person;
  const message = newestCard(person, text);
  await message.waitFor();
  await page.evaluate(() => document.fonts.ready);
  await message.screenshot({ path: `${IMAGES}${name}.png`, animations: 'disabled' });
}

async function shoot({ page }: PersonaPage, name: string): Promise<void> {
  await page.evaluate(() => document.fonts.ready);
  await page.screenshot({ path: `${IMAGES}${name}.png`, animations: 'disabled' });
}
