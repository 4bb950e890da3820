import { beforeEach, describe, expect, test } from '@jest/globals';
import type { AnswerInput } from '../../plan/content.ts';
import { readWaiting } from '../../store/outbox.ts';
import { answerNoChange } from '../../workflow/answers/answer-no-change.ts';
import type { Actor } from '../../workflow/use-cases.ts';
import { makeMeeting, makeRecommendation, recommendation } from '../helpers/make-plan.ts';
import { ANSWERED_AT, answerIn, LATER, MEETING, OWNER, PLAN, rowOf, updatesIn } from './helpers/answering.ts';
import { actorOf, putRows } from './helpers/fill-mirror.ts';
import { makeDeps } from './helpers/make-deps.ts';
import { database, deps, openOwnProcess } from './helpers/own-process.ts';

openOwnProcess(PLAN);
beforeEach(() => {
  deps.setClock(ANSWERED_AT);
});

const answer = (answers: readonly AnswerInput[], ask?: Parameters<typeof answerIn>[2]) =>
  answerIn(deps, answers, ask);
const updates = () => updatesIn(database);

describe('the same submission', () => {
  test('twice, and four times at once, changes things once and gets the same answer', async () => {
    const { reason: _left, ...unexplained } = LATER;
    const form = [{ ref: recommendation(11), note: 'On course' }, unexplained];
    const results = await Promise.all([answer(form), answer(form), answer(form), answer(form)]);
    results.push(await answer(form));
    const [first] = results;
    expect(first).toMatchObject({ savedCount: 1, problems: [{ field: 'reason' }] });
    expect(results.map((result) => JSON.stringify(result))).toEqual(results.map(() => JSON.stringify(first)));
    expect(await updates()).toHaveLength(1);
    expect(await readWaiting(database, 'plan-1', 10)).toHaveLength(2);
    expect(deps.nudges()).toBe(1);
  });

  test('of somebody else is theirs: a card in a channel has one key for all', async () => {
    await answer([LATER]);
    const theirs = await answer([{ ref: recommendation(11), note: 'Ours too' }], {
      by: actorOf(PLAN, 'both'),
    });
    expect(theirs).toMatchObject({ savedCount: 1 });
  });

  test('gets the first answer however things have moved on, in another process and after a crash', async () => {
    const first = await answer([LATER]);
    await answer([{ ref: recommendation(3), note: 'Said since' }], { submissionKey: 'card-0002' });
    await putRows(database, 'plan-1', 'Meetings', [makeMeeting({ state: 'Cancelled' })]);
    const other = makeDeps({ database });
    other.setClock('2022-01-25T11:00:00Z');
    expect(JSON.stringify(await answerIn(other, [LATER]))).toBe(JSON.stringify(first));
    expect(await updates()).toHaveLength(2);
  });

  test('through a card that its host did not replace is a new one when it says something else', async () => {
    const first = await answer([LATER]);
    const second = await answer([{ ref: recommendation(3), note: 'And another thing' }]);
    expect(second).toMatchObject({ savedCount: 1, problems: [] });
    expect(second.remaining.submissionKey).not.toBe(first.remaining.submissionKey);
    expect((await updates()).map(({ note }) => note).toSorted()).toEqual(['And another thing', LATER.note]);
  });
});

describe('two people who answer the same item', () => {
  const CHAIR = actorOf(PLAN, 'chair');
  const OWNERS: AnswerInput = {
    ref: recommendation(3),
    forecastDue: '2022-04-08',
    reason: 'Two schools need time',
  };
  const CHAIRS: AnswerInput = { ref: recommendation(3), note: 'The bid was agreed.' };
  const both = [
    [[OWNERS], { by: OWNER, submissionKey: 'card-0001' }],
    [[CHAIRS], { by: CHAIR, submissionKey: 'card-0002' }],
  ] as const;
  const TOO = /^3: SEND (group owner|group chair) answered it at 11:00 too; both are kept in its history\.$/;
  /** What both said stands: nobody overwrites what they did not touch. */
  const expectBoth = async () => {
    expect(await rowOf(database, 'Recommendations', 'rec-3')).toMatchObject({
      forecastDue: '2022-04-08',
      scheduleRag: 'Amber',
      latestNote: 'The bid was agreed.',
    });
    const words = (await updates()).map(({ by, note, reason }) => [by, note, reason]);
    expect(words.toSorted()).toEqual([
      ['chair', 'The bid was agreed.', null],
      ['owner', null, 'Two schools need time'],
    ]);
  };

  test('one after the other keep both their words, and whoever comes second is told', async () => {
    const results = [await answer(...both[0]), await answer(...both[1])];
    expect(results.map(({ remarks }) => remarks)).toEqual([[], [expect.stringMatching(TOO)]]);
    await expectBoth();
  });

  test('in the other order too, but for the last note being the last word', async () => {
    const results = [await answer(...both[1]), await answer(...both[0])];
    expect(results.map(({ remarks }) => remarks)).toEqual([[], [expect.stringMatching(TOO)]]);
    expect(await rowOf(database, 'Recommendations', 'rec-3')).toMatchObject({
      forecastDue: '2022-04-08',
      latestNote: 'Two schools need time',
    });
    expect(await updates()).toHaveLength(2);
  });

  test('at once, in two processes that know nothing of each other, lose nothing, and one of them is told', async () => {
    const other = makeDeps({ database });
    other.setClock(ANSWERED_AT);
    await other.plans.get('plan-1');
    const results = await Promise.all([answer(...both[0]), answerIn(other, ...both[1])]);
    expect(results.map(({ savedCount }) => savedCount)).toEqual([1, 1]);
    expect(results.flatMap(({ remarks }) => remarks)).toEqual([expect.stringMatching(TOO)]);
    const row = await rowOf(database, 'Recommendations', 'rec-3');
    expect(row).toMatchObject({ forecastDue: '2022-04-08', scheduleRag: 'Amber' });
    expect(await updates()).toHaveLength(2);
  });

  test('are told nothing of an answer of their own, of another item, or of another check-in', async () => {
    await answer([CHAIRS], { by: CHAIR, submissionKey: 'card-0001' });
    deps.setClock('2022-01-24T11:05:00Z');
    await answer([OWNERS], { submissionKey: 'card-0002' });
    const again = await answer([{ ref: recommendation(3), note: 'More' }], { submissionKey: 'card-0003' });
    const elsewhere = await answer([{ ref: recommendation(11), note: 'Fine' }], {
      submissionKey: 'card-0004',
    });
    await putRows(database, 'plan-1', 'Meetings', [
      makeMeeting({ state: 'Closed' }),
      makeMeeting({ key: 'send@2022-02-07', itemId: 9, startsAt: '2022-02-07T10:00:00Z' }),
    ]);
    await database.query('UPDATE plan_site SET version = version + 1');
    const next = await answer([CHAIRS], {
      by: CHAIR,
      submissionKey: 'card-0005',
      meetingKey: 'send@2022-02-07',
    });
    expect([again, elsewhere, next].map(({ savedCount, remarks }) => [savedCount, remarks])).toEqual([
      [1, []],
      [1, []],
      [1, []],
    ]);
  });
});

describe('no change for all mine', () => {
  const noChange = (by: Actor, submissionKey = 'no-change-1') =>
    answerNoChange(deps, { actor: by, planId: 'plan-1', meetingKey: MEETING, submissionKey });

  test('answers a person’s own items that nobody has answered, and changes none of their values', async () => {
    await putRows(database, 'plan-1', 'Recommendations', [
      makeRecommendation({ number: 3, stage: 'Waiting on others' }),
      makeRecommendation({ number: 4, stage: 'Waiting on others', confidence: 'Red' }),
      makeRecommendation({ number: 11, owner: 'both', stage: 'Waiting on others' }),
    ]);
    await answer([{ ref: recommendation(3), note: 'Said before' }]);
    const before = await rowOf(database, 'Recommendations', 'rec-4');
    const result = await noChange(OWNER);
    expect(result.problems).toEqual([]);
    const answered = (await updates()).map(({ itemKey }) => itemKey).toSorted();
    expect(answered).toEqual(expect.arrayContaining(['rec-3', 'rec-4']));
    expect(answered).not.toContain('rec-11');
    expect(answered.filter((key) => key === 'rec-3')).toHaveLength(1);
    const { latestUpdate, ...after } = (await rowOf(database, 'Recommendations', 'rec-4')) ?? {};
    expect({ ...after, latestUpdate: null }).toEqual(before);
    expect(latestUpdate).toBe('2022-01-24T11:00:00Z');

    expect(JSON.stringify(await noChange(OWNER))).toBe(JSON.stringify(result));
    expect(await noChange(OWNER, 'no-change-2')).toMatchObject({ savedCount: 0 });
    expect(await updates()).toHaveLength(answered.length);
  });

  test('says nothing for others: who has no item of their own here changes nothing', async () => {
    const result = await noChange(actorOf(PLAN, 'chair'));
    expect(result.remaining.questions.length).toBeGreaterThan(0);
    expect(result).toMatchObject({ savedCount: 0, problems: [] });
    expect(await updates()).toEqual([]);
  });

  test('is refused to people of another group', async () => {
    await expect(noChange(actorOf(PLAN, 'data-owner'))).rejects.toMatchObject({ code: 'FORBIDDEN' });
    expect(await updates()).toEqual([]);
  });
});
