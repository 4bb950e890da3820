import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { AppError } from '../../plan/errors.ts';
import { execute, inChannel, invoke, PERSON_ID, TENANT_ID } from './helpers/make-activity.ts';
import { type RunningBot, startBot } from './helpers/start-bot.ts';
import { actionTitled, type Json, wordsOf } from './helpers/walk-card.ts';
import { wordsSent } from './helpers/words-sent.ts';

let running: RunningBot;
beforeAll(async () => {
  running = await startBot({ sendTimeoutMs: 60_000 });
});
afterAll(() => running.stop());
beforeEach(() => running.reset());

const actor = { tenantId: TENANT_ID, entraObjectId: PERSON_ID, email: null };
const PLANS = [
  { planId: 'alp', planName: 'ALP improvement plan' },
  { planId: 'send', planName: 'SEND improvement plan' },
];

interface FileCard {
  readonly contentType: string;
  readonly name: string;
  readonly contentUrl?: string;
  readonly content: Json;
}
const sent = () => running.teams.requests.map(({ method, path, body }) => ({ method, path, body }));
const attached = (): FileCard[] =>
  running.teams.requests.flatMap(({ body }) => (body.attachments as FileCard[] | undefined) ?? []);
const words = () => running.teams.requests.flatMap(({ body }) => body.text ?? []);

/** Writes `export` and answers what the file consent card carries. */
const offered = async (text = 'export'): Promise<unknown> => {
  await running.send({ text });
  const context = attached()[0]?.content.acceptContext;
  running.teams.requests.length = 0;
  return context;
};
const uploadInfo = (uploadUrl = `${running.teams.filesUrl}upload`) => ({
  contentUrl: 'https://contoso-my.sharepoint.com/personal/x/plan.xlsx',
  name: 'plan.xlsx',
  uploadUrl,
  uniqueId: '8fa5b4cd',
  fileType: 'xlsx',
});
const answerConsent = (action: string, context: unknown, info?: object, over: object = {}) =>
  running.send({
    ...invoke('fileConsent/invoke', {
      type: 'fileUpload',
      action,
      context,
      ...(info ? { uploadInfo: info } : {}),
    }),
    replyToId: 'consent-1',
    ...over,
  });

describe.each([
  ['export', 'xlsx', 'plan.xlsx'],
  ['Export CSV', 'csv', 'plan.zip'],
] as const)('“%s”', (text, format, name) => {
  test('asks whether the file may be put into the person’s OneDrive', async () => {
    await running.send({ text });
    expect(running.useCases.called('exportPlan')).toEqual([{ actor, planId: 'alp', format }]);
    const context = { milepost: { v: 1, planId: 'alp', format } };
    expect(attached()).toEqual([
      {
        contentType: 'application/vnd.microsoft.teams.card.file.consent',
        name,
        content: {
          description: expect.stringContaining('The whole plan'),
          sizeInBytes: `the plan as ${format}`.length,
          acceptContext: context,
          declineContext: context,
        },
      },
    ]);
  });
});

describe('whoever is in several plans', () => {
  test('is asked which, and then as anybody', async () => {
    running.useCases.plans = PLANS;
    await running.send({ text: 'export' });
    const [card] = attached();
    expect(wordsOf(card?.content)).toMatch(/Which plan would you like as a file\?/);
    expect(running.useCases.called('exportPlan')).toEqual([]);

    const { json } = await running.send(execute(actionTitled(card?.content, 'Export'), { plan: 'send' }));
    expect(json).toMatchObject({ value: expect.stringContaining('Accept it below') });
    expect(running.useCases.called('exportPlan')).toMatchObject([{ planId: 'send' }]);
    expect(attached()[1]).toMatchObject({ name: 'plan.xlsx', content: { sizeInBytes: 16 } });
    const none = await running.send(execute(actionTitled(card?.content, 'Export')));
    expect(none.json).toMatchObject({ value: expect.stringContaining('Choose a plan first') });
  });
});

test('whoever is in no plan is told so, and a channel is told where', async () => {
  running.useCases.plans = [];
  await running.send({ text: 'export' });
  await running.send({ ...inChannel, text: 'export csv' });
  expect(words()).toEqual([
    expect.stringContaining('You are in no improvement plan'),
    expect.stringContaining('in our own chat'),
  ]);
});

describe('accepted', () => {
  test('the file is put there in one piece without a token, shown, and the question gives way', async () => {
    const context = await offered();
    running.teams.files.set('upload', { status: 201 });
    expect(await answerConsent('accept', context, uploadInfo())).toMatchObject({ status: 200 });
    expect(running.teams.fileRequests).toHaveLength(1);
    const [{ method, headers, bytes } = { method: '', headers: {}, bytes: '' }] = running.teams.fileRequests;
    expect({ method, bytes: String(bytes) }).toEqual({ method: 'PUT', bytes: 'the plan as xlsx' });
    expect(headers).toMatchObject({ 'content-range': 'bytes 0-15/16', 'content-length': '16' });
    expect(headers).not.toHaveProperty('authorization');
    expect(sent()).toMatchObject([
      {
        method: 'PUT',
        path: expect.stringMatching(/\/activities\/consent-1$/),
        body: { text: 'The file is in your OneDrive.' },
      },
      {
        method: 'POST',
        body: {
          attachments: [
            {
              contentType: 'application/vnd.microsoft.teams.card.file.info',
              name: 'plan.xlsx',
              contentUrl: 'https://contoso-my.sharepoint.com/personal/x/plan.xlsx',
              content: { uniqueId: '8fa5b4cd', fileType: 'xlsx' },
            },
          ],
        },
      },
    ]);
  });

  test('and delivered again under another id, it is put there once', async () => {
    const context = await offered();
    running.teams.files.set('upload-2', { status: 201 });
    const info = uploadInfo(`${running.teams.filesUrl}upload-2`);
    await Promise.all([answerConsent('accept', context, info), answerConsent('accept', context, info)]);
    expect(running.teams.fileRequests).toHaveLength(1);
    expect(attached()).toHaveLength(1);
  });

  test.each([
    ['refused', { status: 404 }, 'did not take the file'],
    ['more-awaited', { status: 202 }, 'did not take the file'],
    ['failing', { status: 503 }, 'did not say whether it took'],
    ['reset', 'reset', 'did not say whether it took'],
  ] as const)('but %s: told in words after one attempt, and no file is shown', async (path, answer, told) => {
    const context = await offered();
    running.teams.files.set(path, answer);
    await answerConsent('accept', context, uploadInfo(`${running.teams.filesUrl}${path}`));
    expect(words()).toEqual([expect.stringContaining(told)]);
    expect(running.teams.fileRequests).toHaveLength(1);
    expect(attached()).toEqual([]);
  });

  test('but without an answer in time: told in words after one attempt', async () => {
    const hasty = await startBot({ sendTimeoutMs: 3_000 });
    hasty.teams.files.set('silent', 'silence');
    const context = { milepost: { v: 1, planId: 'alp', format: 'xlsx' } };
    const value = { action: 'accept', context, uploadInfo: uploadInfo(`${hasty.teams.filesUrl}silent`) };
    await hasty.send(invoke('fileConsent/invoke', value));
    expect(wordsSent(hasty.teams)).toEqual([expect.stringContaining('did not say whether it took')]);
    expect(hasty.teams.fileRequests).toHaveLength(1);
    await hasty.stop();
  });

  test('to be put elsewhere, it is put nowhere', async () => {
    const context = await offered();
    await answerConsent('accept', context, uploadInfo('https://evil.example/upload'));
    expect(words()).toEqual([expect.stringContaining('where I may not put files')]);
  });

  test('by somebody who is no longer in the plan, it is refused', async () => {
    const context = await offered();
    running.useCases.known.add('somebody-else');
    await answerConsent('accept', context, uploadInfo(`${running.teams.filesUrl}other`));
    expect(words()).toEqual(['You are not in this improvement plan.']);
    expect(running.teams.fileRequests).toEqual([]);
  });

  test('where the question can’t be replaced, words stand below it', async () => {
    const context = await offered();
    running.teams.files.set('upload-3', { status: 200 });
    running.teams.answerNext({ status: 403 });
    await answerConsent('accept', context, uploadInfo(`${running.teams.filesUrl}upload-3`));
    expect(sent().map(({ method }) => method)).toEqual(['PUT', 'POST', 'POST']);
    expect(words()[1]).toBe('The file is in your OneDrive.');
  });
});

test('declined, it says so in place of the question', async () => {
  await answerConsent('decline', await offered());
  expect(sent()).toMatchObject([{ method: 'PUT', body: { text: 'No file was put into your OneDrive.' } }]);
  expect(running.useCases.called('exportPlan')).toHaveLength(1);
});

test.each<[string, unknown, object | undefined]>([
  ['accept', { milepost: { v: 2, planId: 'alp', format: 'xlsx' } }, { uploadUrl: 'x' }],
  ['accept', { milepost: { v: 1, planId: 'alp', format: 'exe' } }, undefined],
  ['accept', null, undefined],
  ['delete', undefined, undefined],
])('what can’t be read (%s, %j) leads nowhere', async (action, context, info) => {
  await answerConsent(action, context, info);
  expect(words()).toEqual([expect.stringContaining('can’t be had any more')]);
  expect(running.useCases.called('exportPlan')).toEqual([]);
});

test('an export that fails is one sentence with a reference', async () => {
  running.useCases.failNext(new AppError({ code: 'GRAPH', message: 'away' }));
  await running.send({ text: 'export' });
  expect(words()).toEqual([expect.stringContaining('Something went wrong')]);
});
