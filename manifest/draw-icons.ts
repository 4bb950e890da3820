/**
 * Draws the PNG icons from their SVG sources. The PNGs are committed, so only who changes a drawing runs this:
 * `node manifest/draw-icons.ts`
 */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import bundled from '@sparticuz/chromium';
import { type Browser, chromium } from 'playwright-core';
import { COLOR_ICON, ICONS_DIR, type IconKind, OUTLINE_ICON } from './icon-kinds.ts';

async function draw(browser: Browser, { file, size }: IconKind): Promise<void> {
  const source = await readFile(join(ICONS_DIR, file.replace(/\.png$/, '.svg')), 'utf8');
  const page = await browser.newPage({ viewport: { width: size, height: size } });
  await page.setContent(`<style>html, body { margin: 0 } svg { display: block }</style>${source}`);
  await page.screenshot({ path: join(ICONS_DIR, file), omitBackground: true });
  await page.close();
}

const browser = await chromium.launch({
  executablePath: await bundled.executablePath(),
  // In a single process, closing one page ends the whole browser.
  args: bundled.args.filter((flag) => flag !== '--single-process'),
});
try {
  for (const icon of [COLOR_ICON, OUTLINE_ICON]) await draw(browser, icon);
} finally {
  await browser.close();
}
