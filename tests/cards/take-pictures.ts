/** Takes a picture of every card as a phone shows it: `node tests/cards/take-pictures.ts <folder>`. Look at them. */
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { withBrowser } from '../helpers/browser.ts';
import { openCardPage } from './card-page.ts';
import { sampleCards } from './sample-cards.ts';

const PHONE_PX = 390;

const [folder] = process.argv.slice(2);
if (folder === undefined) throw new Error('Say into which folder.');
await mkdir(folder, { recursive: true });
await withBrowser(async (browser) => {
  const cards = await openCardPage(browser);
  await cards.show(sampleCards(), 'light', PHONE_PX);
  for (const [name] of sampleCards())
    await cards.page
      .getByRole('region', { name, exact: true })
      .screenshot({ path: join(folder, `${name}.png`) });
  await cards.close();
});
