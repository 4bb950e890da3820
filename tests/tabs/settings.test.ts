import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Browser, Frame } from 'playwright-core';
import type { PlanSettingsContent } from '../../plan/content.ts';
import { openBrowser } from '../helpers/browser.ts';
import { accessibilityFaults } from './axe.ts';
import { buildTabIfStale } from './built-tab.ts';
import { type OpenTab, ok, PLAN_PATH, refused, withTab } from './open-tab.ts';
import { sampleOverview } from './sample-overview.ts';
import { sampleSettings, saved } from './sample-settings.ts';

let browser: Browser;
beforeAll(async () => {
  await buildTabIfStale();
  browser = await openBrowser();
});
afterAll(() => browser.close());

const SETTINGS_PATH = '/plans/alp/settings';
const TOLERANCE = { name: 'Tolerance in days' };

/** Opens the settings as a plan manager. */
const withSettings = (
  { section = 'plan', ...options }: { section?: string; theme?: string; width?: number },
  use: (open: OpenTab) => Promise<void>,
) => {
  const overview = sampleOverview();
  const viewer = { ...overview.viewer, isPlanManager: true };
  const answers = {
    [PLAN_PATH]: ok({ ...overview, viewer }),
    [SETTINGS_PATH]: ok(sampleSettings()),
  };
  return withTab(browser, { ...options, subPage: `alp?view=settings&section=${section}`, answers }, use);
};
const press = (tab: Frame, name: string) => tab.getByRole('button', { name, exact: true }).click();
const linkTo = (tab: Frame, name: string | RegExp) => tab.getByRole('link', { name });
/** The settings, with another value of one. */
const withValue = (name: string, value: string): PlanSettingsContent => {
  const content = sampleSettings();
  const settings = content.settings.map((field) =>
    field.name === name ? { ...field, value, fault: null } : field,
  );
  return { ...content, settings };
};

describe('what a plan sets for itself', () => {
  test('is shown with what it means, and what people typed that can’t be meant', () =>
    withSettings({}, async ({ tab, complaints }) => {
      const field = tab.getByRole('textbox', TOLERANCE);
      expect(await field.inputValue()).toBe('two weeks');
      await tab.getByText('Value must be a whole number from 0 to 366; until then 14 counts.').waitFor();
      expect(await tab.getByRole('textbox', { name: 'Closing time' }).inputValue()).toBe('16:30');
      expect(await tab.getByRole('combobox', { name: 'Meetings on bank holidays' }).inputValue()).toBe(
        'Next working day',
      );
      expect(complaints).toEqual([]);
    }));

  test('is sent as far as it was changed, and said politely to be on its way', () =>
    withSettings({}, async ({ tab, server }) => {
      server.answers.set(`POST ${SETTINGS_PATH}/plan`, ok(saved(null, withValue('toleranceDays', '21'))));
      const field = tab.getByRole('textbox', TOLERANCE);
      await field.fill('21');
      await field.press('Enter');
      await tab.getByRole('status').getByText('Saved. It is on its way to SharePoint.').waitFor();
      expect(server.posts).toEqual([
        {
          path: `${SETTINGS_PATH}/plan`,
          body: {
            submissionKey: expect.stringMatching(/^[\w-]{36}$/),
            values: { toleranceDays: '21' },
            base: { toleranceDays: 'two weeks' },
          },
        },
      ]);
      expect(await field.inputValue()).toBe('21');
      expect(await tab.getByText('Not saved yet').count()).toBe(0);
    }));

  test('is kept as typed while somebody looks at other sections and views, until it is discarded', () =>
    withSettings({}, async ({ tab }) => {
      const name = tab.getByRole('textbox', { name: 'Plan name' });
      await name.fill('Better places');
      await linkTo(tab, 'Reminders').click();
      await tab.getByRole('textbox', { name: 'Remind owners days before' }).waitFor();
      await linkTo(tab, 'Timeline').click();
      await linkTo(tab, 'Settings').click();
      await linkTo(tab, /^Plan\s*Not saved yet$/).click();
      expect(await name.inputValue()).toBe('Better places');
      await press(tab, 'Discard changes');
      expect(await name.inputValue()).toBe('');
      expect(await tab.getByText('Not saved yet').count()).toBe(0);
    }));

  test('that is refused says why beside its field and above all, and the way there', () =>
    withSettings({}, async ({ tab, server }) => {
      const message = 'This must be a whole number from 0 to 366.';
      const problems = [{ field: 'toleranceDays', message }];
      const answer = { ...saved(null, sampleSettings()), words: '', problems };
      server.answers.set(`POST ${SETTINGS_PATH}/plan`, ok(answer));
      await tab.getByRole('textbox', TOLERANCE).fill('soon');
      await press(tab, 'Save');
      await tab.getByRole('heading', { name: 'Nothing was saved yet' }).waitFor();
      await tab.getByRole('alert').getByRole('link', TOLERANCE).click();
      const field = tab.getByRole('textbox', TOLERANCE);
      expect(await field.evaluate((element) => element === document.activeElement)).toBe(true);
      expect(await tab.getByText(message).count()).toBe(2);
      expect(await field.inputValue()).toBe('soon');
      expect(await accessibilityFaults(tab)).toEqual([]);
    }));

  test('that somebody else changed meanwhile shows theirs, keeps what was typed, and takes it when saved again', () =>
    withSettings({}, async ({ tab, server }) => {
      const problems = [{ field: 'toleranceDays', message: 'Somebody changed this meanwhile.' }];
      const theirs = withValue('toleranceDays', '7');
      const refusal = { ...saved(null, theirs), words: '', problems, meanwhile: ['toleranceDays'] };
      server.answers.set(`POST ${SETTINGS_PATH}/plan`, ok(refusal));
      await tab.getByRole('textbox', TOLERANCE).fill('30');
      await press(tab, 'Save');
      await tab.getByText('It is now: 7.').waitFor();
      expect(await tab.getByRole('textbox', TOLERANCE).inputValue()).toBe('30');
      server.answers.set(`POST ${SETTINGS_PATH}/plan`, ok(saved(null, withValue('toleranceDays', '30'))));
      await press(tab, 'Save');
      await tab.getByText('Saved. It is on its way to SharePoint.').waitFor();
      expect(server.posts.at(-1)?.body).toMatchObject({
        values: { toleranceDays: '30' },
        base: { toleranceDays: '7' },
      });
    }));

  test('is sent again under the same key after an answer was lost, and stays on the page until then', () =>
    withSettings({}, async ({ tab, server }) => {
      await tab.getByRole('textbox', TOLERANCE).fill('21');
      await press(tab, 'Save');
      await tab.getByText(/^Not saved\. /).waitFor();
      server.answers.set(`POST ${SETTINGS_PATH}/plan`, ok(saved(null, withValue('toleranceDays', '21'))));
      await press(tab, 'Save');
      await tab.getByText('Saved. It is on its way to SharePoint.').waitFor();
      const keys = server.posts.map(({ body }) => (body as { submissionKey: string }).submissionKey);
      expect([keys.length, new Set(keys).size]).toEqual([2, 1]);
    }));
});

describe('groups, boards and people', () => {
  test('are listed, each in its own section, and open by a link that can be copied', () =>
    withSettings({ section: 'groups' }, async ({ tab }) => {
      await linkTo(tab, 'Data').click();
      await tab.getByRole('heading', { name: 'Data' }).waitFor();
      expect(new URL(tab.url()).hash).toBe('#plan=alp&view=settings&section=groups/data');
      await linkTo(tab, 'Boards').click();
      await linkTo(tab, 'SEND Improvement Board').click();
      expect(await tab.getByRole('textbox', { name: 'Every how many months' }).inputValue()).toBe('2');
      await linkTo(tab, 'Back to the list').click();
      await tab.getByText('Every 2 months, on a Monday, 10:00').waitFor();
    }));

  test('a group gets a chair, a channel and a rhythm', () =>
    withSettings({ section: 'groups/data' }, async ({ tab, server }) => {
      server.answers.set(`POST ${SETTINGS_PATH}/groups/data`, ok(saved('data', sampleSettings())));
      await tab.getByRole('combobox', { name: 'Chair' }).selectOption('SEND group chair');
      await tab.getByRole('combobox', { name: 'Channel' }).selectOption('Data (ALP programme)');
      await tab.getByRole('combobox', { name: 'Rhythm' }).selectOption('Every so many months');
      await tab.getByRole('textbox', { name: 'Every how many months' }).fill('1');
      await tab.getByLabel('Day of a first meeting').fill('2022-02-07');
      await press(tab, 'Save');
      await tab.getByText('Saved. It is on its way to SharePoint.').waitFor();
      expect(server.posts.at(-1)?.body).toMatchObject({
        values: {
          chair: 'chair',
          channel: 'team-1|channel-2',
          unit: 'months',
          every: '1',
          firstMeeting: '2022-02-07',
        },
        base: { chair: '', channel: '', unit: 'weeks', every: '2', firstMeeting: '2022-01-10' },
      });
    }));

  test('somebody is added with roles and groups, and opened then', () =>
    withSettings({ section: 'people' }, async ({ tab, server }) => {
      server.answers.set(`POST ${SETTINGS_PATH}/owners`, ok(saved('owner', sampleSettings())));
      await linkTo(tab, 'Add somebody').click();
      await tab.getByRole('textbox', { name: 'Name' }).fill('Transport lead');
      await tab.getByRole('textbox', { name: 'E-mail' }).fill('transport@alp.example');
      await tab.getByRole('group', { name: 'Roles' }).getByRole('checkbox', { name: 'Director' }).check();
      await tab.getByRole('group', { name: 'Groups' }).getByRole('checkbox', { name: 'Data' }).check();
      await press(tab, 'Add');
      await tab.getByRole('heading', { name: 'SEND group owner' }).waitFor();
      expect(server.posts.at(-1)?.body).toMatchObject({
        values: {
          title: 'Transport lead',
          email: 'transport@alp.example',
          roles: ['Member', 'Director'],
          groups: ['data'],
        },
        base: null,
      });
    }));

  test('one that is gone says so', () =>
    withSettings({ section: 'people/nobody' }, async ({ tab }) => {
      await tab.getByRole('heading', { name: 'This is no longer in the plan' }).waitFor();
    }));
});

test('whoever manages no plan is told so in words', () =>
  withTab(
    browser,
    {
      subPage: 'alp?view=settings',
      answers: {
        [SETTINGS_PATH]: refused(
          403,
          'Only plan managers can see and change the settings of a plan. Ask yours.',
        ),
      },
    },
    async ({ tab }) => {
      await tab.getByRole('alert').getByText('Only plan managers can see').waitFor();
      expect(await tab.getByRole('button', { name: 'Try again' }).count()).toBe(0);
    },
  ));

describe('is accessible and fits', () => {
  const SECTIONS = ['plan', 'groups', 'groups/send', 'people/owner', 'colours', 'reminders'];
  const CASES = [
    ['default', 1280],
    ['dark', 768],
    ['contrast', 320],
  ] as const;

  test.each(CASES)('in %s at %i px', (theme, width) =>
    withSettings({ theme, width }, async ({ tab }) => {
      for (const section of SECTIONS) {
        await tab.evaluate((hash) => {
          window.location.hash = hash;
        }, `plan=alp&view=settings&section=${section}`);
        await tab.getByRole('heading', { level: 2 }).first().waitFor();
        await tab.locator('form, ul').first().waitFor();
        expect([section, await accessibilityFaults(tab)]).toEqual([section, []]);
        const widths = await tab.evaluate(() => [document.documentElement.scrollWidth, window.innerWidth]);
        expect([section, ...widths]).toEqual([section, width, width]);
      }
    }),
  );
});
