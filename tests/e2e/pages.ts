import type { Browser, FrameLocator, Locator, Page } from 'playwright-core';
import type { Milepost } from '../helpers/milepost.ts';

/** The sandbox's page as one persona sees it. */
export interface PersonaPage {
  readonly page: Page;
  /** Opens a channel and answers its newest post that holds `text`. */
  openPost(channel: string, text: string): Promise<Locator>;
  /** Opens the chat with Milepost. */
  openChat(): Promise<void>;
  /** Writes to Milepost where the page stands. */
  write(text: string): Promise<void>;
  /** Sends a file to Milepost where the page stands. */
  sendFile(name: string, content: string | Buffer): Promise<void>;
  /** Presses a button of a post's card and answers the dialog that opens. */
  openDialog(post: Locator, button: string): Promise<Locator>;
  /** Makes an action of a message: answers the dialog of the message action. */
  addAsAction(post: Locator): Promise<Locator>;
  /** Looks for an item from the box where a message is written, and posts the one whose title begins with `title`. */
  postFound(words: string, title: string): Promise<void>;
  /** Starts a meeting in the channel that stands open. */
  meetNow(): Promise<void>;
  endMeeting(): Promise<void>;
  /** Opens the Milepost tab. */
  openTab(): Promise<FrameLocator>;
  close(): Promise<void>;
}

const FIND = 'Find a recommendation or action';

/** Opens the page as a persona, by its id in the sandbox. */
export async function openAs(browser: Browser, milepost: Milepost, persona: string): Promise<PersonaPage> {
  const context = await browser.newContext({ viewport: { width: 1400, height: 900 } });
  const page = await context.newPage();
  await page.goto(`${milepost.pageUrl}/?persona=${persona}`);
  const rail = page.getByRole('navigation', { name: 'Apps' });
  return {
    page,
    async openPost(channel, text) {
      await rail.getByRole('link', { name: 'Teams' }).click();
      await page.getByRole('link', { name: new RegExp(`^${channel}(,|$)`) }).click();
      const post = page.locator('[data-message-id]').filter({ hasText: text }).last();
      await post.waitFor();
      return post;
    },
    async openChat() {
      await rail.getByRole('link', { name: 'Chat' }).click();
      await page.getByRole('log', { name: /Messages in the chat/ }).waitFor();
    },
    async write(text) {
      const box = page.getByRole('textbox', { name: /Milepost/ });
      await box.fill(text);
      await box.press('Enter');
    },
    async sendFile(name, content) {
      const buffer = Buffer.from(content);
      await page.getByLabel('Files to attach').setInputFiles({ name, mimeType: '', buffer });
      await page.getByRole('button', { name: 'Send', exact: true }).click();
    },
    async openDialog(post, button) {
      await post.getByRole('button', { name: button, exact: true }).click();
      return shownDialog(page);
    },
    async addAsAction(post) {
      await post.getByRole('button', { name: 'More options' }).first().click();
      await page.getByRole('menuitem', { name: 'Add as action' }).click();
      return shownDialog(page);
    },
    async postFound(words, title) {
      await page.getByRole('button', { name: FIND }).last().click();
      const panel = page.getByRole('region', { name: FIND });
      await panel.getByRole('searchbox', { name: FIND }).fill(words);
      await panel
        .getByRole('button', { name: `Post ${title}` })
        .first()
        .click();
      await panel.waitFor({ state: 'detached' });
    },
    async meetNow() {
      await page.getByRole('button', { name: 'Meet now' }).click();
      await page.getByRole('button', { name: 'End meeting' }).waitFor();
    },
    async endMeeting() {
      await page.getByRole('button', { name: 'End meeting' }).click();
      await page.getByRole('button', { name: 'Meet now' }).waitFor();
    },
    async openTab() {
      await rail.getByRole('link', { name: 'Milepost' }).click();
      return page.frameLocator('iframe');
    },
    close: () => context.close(),
  };
}

async function shownDialog(page: Page): Promise<Locator> {
  const dialog = page.getByRole('dialog');
  await dialog.locator('.ac-adaptiveCard').waitFor();
  return dialog;
}

/**
 * Fills in a dialog or a card: texts and dates as they are typed, choices by their title, those that are searched
 * by a part of it. Where several inputs have a label, the first is meant; pass a part of the card to mean another.
 */
export async function fillIn(form: Locator, answers: Readonly<Record<string, string>>): Promise<void> {
  for (const [label, answer] of Object.entries(answers)) {
    const input = form.getByLabel(label).first();
    const kind = await input.evaluate((found) => found.role ?? found.localName);
    if (kind === 'select') await input.selectOption({ label: answer });
    else if (kind === 'radiogroup') await input.getByRole('radio', { name: answer, exact: true }).check();
    else await input.fill(answer);
    if (kind === 'combobox') await form.getByRole('option', { name: answer }).first().click();
  }
}

/** Presses the button that submits a dialog, and waits until it has closed or shows `said`. */
export async function submit(dialog: Locator, button: string, said?: string | RegExp): Promise<void> {
  await dialog.getByRole('button', { name: button, exact: true }).click();
  if (said === undefined) await dialog.waitFor({ state: 'detached' });
  else await dialog.page().getByText(said).first().waitFor();
}
