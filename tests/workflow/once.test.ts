import { beforeEach, describe, expect, test } from '@jest/globals';
import { forgetOldAnswers, takeOnce } from '../../workflow/once.ts';
import { database, deps, openOwnProcess } from './helpers/own-process.ts';

/** How often work was done. */
let works: number;
openOwnProcess();
beforeEach(() => {
  works = 0;
});

const ASKED = { meetingKey: 'm', answers: [{ note: 'On course' }] };
const submitted = { planId: 'p', ownerKey: 'owner', submissionKey: 'card-0001', asked: ASKED as unknown };
/** Counts, and answers with what a form would need. */
const take = (over: Partial<typeof submitted> = {}, { changed = true, of = deps } = {}) =>
  takeOnce(of, { ...submitted, ...over }, async (_tx, { submissionId, nextKey }) => {
    works += 1;
    return { answer: { z: works, a: null, submissionId, nextKey }, changed };
  });

describe('a submission', () => {
  test('is worked at once; copies, at once and later, get its answer to the letter', async () => {
    const all = await Promise.all([take(), take(), take(), take()]);
    all.push(await take());
    expect(works).toBe(1);
    expect(all.filter(({ repeated }) => !repeated)).toHaveLength(1);
    expect(all.map(({ answer }) => JSON.stringify(answer))).toEqual(
      all.map(() => JSON.stringify(all[0]?.answer)),
    );
  });

  test('is the same one in whatever order what it asks comes', async () => {
    await take();
    const asked = { answers: [{ note: 'On course' }], meetingKey: 'm' };
    expect(await take({ asked })).toMatchObject({ repeated: true });
  });

  test.each([
    ['something else asked through the same card', { asked: { ...ASKED, meetingKey: 'n' } }],
    ['another card', { submissionKey: 'card-0002' }],
    ['somebody else', { ownerKey: 'chair' }],
    ['another plan', { planId: 'q' }],
  ])('is another for %s, with another name and another key for what comes back', async (_what, over) => {
    const [one, other] = [await take(), await take(over)];
    expect([one.repeated, other.repeated, works]).toEqual([false, false, 2]);
    expect(other.answer.nextKey).not.toBe(one.answer.nextKey);
    if (!('planId' in over)) expect(other.answer.submissionId).not.toBe(one.answer.submissionId);
  });

  test('that changed nothing leaves nothing: it is let in again, and what comes back has the same key', async () => {
    const [one, other] = [await take({}, { changed: false }), await take({}, { changed: false })];
    expect([one.repeated, other.repeated, works]).toEqual([false, false, 2]);
    expect(other.answer.nextKey).toBe(one.answer.nextKey);
    expect(await database.query('SELECT 1 FROM update_log')).toEqual([]);
  });

  test('whose process dies at work has changed nothing, and is let in again', async () => {
    const dies = takeOnce(deps, submitted, async (tx) => {
      await tx.query(
        "INSERT INTO outbox (plan_id, list, key, kind, changes) VALUES ('p', 'Actions', 'a', 'create', '{}')",
      );
      throw new Error('the process died');
    });
    await expect(dies).rejects.toThrow('the process died');
    expect(await database.query('SELECT 1 FROM outbox')).toEqual([]);
    expect(await take()).toMatchObject({ repeated: false });
  });

  test('through a key that no card of ours has is refused', async () => {
    for (const submissionKey of ['', 'short', "x'; DROP TABLE outbox", 'k'.repeat(121)])
      await expect(take({ submissionKey })).rejects.toMatchObject({ code: 'BAD_INPUT' });
    expect(works).toBe(0);
  });

  test('has keys that go through it again and again', async () => {
    let submissionKey = 'card-0001';
    for (let round = 0; round < 5; round += 1) submissionKey = (await take({ submissionKey })).answer.nextKey;
    expect(submissionKey).toMatch(/^[\w-]{43}$/);
  });

  test('is forgotten after a week, and not before', async () => {
    await take();
    deps.setClock('2022-01-17T08:59:59Z');
    await forgetOldAnswers(deps);
    expect(await take()).toMatchObject({ repeated: true });
    deps.setClock('2022-01-17T09:00:01Z');
    await forgetOldAnswers(deps);
    expect(await take()).toMatchObject({ repeated: false });
  });
});
