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
  /** Opens the Milepost tab. */
  openTab(): Promise<FrameLocator>;
  close(): Promise<void>;
}

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
    async openTab() {
      await rail.getByRole('link', { name: 'Milepost' }).click();
      return page.frameLocator('iframe');
    },
    close: () => context.close(),
  };
}
