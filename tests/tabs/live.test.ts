import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Browser, BrowserContext, Frame } from 'playwright-core';
import { markDeleted } from '../../store/mirror.ts';
import { raisePlanVersion } from '../../store/plan-versions.ts';
import { openBrowser } from '../helpers/browser.ts';
import { makeOwner, makePlan, makeRecommendation } from '../helpers/make-plan.ts';
import { type DashboardServer, startDashboardServer } from '../server/helpers/dashboard-server.ts';
import { putRows } from '../workflow/helpers/fill-mirror.ts';
import { accessibilityFaults } from './axe.ts';
import { buildTabIfStale } from './built-tab.ts';
import { HOST_PAGE } from './host-page.ts';

const director = makeOwner({ roles: ['Director'] });
const recommendations = [1, 2, 3].map((number) =>
  makeRecommendation({ number, confidence: number === 1 ? 'Red' : 'Green' }),
);
const plan = makePlan({ owners: [director], recommendations });

let browser: Browser;
let server: DashboardServer;
beforeAll(async () => {
  [server, browser] = await Promise.all([startDashboardServer(plan), openBrowser(), buildTabIfStale()]);
});
afterAll(async () => {
  await browser?.close();
  await server?.stop();
});

/** What another process does while the page is open. */
const say = async (confidence: 'Red' | 'Amber' | 'Green') => {
  await putRows(server.database, plan.id, 'Recommendations', [makeRecommendation({ number: 2, confidence })]);
  await raisePlanVersion(server.database, plan.id);
};

interface OpenDashboard {
  readonly tab: Frame;
  readonly context: BrowserContext;
  /** Status of each answer with the overview so far. */
  readonly answers: readonly number[];
}

/** The tab of the real server, in a page that stands in for Teams and has a good token. */
const withDashboard = async (use: (open: OpenDashboard) => Promise<void>) => {
  const token = (await server.tokenOf(director)).replace('Bearer ', '');
  const context = await browser.newContext();
  const answers: number[] = [];
  try {
    await context.route('https://res.cdn.office.net/**', () => {});
    await context.route(`${server.url}/`, (route) =>
      route.fulfill({ contentType: 'text/html', body: HOST_PAGE.replace('token-of-u1', token) }),
    );
    context.on('response', (answer) => {
      if (answer.url().includes('/overview')) answers.push(answer.status());
    });
    const page = await context.newPage();
    await page.goto(`${server.url}/`);
    const tab = page.frame({ url: /\/tab\// });
    if (!tab) throw new Error('The host page has no tab in it.');
    await tab.getByRole('group', { name: 'Recommendations by colour' }).waitFor();
    await use({ tab, context, answers });
  } finally {
    await context.close();
  }
};
/** The figures, once so many recommendations are Red. */
const redFigure = (tab: Frame, count: number) =>
  tab
    .getByRole('group', { name: 'Recommendations by colour' })
    .filter({ hasText: new RegExp(`${count}\\s*R\\s*Red`) });

test('figures move while a meeting answers, without a press, and whoever listens is told', () =>
  withDashboard(async ({ tab }) => {
    await redFigure(tab, 1).waitFor();
    await say('Red');
    await redFigure(tab, 2).waitFor();
    await tab.getByText('Updated 09:00. Red: 2, was 1. Green: 1, was 2.').waitFor({ state: 'attached' });
    await say('Green');
    await redFigure(tab, 1).waitFor();
  }));

test('what has not changed is not sent again, and the moment shown goes on', () =>
  withDashboard(async ({ tab, answers }) => {
    await tab.getByText('Mon 10 Jan 2022, 09:00').waitFor();
    server.deps.setClock('2022-01-10T09:05:00Z');
    await tab.evaluate(() => window.dispatchEvent(new Event('focus')));
    await tab.getByText('Mon 10 Jan 2022, 09:05').waitFor();
    server.deps.setClock('2022-01-10T09:00:00Z');
    expect(answers[0]).toBe(200);
    expect(new Set(answers.slice(1))).toEqual(new Set([304]));
  }));

test('cut off, the page keeps what it shows and says of when that is, until it is connected again', () =>
  withDashboard(async ({ tab, context }) => {
    const words = tab.getByText('Not connected: shown as of Mon 10 Jan 2022, 09:00.');
    await context.setOffline(true);
    await words.waitFor();
    expect(await redFigure(tab, 1).count()).toBe(1);
    expect(await accessibilityFaults(tab)).toEqual([]);
    await say('Red');
    await context.setOffline(false);
    await words.waitFor({ state: 'detached' });
    await redFigure(tab, 2).waitFor();
    await say('Green');
  }));

// The last one leaves the plan changed.
test('whoever is taken out of the plan sees no more of it', () =>
  withDashboard(async ({ tab }) => {
    await markDeleted(server.database, plan.id, 'Owners', [director.itemId ?? 0]);
    await raisePlanVersion(server.database, plan.id);
    await tab.getByText('You are not in this improvement plan.').waitFor();
    expect(await tab.getByRole('group', { name: 'Recommendations by colour' }).count()).toBe(0);
  }));
