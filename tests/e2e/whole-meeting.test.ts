import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Browser, Locator } from 'playwright-core';
import { openBrowser } from '../helpers/browser.ts';
import type { Milepost } from '../helpers/milepost.ts';
import { startOnPostgres } from './on-postgres.ts';
import { openAs, type PersonaPage } from './pages.ts';
import { openSite, type Site } from './site.ts';

/** One meeting of the SEND group, from its open check-in to an update that comes late. */
let browser: Browser;
let milepost: Milepost;
let site: Site;
let owner: PersonaPage;
let chair: PersonaPage;
let manager: PersonaPage;
let stranger: PersonaPage;

beforeAll(async () => {
  [browser, milepost] = await Promise.all([openBrowser(), startOnPostgres()]);
  site = await openSite(milepost);
  owner = await openAs(browser, milepost, 'send-owner');
  chair = await openAs(browser, milepost, 'send-chair');
  manager = await openAs(browser, milepost, 'plan-manager');
  stranger = await openAs(browser, milepost, 'finance-chair');
}, 180_000);
afterAll(async () => {
  await browser?.close();
  await milepost?.close();
});

const checkInOf = (person: PersonaPage): Promise<Locator> => person.openPost('SEND', 'SEND group check-in');

/** Presses a button of the check-in and answers the dialog it opens. */
async function openForm(person: PersonaPage, button: string): Promise<Locator> {
  const post = await checkInOf(person);
  await post.getByRole('button', { name: button, exact: true }).click();
  const dialog = person.page.getByRole('dialog');
  await dialog.waitFor();
  return dialog;
}

/** Fills in what a form asks of its n-th item, from 0. */
async function answer(dialog: Locator, at: number, said: Readonly<Record<string, string>>): Promise<void> {
  for (const [label, value] of Object.entries(said)) {
    const input = dialog.getByLabel(label, { exact: false }).nth(at);
    const isChoice = await input.evaluate((element) => element.tagName === 'SELECT');
    await (isChoice ? input.selectOption(value) : input.fill(value));
  }
}

async function recommendation(number: number) {
  const rows = await site.rows('Recommendations');
  const found = rows.find((fields) => fields.Number === number);
  if (found === undefined) throw new Error(`there is no recommendation ${number}`);
  return found;
}

describe('a meeting of four people, in order', () => {
  test('the owner expects one item later and says why, and waits on another group for the next', async () => {
    const watched = await checkInOf(chair);
    await watched.getByText('0 of 3 answered').waitFor();

    const dialog = await openForm(owner, 'Answer mine');
    await answer(dialog, 0, {
      Stage: 'In progress',
      'How confident are you?': 'Amber',
      'When do you expect it to be done?': '2022-02-28',
      'Note: where does it stand?': 'Two schools still to comment',
    });
    await dialog.getByRole('button', { name: 'Answer in full: 12' }).click();
    await dialog.getByLabel('Stage').nth(1).waitFor();
    await answer(dialog, 1, { Stage: 'Waiting on others', 'How confident are you?': 'Amber' });
    await dialog.getByRole('button', { name: /Waiting on somebody.*12/ }).click();
    await dialog.getByLabel('Which group does it wait on?').nth(1).selectOption({ label: 'Finance' });
    await answer(dialog, 1, {
      'What is in the way?': 'Nobody has said who funds the places',
      'Why? Needed': 'Finance decides in February; I have asked for it to be brought forward',
    });
    await dialog.getByRole('button', { name: 'Save answers' }).click();
    await dialog.getByText('Say why').first().waitFor();
    expect(await dialog.getByLabel('Note: where does it stand?').first().inputValue()).toBe(
      'Two schools still to comment',
    );

    await answer(dialog, 0, { 'Why? Needed': 'Schools were closed; they are rung this week' });
    await dialog.getByRole('button', { name: 'Save answers' }).click();
    await owner.page
      .getByText(/^Saved/)
      .first()
      .waitFor();
    await watched.getByText('2 of 3 answered').waitFor();
    await watched.getByText('SEND group owner').first().waitFor();

    await site.waitForRow('Recommendations', (row) => row.Number === 3 && row.Stage === 'In progress');
    expect(await recommendation(3)).toMatchObject({
      Confidence: 'Amber',
      ForecastDue: '2022-02-28T00:00:00Z',
    });
    const blocked = await site.waitForRow('Updates', (row) => row.Stage === 'Waiting on others');
    expect(String(blocked.Blocker)).toContain('Finance');
    expect(String(blocked.Blocker)).toContain('Nobody has said who funds the places');
  });

  test('nothing has changed for the rest: one press, once, however often it is delivered', async () => {
    await milepost.control('POST', '/sandbox/faults', [{ kind: 'teams-deliver-twice', repeatAs: 'new-id' }]);
    const post = await checkInOf(owner);
    await post.getByRole('button', { name: 'No change for all mine' }).click();
    await post.getByText('3 of 3 answered').waitFor();
    await milepost.control('POST', '/sandbox/faults', []);
    await site.waitForRow('Updates', (row) => row.ItemId === 14);
    const ofFourteen = (await site.rows('Updates')).filter((row) => row.ItemId === 14);
    expect(ofFourteen).toHaveLength(1);
    expect(ofFourteen[0]).toMatchObject({ Stage: 'Not started', PreviousStage: 'Not started' });
  });

  test('the chair answers an item that the owner answered: both keep their words', async () => {
    const dialog = await openForm(chair, 'Answer mine');
    await dialog.getByText('Agree a protocol').first().waitFor();
    await answer(dialog, 0, { 'Note: where does it stand?': 'I have written to both heads' });
    await dialog.getByRole('button', { name: 'Save answers' }).click();
    await chair.page
      .getByText(/SEND group owner answered it/)
      .first()
      .waitFor();
    await site.waitForRow('Updates', (row) => row.Note === 'I have written to both heads');
    const words = (await site.rows('Updates')).map((row) => row.Note);
    expect(words).toContain('Two schools still to comment');
  });

  test('an action is added, a decision recorded, and who was there', async () => {
    const action = await openForm(manager, 'Add action');
    await action.getByLabel('What is to be done?').fill('Ring the two schools');
    await action.getByLabel('Who does it?').fill('SEND group owner');
    await manager.page.getByRole('option', { name: 'SEND group owner' }).first().click();
    await action.getByLabel('When is it due?').fill('2022-01-21');
    await action.getByRole('button', { name: 'Add action' }).click();
    await manager.page
      .getByText(/^Added “Ring the two schools”/)
      .first()
      .waitFor();

    const decision = await openForm(chair, 'Record decision');
    await decision.getByLabel('What was decided?').fill('The hub keeps the shared calendar');
    await decision
      .getByRole('button', { name: 'Save' })
      .or(decision.getByRole('button', { name: 'Record decision' }))
      .first()
      .click();
    await decision.waitFor({ state: 'hidden' });

    const attendance = await openForm(chair, 'Attendance');
    await attendance.getByLabel('SEND group chair').check();
    await attendance.getByLabel('Plan manager').check();
    await attendance.getByRole('button', { name: 'Save' }).click();
    await attendance.waitFor({ state: 'hidden' });

    const owners = await site.rows('Owners');
    const idOf = (title: string) => owners.find((row) => row.Title === title)?.id;
    const meeting = await site.waitForRow('Meetings', (row) =>
      String(row.Decisions ?? '').includes('shared calendar'),
    );
    const added = await site.waitForRow('Actions', (row) => row.Title === 'Ring the two schools');
    expect(added).toMatchObject({
      BaselineDue: '2022-01-21T00:00:00Z',
      ForecastDue: '2022-01-21T00:00:00Z',
      Stage: 'Not started',
      OwnerLookupId: idOf('SEND group owner'),
      RaisedAtLookupId: meeting.id,
    });
    await site.waitForRow('Meetings', (row) => JSON.stringify(row.Attendees ?? []).includes('Plan manager'));
  });

  test('text that may name a child is held back until somebody has looked again', async () => {
    const dialog = await openForm(chair, 'Record decision');
    await dialog.getByLabel('What was decided?').fill('Place for Sam Carter, born 3 May 2012');
    await dialog
      .getByRole('button')
      .filter({ hasText: /Save|Record/ })
      .first()
      .click();
    await dialog
      .getByText(/This looks like a name with a date of birth/)
      .first()
      .waitFor();
    await chair.page.keyboard.press('Escape');
    await chair.page.getByRole('button', { name: /Leave|Discard/ }).click();
    expect(JSON.stringify(await site.rows('Meetings'))).not.toContain('Sam Carter');
  });

  test('somebody of another group is refused in words and changes nothing', async () => {
    const before = await site.rows('Updates');
    const post = await checkInOf(stranger);
    await post.getByRole('button', { name: 'Answer mine' }).click();
    await stranger.page.getByText('Only members of the SEND group can answer this check-in.').waitFor();
    await post.getByRole('button', { name: 'More…' }).click();
    await stranger.page
      .getByText(/Only the chair of the SEND group|Only members of the SEND group/)
      .last()
      .waitFor();
    expect(await site.rows('Updates')).toEqual(before);
  });

  test('the chair closes the check-in, and its record stands in the channel once', async () => {
    const dialog = await openForm(chair, 'More…');
    await dialog.getByRole('button', { name: 'Close the check-in now' }).click();
    await site.waitForRow('Meetings', (row) => row.State === 'Closed');
    const summary = await chair.openPost('SEND', '3 of 3 answered');
    for (const words of [
      'The hub keeps the shared calendar',
      'Ring the two schools',
      'Schools were closed; they are rung this week',
      'Nobody has said who funds the places',
      'SEND group chair',
    ]) {
      await chair.page.getByText(words).first().waitFor();
    }
    await summary.waitFor();
  });

  test('an answer after that is a late update, and says so', async () => {
    const dialog = await openForm(owner, 'Add a late update');
    await answer(dialog, 0, { 'Note: where does it stand?': 'Both schools have agreed' });
    await dialog.getByRole('button', { name: 'Save answers' }).click();
    await owner.page
      .getByText(/late update/)
      .first()
      .waitFor();
    const post = await checkInOf(owner);
    await post.getByText(/late/).first().waitFor();
    await site.waitForRow('Updates', (row) => row.Note === 'Both schools have agreed');
    await site.waitForRow('Recommendations', (row) => row.LatestNote === 'Both schools have agreed');
  });
});
