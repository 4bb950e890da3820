import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { CoProductionView, MeasuresView } from '../../plan/content.ts';
import { createHttpServer, type HttpServer } from '../../server/http/create-http-server.ts';
import { createTabTokenVerifier } from '../../server/http/verify-tab-token.ts';
import { engagementRoutes } from '../../server/routes/engagements.ts';
import { measureRoutes } from '../../server/routes/measures.ts';
import { createUseCases } from '../../workflow/create-use-cases.ts';
import { makeMeasure } from '../helpers/make-plan.ts';
import { createIdleMetrics } from '../isolation/helpers/metrics.ts';
import { donePlan } from '../plan/co-production/helpers/reference-plan.ts';
import { openTestDatabase, type TestDatabase } from '../store/databases.ts';
import { fillMirror } from '../workflow/helpers/fill-mirror.ts';
import { makeDeps, TENANT } from '../workflow/helpers/make-deps.ts';
import { startTokenIssuer, type TokenIssuer } from './helpers/token-issuer.ts';

const PLAN = donePlan({ measures: [makeMeasure()] });
const metrics = createIdleMetrics();
let opened: TestDatabase;
let issuer: TokenIssuer;
let server: HttpServer;
let submissions = 0;
beforeAll(async () => {
  [opened, issuer] = await Promise.all([openTestDatabase(), startTokenIssuer(TENANT)]);
  await fillMirror(opened.database, PLAN);
  const deps = makeDeps({ database: opened.database });
  deps.setClock('2022-03-21T09:00:00Z');
  const useCases = createUseCases(deps);
  const verify = createTabTokenVerifier(issuer);
  const routes = [...engagementRoutes(useCases, verify), ...measureRoutes(useCases, verify)];
  server = await createHttpServer({ host: '127.0.0.1', port: 0, log: deps.log, metrics, routes });
});
afterAll(async () => {
  await server?.close();
  await metrics.stop();
  await Promise.all([issuer?.stop(), opened?.close()]);
});

const ask = async (path: string, person: string, body?: object) => {
  const { entraObjectId: oid } = PLAN.owners.find(({ key }) => key === person) ?? {};
  return fetch(`http://127.0.0.1:${server.port}/api/v1/plans/${PLAN.id}${path}`, {
    method: body === undefined ? 'GET' : 'POST',
    headers: { authorization: await issuer.token({ claims: { oid } }), 'content-type': 'application/json' },
    ...(body === undefined
      ? {}
      : { body: JSON.stringify({ submissionKey: `a-form-of-the-tab-${++submissions}`, ...body }) }),
  });
};
const saved = async (...asked: Parameters<typeof ask>) => {
  const answer = await ask(...asked);
  expect(answer.status).toBe(200);
  return (await answer.json()) as {
    words: string;
    problems: object[];
    view: CoProductionView & MeasuresView;
  };
};

test('a group comments, and whoever answers for the item says what came of it: nothing else is changed', async () => {
  const comment = {
    groupKey: 'parents',
    ref: { list: 'Recommendations', key: 'rec-4' },
    words: 'Hard to read',
  };
  const { view } = await saved('/comments', 'parent', { comment });
  const [line] = view.comments;
  expect(line).toMatchObject({ words: 'Hard to read', item: { label: '4' }, answer: null, mayAnswer: false });
  // As the page sends it: what it does not know is said to be as it was.
  const shown = { title: line?.groupName, said: line?.words };
  const answered = await saved(`/engagements/${encodeURIComponent(line?.key ?? '')}`, 'owner', {
    engagement: { ...shown, answer: 'We did', outcome: 'Rewritten with parents' },
    base: { ...shown, answer: '', outcome: '' },
  });
  expect(answered.problems).toEqual([]);
  expect(answered.view.comments).toMatchObject([
    {
      answer: 'We did',
      answerWords: 'Rewritten with parents',
      onWords: 'Mon 21 Mar 2022',
      item: { label: '4' },
    },
  ]);
  expect((await ask('/comments', 'other', { comment })).status).toBe(403);
});

test('an entry of the log is added; what is wrong is said beside its field', async () => {
  const engagement = { title: 'Heads', on: '2022-03-14', said: 'Sooner', voices: '14' };
  const { view, problems } = await saved('/engagements', 'chair', { engagement });
  expect([problems, view.engagements]).toMatchObject([[], [{ title: 'Heads', voices: 14, mayAnswer: true }]]);
  expect(await saved('/engagements', 'chair', { engagement: { ...engagement, on: 'soon' } })).toMatchObject({
    words: '',
    problems: [{ field: 'on' }],
  });
  expect((await ask('/engagements', 'owner', { engagement })).status).toBe(403);
  expect((await ask('/engagements', 'chair', { engagement: 'all of it' })).status).toBe(400);
});

test('“You said, we did” is a paper for the page, and a document', async () => {
  const { paper } = (await (await ask('/you-said?from=2022-03-01&to=2022-03-31', 'other')).json()) as {
    paper: { title: string };
  };
  expect(paper).toMatchObject({
    title: 'You said, we did',
    subtitle: ['Sample plan', '1 to 31 Mar 2022', expect.stringContaining('As at')],
  });
  for (const [format, type] of [
    ['docx', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'],
    ['pdf', 'application/pdf'],
  ]) {
    const { status, headers } = await ask(`/you-said?format=${format}`, 'other');
    expect([status, headers.get('content-type')]).toEqual([200, type]);
    expect(headers.get('content-disposition')).toContain(`did.${format}`);
  }
  for (const query of ['format=odt', 'from=soon', 'from=2022-03-02&to=2022-03-01'])
    expect((await ask(`/you-said?${query}`, 'other')).status).toBe(400);
});

test('a reading is recorded by whoever may, and the page shows it', async () => {
  const reading = { measure: 'measure-1', value: '126' };
  const { view } = await saved('/readings', 'manager', { reading });
  expect(view.measures).toMatchObject([
    { value: 126, readings: [{ on: '2022-03-21', byName: 'Plan manager' }] },
  ]);
  expect((await ask('/readings', 'owner', { reading })).status).toBe(403);
  expect((await ask('/readings', 'manager', { reading: {} })).status).toBe(400);
  const shown = (await (await ask('/measures', 'parent')).json()) as MeasuresView;
  expect(shown).toMatchObject({
    measures: [{ value: 126, mayRecord: false }],
    mayNotWords: expect.stringContaining('record its readings'),
  });
});
