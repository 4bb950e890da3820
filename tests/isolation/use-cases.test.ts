import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { AppError } from '../../plan/errors.ts';
import { createUseCases } from '../../workflow/create-use-cases.ts';
import { emptyDatabase, openTestDatabase, type TestDatabase } from '../store/databases.ts';
import { makeDeps, type TestProcess } from '../workflow/helpers/make-deps.ts';
import {
  ACTORS,
  fillBoth,
  type Letter,
  MARK,
  OTHER,
  PLANS_OF,
  planIdOf,
  snapshotOf,
} from './helpers/two-plans.ts';
import { type Target, USE_CASE_CALLS, type UseCaseCall } from './helpers/use-case-calls.ts';

let opened: TestDatabase;
let deps: TestProcess;
/** Plans whose SharePoint lists somebody asked for. */
let sitesAsked: string[];
beforeAll(async () => {
  opened = await openTestDatabase();
});
afterAll(() => opened?.close());
beforeEach(async () => {
  await emptyDatabase(opened.database);
  await fillBoth(opened.database);
  sitesAsked = [];
  deps = makeDeps({
    database: opened.database,
    siteListsOf: (planId) => {
      sitesAsked.push(planId);
      return Promise.reject(new AppError({ code: 'GRAPH', message: 'SharePoint is out of reach' }));
    },
  });
});

/** What a call came to, as text that can be searched: its answer, or everything its refusal says. */
async function outcomeOf(
  { call }: UseCaseCall,
  actor: string,
  target: Target,
): Promise<{ readonly isRefused: boolean; readonly text: string }> {
  try {
    const answer = await call(createUseCases(deps), ACTORS[actor] as never, target);
    return { isRefused: false, text: JSON.stringify(answer ?? null) };
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    const { code, message, userMessage, details } = error;
    return { isRefused: true, text: JSON.stringify({ code, message, userMessage, details }) };
  }
}

async function targetOf(letter: Letter): Promise<Target> {
  const [dead] = await opened.database.query<{ id: number }>(
    `SELECT id FROM outbox WHERE plan_id = $1 AND state = 'dead'`,
    [planIdOf(letter)],
  );
  return { letter, outboxId: Number(dead?.id), importKey: await startImport(letter) };
}

/** The key of a file that somebody of the plan sent. */
async function startImport(letter: Letter): Promise<string> {
  const sender = letter === 'a' ? 'person of A' : 'person of B';
  const { text } = await outcomeOf(USE_CASE_CALLS.receiveImport, sender, {
    letter,
    outboxId: 0,
    importKey: '',
  });
  return (JSON.parse(text) as { importKey?: string }).importKey ?? 'no-such-import';
}

describe.each(Object.entries(USE_CASE_CALLS))('%s', (_name, useCase) => {
  const cases = Object.keys(ACTORS).flatMap((actor) =>
    (['a', 'b'] as const).map((letter) => ({ actor, letter })),
  );

  test.each(cases)('asked by $actor about plan $letter shows and changes nothing of another', async (ask) => {
    const { actor, letter } = ask;
    const target = await targetOf(letter);
    const mine = PLANS_OF[actor] ?? [];
    const mayAsk = mine.includes(letter);
    const foreign = (['a', 'b'] as const).filter((plan) => !mine.includes(plan));
    const untouched = useCase.about === 'plan' && mayAsk ? [OTHER[letter]] : foreign;
    const before = await Promise.all(untouched.map((plan) => snapshotOf(opened.database, plan)));
    sitesAsked = [];

    const { isRefused, text } = await outcomeOf(useCase, actor, target);

    for (const plan of foreign) expect(text).not.toContain(MARK[plan]);
    if (useCase.about === 'plan') {
      expect(text).not.toContain(MARK[OTHER[letter]]);
      if (!mayAsk) expect(isRefused).toBe(true);
      if (mayAsk && useCase.works) expect({ isRefused, text }).toMatchObject({ isRefused: false });
      if (mayAsk && useCase.works) expect(text).toContain(MARK[letter]);
      expect(sitesAsked.filter((planId) => planId !== planIdOf(letter))).toEqual([]);
    }
    if (useCase.about === 'own' && useCase.works)
      for (const plan of mine)
        expect({ isRefused, text }).toMatchObject({ text: expect.stringContaining(MARK[plan]) });
    if (useCase.about !== 'none') {
      if (!mayAsk && useCase.about === 'plan') expect(sitesAsked).toEqual([]);
      const after = await Promise.all(untouched.map((plan) => snapshotOf(opened.database, plan)));
      expect(after).toEqual(before);
    }
    for (const { message, fields } of deps.logged)
      for (const mark of Object.values(MARK)) expect(JSON.stringify({ message, fields })).not.toContain(mark);
  });
});

describe('what names something of the other plan', () => {
  const asked = () => createUseCases(deps);
  const actor = ACTORS['person of A'] as never;
  const both = ACTORS['person of both'] as never;

  test.each(['repeatWrite', 'giveUpWrite'] as const)('%s settles no write of another plan', async (name) => {
    const { outboxId } = await targetOf('b');
    const before = await snapshotOf(opened.database, 'b');
    for (const asker of [actor, both])
      await expect(asked()[name]({ actor: asker, planId: planIdOf('a'), outboxId })).rejects.toMatchObject({
        code: 'STALE',
      });
    expect(await snapshotOf(opened.database, 'b')).toBe(before);
    expect(sitesAsked).toEqual([]);
  });

  test('the same submission in both plans is taken in each, and answered with its own', async () => {
    const answer = (letter: Letter) =>
      asked().answerItems({
        actor: both,
        planId: planIdOf(letter),
        meetingKey: null,
        submissionKey: 'pressed-in-both-plans',
        answers: [{ ref: { list: 'Recommendations', key: 'rec-4' }, noChange: true, note: MARK[letter] }],
      });
    const [first, second] = [await answer('a'), await answer('b')];
    expect([first, second]).toMatchObject([{ savedCount: 1 }, { savedCount: 1 }]);
    expect(JSON.stringify(first)).not.toContain(MARK.b);
    expect(JSON.stringify(second)).not.toContain(MARK.a);
    expect(await answer('b')).toEqual(second);
  });

  test('a plan that is not there looks like one that a stranger may not see', async () => {
    const refusals = await Promise.all(
      ['plan-b', 'plan-nowhere'].map((planId) =>
        asked()
          .viewOverview({ actor, planId })
          .catch(({ code, userMessage }: AppError) => ({ code, userMessage })),
      ),
    );
    expect(refusals[0]).toEqual(refusals[1]);
  });
});
