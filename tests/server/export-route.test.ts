import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { makeGroup, makeOwner, makePlan, makeRecommendation } from '../helpers/make-plan.ts';
import { type DashboardServer, startDashboardServer } from './helpers/dashboard-server.ts';

const OWNER = makeOwner({ entraObjectId: '00000000-0000-4000-8000-000000000001' });
const PLAN = makePlan({
  owners: [OWNER],
  groups: [makeGroup(), makeGroup({ key: 'finance', itemId: 2, title: 'Finance' })],
  recommendations: [
    makeRecommendation({ number: 1, title: '=HYPERLINK("x")' }),
    makeRecommendation({
      number: 2,
      title: 'Agree a protocol',
      theme: null,
      leadGroup: 'finance',
      stage: 'Waiting on others',
      confidence: 'Red',
    }),
  ],
});

let server: DashboardServer;
let authorization: string;
beforeAll(async () => {
  server = await startDashboardServer(PLAN);
  authorization = await server.tokenOf(OWNER);
});
afterAll(() => server?.stop());

const take = (query: string) => server.ask(`/plans/${PLAN.id}/export?${query}`, { authorization });
const nameOf = (response: Response) =>
  decodeURIComponent(response.headers.get('content-disposition')?.split("''")[1] ?? '');

describe('a page as a file', () => {
  test('has what its address shows, with no formula in it, and is named by it', async () => {
    const response = await take('format=csv&view=items&list=Recommendations&sort=-number&text=e');
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toBe('text/csv; charset=utf-8');
    expect(nameOf(response)).toMatch(
      new RegExp(`^${PLAN.id}, All items, Recommendations, e, \\d{4}-\\d\\d-\\d\\d\\.csv$`),
    );
    const [head, ...rows] = (await response.text()).split('\r\n');
    expect(head).toMatch(/^\uFEFF?No\.,Title,List,Theme,/);
    expect(rows.map((row) => row.slice(0, 20))).toEqual([
      expect.stringMatching(/^2,Agree a protocol/),
      expect.stringMatching(/^1,"'=HYPERLINK/),
    ]);
  });

  test.each([
    'group=Finance',
    'theme=No+theme',
    'colour=Red',
    'stage=Waiting+on+others',
    'show=blocked',
    'text=protocol',
  ])('has no more than its address shows: %s', async (filter) => {
    const response = await take(`format=csv&view=items&${filter}`);
    const [, ...rows] = (await response.text()).trimEnd().split('\r\n');
    expect(rows).toEqual([expect.stringMatching(/^2,Agree a protocol/)]);
  });

  test.each([
    ['view=groups', 'xlsx'],
    ['view=changes&format=csv', 'zip'],
    ['', 'xlsx'],
  ])('%s is a file that ends in .%s', async (query, ending) => {
    const response = await take(query);
    expect([response.status, nameOf(response).split('.').at(-1)]).toEqual([200, ending]);
  });

  test.each([
    ['format=pdf', 'format'],
    ['view=settings', 'view'],
    ['view=items&colour=Blue', 'colour'],
    ['view=items&list=Owners', 'list'],
    ['view=items&stage=Done', 'stage'],
    ['view=items&show=everything', 'show'],
    ['view=items&sort=constructor', 'sort'],
    ['view=items&on=yesterday', 'day'],
  ])('nonsense is refused in words: %s', async (query, word) => {
    const response = await take(query);
    expect(response.status).toBe(400);
    expect(JSON.stringify(await response.json())).toContain(word);
  });
});
