import { expect, test } from '@jest/globals';
import { claimSubmission, findAnswer, pruneSubmissions, storeAnswer } from '../../../store/submissions.ts';
import type { Suite } from './suite.ts';

const SUBMISSION = {
  submissionId: 'owner/card-1/digest',
  planId: 'p',
  ownerKey: 'owner',
  at: '2022-01-24T10:00:00Z',
};
const ANSWER = '{"z":1,"a":["Say why it is Amber."]}';

export const submissionsSuite: Suite = (open) => {
  test('is claimed once and keeps the answer it got, to the letter', async () => {
    const { database } = open();
    expect(await claimSubmission(database, SUBMISSION)).toBe(true);
    await storeAnswer(database, SUBMISSION, ANSWER);
    expect(await claimSubmission(database, SUBMISSION)).toBe(false);
    expect(await findAnswer(database, SUBMISSION)).toBe(ANSWER);
    expect(await findAnswer(database, { ...SUBMISSION, submissionId: 'owner/card-2/digest' })).toBeNull();
  });

  test('is one plan’s: another with people and cards of the same keys takes its own', async () => {
    const { database } = open();
    const elsewhere = { ...SUBMISSION, planId: 'q' };
    await claimSubmission(database, SUBMISSION);
    await storeAnswer(database, SUBMISSION, ANSWER);
    expect(await findAnswer(database, elsewhere)).toBeNull();
    expect(await claimSubmission(database, elsewhere)).toBe(true);
    await storeAnswer(database, elsewhere, '{}');
    expect(await findAnswer(database, elsewhere)).toBe('{}');
    expect(await findAnswer(database, SUBMISSION)).toBe(ANSWER);
  });

  test('is forgotten with those of its time, later ones are not', async () => {
    const { database } = open();
    const later = { ...SUBMISSION, submissionId: 'owner/card-2/digest', at: '2022-01-24T10:00:01Z' };
    for (const submission of [SUBMISSION, later]) {
      await claimSubmission(database, submission);
      await storeAnswer(database, submission, ANSWER);
    }
    await pruneSubmissions(database, later.at);
    expect(await findAnswer(database, SUBMISSION)).toBeNull();
    expect(await findAnswer(database, later)).toBe(ANSWER);
  });

  test('a copy that arrives meanwhile waits for the outcome, and is let in where the first failed', async () => {
    const { database, other } = open();
    const claimed = Promise.withResolvers<void>();
    const failing = database.transaction(async (tx) => {
      await claimSubmission(tx, SUBMISSION);
      claimed.resolve();
      await tx.query('SELECT pg_sleep(0.05)');
      throw new Error('the work failed');
    });
    const failed = expect(failing).rejects.toThrow('the work failed');
    await claimed.promise;
    const copies = await Promise.all([
      claimSubmission(other, SUBMISSION),
      claimSubmission(other, SUBMISSION),
      claimSubmission(other, SUBMISSION),
    ]);
    await failed;
    expect(copies.toSorted()).toEqual([false, false, true]);
  });
};
