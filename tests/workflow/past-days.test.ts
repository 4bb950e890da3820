import { beforeEach, describe, expect, test } from '@jest/globals';
import { createUseCases } from '../../workflow/create-use-cases.ts';
import type { UseCases } from '../../workflow/use-cases.ts';
import { makeAction, makeMeeting, makePlan, makeRecommendation, makeUpdate } from '../helpers/make-plan.ts';
import { actorOf } from './helpers/fill-mirror.ts';
import { deps, openOwnProcess } from './helpers/own-process.ts';

const raised = makeMeeting({ key: 'send@2022-01-06', startsAt: '2022-01-06T10:00:00Z', state: 'Closed' });
const PLAN = makePlan({
  recommendations: [makeRecommendation({ confidence: 'Amber' })],
  actions: [makeAction({ raisedAt: raised.key })],
  meetings: [{ ...raised, closedAt: '2022-01-07T17:00:00Z' }],
  updates: [
    makeUpdate({ at: '2022-01-04T10:00:00Z', confidence: 'Green', note: 'Begun' }),
    makeUpdate({
      key: 'update-2',
      itemId: 2,
      at: '2022-01-06T10:00:00Z',
      previousConfidence: 'Green',
      confidence: 'Amber',
      reason: 'Two schools still to comment',
    }),
  ],
  signOffs: [
    {
      key: 'sign-off-1',
      itemId: 1,
      title: '3',
      itemList: 'Recommendations',
      itemNumber: 3,
      itemKey: 'rec-3',
      group: 'send',
      decision: 'Agreed with conditions',
      conditions: 'In plain words',
      dissent: null,
      voices: null,
      on: '2022-01-06',
      recordedBy: 'chair',
    },
  ],
  priorities: [
    {
      key: 'priority-1',
      itemId: 1,
      title: '3',
      group: 'send',
      recommendation: 'rec-3',
      rank: 2,
      ballot: null,
      voices: null,
      on: '2022-01-06',
    },
  ],
});

const actor = actorOf(PLAN, 'owner');
let useCases: UseCases;
openOwnProcess(PLAN);
beforeEach(() => {
  useCases = createUseCases(deps);
});

const viewItem = (on: string | null, item: { list: 'Recommendations' | 'Actions'; key: string }) =>
  useCases.viewItem({ actor, planId: 'plan-1', ...item, on });
const THIRD = { list: 'Recommendations', key: 'rec-3' } as const;
const ACTION = { list: 'Actions', key: 'action-7' } as const;

describe('an item', () => {
  test('is shown with what groups decided about it', async () => {
    expect(await viewItem(null, THIRD)).toMatchObject({
      isPast: false,
      item: { confidence: 'Amber' },
      signOffs: [{ groupName: 'SEND', decision: 'Agreed with conditions', conditions: 'In plain words' }],
      priorities: [{ groupName: 'SEND', rank: 2 }],
      history: [{ reason: 'Two schools still to comment' }, { note: 'Begun' }],
    });
  });

  test('is shown as it stood at the end of a past day', async () => {
    expect(await viewItem('2022-01-05', THIRD)).toMatchObject({
      isPast: true,
      asAtWords: 'Wed 5 Jan 2022',
      item: { confidence: 'Green', latestNote: 'Begun' },
      signOffs: [],
      priorities: [],
      history: [{ note: 'Begun' }],
    });
  });

  test('that was not there yet is told with the day, and a day that is none in words', async () => {
    await expect(viewItem('2022-01-05', ACTION)).rejects.toMatchObject({
      code: 'NOT_FOUND',
      userMessage: 'This item was not in the plan on Wed 5 Jan 2022. Choose a later day.',
    });
    expect(await viewItem('2022-01-06', ACTION)).toMatchObject({ item: { label: 'A7' } });
    await expect(viewItem('2031-01-01', THIRD)).rejects.toMatchObject({ code: 'BAD_INPUT' });
    await expect(viewItem('soon', THIRD)).rejects.toMatchObject({ code: 'BAD_INPUT' });
  });
});
