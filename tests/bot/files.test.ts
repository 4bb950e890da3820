import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { isAllowedFileAddress } from '../../bot/files/file-addresses.ts';
import { AppError } from '../../plan/errors.ts';
import { inChannel, PERSON_ID, TENANT_ID } from './helpers/make-activity.ts';
import { makeWhichPlan } from './helpers/make-lists-content.ts';
import { type RunningBot, startBot } from './helpers/start-bot.ts';
import { wordsSent } from './helpers/words-sent.ts';

let running: RunningBot;
beforeAll(async () => {
  running = await startBot({ sendTimeoutMs: 60_000 });
});
afterAll(() => running.stop());
beforeEach(() => running.reset());

const INFO = 'application/vnd.microsoft.teams.file.download.info';
const actor = { tenantId: TENANT_ID, entraObjectId: PERSON_ID, email: null };

const attachment = (name: string, downloadUrl = `${running.teams.filesUrl}${encodeURIComponent(name)}`) => ({
  contentType: INFO,
  contentUrl: 'https://contoso-my.sharepoint.com/personal/somebody/plan',
  name,
  content: { downloadUrl, uniqueId: '1150d938', fileType: name.split('.').at(-1) },
});
const sendFiles = (attachments: readonly object[], over: object = {}) =>
  running.send({ text: undefined, attachments, ...over });
const said = () => wordsSent(running.teams);

describe('a file sent in the chat', () => {
  test('is fetched once, without a token, and answered with what importing it would do', async () => {
    running.teams.files.set('plan.xlsx', { status: 200, bytes: Buffer.from('the plan') });
    await sendFiles([attachment('plan.xlsx'), { contentType: 'text/html', content: '<div>here</div>' }]);
    expect(running.useCases.called('receiveImport')).toMatchObject([{ actor, file: { name: 'plan.xlsx' } }]);
    const { file } = running.useCases.called('receiveImport')[0] as { file: { bytes: Uint8Array } };
    expect(Buffer.from(file.bytes).toString()).toBe('the plan');
    expect(running.teams.fileRequests).toHaveLength(1);
    expect(running.teams.fileRequests[0]?.headers).not.toHaveProperty('authorization');
    expect(said()).toEqual([expect.stringMatching(/plan\.xlsx[\s\S]*31 recommendations in 6 themes/)]);
  });

  test('for one of several plans is asked about', async () => {
    running.useCases.received = makeWhichPlan();
    running.teams.files.set('plan.xlsx', { status: 200, bytes: Buffer.from('x') });
    await sendFiles([attachment('plan.xlsx')]);
    expect(said()).toEqual([expect.stringContaining('Which plan is plan.xlsx for?')]);
  });

  test('is one of several: each has an answer of its own', async () => {
    for (const name of ['a.csv', 'c.pdf']) {
      running.teams.files.set(name, { status: 200, bytes: Buffer.from('a') });
    }
    running.useCases.failNext(
      new AppError({ code: 'BAD_INPUT', message: 'x', userMessage: 'The file is a PDF. Send the document.' }),
    );
    await sendFiles([attachment('c.pdf'), attachment('b.csv'), attachment('a.csv')]);
    expect(said()).toEqual([
      '“c.pdf”: The file is a PDF. Send the document.',
      '“b.csv” is not there any more, so I could not read it. Please send it again.',
      expect.stringContaining('31 recommendations'),
    ]);
    await sendFiles(Array.from({ length: 7 }, () => attachment('a.csv')));
    expect(said().at(-1)).toBe('I looked at the first 5 files. Please send the others again.');
    expect(running.useCases.called('receiveImport')).toHaveLength(7);
  });

  test('that is refused says why, and the log holds neither its name nor its words', async () => {
    running.teams.files.set('Secret%20plan.csv', { status: 200, bytes: Buffer.from('a child’s name') });
    running.useCases.failNext(
      new AppError({ code: 'NOT_A_PLAN', message: 'x', userMessage: 'This is not a plan.' }),
    );
    await sendFiles([attachment('Secret plan.csv')]);
    running.useCases.failNext(new Error('Secret plan.csv: a child’s name'));
    await sendFiles([attachment('Secret plan.csv')]);
    expect(said()).toEqual(['This is not a plan.', expect.stringContaining('Something went wrong')]);
    expect(running.logLines.join()).not.toMatch(/Secret|child/);
  });

  test.each([
    ['gone', { status: 404 }, 'not there any more'],
    ['refused', { status: 403 }, 'could not fetch'],
    ['cut off', 'reset', 'could not fetch'],
    ['without end', 'endless', 'larger than 20 MB'],
    ['too large', { status: 200, bytes: Buffer.alloc(20 * 1024 * 1024 + 1) }, 'larger than 20 MB'],
  ] as const)('that is %s is told in words, after one attempt', async (_name, answer, words) => {
    running.teams.files.set('plan.csv', answer);
    await sendFiles([attachment('plan.csv')]);
    expect(said()).toEqual([expect.stringContaining(words)]);
    expect(running.teams.fileRequests).toHaveLength(1);
    expect(running.useCases.called('receiveImport')).toEqual([]);
  });

  test('that does not come in time is told in words, after one attempt', async () => {
    const hasty = await startBot({ sendTimeoutMs: 3_000 });
    hasty.teams.files.set('plan.csv', 'silence');
    await hasty.send({
      text: undefined,
      attachments: [attachment('plan.csv', `${hasty.teams.filesUrl}plan.csv`)],
    });
    expect(wordsSent(hasty.teams)).toEqual([expect.stringContaining('could not fetch')]);
    expect(hasty.teams.fileRequests).toHaveLength(1);
    await hasty.stop();
  });

  test('of exactly 20 MB is taken', async () => {
    running.teams.files.set('plan.csv', { status: 200, bytes: Buffer.alloc(20 * 1024 * 1024) });
    await sendFiles([attachment('plan.csv')]);
    expect(running.useCases.called('receiveImport')).toHaveLength(1);
  });

  test('is followed to where it went, but to no other address', async () => {
    const { files, filesUrl, fileRequests } = running.teams;
    files.set('moved.csv', { status: 302, location: `${filesUrl}plan.csv` });
    files.set('plan.csv', { status: 200, bytes: Buffer.from('a') });
    await sendFiles([attachment('moved.csv')]);
    expect(said().at(-1)).toContain('31 recommendations');

    files.set('moved.csv', { status: 302, location: new URL('/keys', filesUrl).href });
    await sendFiles([attachment('moved.csv')]);
    expect(said().at(-1)).toContain('kept where I may not fetch files from');

    files.set('moved.csv', { status: 302, location: `${filesUrl}moved.csv` });
    fileRequests.length = 0;
    await sendFiles([attachment('moved.csv')]);
    expect(said().at(-1)).toContain('could not fetch');
    expect(fileRequests).toHaveLength(4);
  });

  test.each([
    'http://127.0.0.1:1/files/plan.csv',
    'https://evil.example/plan.csv',
    'file:///etc/passwd',
    'x',
  ])('at %s is not fetched', async (address) => {
    await sendFiles([attachment('plan.csv', address)]);
    expect(said()).toEqual([expect.stringContaining('may not fetch files from')]);
  });
});

describe('what can’t be fetched', () => {
  const mark = { contentType: 'text/html', content: '<div><attachment id="1"></attachment></div>' };
  const quote = { contentType: 'messageReference', content: '{}' };
  const image = { contentType: 'image/png', contentUrl: 'https://smba.trafficmanager.net/x' };

  test('a file in a channel or group chat is told where to send it', async () => {
    await sendFiles([mark], inChannel);
    await sendFiles([attachment('plan.csv')], {
      conversation: { id: '19:group@thread.v2', conversationType: 'groupChat', tenantId: TENANT_ID },
    });
    expect(said()).toEqual(
      [0, 1].map(() => expect.stringMatching(/can’t read files that are posted here.*our own chat/)),
    );
    expect(running.teams.fileRequests).toEqual([]);
  });

  test('a command beside it is answered as one', async () => {
    await sendFiles([mark], { ...inChannel, text: 'check in' });
    expect(running.useCases.called('openCheckIn')).toHaveLength(1);
  });

  test('a picture pasted into the chat is told what to send instead', async () => {
    await sendFiles([image, { contentType: 'text/html', content: '<img src="x">' }]);
    expect(said()).toEqual([expect.stringMatching(/can’t read a plan from a picture/)]);
  });

  test('a quoted message is no file', async () => {
    await sendFiles([quote, mark], { ...inChannel, text: 'what?' });
    expect(said()).toEqual([expect.stringContaining('I don’t know that one')]);
  });

  test('attachments of any shape are taken for what they are', async () => {
    await sendFiles([{ contentType: INFO, name: 'a.csv', content: { downloadUrl: 7 } }, {}], {
      text: 'help',
    });
    expect(said()).toEqual([expect.stringContaining('my actions')]);
  });

  test('“import” says how to send one', async () => {
    await running.send({ text: 'import' });
    expect(said()).toEqual([expect.stringMatching(/^Send me the plan as a Word/)]);
  });
});

test.each<[string, boolean]>([
  ['https://contoso-my.sharepoint.com/personal/x?tempauth=y', true],
  ['https://sharepoint.com/x', false],
  ['https://evilsharepoint.com/x', false],
  ['https://contoso.sharepoint.com.evil.example/x', false],
  ['https://contoso.sharepoint.com:8443/x', false],
  ['http://contoso.sharepoint.com/x', false],
  ['https://somebody:secret@contoso.sharepoint.com/x', false],
  ['http://127.0.0.1:3979/connector/files/1/plan.csv', true],
  ['http://127.0.0.1:3979/connector/filesystem', false],
  ['http://127.0.0.1:3979/connector/files/../v3/conversations', false],
])('%s may be fetched: %s', (address, isAllowed) => {
  const allowed = [
    'https://*.sharepoint.com/',
    'http://127.0.0.1:3979/connector/files/',
    'http://*.example/',
    '?',
  ];
  expect(isAllowedFileAddress(address, allowed)).toBe(isAllowed);
  expect(isAllowedFileAddress('http://files.example/x', allowed)).toBe(false);
});
