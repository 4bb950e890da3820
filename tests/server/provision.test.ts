import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { COMPILE_CACHE } from '../../server/launch/compile-cache.ts';
import { type Sandbox, startSandbox } from '../helpers/sandbox.ts';
import { makeTempDir, type TempDir } from '../helpers/temp-dir.ts';
import { settingsFor, startMain } from './helpers/start-main.ts';

const ROOT = join(import.meta.dirname, '..', '..');

let dir: TempDir;
/** Where the app that runs may enter every site, and where it enters only those it was let into. */
let open: Sandbox;
let closed: Sandbox;
beforeAll(async () => {
  dir = await makeTempDir();
  open = await startSandbox();
  closed = await startSandbox({ SANDBOX_SITE_ACCESS: 'selected' });
});
afterAll(async () => {
  await open?.stop();
  await closed?.stop();
  await dir?.remove();
});

interface Ran {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** `npm run provision` or `npm run import`, as an administrator runs it. */
async function run(
  sandbox: Sandbox,
  script: 'provision' | 'import',
  args: readonly string[] = [],
  changes: Readonly<Record<string, string>> = {},
): Promise<Ran> {
  const caFile = join(dir.path, `${new URL(sandbox.pageUrl).port}.pem`);
  await writeFile(caFile, sandbox.certificatePem);
  const child = spawn(process.execPath, ['--no-warnings', `server/cli/${script}.ts`, ...args], {
    cwd: ROOT,
    env: {
      PATH: process.env.PATH,
      NODE_COMPILE_CACHE: COMPILE_CACHE,
      ...settingsFor(sandbox, { dataDirectory: dir.path, caFile }),
      ...changes,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const [out, err] = [collect(child.stdout), collect(child.stderr)];
  const [code] = await once(child, 'close');
  return { code: code as number | null, out: out(), err: err() };
}

function collect(stream: ChildProcess['stdout']): () => string {
  let text = '';
  stream?.setEncoding('utf8').on('data', (part: string) => {
    text += part;
  });
  return () => text;
}

async function callGraph(
  sandbox: Sandbox,
  method: string,
  path: string,
  body?: unknown,
): Promise<{ status: number; body: Record<string, unknown> }> {
  const token = await fetch(`${sandbox.pageUrl}/sandbox/token`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ audience: 'graph' }),
  });
  const { token: bearer } = (await token.json()) as { token: string };
  const answer = await fetch(`${sandbox.pageUrl}/graph/v1.0${path}`, {
    method,
    headers: { authorization: `Bearer ${bearer}`, 'content-type': 'application/json' },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const text = await answer.text();
  return { status: answer.status, body: text === '' ? {} : JSON.parse(text) };
}

const addressOf = ({ directory: { site } }: Sandbox): string => `${site.hostname}:${site.path}`;

describe('npm run provision', () => {
  test('looks first, makes everything, and then finds nothing to do', async () => {
    const check = await run(open, 'provision', ['--check']);
    expect(check).toMatchObject({ code: 1, err: '' });
    expect(check.out).toMatch(/^ALP improvement plan \(.+\)$/m);
    expect(check.out).toMatch(/^ {2}would make {3}list Themes with \d+ columns$/m);
    expect(check.out).toContain('Nothing has been changed. Run it again without --check to do this.');

    const made = await run(open, 'provision');
    expect(made).toMatchObject({ code: 0, err: '' });
    expect(made.out).toMatch(/^ {2}made {9}list Themes with \d+ columns$/m);
    expect(made.out).toMatch(/^ {2}made {9}column Groups\.Chair$/m);
    expect(made.out).toMatch(/\d+ requests to Microsoft Graph, \d+ SharePoint resource units\./);

    const again = await run(open, 'provision', ['--check']);
    expect(again).toMatchObject({ code: 0, err: '' });
    expect(again.out).not.toMatch(/made|repaired|would|TO DO/);
    expect(again.out).toMatch(/^ {2}\d{3} columns were there already and are as they should be\.$/m);
  }, 180_000);

  test('ends with 1 and says what is left for a person to do', async () => {
    const site = `/sites/${addressOf(open)}:`;
    await callGraph(open, 'DELETE', `${site}/lists/Priorities/columns/Rank`);
    await callGraph(open, 'POST', `${site}/lists/Priorities/columns`, { name: 'Rank', text: {} });
    const ran = await run(open, 'provision', ['--site', addressOf(open)]);
    expect(ran).toMatchObject({ code: 1, err: '' });
    expect(ran.out).toMatch(
      /^ {2}TO DO {8}column Priorities\.Rank is there but can't hold a number\. Move its/m,
    );
    expect(ran.out).toContain('1 thing is left for you');
    await callGraph(open, 'DELETE', `${site}/lists/Priorities/columns/Rank`);
    expect((await run(open, 'provision')).code).toBe(0);
  }, 180_000);

  test('without the right says which is missing, of whom, and where to give it', async () => {
    const site = `/sites/${addressOf(open)}:`;
    await callGraph(open, 'DELETE', `${site}/lists/Priorities/columns/Rank`);
    const asRunning = { MILEPOST_SETUP_CLIENT_ID: '', MILEPOST_SETUP_CLIENT_SECRET: '' };
    const config = settingsFor(open, { dataDirectory: dir.path, caFile: '' });
    const bare = { ...asRunning, MICROSOFT_APP_ID: config.MICROSOFT_APP_ID ?? '' };
    const ran = await run(open, 'provision', [], bare);
    expect(ran.code).toBe(1);
    expect(ran.out).toContain(
      'MILEPOST_SETUP_CLIENT_ID is not set, so the lists are made as the app that runs',
    );
    expect(ran.err).toContain(`the app that runs Milepost (${open.directory.botAppId})`);
    expect(ran.err).toContain('application permission Sites.Manage.All');
    expect(ran.err).toContain('Entra admin centre');
    expect((await run(open, 'provision')).code).toBe(0);
  }, 180_000);

  test('signs an administrator in by a code where the set-up app has no secret', async () => {
    const ran = await run(open, 'provision', ['--check'], { MILEPOST_SETUP_CLIENT_SECRET: '' });
    expect(ran).toMatchObject({ code: 0, err: '' });
    expect(ran.out).toMatch(/^To sign in, use a web browser to open the page \S+ and enter the code \w+/m);
  }, 180_000);

  test('refuses what it does not know, and says what there is', async () => {
    const ran = await run(open, 'provision', ['--chek']);
    expect(ran.code).toBe(1);
    expect(ran.err).toContain('--check');
    expect((await run(open, 'provision', ['--help'])).out).toContain('--grant');
    expect((await run(open, 'provision', ['--site', 'example.sharepoint.com:/sites/other'])).err).toContain(
      'is not in MILEPOST_SITES',
    );
  }, 180_000);
});

test('npm run import takes a calendar of school terms: it shows what it would do, and writes with --yes', async () => {
  const file = join(dir.path, 'terms.csv');
  const rows = [
    'Subject,Start Date,End Date',
    'Half term,2022-02-14,2022-02-18',
    'Choir,2022-02-21,2022-02-21',
  ];
  await writeFile(file, rows.join('\n'));
  const closures = async () => {
    const site = `/sites/${addressOf(open)}:`;
    const { body } = await callGraph(open, 'GET', `${site}/lists/Closures/items?$expand=fields`);
    return (body.value as { fields: Record<string, unknown> }[]).map(({ fields }) => [
      fields.Title,
      fields.Kind,
    ]);
  };
  const shown = await run(open, 'import', [file, '--closed']);
  expect(shown).toMatchObject({ code: 0, err: '' });
  expect(shown.out).toContain(
    'terms.csv: The file names holidays and days off: those are taken as they stand.',
  );
  expect(shown.out).toMatch(/^ {2}doubtful {2}1 event says neither holiday nor term/m);
  expect(shown.out).toMatch(/^ {2}Closures {9}1 new, 0 changed, 0 as they are\.$/m);
  expect(shown.out).toMatch(/^ {2}new {7}Half term, 14 to 18 Feb 2022: Closed$/m);
  expect(shown.out).toContain('Nothing has been written.');
  expect(await closures()).toEqual([]);
  const written = await run(open, 'import', [file, '--closed', '--yes']);
  expect(written).toMatchObject({ code: 0, err: '' });
  expect(written.out).toContain('Written to ALP improvement plan.');
  expect(await closures()).toEqual([['Half term', 'Closed']]);

  await writeFile(file, 'Subject,Start Date,End Date\n');
  expect(await run(open, 'import', [file])).toMatchObject({
    code: 1,
    err: expect.stringContaining('terms.csv: '),
  });
}, 180_000);

describe('with Sites.Selected', () => {
  const FILES = ['sandbox/seed/plan.txt', 'sandbox/seed/people.json', '--yes'];

  test('the app that runs enters a site only once it was let in, and then writes rows', async () => {
    expect((await run(closed, 'provision')).code).toBe(0);
    expect((await run(closed, 'import', FILES)).code).toBe(1);

    const check = await run(closed, 'provision', ['--grant', '--check']);
    expect(check.code).toBe(1);
    expect(check.out).toMatch(new RegExp(`would let in +the app ${closed.directory.botAppId}`));
    const let_ = await run(closed, 'provision', ['--grant']);
    expect(let_).toMatchObject({ code: 0, err: '' });
    expect(let_.out).toMatch(/^ {2}let in {7}the app/m);
    expect((await run(closed, 'provision', ['--grant'])).out).toMatch(/^ {2}was let in {3}the app/m);

    const { body } = await callGraph(closed, 'GET', `/sites/${addressOf(closed)}:/permissions`);
    expect(body.value).toMatchObject([
      { roles: ['write'], grantedToIdentitiesV2: [{ application: { id: closed.directory.botAppId } }] },
    ]);
    const imported = await run(closed, 'import', FILES);
    expect(imported).toMatchObject({ code: 0, err: '' });
  }, 180_000);

  test('Milepost runs there, reading and writing rows, without what the set-up app may do', async () => {
    const caFile = join(dir.path, 'closed.pem');
    await writeFile(caFile, closed.certificatePem);
    const settings = settingsFor(closed, { dataDirectory: join(dir.path, 'running'), caFile });
    const running = await startMain({ ...settings, MILEPOST_SETUP_CLIENT_SECRET: 'running never shows it' });
    const clock = await fetch(`${running.url}/clock`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ now: '2022-01-10T09:00:00Z' }),
    });
    expect(clock.status).toBe(200);
    await running.stop();
    const { body } = await callGraph(closed, 'GET', `/sites/${addressOf(closed)}:/lists/Meetings/items`);
    const meetings = body.value as { createdBy: { application: { id: string } } }[];
    expect(meetings.length).toBeGreaterThan(0);
    for (const { createdBy } of meetings) expect(createdBy.application.id).toBe(closed.directory.botAppId);
  }, 180_000);

  test('a grant that only lets it read is raised, not doubled', async () => {
    const site = `/sites/${addressOf(closed)}:`;
    const { body } = await callGraph(closed, 'GET', `${site}/permissions`);
    const [{ id } = { id: '' }] = body.value as { id: string }[];
    await callGraph(closed, 'PATCH', `${site}/permissions/${id}`, { roles: ['read'] });
    expect((await run(closed, 'provision', ['--grant'])).out).toMatch(/^ {2}let in {7}the app/m);
    const after = await callGraph(closed, 'GET', `${site}/permissions`);
    expect(after.body.value).toMatchObject([{ id, roles: ['write'] }]);
    expect(after.body.value).toHaveLength(1);
  }, 180_000);
});
