import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { openBrowser } from '../helpers/browser.ts';
import { accessibilityFaults } from './axe.ts';
import { buildTabIfStale } from './built-tab.ts';
import { PERSON, PLAN_NAME, type SignInTrial, startSignInTrial } from './sign-in-trial.ts';

let browser: Browser;
let trial: SignInTrial;
beforeAll(async () => {
  await buildTabIfStale();
  browser = await openBrowser();
  trial = await startSignInTrial(browser);
});
afterEach(() => trial?.need(PERSON.id, null));
afterAll(async () => {
  await trial?.close();
  await browser?.close();
});

const TOKEN = 'milepost.sign-in.token';
const planOf = (page: Page) => page.getByRole('heading', { level: 1, name: PLAN_NAME });
const heading = (page: Page, name: string) => page.getByRole('heading', { level: 1, name });
/** Picks themselves on Microsoft's page. */
const pick = (page: Page, name = PERSON.name) =>
  page.getByRole('button', { name: new RegExp(`^${name}\\b`) }).click();
const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();
const hashOf = (page: Page) => new URL(page.url()).hash;
/** Lets the token that is kept run out. */
const runOut = (page: Page) =>
  page.evaluate((name) => {
    const kept = JSON.parse(sessionStorage.getItem(name) ?? '{}') as object;
    sessionStorage.setItem(name, JSON.stringify({ ...kept, expiresAtMs: 0 }));
  }, TOKEN);

describe('in a browser outside Teams', () => {
  test('somebody picks themselves and is at the very address they came by, without a cookie', async () => {
    const complaints = await trial.open(`${trial.tabUrl}#view=items&colour=Red`, async (page) => {
      await pick(page);
      await planOf(page).waitFor();
      expect(hashOf(page)).toBe('#view=items&colour=Red');
      await page.getByText(`Signed in as ${PERSON.name}`).waitFor();
      expect(await page.evaluate(() => [document.cookie, localStorage.length])).toEqual(['', 0]);
      expect(await accessibilityFaults(page.mainFrame())).toEqual([]);
      // Nothing is asked again when the page is loaded again.
      await page.reload();
      await planOf(page).waitFor();
    });
    expect(complaints).toEqual([]);
  });

  test('somebody of the tenant who is in no plan is told so, and can be somebody else', () =>
    trial
      .open(trial.tabUrl, async (page) => {
        await pick(page, 'Director for Education');
        await page.getByText('You are not in a plan yet').waitFor();
        await page.evaluate(() => sessionStorage.setItem('milepost.unsaved alp', 'Their own words.'));
        await press(page, 'Sign out');
        await heading(page, 'You are signed out').waitFor();
        expect(await page.evaluate(() => sessionStorage.getItem('milepost.unsaved alp'))).toBeNull();
        await press(page, 'Sign in');
        await pick(page);
        await planOf(page).waitFor();
      })
      .then((complaints) => expect(complaints).toEqual([])));

  test('a token that has run out is renewed without a word, at the same place', () =>
    trial.open(trial.tabUrl, async (page) => {
      await pick(page);
      await planOf(page).waitFor();
      await page.evaluate(() => {
        window.location.hash = '#view=items';
        // Of this document only.
        Object.assign(window, { isOld: true });
      });
      const before = await page.evaluate((name) => sessionStorage.getItem(name), TOKEN);
      await runOut(page);
      await page.evaluate(() => window.dispatchEvent(new Event('focus')));
      await page.waitForFunction(() => !('isOld' in window));
      await planOf(page).waitFor();
      expect(hashOf(page)).toBe('#view=items');
      expect(await page.evaluate((name) => sessionStorage.getItem(name), TOKEN)).not.toBe(before);
    }));

  test('where Microsoft wants to see the person again, a button leads there and back to the place', () =>
    trial.open(`${trial.tabUrl}#view=items`, async (page) => {
      await pick(page);
      await planOf(page).waitFor();
      await runOut(page);
      await page.context().clearCookies();
      await page.evaluate(() => window.dispatchEvent(new Event('focus')));
      await heading(page, 'Your sign-in has run out').waitFor();
      expect(await accessibilityFaults(page.mainFrame())).toEqual([]);
      await press(page, 'Sign in');
      await pick(page);
      await planOf(page).waitFor();
      expect(hashOf(page)).toBe('#view=items');
    }));

  test('whoever stops half-way, or is stopped, can begin anew', () =>
    trial.open(trial.tabUrl, async (page) => {
      await press(page, 'Cancel');
      await heading(page, 'You are not signed in').waitFor();
      expect(await accessibilityFaults(page.mainFrame())).toEqual([]);
      await press(page, 'Sign in as somebody else');
      await pick(page);
      await planOf(page).waitFor();
    }));

  test('permission that is missing is asked for, and what only an administrator can give is said', async () => {
    await trial.open(trial.tabUrl, async (page) => {
      await pick(page);
      await planOf(page).waitFor();
      await trial.need(PERSON.id, 'consent');
      await runOut(page);
      await page.evaluate(() => window.dispatchEvent(new Event('focus')));
      await heading(page, 'Milepost needs permission first').waitFor();
      await page.getByText('Its code is AADSTS65001.').waitFor();
      await press(page, 'Sign in');
      await press(page, 'Accept');
      await planOf(page).waitFor();
    });
  });

  test.each([
    ['was never asked for', 'code=made-up&state=made-up', false],
    ['is of another state', 'code=made-up&state=made-up', true],
    ['is a refusal of another state', 'error=access_denied&state=made-up', true],
  ])('an answer that %s lets nobody in', (_what, answer, isAsked) =>
    trial.open(isAsked ? trial.tabUrl : 'about:blank', async (page) => {
      if (isAsked) await page.getByRole('heading', { name: 'Pick an account' }).waitFor();
      await page.goto(`${trial.tabUrl}#${answer}`);
      await heading(page, 'This sign-in cannot be used').waitFor();
      expect(hashOf(page)).toBe('');
      await press(page, 'Sign in');
      await pick(page);
      await planOf(page).waitFor();
    }),
  );

  test('an answer whose code was redeemed by somebody else lets nobody in', () =>
    trial.open(trial.tabUrl, async (page) => {
      await page.route('**/oauth2/v2.0/token', async (route) => {
        const request = route.request();
        await fetch(request.url(), {
          method: 'POST',
          headers: { origin: new URL(trial.tabUrl).origin },
          body: new URLSearchParams(request.postData() ?? ''),
        });
        await route.continue();
      });
      await pick(page);
      await heading(page, 'This sign-in cannot be used').waitFor();
    }));

  test('a sign-in that is not reached can be tried again', () =>
    trial.open('about:blank', async (page) => {
      await page.route('**/api/v1/sign-in', (route) => route.abort());
      await page.goto(trial.tabUrl);
      await heading(page, 'The sign-in cannot be reached').waitFor();
      await page.unroute('**/api/v1/sign-in');
      await press(page, 'Try again');
      await page.route('**/oauth2/v2.0/token', (route) => route.abort());
      await pick(page);
      await heading(page, 'The sign-in cannot be reached').waitFor();
      await page.unroute('**/oauth2/v2.0/token');
      await press(page, 'Try again');
      await planOf(page).waitFor();
    }));

  test('a token that Milepost does not take is dropped, and not fetched again by itself', () =>
    trial.open(trial.tabUrl, async (page) => {
      await pick(page);
      await planOf(page).waitFor();
      await page.evaluate((name) => {
        const kept = JSON.parse(sessionStorage.getItem(name) ?? '{}') as object;
        sessionStorage.setItem(name, JSON.stringify({ ...kept, token: 'forged' }));
        window.dispatchEvent(new Event('focus'));
      }, TOKEN);
      await heading(page, 'Milepost did not accept your sign-in').waitFor();
      expect(await page.evaluate((name) => sessionStorage.getItem(name), TOKEN)).toBeNull();
      await press(page, 'Sign in again');
      await planOf(page).waitFor();
    }));
});

describe('inside Teams', () => {
  const openInTeams = (use: (page: Page) => Promise<void>) =>
    trial.open(`${trial.teamsUrl}/?persona=${PERSON.id}#/tab`, use);
  const tabIn = (page: Page) => page.frameLocator('iframe[title="Milepost tab"]');

  test.each([
    ['consent', 'Milepost needs your permission', 'Accept'],
    ['mfa', 'Microsoft wants to be sure that it is you', 'Approve'],
  ] as const)(
    'what Teams lacks (%s) the person gives in a window, and the plan is there',
    async (need, title, yes) => {
      await trial.need(PERSON.id, need);
      const complaints = await openInTeams(async (page) => {
        const tab = tabIn(page);
        await tab.getByRole('heading', { name: title }).waitFor();
        const frame = page.frame({ url: /\/tab\// });
        expect(frame && (await accessibilityFaults(frame))).toEqual([]);
        const [opened] = await Promise.all([
          page.waitForEvent('popup'),
          tab.getByRole('button', { name: 'Continue' }).click(),
        ]);
        await pick(opened);
        await Promise.all([opened.waitForEvent('close'), press(opened, yes)]);
        await tab.getByRole('heading', { level: 1, name: PLAN_NAME }).waitFor();
      });
      expect(complaints).toEqual([]);
    },
  );

  test('a window that is closed, or in which they say no, can be opened again', async () => {
    await trial.need(PERSON.id, 'consent');
    await openInTeams(async (page) => {
      const tab = tabIn(page);
      const openWindow = async (button: string) => {
        const popup = page.waitForEvent('popup');
        await tab.getByRole('button', { name: button }).click();
        return popup;
      };
      const closed = await openWindow('Continue');
      await closed.close();
      await tab.getByText('That did not work').waitFor();
      const refused = await openWindow('Try again');
      await Promise.all([refused.waitForEvent('close'), press(refused, 'Cancel')]);
      const agreed = await openWindow('Try again');
      await pick(agreed);
      await Promise.all([agreed.waitForEvent('close'), press(agreed, 'Accept')]);
      await tab.getByRole('heading', { level: 1, name: PLAN_NAME }).waitFor();
    });
  });
});
