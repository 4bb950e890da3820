/**
 * Takes the pictures of the dashboard in `docs/images` anew: `node tests/e2e/take-dashboard-screenshots.ts`. Look at them
 * before committing.
 */
import { openBrowser } from '../helpers/browser.ts';
import { startOnPostgres } from './on-postgres.ts';
import { openAs } from './pages.ts';
import { tellOfThreeMonths } from './three-months.ts';
import { hearVoices } from './voices.ts';

const IMAGES = new URL('../../docs/images/', import.meta.url).pathname;
const DESKTOP = { width: 1400, height: 950 };
/** For a page that a person scrolls through. */
const TALL_PHONE = { width: 390, height: 1_500 };

const [browser, milepost] = await Promise.all([openBrowser(), startOnPostgres()]);
try {
  await tellOfThreeMonths(browser, milepost);
  await hearVoices(milepost);
  const { page, openTab } = await openAs(browser, milepost, 'director');
  await page.setViewportSize(DESKTOP);
  await page.getByRole('button', { name: 'Put this hint away' }).click();
  const tab = await openTab();
  await tab.getByRole('heading', { name: 'Asked of the board' }).waitFor();

  const shoot = async (name: string) => {
    // Nothing is pointed at.
    await page.mouse.move(DESKTOP.width / 2, 8);
    await page.evaluate(() => document.fonts.ready);
    await page.screenshot({ path: `${IMAGES}${name}.png`, animations: 'disabled' });
  };
  const switchTheme = async (name: string) => {
    await page.getByRole('button', { name: /^Theme:/ }).click();
    await page.getByRole('menuitemradio', { name }).click();
    await page.getByRole('menu').waitFor({ state: 'detached' });
  };
  const goTo = async (view: string, heading: string | RegExp) => {
    await tab.getByRole('link', { name: view, exact: true }).click();
    await tab.getByRole('heading', { name: heading }).first().waitFor();
  };

  await shoot('tab');
  await goTo('Timeline', 'Timeline by theme');
  await shoot('tab-timeline');
  await goTo('All items', /^All items/);
  await shoot('tab-items');
  await goTo('Groups', /^Groups/);
  await shoot('tab-groups');
  await goTo('Changes', /^What stands otherwise/);
  await shoot('tab-changes');
  await goTo('Measures', /^Specialist placements/);
  await shoot('tab-measures');
  await goTo('Co-production', 'Parents and carers');
  await shoot('tab-co-production');
  await goTo('Board reports', 'Education Transformation Programme Board');
  await tab.getByRole('link', { name: 'Open the draft' }).first().click();
  await tab.getByRole('heading', { name: 'What is asked of the board' }).waitFor();
  await shoot('report-draft');
  await tab.getByRole('link', { name: 'As page' }).click();
  await tab.getByRole('article').waitFor();
  await shoot('report-page');
  await switchTheme('Dark');
  await shoot('report-dark');
  await switchTheme('High contrast');
  await shoot('report-contrast');
  await switchTheme('Light');
  await goTo('Plan on a page', 'Asked of the board');
  await switchTheme('Dark');
  await shoot('tab-dark');
  await switchTheme('High contrast');
  await shoot('tab-contrast');
  await switchTheme('Light');
  const story = tab.getByRole('dialog');
  await tab
    .getByRole('button', { name: /^3, Red/ })
    .first()
    .click();
  await story.getByText('Two schools still to comment').first().waitFor();
  await shoot('item');
  await page.keyboard.press('Escape');
  await story.waitFor({ state: 'detached' });
  await page.setViewportSize(TALL_PHONE);
  await tab.locator('body').evaluate(() => window.scrollTo(0, 0));
  await shoot('tab-phone');
} finally {
  await browser.close();
  await milepost.close();
}
