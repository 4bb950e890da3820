import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import type { PlanOverview } from '../../plan/content.ts';
import { openBrowser } from '../helpers/browser.ts';
import { accessibilityFaults } from './axe.ts';
import { buildTabIfStale } from './built-tab.ts';
import { ok, PLAN_PATH, withTab } from './open-tab.ts';
import { sampleOverview } from './sample-overview.ts';

let browser: Browser;
beforeAll(async () => {
  await buildTabIfStale();
  browser = await openBrowser();
});
afterAll(() => browser.close());

const CHANNEL = '19:8f69c34a033d548389523143c3a7333d@thread.tacv2';
const OF_SEND = {
  [`/channels/${encodeURIComponent(CHANNEL)}/group`]: ok({
    group: { planId: 'alp', groupKey: 'SEND', groupName: 'SEND' },
  }),
};
const PANEL_WIDTH = 280;

/** What the host page of the tests keeps in its window. */
interface Host {
  readonly settings?: Readonly<Record<string, string>>;
  readonly isValid?: boolean;
  readonly isSaved?: boolean;
}

const hostOf = (page: Page): Promise<Host> =>
  page.evaluate(() => {
    const { settings, isValid, isSaved } = window as Host;
    return { settings, isValid, isSaved };
  });

const waitUntilValid = (page: Page) => page.waitForFunction(() => (window as Host).isValid === true);

const save = async (page: Page): Promise<Host> => {
  await page.evaluate('save()');
  await page.waitForFunction(() => (window as Host).isSaved === true);
  return hostOf(page);
};

/** The sample plan as somebody sees it who owns its second recommendation. */
const ownersOverview = (viewer: Partial<PlanOverview['viewer']> = {}): PlanOverview => {
  const overview = sampleOverview();
  const themes = overview.themes.map((theme) => ({
    ...theme,
    items: theme.items.map((item) => ({ ...item, isMine: item.ref.key === 'r2' })),
  }));
  return { ...overview, themes, viewer: { ...overview.viewer, isDirector: false, ...viewer } };
};

describe('a tab of a channel', () => {
  test('opens with what it was set up to show, and a deep link wins over that', async () => {
    const host = { channel: CHANNEL, tab: `?open=${encodeURIComponent('alp?view=items&group=SEND')}` };
    await withTab(browser, { host }, async ({ tab }) => {
      await tab.getByRole('link', { name: 'All items', exact: true }).waitFor();
      expect(tab.url()).toMatch(/\/tab\/#plan=alp&view=items&group=SEND$/);
    });
    await withTab(browser, { host, subPage: 'alp/Recommendations/r2' }, async ({ tab }) => {
      await tab.getByRole('dialog', { name: 'Recommendation 2' }).waitFor();
      expect(tab.url()).not.toContain('view=items');
    });
  });

  test('shows what another link leads to that is followed while it is open', () =>
    withTab(browser, { subPage: 'alp' }, async ({ page, tab }) => {
      await tab.getByRole('heading', { level: 1, name: sampleOverview().planName }).waitFor();
      await page.evaluate("context.subEntityId = 'alp/Recommendations/r2'");
      await tab.evaluate(() => window.dispatchEvent(new Event('focus')));
      await tab.getByRole('dialog', { name: 'Recommendation 2' }).waitFor();
    }));
});

describe('what is theirs who looks', () => {
  const titled = { name: 'Yours' };

  test('comes first in the app of one person', () =>
    withTab(browser, { answers: { [PLAN_PATH]: ok(ownersOverview()) } }, async ({ tab }) => {
      const yours = tab.getByRole('region', titled);
      await yours.getByRole('button', { name: /^2, Amber/ }).waitFor();
      expect((await tab.getByRole('region').first().innerText()).split('\n')[0]).toBe('Yours');
      expect(await accessibilityFaults(tab)).toEqual([]);
    }));

  test('with what waits on a group of theirs', () =>
    withTab(
      browser,
      { answers: { [PLAN_PATH]: ok(ownersOverview({ groupNames: ['Finance'] })) } },
      async ({ tab }) => {
        await tab
          .getByRole('region', { name: 'Waiting on your group' })
          .getByText('waiting on Finance')
          .waitFor();
      },
    ));

  test.each([
    ['a channel', ownersOverview(), { channel: CHANNEL }],
    ['the app of a director', ownersOverview({ isDirector: true }), {}],
  ])('is not before the plan in %s', (_where, overview, host) =>
    withTab(browser, { answers: { [PLAN_PATH]: ok(overview) }, host }, async ({ tab }) => {
      await tab.getByRole('region', { name: /^Where every recommendation stands/ }).waitFor();
      expect(await tab.getByRole('region', titled).count()).toBe(0);
    }),
  );
});

describe('the page that sets up a tab', () => {
  const host = { frame: 'settings', channel: CHANNEL };

  test("offers what the channel's group leads, and saves what is chosen", () =>
    withTab(browser, { host, answers: OF_SEND, width: 560 }, async ({ page, tab }) => {
      await tab.getByText('This is its channel.').waitFor();
      expect(await tab.getByRole('combobox', { name: 'Group' }).inputValue()).toBe('SEND');
      await waitUntilValid(page);
      const { origin } = new URL(page.url());
      expect((await save(page)).settings).toEqual({
        entityId: 'alp?group=SEND',
        contentUrl: `${origin}/tab/?open=alp%3Fgroup%3DSEND`,
        websiteUrl: `${origin}/tab/#plan=alp&group=SEND`,
        suggestedDisplayName: 'SEND plan',
      });
      expect(await accessibilityFaults(tab)).toEqual([]);
    }));

  test('shows what an existing tab opens with, and changes it', () =>
    withTab(
      browser,
      {
        host: {
          ...host,
          saved: 'https://milepost.example/tab/?open=alp%3Fview%3Dtimeline%26group%3DSchools',
        },
        answers: OF_SEND,
      },
      async ({ page, tab }) => {
        expect(await tab.getByRole('combobox', { name: 'Group' }).inputValue()).toBe('Schools');
        expect(await tab.getByRole('combobox', { name: 'Opens with' }).inputValue()).toBe('timeline');
        await tab.getByRole('radio', { name: 'The whole plan' }).check();
        await waitUntilValid(page);
        expect((await save(page)).settings).toMatchObject({
          entityId: 'alp?view=timeline',
          suggestedDisplayName: `${sampleOverview().planName}: Timeline`,
        });
      },
    ));

  test('tells somebody who is in no plan so, and lets nothing be saved', () =>
    withTab(browser, { host, answers: { '/plans': ok({ plans: [] }) } }, async ({ page, tab }) => {
      await tab.getByRole('heading', { name: 'You are not in a plan yet' }).waitFor();
      expect((await hostOf(page)).isValid).toBeUndefined();
    }));
});

describe('beside a meeting', () => {
  const host = { frame: 'sidePanel', channel: CHANNEL };
  const line = { label: '2', title: 'Recommendation 2', ownerName: 'SEND group owner', reasons: ['overdue'] };
  const checkIn = {
    groupName: 'SEND',
    state: 'open',
    meetingWords: 'Mon 21 Mar 2022, 10:00',
    closesWords: 'Tue 22 Mar 2022, 17:00',
    askedCount: 2,
    answeredCount: 1,
    answeredBy: ['SEND chair'],
    newActionCount: 1,
    decisionCount: 0,
    asked: [
      { ...line, ref: { list: 'Recommendations', key: 'r2' }, answered: null },
      {
        ...line,
        ref: { list: 'Recommendations', key: 'r3' },
        answered: { byName: 'SEND chair', atWords: 'Mon 21 Mar 2022, 10:02', late: false },
      },
    ],
  };
  const groupKey = sampleOverview().groups[0]?.key ?? '';
  const CHECK_IN = `/plans/alp/groups/${groupKey}/check-in`;

  test('the check-in of its group is shown: how many have a word, from whom, and the story of each', () =>
    withTab(
      browser,
      { host, width: PANEL_WIDTH, answers: { ...OF_SEND, [CHECK_IN]: ok({ checkIn }) } },
      async ({ tab }) => {
        await tab.getByRole('status').getByText('1 of 2 answered').waitFor();
        await tab.getByText('Spoken so far: SEND chair').waitFor();
        await tab.getByText('1 new action recorded').waitFor();
        expect(await tab.evaluate(() => document.documentElement.scrollWidth)).toBe(PANEL_WIDTH);
        expect(await accessibilityFaults(tab)).toEqual([]);
        const waiting = tab.getByRole('region', { name: 'Still to answer (1)' });
        await waiting.getByRole('button', { name: /^2,/ }).click();
        await tab.getByRole('dialog', { name: 'Recommendation 2' }).waitFor();
      },
    ));

  test('where nobody knows whose it is, the group is chosen', () =>
    withTab(
      browser,
      { host: { frame: 'sidePanel' }, width: PANEL_WIDTH, answers: { [CHECK_IN]: ok({ checkIn: null }) } },
      async ({ tab }) => {
        await tab.getByText('Milepost does not know whose meeting this is.').waitFor();
        await tab.getByLabel('Whose meeting is this?').selectOption('SEND');
        await tab.getByText('No check-in of this group has opened yet.').waitFor();
      },
    ));

  test('a board sees what is asked of it', () => {
    const overview = sampleOverview();
    const groups = overview.groups.map((group) => ({ ...group, kind: 'Board' as const }));
    return withTab(
      browser,
      { host, width: PANEL_WIDTH, answers: { ...OF_SEND, [PLAN_PATH]: ok({ ...overview, groups }) } },
      async ({ tab }) => {
        await tab.getByRole('heading', { name: /^Asked of the board \(\d+\)$/ }).waitFor();
      },
    );
  });
});
