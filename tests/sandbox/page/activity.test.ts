import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { findFaults } from './find-faults.ts';
import { openPageTrial, type PageTrial } from './open-page.ts';

let trial: PageTrial;
beforeAll(async () => {
  trial = await openPageTrial();
});
afterAll(() => trial.close());

const PHONE = { viewport: { width: 390, height: 800 } };

async function post(path: string, body: object, authorization = ''): Promise<Response> {
  return fetch(`${trial.sandbox.pageUrl}${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization },
    body: JSON.stringify(body),
  });
}

async function sendNews(planName: string, headline: string): Promise<void> {
  const { token } = (await (await post('/sandbox/token', { audience: 'graph' })).json()) as { token: string };
  const director = trial.sandbox.directory.personas.find(({ id }) => id === 'director');
  const { status } = await post(
    `/graph/v1.0/users/${director?.entraObjectId}/teamwork/sendActivityNotification`,
    {
      topic: {
        source: 'text',
        value: planName,
        webUrl: 'https://teams.microsoft.com/l/entity/app/plan?label=Milepost',
      },
      activityType: 'planNews',
      previewText: { content: headline },
      templateParameters: [{ name: 'planName', value: planName }],
    },
    `Bearer ${token}`,
  );
  expect(status).toBe(204);
}

test('news comes into the activity feed as it is sent, is marked until it is read, and opens the tab', async () => {
  const page = await trial.open('?persona=director#/activity', PHONE);
  await page.getByText('Nothing here yet.').waitFor();
  await sendNews('Improvement plan', 'Two items turned Red and one item slipped.');
  const entry = page.getByRole('link', { name: /^Milepost: Improvement plan ?, unread/ });
  await entry.getByText('Two items turned Red and one item slipped.').waitFor();
  await entry.getByText('Mon 10 Jan 2022, 09:00').waitFor();
  await page.getByRole('link', { name: /^Activity ?, 1 unread$/ }).waitFor();
  expect(await findFaults(page)).toEqual([]);

  await entry.click();
  await page.waitForURL(/#\/tab/);
  await page.getByRole('link', { name: 'Activity', exact: true }).click();
  await page.getByRole('link', { name: /Milepost: Improvement plan/ }).waitFor();
  expect(await page.locator('[data-unread="true"]').count()).toBe(0);
  await page.context().close();
});

test('a person blocks Milepost in their chat and lets it in again, removes it and adds it', async () => {
  const page = await trial.open('?persona=director#/chat', PHONE);
  const choose = async (item: string) => {
    await page.getByRole('button', { name: 'Milepost in this chat' }).click();
    await page.getByRole('menuitem', { name: item }).click();
  };
  await choose('Block Milepost');
  await page.getByText('Milepost is blocked here.').waitFor();
  expect(await findFaults(page)).toEqual([]);
  await choose('Unblock Milepost');
  await page.getByText('Milepost is blocked here.').waitFor({ state: 'detached' });
  await choose('Remove Milepost');
  await page.getByText('Milepost is removed here.').waitFor();
  await choose('Add Milepost again');
  await page.getByText('Milepost is removed here.').waitFor({ state: 'detached' });
  await page.context().close();
});
