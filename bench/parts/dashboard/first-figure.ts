import type { Browser } from 'playwright-core';
import { HOST_PAGE } from '../../../tests/tabs/host-page.ts';
import type { DashboardWorker } from './start-worker.ts';
import type { Viewer } from './worker-messages.ts';

/** As of a cheap phone beside a desk computer. */
const SLOWED_DOWN = 4;

/** Milliseconds from opening the tab, in a browser that knows nothing of it, until the first figures stand there. */
export async function timeFirstFigure(
  browser: Browser,
  { url }: Pick<DashboardWorker, 'url'>,
  { authorization }: Viewer,
): Promise<number> {
  const context = await browser.newContext();
  try {
    await context.route('https://res.cdn.office.net/**', () => {});
    const body = HOST_PAGE.replace('token-of-u1', authorization.replace('Bearer ', ''));
    await context.route(`${url}/`, (route) => route.fulfill({ contentType: 'text/html', body }));
    const page = await context.newPage();
    const session = await context.newCDPSession(page);
    await session.send('Emulation.setCPUThrottlingRate', { rate: SLOWED_DOWN });
    const startedMs = performance.now();
    await page.goto(`${url}/`);
    const figures = page.frameLocator('iframe').getByRole('group', { name: 'Recommendations by colour' });
    await figures.waitFor();
    return performance.now() - startedMs;
  } finally {
    await context.close();
  }
}
