import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { FrameLocator, Page } from 'playwright-core';
import { openPageTrial, type PageTrial, SEND_CHANNEL } from './open-page.ts';

let trial: PageTrial;
beforeAll(async () => {
  trial = await openPageTrial();
});
afterAll(() => trial.close());

const frameOf = (page: Page): FrameLocator => page.frameLocator('iframe[title="Milepost tab"]');

async function readSaid(page: Page) {
  await page.locator('iframe[data-tab-status="ready"]').waitFor();
  return JSON.parse((await frameOf(page).locator('#said').textContent()) ?? '{}');
}

describe('the tab in its frame, through the real teams-js', () => {
  test('is told who looks and what a deep link points at, and gets a token of that person', async () => {
    const page = await trial.open('?persona=director#/tab?subPage=r14');
    const { context, token, isPagesSupported, config, user } = await readSaid(page);
    const director = { id: '0f4f4b86-4d37-5d76-829a-ace89958f254', loginHint: 'director@alp.example' };
    expect(context).toMatchObject({
      app: { theme: 'default', locale: 'en-gb', host: { name: 'Teams', clientType: 'web' } },
      page: { id: 'plan', subPageId: 'r14', frameContext: 'content' },
      user: { ...director, tenant: { id: trial.sandbox.directory.tenantId } },
    });
    expect(context.channel).toBeUndefined();
    expect(claimsOf(token)).toMatchObject({ oid: director.id, aud: trial.sandbox.directory.tabAppId });
    expect(isPagesSupported).toBe(true);
    expect(config.contentUrl).toBe(`${trial.sandbox.pageUrl}/tab/`);
    expect(user).toContain('refused');
    await page.context().close();
  });

  test('hears of a new theme, opens deep links in the page, and starts anew for another person', async () => {
    const page = await trial.open('#/tab');
    expect((await readSaid(page)).context.user.displayName).toBe('SEND group owner');
    await page.getByRole('button', { name: 'Theme: Light' }).click();
    await page.getByRole('menuitemradio', { name: 'Dark' }).click();
    await frameOf(page).locator('#theme', { hasText: 'dark' }).waitFor();

    await page.getByRole('button', { name: /Be somebody else/ }).click();
    await page.getByRole('menuitemradio', { name: /SEND group chair/ }).click();
    await frameOf(page).getByText('SEND group chair').waitFor();

    await frameOf(page).getByRole('button', { name: 'Open the SEND channel' }).click();
    await page.getByRole('heading', { name: 'SEND', exact: true }).waitFor();
    await page.context().close();
  });

  test('is added to a channel by its own page, knows the channel there, and can be set up anew and removed', async () => {
    const page = await trial.open(`#/teams/${encodeURIComponent(SEND_CHANNEL)}`);
    await page.getByRole('button', { name: 'Add a tab' }).click();
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByRole('tab', { name: 'The plan' }).waitFor();
    const { context, config } = await readSaid(page);
    expect(context.channel).toMatchObject({ id: SEND_CHANNEL, displayName: 'SEND' });
    expect(context.page.id).toBe('alp');
    expect(config.contentUrl).toBe(`${trial.sandbox.pageUrl}/tab/?open=alp`);

    await page.getByRole('button', { name: 'Options of the tab The plan' }).click();
    await page.getByRole('menuitem', { name: 'Settings' }).click();
    const dialog = page.getByRole('dialog', { name: 'Settings of The plan' });
    await dialog.getByRole('button', { name: 'Save' }).click();
    await dialog.waitFor({ state: 'detached' });
    await page.getByRole('tab', { name: 'The plan' }).waitFor();
    expect(await page.getByRole('tab').allInnerTexts()).toEqual(['Posts', 'The plan']);

    await page.getByRole('button', { name: 'Options of the tab The plan' }).click();
    await page.getByRole('menuitem', { name: 'Remove' }).click();
    await page.getByRole('tab', { name: 'The plan' }).waitFor({ state: 'detached' });
    await page.context().close();
  });

  test('stands beside a meeting of the channel while it is held', async () => {
    const page = await trial.open(`#/teams/${encodeURIComponent(SEND_CHANNEL)}`);
    await page.getByRole('button', { name: 'Meet now' }).click();
    const panel = page.frameLocator('iframe[title="Milepost beside the meeting"]');
    await panel.locator('#said', { hasText: '"frameContext":"sidePanel"' }).waitFor();
    const { context } = JSON.parse((await panel.locator('#said').textContent()) ?? '{}');
    expect(context.channel.id).toBe(SEND_CHANNEL);
    expect(context.chat.id).toMatch(new RegExp(`^${SEND_CHANNEL};messageid=`));
    await page.getByRole('button', { name: 'End meeting' }).click();
    await page.locator('iframe').waitFor({ state: 'detached' });
    await page.context().close();
  });
});

function claimsOf(token: string): unknown {
  return JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString('utf8'));
}
