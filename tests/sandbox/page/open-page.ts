import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import type { Browser, Page } from 'playwright-core';
import { openBrowser } from '../../helpers/browser.ts';
import { type Sandbox, startSandbox } from '../../helpers/sandbox.ts';
import { openStubBot, type StubBot } from './stub-bot.ts';

/** The SEND group's channel of the seed's tenant. */
export const SEND_CHANNEL = '19:8f69c34a033d548389523143c3a7333d@thread.tacv2';

/** A real sandbox with a stub for its bot, and a real browser to look at its page with. */
export interface PageTrial {
  readonly sandbox: Sandbox;
  readonly bot: StubBot;
  /** Opens the page in a profile of its own. Whatever the page complains of goes into `complaints`. */
  open(address: string, options?: Parameters<Browser['newContext']>[0]): Promise<Page>;
  /** Errors on the console of every page opened, and exceptions nobody caught. */
  readonly complaints: string[];
  close(): Promise<void>;
}

export async function openPageTrial(): Promise<PageTrial> {
  // Does nothing when the page is built already; a test must never look at an old page.
  await promisify(execFile)(process.execPath, ['sandbox/page/build.ts']);
  const bot = await openStubBot();
  const [sandbox, browser] = await Promise.all([
    startSandbox({ SANDBOX_BOT_URL: bot.url, SANDBOX_CLOCK_LISTENER: `${bot.url}/clock` }),
    openBrowser(),
  ]);
  await fetch(`${sandbox.pageUrl}/sandbox/install`, { method: 'POST' });
  const complaints: string[] = [];
  return {
    sandbox,
    bot,
    complaints,
    async open(address, options) {
      const context = await browser.newContext({ viewport: { width: 1400, height: 900 }, ...options });
      const page = await context.newPage();
      page.on('console', (message) => {
        if (message.type() === 'error' && !message.text().includes(HOST_LIST))
          complaints.push(message.text());
      });
      page.on('pageerror', (error) => complaints.push(error.message));
      await page.goto(`${sandbox.pageUrl}/${address}`);
      return page;
    },
    async close() {
      await browser.close();
      await sandbox.stop();
      await bot.close();
    },
  };
}

/** Where teams-js, in the stand-in for the tab, asks for the list of its hosts; its page may not. */
const HOST_LIST = 'https://res.cdn.office.net/';

/** The address of a channel, as a persona. */
export function channelAddress(persona: string, channelId = SEND_CHANNEL): string {
  return `?persona=${persona}#/teams/${encodeURIComponent(channelId)}`;
}
