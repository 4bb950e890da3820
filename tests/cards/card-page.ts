import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { promisify } from 'node:util';
import type { Browser, Page } from 'playwright-core';
import type { CardJson } from '../../bot/cards/card.ts';
import { makeTempDir } from '../helpers/temp-dir.ts';

export const THEMES = ['light', 'dark', 'contrast'] as const;
export type Theme = (typeof THEMES)[number];

/** A page that draws cards with the sandbox's own renderer, as Teams would. */
export interface CardPage {
  readonly page: Page;
  /** Draws these cards, below each other, in a window of that width. */
  show(cards: readonly (readonly [string, CardJson])[], theme: Theme, width: number): Promise<void>;
  close(): Promise<void>;
}

const CONTENT_TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
};

const BUILD_FILE = join(import.meta.dirname, 'build-page.ts');

/** Nothing listens there: the browser's own routing answers. Of this machine, or pages may not do all that they may. */
const ORIGIN = 'http://localhost';

/** Builds the page from the sources as they are, and opens it. */
export async function openCardPage(browser: Browser): Promise<CardPage> {
  const dist = await makeTempDir();
  // Jest says `test`, by which React would be built for its own tests.
  const env = { ...process.env, NODE_ENV: 'production' };
  await promisify(execFile)(process.execPath, [BUILD_FILE, dist.path], { env });
  const page = await browser.newPage({ reducedMotion: 'reduce' });
  await page.route(`${ORIGIN}/**`, async (route) => {
    const { pathname } = new URL(route.request().url());
    const file = pathname === '/' ? 'index.html' : pathname;
    await route.fulfill({
      body: await readFile(join(dist.path, file)),
      contentType: CONTENT_TYPES[extname(file)] ?? 'application/octet-stream',
    });
  });
  await page.goto(`${ORIGIN}/`);
  return {
    page,
    async show(cards, theme, width) {
      await page.setViewportSize({ width, height: 900 });
      await page.evaluate(
        async ([shown, name]) => {
          globalThis.showCards(shown, name);
          // Cards are drawn again once they know how wide they are.
          await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
        },
        [cards, theme] as const,
      );
      const drawn = await page.locator('section .ac-adaptiveCard').count();
      if (drawn !== cards.length) throw new Error(`${drawn} of ${cards.length} cards were drawn.`);
    },
    async close() {
      await page.close();
      await dist.remove();
    },
  };
}
