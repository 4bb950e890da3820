import { beforeEach, describe, expect, test } from '@jest/globals';
import type { RankingInput } from '../../../plan/content.ts';
import { readRows } from '../../../store/mirror.ts';
import { readWaiting } from '../../../store/outbox.ts';
import { createUseCases } from '../../../workflow/create-use-cases.ts';
import type { UseCases } from '../../../workflow/use-cases.ts';
import { donePlan, person } from '../../plan/co-production/helpers/reference-plan.ts';
import { actorOf } from '../helpers/fill-mirror.ts';
import { database, deps, openOwnProcess } from '../helpers/own-process.ts';

const PLAN = 'plan-1';
let useCases: UseCases;
const REFERENCE = donePlan();
openOwnProcess(REFERENCE);
beforeEach(() => {
  useCases = createUseCases(deps);
});

const rank = (
  by: string,
  over: Partial<RankingInput> & { readonly submissionKey?: string } = {},
): ReturnType<UseCases['rank']> => {
  const { submissionKey = 'ranking-0001', ...ranking } = over;
  return useCases.rank({
    actor: actorOf(REFERENCE, by),
    planId: PLAN,
    submissionKey,
    ranking: { groupKey: 'parents', choices: ['rec-4', 'rec-3'], voices: '', ...ranking },
  });
};
const rows = async () => (await readRows(database, PLAN, 'Priorities')).map(({ row }) => row);
const viewOf = (by: string) => useCases.viewCoProduction({ actor: actorOf(REFERENCE, by), planId: PLAN });

describe('a ranking of one’s own', () => {
  test('is rows that tell nobody’s name, written to SharePoint by nobody', async () => {
    expect(await rank('parent')).toMatchObject({
      problems: [],
      words: 'Recorded what matters most in Parents and carers. No name stands with it.',
    });
    const made = await rows();
    expect(made).toMatchObject([
      {
        title: 'Parents and carers: choice 1',
        recommendation: 'rec-4',
        rank: 1,
        voices: 1,
        on: '2022-01-10',
      },
      { title: 'Parents and carers: choice 2', recommendation: 'rec-3', rank: 2, voices: 1 },
    ]);
    const { entraObjectId, key, email, title } = person('parent');
    for (const name of [entraObjectId, key, email, title])
      expect(made.flatMap((row) => Object.values(row))).not.toContain(name);
    const waiting = await readWaiting(database, PLAN, 100);
    expect(waiting.map(({ list, kind, saidBy }) => `${kind} ${list} by ${saidBy}`)).toEqual([
      'create Priorities by null',
      'create Priorities by null',
    ]);
  });

  test('takes the place of the one before, also where it is shorter; a copy adds nothing', async () => {
    const first = await rank('parent', { choices: ['rec-4', 'rec-3', 'rec-5'] });
    expect(await rank('parent', { choices: ['rec-4', 'rec-3', 'rec-5'] })).toEqual(first);
    await rank('parent', { choices: ['rec-5'], submissionKey: 'ranking-0002' });
    expect(await rows()).toMatchObject([
      { recommendation: 'rec-5', rank: 1 },
      { recommendation: null, rank: null },
      { recommendation: null, rank: null },
    ]);
    await rank('parent', { choices: ['rec-3', 'rec-4'], submissionKey: 'ranking-0003' });
    expect((await viewOf('parent')).groups[0]).toMatchObject({
      ownRanking: ['rec-3', 'rec-4'],
      ranking: { voices: 1, ballots: 1 },
    });
  });

  test.each([1, 2, 3])('of which choice %d was deleted in SharePoint, it is taken whole', async (place) => {
    const deleted = () =>
      database.query(`UPDATE mirror_priorities SET deleted = true WHERE "row"->>'rank' = $1`, [
        String(place),
      ]);
    const own = async () => {
      const [group] = (await viewOf('parent')).groups;
      return [
        group?.ownRanking,
        group?.ranking.lines.map(({ label, points }) => `${label}: ${points}`).toSorted(),
      ];
    };
    await rank('parent', { choices: ['rec-3', 'rec-4', 'rec-5'] });
    await deleted();
    await rank('parent', { choices: ['rec-5', 'rec-3', 'rec-4'], submissionKey: 'ranking-0002' });
    expect(await own()).toEqual([
      ['rec-5', 'rec-3', 'rec-4'],
      ['3: 9', '4: 8', '5: 10'],
    ]);
    await deleted();
    await rank('parent', { choices: ['rec-4'], submissionKey: 'ranking-0003' });
    expect(await own()).toEqual([['rec-4'], ['4: 10']]);
    await rank('parent', { choices: ['rec-4', 'rec-5', 'rec-3'], submissionKey: 'ranking-0004' });
    expect((await own())[0]).toEqual(['rec-4', 'rec-5', 'rec-3']);
  });

  test('stands beside that of others, and is one’s own only', async () => {
    await rank('parent');
    await rank('facilitator', { choices: ['rec-5'] });
    expect((await viewOf('facilitator')).groups[0]).toMatchObject({
      ownRanking: ['rec-5'],
      ranking: { voices: 2, ballots: 2 },
    });
    expect((await viewOf('manager')).groups[0]?.ownRanking).toBeNull();
    const form = await useCases.viewRankingForm({
      actor: actorOf(REFERENCE, 'parent'),
      planId: PLAN,
      groupKey: 'parents',
    });
    expect(form).toMatchObject({ chosen: ['rec-4', 'rec-3'], may: { rank: true, rankForOthers: false } });
  });

  test('two at once of the same person are one', async () => {
    await Promise.all([
      rank('parent', { choices: ['rec-4'] }),
      rank('parent', { choices: ['rec-5'], submissionKey: 'ranking-0002' }),
    ]);
    expect(await rows()).toHaveLength(1);
  });
});

describe('a ranking for people without Teams', () => {
  test('counts for each of them, and stands beside those before', async () => {
    expect(await rank('facilitator', { voices: '12' })).toMatchObject({
      words: expect.stringMatching(
        /for 12 people\. .* A plan manager corrects its rows in the list Priorities\.$/,
      ),
    });
    await rank('manager', { voices: '3', submissionKey: 'ranking-0002' });
    await rank('facilitator', { voices: '12', submissionKey: 'ranking-0003' });
    expect((await viewOf('owner')).groups[0]).toMatchObject({
      ranking: { voices: 27, ballots: 3, lines: [{ label: '4', points: 270, chosenBy: 27 }, { label: '3' }] },
    });
    expect(new Set((await rows()).map(({ ballot }) => ballot)).size).toBe(3);
  });

  test('is recorded by whoever leads the group and plan managers alone', async () => {
    await expect(rank('parent', { voices: '12' })).rejects.toMatchObject({ code: 'FORBIDDEN' });
    await expect(rank('manager')).rejects.toMatchObject({ code: 'FORBIDDEN' });
    for (const by of ['owner', 'chair', 'other'])
      await expect(rank(by)).rejects.toMatchObject({ code: 'FORBIDDEN' });
    await expect(rank('parent', { groupKey: 'send' })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    expect(await rows()).toEqual([]);
  });
});

test('what can’t be taken leaves nothing behind, and can be put right with the same form', async () => {
  expect(await rank('parent', { choices: ['rec-4', 'rec-4'] })).toMatchObject({
    words: '',
    problems: [{ field: 'choice-2' }],
  });
  expect(await rows()).toEqual([]);
  expect(await database.query('SELECT * FROM ballot_secret')).toEqual([]);
  expect(await rank('parent')).toMatchObject({ problems: [] });
});

test('groups to rank in are listed, one’s own first', async () => {
  const listFor = (by: string) => useCases.listRankings({ actor: actorOf(REFERENCE, by) });
  expect(await listFor('facilitator')).toEqual([
    {
      planId: PLAN,
      planName: 'Sample plan',
      groupKey: 'parents',
      groupName: 'Parents and carers',
      may: { rank: true, rankForOthers: true },
    },
  ]);
  expect(await listFor('owner')).toEqual([]);
});
