import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { AppError } from '../../plan/errors.ts';
import type { Database } from '../../store/database.ts';
import { createUseCases } from '../../workflow/create-use-cases.ts';
import { createPlanCache, type PlanCache } from '../../workflow/plan-cache.ts';
import type { Actor } from '../../workflow/use-cases.ts';
import { openTestDatabase, type TestDatabase } from '../store/databases.ts';
import { makeDeps, type TestProcess } from '../workflow/helpers/make-deps.ts';
import type { Target, UseCaseCall } from './helpers/calls/use-case-call.ts';
import { actorIn, addRoles, OWNED, ROLES, TAKING_PART } from './helpers/roles.ts';
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
import { USE_CASE_CALLS } from './helpers/use-case-calls.ts';
import { type KeptDatabase, keepDatabase, readWhole, watchWrites } from './helpers/whole-database.ts';

let opened: TestDatabase;
let database: Database;
/** Read once for all tests that leave the plans as they are. */
let plans: PlanCache;
/** Both plans as every test finds them. */
let kept: KeptDatabase;
let keptOf: Readonly<Record<Letter, string>>;
let targets: Readonly<Record<Letter, Target>>;
let deps: TestProcess;
/** Plans whose SharePoint lists somebody asked for. */
let sitesAsked: string[];
beforeAll(async () => {
  opened = await openTestDatabase();
  await fillBoth(opened.database);
  await addRoles(opened.database);
  database = watchWrites(opened.database);
  plans = createPlanCache(database);
  begin();
  targets = { a: await targetOf('a'), b: await targetOf('b') };
  kept = await keepDatabase(database);
  keptOf = { a: await snapshotOf(database, 'a'), b: await snapshotOf(database, 'b') };
});
afterAll(() => opened?.close());
beforeEach(begin);
afterEach(async () => {
  if (await kept.restore()) plans = createPlanCache(database);
});

function begin(): void {
  sitesAsked = [];
  const made = makeDeps({
    database,
    siteListsOf: (planId) => {
      sitesAsked.push(planId);
      return Promise.reject(new AppError({ code: 'GRAPH', message: 'SharePoint is out of reach' }));
    },
  });
  deps = { ...made, plans };
}

/** What a call came to, as text that can be searched: its answer, or everything its refusal says. */
async function outcomeOf(
  { call }: UseCaseCall,
  actor: Actor,
  target: Target,
): Promise<{ readonly isRefused: boolean; readonly text: string }> {
  try {
    const answer = await call(createUseCases(deps), actor, target);
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
  const [notice] = await opened.database.query<{ id: number }>(
    `SELECT id FROM notice WHERE plan_id = $1 AND state = 'ambiguous'`,
    [planIdOf(letter)],
  );
  return {
    letter,
    outboxId: Number(dead?.id),
    importKey: await startImport(letter),
    noticeId: Number(notice?.id),
  };
}

/** The key of a file that somebody of the plan sent. */
async function startImport(letter: Letter): Promise<string> {
  const sender = letter === 'a' ? 'person of A' : 'person of B';
  const { text } = await outcomeOf(USE_CASE_CALLS.receiveImport, ACTORS[sender] as Actor, {
    letter,
    outboxId: 0,
    importKey: '',
    noticeId: 0,
  });
  return (JSON.parse(text) as { importKey?: string }).importKey ?? 'no-such-import';
}

describe.each(Object.entries(USE_CASE_CALLS))('%s', (_name, useCase) => {
  const cases = Object.keys(ACTORS).flatMap((actor) =>
    (['a', 'b'] as const).map((letter) => ({ actor, letter })),
  );

  test.each(cases)('asked by $actor about plan $letter shows and changes nothing of another', async (ask) => {
    const { actor, letter } = ask;
    const target = targets[letter];
    const mine = PLANS_OF[actor] ?? [];
    const mayAsk = mine.includes(letter);
    const foreign = (['a', 'b'] as const).filter((plan) => !mine.includes(plan));
    const untouched = useCase.about === 'plan' && mayAsk ? [OTHER[letter]] : foreign;

    const { isRefused, text } = await outcomeOf(useCase, ACTORS[actor] as Actor, target);

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
      if (mine.length === 0) expect(await readWhole(database)).toBe(kept.text);
      else for (const plan of untouched) expect(await snapshotOf(database, plan)).toBe(keptOf[plan]);
    }
    for (const { message, fields } of deps.logged)
      for (const mark of Object.values(MARK)) expect(JSON.stringify({ message, fields })).not.toContain(mark);
  });
});

describe.each(ROLES)('a %s', (role) => {
  const asked = Object.entries(USE_CASE_CALLS).filter(([, { about }]) => about !== 'none');

  test.each(asked)('%s: is let do it, or is told politely and leaves no trace', async (_name, useCase) => {
    const { isRefused, text } = await outcomeOf(useCase, actorIn(role), targets.a);
    if (useCase.may.includes(role)) {
      if (useCase.works) expect({ isRefused, text }).toMatchObject({ isRefused: false });
      return;
    }
    const { userMessage } = JSON.parse(text) as { userMessage?: string };
    expect({ isRefused, userMessage }).toEqual({
      isRefused: true,
      userMessage: expect.stringMatching(/^[A-Z].{20,200}\.$/),
    });
    expect(await readWhole(database)).toBe(kept.text);
    expect(sitesAsked).toEqual([]);
  });

  const outside = () =>
    createUseCases(deps).answerItems({
      actor: actorIn(role),
      planId: planIdOf('a'),
      meetingKey: null,
      submissionKey: 'outside-a-meeting',
      answers: [{ ref: OWNED, noChange: true }],
    });

  test('answers for an item outside meetings where it is theirs or their group’s, and else leaves no trace', async () => {
    if (role === 'owner of an item' || TAKING_PART.includes(role))
      return expect(await outside()).toMatchObject({ savedCount: 1 });
    await expect(outside()).rejects.toMatchObject({ code: 'FORBIDDEN' });
    expect(await readWhole(database)).toBe(kept.text);
  });
});

describe('what names something of the other plan', () => {
  const asked = () => createUseCases(deps);
  const actor = ACTORS['person of A'] as never;
  const both = ACTORS['person of both'] as never;

  test.each(['repeatWrite', 'giveUpWrite'] as const)('%s settles no write of another plan', async (name) => {
    const { outboxId } = targets.b;
    const before = await snapshotOf(database, 'b');
    for (const asker of [actor, both])
      await expect(asked()[name]({ actor: asker, planId: planIdOf('a'), outboxId })).rejects.toMatchObject({
        code: 'STALE',
      });
    expect(await snapshotOf(database, 'b')).toBe(before);
    expect(sitesAsked).toEqual([]);
  });

  test.each(['sendAgain', 'markArrived'] as const)('%s decides nothing of another plan', async (name) => {
    const { noticeId } = targets.b;
    const before = await snapshotOf(database, 'b');
    for (const asker of [actor, both])
      await expect(
        asked()[name]({ actor: asker, planId: planIdOf('a'), noticeId, attempt: 1 }),
      ).rejects.toMatchObject({ code: 'STALE' });
    expect(await snapshotOf(database, 'b')).toBe(before);
    expect(deps.nudges()).toBe(0);
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
          .viewOverview({ actor, planId, on: null, since: null })
          .catch(({ code, userMessage }: AppError) => ({ code, userMessage })),
      ),
    );
    expect(refusals[0]).toEqual(refusals[1]);
  });
});
