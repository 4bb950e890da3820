import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { openPageTrial, type PageTrial } from './open-page.ts';
import { postAttachment } from './stub-bot.ts';

let trial: PageTrial;
beforeAll(async () => {
  trial = await openPageTrial();
});
afterAll(() => trial.close());

const openChat = async (): Promise<Page> => {
  const page = await trial.open('?persona=plan-manager#/chat');
  await page.getByRole('log', { name: /Messages in the chat/ }).waitFor();
  return page;
};
const chatId = async (): Promise<string> => {
  const answer = await fetch(`${trial.sandbox.pageUrl}/sandbox/conversations?persona=plan-manager`);
  const conversations = (await answer.json()) as { id: string; kind: string }[];
  return conversations.find(({ kind }) => kind === 'personal')?.id ?? '';
};

test('a file is attached, taken off again, sent, and can be had from the message', async () => {
  const page = await openChat();
  await page.getByRole('button', { name: 'Send', exact: true }).waitFor();
  const [chooser] = await Promise.all([
    page.waitForEvent('filechooser'),
    page.getByRole('button', { name: 'Attach files' }).click(),
  ]);
  await chooser.setFiles([
    { name: 'plan.csv', mimeType: 'text/csv', buffer: Buffer.from('Number,Text\n1,First') },
    { name: 'other.csv', mimeType: 'text/csv', buffer: Buffer.from('x') },
  ]);
  const attached = page.getByRole('list', { name: 'Attached files' });
  await attached.getByRole('button', { name: 'Remove other.csv' }).click();
  await page.getByRole('button', { name: 'Send', exact: true }).click();
  const link = page.getByRole('article').getByRole('link', { name: 'plan.csv' });
  const [download] = await Promise.all([page.waitForEvent('download'), link.click()]);
  expect(download.suggestedFilename()).toBe('plan.csv');
  expect(await readFile(await download.path(), 'utf8')).toBe('Number,Text\n1,First');
  expect(await attached.count()).toBe(0);
  expect(await page.getByText('other.csv').count()).toBe(0);
  await page.context().close();
});

test('a file that the bot offers is accepted or declined', async () => {
  const page = await openChat();
  const pressed: unknown[] = [];
  trial.bot.onInvoke = ({ name, value }) => {
    pressed.push([name, value.action]);
    return { body: undefined };
  };
  for (const [title, words] of [
    ['Accept', 'Accepted.'],
    ['Decline', 'Declined.'],
  ] as const) {
    const id = await postAttachment(trial.sandbox, await chatId(), {
      contentType: 'application/vnd.microsoft.teams.card.file.consent',
      name: 'plan.xlsx',
      content: { description: 'The whole plan.', sizeInBytes: 23_500, acceptContext: {}, declineContext: {} },
    });
    const message = page.locator(`[data-message-id="${id}"]`);
    await message.getByText('The whole plan. 23 KB').waitFor();
    await message.getByRole('button', { name: title }).click();
    await message.getByText(words).waitFor();
    expect(await message.getByRole('button', { name: /Accept|Decline/ }).count()).toBe(0);
  }
  expect(pressed).toEqual([
    ['fileConsent/invoke', 'accept'],
    ['fileConsent/invoke', 'decline'],
  ]);
  await page.context().close();
});

test('the browser has nothing to complain of', () => {
  expect(trial.complaints).toEqual([]);
});
