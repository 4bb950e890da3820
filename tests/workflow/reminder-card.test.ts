import { beforeEach, describe, expect, test } from '@jest/globals';
import type { ReminderAsk } from '../../plan/content.ts';
import { createUseCases } from '../../workflow/create-use-cases.ts';
import type { UseCases } from '../../workflow/use-cases.ts';
import { fillMirror } from './helpers/fill-mirror.ts';
import { database, deps, openOwnProcess } from './helpers/own-process.ts';

import { ACTION, CHAIR, FINANCE, OTHER, OWNER, PLAN } from './helpers/two-plans.ts';

let useCases: UseCases;
openOwnProcess(PLAN);
beforeEach(async () => {
  await fillMirror(database, OTHER);
  useCases = createUseCases(deps);
});

describe('a reminder’s card as it now stands', () => {
  const asked = (ref: ReminderAsk['ref'], why: ReminderAsk['why'] = 'overdue', planId = 'plan-1') => ({
    planId,
    ref,
    why,
  });
  const labels = async (actor = OWNER, ...asks: ReminderAsk[]) => {
    const { content } = await useCases.viewReminder({ actor, asks, open: null });
    return content.plans.map(({ entries }) => entries.map(({ line }) => line.label));
  };

  test('names what still waits, over all plans, and opens one of them', async () => {
    const asks = [asked(ACTION), asked({ list: 'Recommendations', key: 'rec-8' }, 'due soon', 'plan-2')];
    expect(await labels(OWNER, ...asks)).toEqual([['A7'], ['8']]);
    const { opened: item } = await useCases.viewReminder({ actor: OWNER, asks, open: asked(ACTION) });
    expect(item).toMatchObject({
      ask: asked(ACTION),
      people: expect.arrayContaining([{ value: FINANCE.entraObjectId, name: 'Finance owner' }]),
    });
  });

  test('leaves out what is closed, gone, somebody else’s by now, or of a plan the person is not in', async () => {
    const gone = asked({ list: 'Actions', key: 'nowhere' });
    const foreign = asked({ list: 'Recommendations', key: 'rec-8' }, 'escalated', 'plan-2');
    expect(await labels(CHAIR, asked(ACTION), foreign, gone)).toEqual([]);
    expect(await labels(CHAIR, asked(ACTION, 'not theirs'))).toEqual([['A7']]);
    expect(await labels(CHAIR, asked(ACTION, 'to sign off'))).toEqual([]);
    const answer = (stage: 'Complete', actor = CHAIR) =>
      useCases.answerItems({
        actor,
        planId: 'plan-1',
        meetingKey: null,
        submissionKey: 'answer-0001',
        answers: [{ ref: ACTION, stage, note: 'The minutes are on file.' }],
      });
    await answer('Complete', OWNER);
    expect(await labels(CHAIR, asked(ACTION, 'to sign off'))).toEqual([['A7']]);
    await answer('Complete');
    expect(await labels(OWNER, asked(ACTION))).toEqual([]);
  });

  test('a deputy answers in the owner’s place, though not of the group', async () => {
    const answer = () =>
      useCases.answerItems({
        actor: FINANCE,
        planId: 'plan-1',
        meetingKey: null,
        submissionKey: 'answer-0001',
        answers: [{ ref: ACTION, noChange: true }],
      });
    await expect(answer()).rejects.toMatchObject({ code: 'FORBIDDEN' });
    await useCases.setAway({
      actor: OWNER,
      submissionKey: 'away-0001',
      away: { from: '2022-01-10', to: '2022-01-14', deputy: 'finance' },
    });
    expect(await labels(FINANCE, asked(ACTION))).toEqual([['A7']]);
    expect(await answer()).toMatchObject({ savedCount: 1 });
  });
});
