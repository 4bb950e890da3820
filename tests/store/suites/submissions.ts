import { expect, test } from '@jest/globals';
import {
  claimSubmission,
  findSubmission,
  releaseSubmission,
  settleSubmission,
} from '../../../store/submissions.ts';
import type { Suite } from './suite.ts';

const SUBMISSION = {
  submissionKey: 'owner/card-1',
  planId: 'p',
  ownerKey: 'owner',
  savedCount: 0,
  problems: [],
  at: '2022-01-24T10:00:00Z',
};

export const submissionsSuite: Suite = (open) => {
  test('is claimed once and keeps the answer it got', async () => {
    const { database } = open();
    const problems = [{ field: 'reason', message: 'Say why it is Amber.' }];
    expect(await claimSubmission(database, SUBMISSION)).toBe(true);
    await settleSubmission(database, SUBMISSION, { savedCount: 2, problems });
    expect(await claimSubmission(database, SUBMISSION)).toBe(false);
    expect(await findSubmission(database, SUBMISSION)).toMatchObject({
      planId: 'p',
      ownerKey: 'owner',
      savedCount: 2,
      problems,
    });
    expect(await findSubmission(database, { ...SUBMISSION, submissionKey: 'owner/card-2' })).toBeNull();
  });

  test('is one plan’s: another with people and cards of the same keys takes its own', async () => {
    const { database } = open();
    const elsewhere = { ...SUBMISSION, planId: 'q' };
    await claimSubmission(database, SUBMISSION);
    await settleSubmission(database, SUBMISSION, { savedCount: 2, problems: [] });
    expect(await findSubmission(database, elsewhere)).toBeNull();
    expect(await claimSubmission(database, elsewhere)).toBe(true);
    await releaseSubmission(database, elsewhere);
    expect(await findSubmission(database, SUBMISSION)).toMatchObject({ planId: 'p', savedCount: 2 });
  });

  test('one that was let go may come again', async () => {
    const { database } = open();
    await claimSubmission(database, SUBMISSION);
    await releaseSubmission(database, SUBMISSION);
    expect(await claimSubmission(database, SUBMISSION)).toBe(true);
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
