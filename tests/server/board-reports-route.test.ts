import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { BoardReportView } from '../../plan/content.ts';
import { createHttpServer, type HttpServer } from '../../server/http/create-http-server.ts';
import { createTabTokenVerifier } from '../../server/http/verify-tab-token.ts';
import { boardReportRoutes } from '../../server/routes/board-reports.ts';
import { makeDrafts } from '../../workflow/board-reports/make-drafts.ts';
import { createUseCases } from '../../workflow/create-use-cases.ts';
import { createIdleMetrics } from '../isolation/helpers/metrics.ts';
import { openTestDatabase, type TestDatabase } from '../store/databases.ts';
import { PLAN, REPORT } from '../workflow/board-reports/board-plan.ts';
import { createMemoryDocuments } from '../workflow/board-reports/memory-documents.ts';
import { fillMirror } from '../workflow/helpers/fill-mirror.ts';
import { makeDeps, TENANT } from '../workflow/helpers/make-deps.ts';
import { startTokenIssuer, type TokenIssuer } from './helpers/token-issuer.ts';

const metrics = createIdleMetrics();
let opened: TestDatabase;
let issuer: TokenIssuer;
let server: HttpServer;
beforeAll(async () => {
  [opened, issuer] = await Promise.all([openTestDatabase(), startTokenIssuer(TENANT)]);
  await fillMirror(opened.database, PLAN);
  const documents = createMemoryDocuments();
  const deps = makeDeps({ database: opened.database, documentsOf: async () => documents });
  await makeDrafts(deps, (await deps.plans.get(PLAN.id)) ?? PLAN);
  const routes = boardReportRoutes(createUseCases(deps), createTabTokenVerifier(issuer));
  server = await createHttpServer({ host: '127.0.0.1', port: 0, log: deps.log, metrics, routes });
});
afterAll(async () => {
  await server?.close();
  await metrics.stop();
  await Promise.all([issuer?.stop(), opened?.close()]);
});

const send = async (method: string, path: string, person: string, body?: object) => {
  const { entraObjectId: oid } = PLAN.owners.find(({ key }) => key === person) ?? {};
  return fetch(`http://127.0.0.1:${server.port}/api/v1/plans/${PLAN.id}/board-reports${path}`, {
    method,
    headers: { authorization: await issuer.token({ claims: { oid } }), 'content-type': 'application/json' },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
};
const ask = async (...asked: Parameters<typeof send>) => {
  const answer = await send(...asked);
  return { status: answer.status, body: (await answer.json()) as unknown };
};
const report = `/${encodeURIComponent(REPORT)}`;
const section = (words: string | null, version: number, checked?: boolean) => ({
  words,
  isInternal: null,
  version,
  ...(checked === undefined ? {} : { checked }),
});

test('a report is written, approved, posted, corrected and handed out at its addresses', async () => {
  expect(await ask('GET', '', 'author')).toMatchObject({
    status: 200,
    body: { boards: [{ draftKey: REPORT, reports: [{ key: REPORT, state: 'Draft' }] }] },
  });
  const put = (words: string | null, version: number, person: string, checked?: boolean) =>
    ask('PUT', `${report}/sections/asked`, person, section(words, version, checked));
  expect(await put('Agree the budget.', 0, 'author')).toMatchObject({
    status: 200,
    body: { state: 'Draft' },
  });
  expect(await put('Something else.', 0, 'manager')).toMatchObject({
    status: 409,
    body: {
      error: { code: 'CHANGED', message: expect.stringMatching(/^Report author changed.*Nothing is lost/) },
      theirs: { words: 'Agree the budget.', version: 1 },
    },
  });
  const child = 'Jo Bloggs, born 3 May 2014.';
  expect(await put(child, 1, 'author')).toMatchObject({ status: 400, body: { error: { code: 'HELD' } } });
  expect(await put(child, 1, 'author', true)).toMatchObject({ status: 200 });
  expect(await ask('POST', `${report}/approve`, 'director', { seen: { asked: 1 } })).toMatchObject({
    status: 409,
  });
  expect(await ask('POST', `${report}/approve`, 'director')).toMatchObject({ body: { state: 'Approved' } });
  expect(await ask('POST', `${report}/reopen`, 'director')).toMatchObject({ body: { state: 'Draft' } });
  const { body: approved } = await ask('POST', `${report}/approve`, 'director');
  const { approvedAt } = approved as BoardReportView;
  const post = (seen: string | null) =>
    ask('POST', `${report}/post`, 'board-chair', { submission: 'post-the-report', approvedAt: seen });
  expect(await post('2022-01-01T09:00:00.000Z')).toMatchObject({
    status: 409,
    body: { error: { code: 'STALE' } },
  });
  expect(await post(approvedAt)).toMatchObject({
    status: 200,
    body: { state: 'Posted', version: 1 },
  });
  expect(await ask('POST', `${report}/retry`, 'board-chair', { part: 'pdf', version: 1 })).toMatchObject({
    status: 200,
  });
  const correct = (words: string) =>
    ask('POST', `${report}/correct`, 'board-chair', { words, submission: 'correct-the-report' });
  expect(await correct(child)).toMatchObject({ status: 400, body: { error: { code: 'HELD' } } });
  expect(await correct('Another sum.')).toMatchObject({
    status: 200,
    body: { state: 'Draft', version: null },
  });
  expect(await ask('GET', `${report}?version=1`, 'owner')).toMatchObject({ body: { version: 1 } });
  const file = await send('GET', `${report}/papers/easy-read?format=docx&version=1`, 'owner');
  expect(file.headers.get('content-disposition')).toContain('easy%20read.docx');
  expect(new TextDecoder('latin1').decode(await file.arrayBuffer()).slice(0, 2)).toBe('PK');
});

test.each([
  ['PUT', `${report}/sections/nothing`, section('x', 0), 'no section “nothing”'],
  ['PUT', `${report}/sections/asked`, { words: 3 }, 'could not be read'],
  ['GET', `${report}?version=first`, undefined, 'could not be read'],
  ['GET', `${report}/papers/poster`, undefined, 'no paper “poster”'],
  ['GET', `${report}/papers/report?format=odt`, undefined, 'no format “odt”'],
  ['POST', `${report}/retry`, { part: 'letter', version: 1 }, 'could not be read'],
])('%s %s is refused in words', async (method, path, body, words) => {
  expect(await ask(method, path, 'board-chair', body)).toMatchObject({
    status: 400,
    body: { error: { code: 'BAD_INPUT', message: expect.stringContaining(words) } },
  });
});

test('a report or version that is not there says so', async () => {
  expect(await ask('GET', '/report%3Anothing', 'author')).toMatchObject({ status: 404 });
  expect(await ask('GET', `${report}?version=7`, 'author')).toMatchObject({ status: 404 });
});
