import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { type SandboxPlan, startSandboxPlan } from './helpers/sandbox-plan.ts';

let plan: SandboxPlan;
beforeAll(async () => {
  plan = await startSandboxPlan();
});
afterAll(() => plan?.stop());

/** Rows of each list of the sample, as both its files have them. */
const ROWS = { Themes: 6, Groups: 12, Owners: 18, Recommendations: 31, Milestones: 10, Measures: 1 };
const LISTS = Object.keys(ROWS) as (keyof typeof ROWS)[];
const writes = (requests: Awaited<ReturnType<SandboxPlan['requestsOf']>>) =>
  requests.flatMap(({ parts, ...request }) => parts ?? [request]).filter(({ method }) => method !== 'GET')
    .length;
const recommendation = async (number: number) =>
  (await plan.rowsOf('Recommendations')).find(({ Number: its }) => its === number) ?? {};

test('a preview says what would be written and writes nothing', async () => {
  let reports: Awaited<ReturnType<SandboxPlan['importSample']>> = [];
  const requests = await plan.requestsOf(async () => {
    reports = await plan.importSample({ apply: false });
  });
  expect(writes(requests)).toBe(0);
  expect(reports).toContainEqual(
    expect.objectContaining({ list: 'Recommendations', created: 31, updated: 0, unchanged: 0 }),
  );
  for (const list of LISTS) expect([list, await plan.rowsOf(list)]).toEqual([list, []]);
});

test('writes every row once, with who leads what', async () => {
  await plan.importSample({ apply: true });
  for (const list of LISTS) expect([list, (await plan.rowsOf(list)).length]).toEqual([list, ROWS[list]]);
  const owners = await plan.rowsOf('Owners');
  const groups = await plan.rowsOf('Groups');
  const idOf = (rows: readonly Record<string, unknown>[], title: string) =>
    rows.find(({ Title }) => Title === title)?.id;
  expect(await recommendation(2)).toMatchObject({
    Stage: 'Not started',
    // SharePoint answers with local midnight, and the clocks had changed by then.
    BaselineDue: '2022-03-30T23:00:00Z',
    LeadGroupLookupId: idOf(groups, 'Schools'),
    OwnerLookupId: idOf(owners, 'Schools group owner'),
  });
  const schools = groups.find(({ Title }) => Title === 'Schools');
  expect(schools).toMatchObject({ Kind: 'Operational', ChairLookupId: idOf(owners, 'Schools group chair') });
});

test('again changes nothing', async () => {
  let reports: Awaited<ReturnType<SandboxPlan['importSample']>> = [];
  const requests = await plan.requestsOf(async () => {
    reports = await plan.importSample({ apply: true });
  });
  expect(reports.map(({ created, updated }) => created + updated)).toEqual(reports.map(() => 0));
  expect(writes(requests)).toBe(0);
});

test('again leaves what people have done since, and puts back only what is gone', async () => {
  const { id } = await recommendation(2);
  const progress = {
    Stage: 'In progress',
    ForecastDue: '2022-05-15T12:00:00Z',
    DuePrecision: 'Day',
    ScheduleRag: 'Red',
    LatestNote: 'Schools have met',
  };
  await plan.editByHand('Recommendations', Number(id), progress);
  await plan.deleteByHand('Recommendations', Number((await recommendation(31)).id));
  const before = await recommendation(2);
  const reports = await plan.importSample({ apply: true });
  expect(await recommendation(2)).toEqual(before);
  expect(await recommendation(31)).toMatchObject({ Stage: 'Not started' });
  expect(reports.find(({ list }) => list === 'Recommendations')).toMatchObject({
    created: 1,
    updated: 0,
    unchanged: 30,
  });
});

test('again under other words renames what it can tell again, and doubles nothing', async () => {
  const idsOf = async (list: string) => (await plan.rowsOf(list)).map(({ id }) => id);
  const before = { themes: await idsOf('Themes'), milestones: await idsOf('Milestones') };
  const reworded = (text: string) =>
    text
      .replaceAll('Clear communication and engagement', 'Plain words with families')
      .replaceAll('local offer pages about ALP rewritten', 'web pages about ALP rewritten');
  const reports = await plan.importSample({ apply: true, reworded });
  const renamed = reports.flatMap((report) => report.renamed.map(({ to }) => [report.list, to]));
  expect(renamed).toEqual([
    ['Themes', 'Plain words with families'],
    ['Milestones', expect.stringMatching(/^web pages about ALP rewritten$/i)],
  ]);
  expect({ themes: await idsOf('Themes'), milestones: await idsOf('Milestones') }).toEqual(before);
  const theme = (await plan.rowsOf('Themes')).find(({ Title }) => Title === 'Plain words with families');
  expect(await recommendation(6)).toMatchObject({ ThemeLookupId: theme?.id });
  await plan.importSample({ apply: true });
  expect(await idsOf('Themes')).toEqual(before.themes);
});

test('stops with a clear message where a row is refused, and goes on from there the next time', async () => {
  await plan.deleteByHand('Recommendations', Number((await recommendation(30)).id));
  plan.network = (input, init) =>
    String(init?.body).includes('"method":"POST"')
      ? Promise.reject(new TypeError('fetch failed'))
      : fetch(input, init);
  await expect(plan.importSample({ apply: true })).rejects.toMatchObject({
    code: 'GRAPH',
    userMessage: expect.stringMatching(/^1 row was not written: Recommendation 30 .* Import again/),
  });
  plan.network = null;
  await plan.importSample({ apply: true });
  expect(await plan.rowsOf('Recommendations')).toHaveLength(31);
});
