import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { RowValues } from '../../graph/lists/values.ts';
import type { SiteLists } from '../../graph/site-lists.ts';
import { findSite } from '../../graph/sites.ts';
import { LIST_NAMES, type ListName } from '../../plan/glossary.ts';
import { loadPlan } from '../../store/load-plan.ts';
import { createUseCases } from '../../workflow/create-use-cases.ts';
import { registerPlans } from '../../workflow/register-plans.ts';
import { runDue } from '../../workflow/run-due.ts';
import { type Sandbox, startSandbox } from '../helpers/sandbox.ts';
import { provisionSandboxSite, type SandboxSite } from '../helpers/sandbox-site.ts';
import { openTestDatabase, type TestDatabase } from '../store/databases.ts';
import { makeDeps, type TestProcess } from '../workflow/helpers/make-deps.ts';

type Letter = 'a' | 'b';
const MARK: Readonly<Record<Letter, string>> = { a: 'Aardvark', b: 'Badger' };
const PATH: Readonly<Record<Letter, string>> = { a: '/sites/alp-improvement', b: '/sites/travel-plan' };
const PLAN: Readonly<Record<Letter, string>> = { a: 'alp-improvement', b: 'travel-plan' };
const BOTH = 'cccccccc-0000-4000-8000-000000000001';
const LETTERS = ['a', 'b'] as const;

let sandbox: Sandbox;
let opened: TestDatabase;
let deps: TestProcess;
const sites = {} as Record<Letter, SandboxSite>;
const lists = {} as Record<Letter, SiteLists>;

beforeAll(async () => {
  sandbox = await startSandbox();
  opened = await openTestDatabase();
  for (const letter of LETTERS) {
    sites[letter] = await provisionSandboxSite(sandbox, PATH[letter]);
    lists[letter] = await sites[letter].openLists('Europe/London');
    await fillSite(letter);
  }
  await registerPlans(
    opened.database,
    LETTERS.map((letter) => ({ sitePath: sites[letter].sitePath, timeZone: 'Europe/London' })),
    (sitePath) => findSite(sites.a.byHand, sitePath),
  );
  deps = makeDeps({
    database: opened.database,
    tenantId: sandbox.directory.tenantId,
    siteListsOf: (planId) => sites[planId === PLAN.a ? 'a' : 'b'].openLists('Europe/London'),
  });
  await runDue(deps);
}, 180_000);
afterAll(async () => {
  await opened?.close();
  await sandbox?.stop();
});

/** The same rows under the same numbers, but for the plan's own word in every text. */
async function fillSite(letter: Letter): Promise<void> {
  const mark = MARK[letter];
  const add = async (list: ListName, values: RowValues) => {
    const [outcome] = await lists[letter].writeRows([{ kind: 'create', list, values }]);
    expect(outcome).toMatchObject({ status: 'written', itemId: 1 });
  };
  await add('Groups', {
    title: 'Data',
    kind: 'Operational',
    channelId: `19:${letter}@thread.tacv2`,
    everyWeeks: 2,
    firstMeeting: '2022-01-10',
    meetingTime: '10:00',
    active: true,
  });
  await add('Owners', { title: `Somebody ${mark}`, entraObjectId: BOTH, roles: ['Member'], groups: [1] });
  await add('Recommendations', {
    title: `Recommendation ${mark}`,
    number: 1,
    leadGroup: 1,
    owner: 1,
    stage: 'In progress',
    baselineDue: '2022-03-31',
    forecastDue: '2022-03-31',
    duePrecision: 'Month',
  });
}

/** Everything that stands in a site's lists. */
async function siteText(letter: Letter): Promise<string> {
  const all = await Promise.all(LIST_NAMES.map((list) => lists[letter].readChanges(list, null)));
  return JSON.stringify(all.map(({ changes }) => changes));
}

const planText = async (letter: Letter) => JSON.stringify(await loadPlan(opened.database, PLAN[letter]));

async function expectApart(): Promise<void> {
  for (const [letter, other] of [
    ['a', 'b'],
    ['b', 'a'],
  ] as const) {
    expect(await siteText(letter)).toContain(MARK[letter]);
    expect(await siteText(letter)).not.toContain(MARK[other]);
    expect(await planText(letter)).not.toContain(MARK[other]);
  }
}

test('two sites with the same rows under the same numbers are read into two plans', async () => {
  await expectApart();
  const plans = await Promise.all(LETTERS.map((letter) => loadPlan(opened.database, PLAN[letter])));
  expect(plans.map((plan) => plan?.recommendations.map(({ key, itemId }) => [key, itemId]))).toEqual([
    [['1', 1]],
    [['1', 1]],
  ]);
});

test('each channel gets the check-in of its own plan', () => {
  const texts = (letter: Letter) =>
    JSON.stringify(
      deps.messenger.sent.filter(
        ({ to }) => to.kind === 'channel' && to.channelId === `19:${letter}@thread.tacv2`,
      ),
    );
  expect(texts('a')).toContain(MARK.a);
  expect(texts('b')).toContain(MARK.b);
  expect(texts('a')).not.toContain(MARK.b);
  expect(texts('b')).not.toContain(MARK.a);
});

test('what somebody of both plans answers in each is written to that site and to no other', async () => {
  const actor = { tenantId: deps.tenantId, entraObjectId: BOTH, email: null };
  for (const letter of LETTERS) {
    const result = await createUseCases(deps).answerItems({
      actor,
      planId: PLAN[letter],
      meetingKey: null,
      submissionKey: 'the-same-in-both',
      answers: [
        { ref: { list: 'Recommendations', key: '1' }, stage: 'In progress', note: `said of ${MARK[letter]}` },
      ],
    });
    expect(result).toMatchObject({ savedCount: 1 });
  }
  await runDue(deps);
  await expectApart();
  for (const letter of LETTERS) expect(await siteText(letter)).toContain(`said of ${MARK[letter]}`);
});

test('a row edited or deleted by hand in one site changes nothing of the other', async () => {
  const { byHand, items } = sites.b;
  await byHand.patch(`${items('Recommendations')}/1/fields`, { Title: 'Edited by hand' });
  await runDue(deps);
  expect(await planText('b')).toContain('Edited by hand');
  expect(await planText('a')).not.toContain('Edited by hand');
  await byHand.delete(`${items('Recommendations')}/1`);
  await runDue(deps);
  const plans = await Promise.all(LETTERS.map((letter) => loadPlan(opened.database, PLAN[letter])));
  expect(plans.map((plan) => plan?.recommendations.length)).toEqual([1, 0]);
  await expectApart();
});

test('one plan whose site is gone does not hold up the other', async () => {
  const broken = makeDeps({
    database: opened.database,
    tenantId: deps.tenantId,
    siteListsOf: (planId) =>
      planId === PLAN.a ? Promise.reject(new Error('gone')) : sites.b.openLists('Europe/London'),
  });
  await sites.b.byHand.post(sites.b.items('Actions'), { fields: { Title: 'Made meanwhile' } });
  await runDue(broken);
  expect(await planText('b')).toContain('Made meanwhile');
  expect(await planText('a')).not.toContain('Made meanwhile');
});
