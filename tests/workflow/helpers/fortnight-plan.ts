import type { Plan } from '../../../plan/plan.ts';
import { makeGroup, makeOwner, makePlan, makeRecommendation } from '../../helpers/make-plan.ts';

/** SEND meets on Monday 10 January at 10:00 and every fortnight from then. */
export const PLAN: Plan = makePlan({
  groups: [
    makeGroup(),
    makeGroup({
      key: 'board',
      itemId: 2,
      title: 'Board',
      kind: 'Board',
      chair: null,
      channelId: 'channel-2',
    }),
  ],
  owners: [...makePlan().owners, makeOwner({ key: 'other', itemId: 3, groups: ['board'] })],
  recommendations: [makeRecommendation({ number: 3, confidence: 'Red' })],
});
export const FIRST = 'send@2022-01-10';
export const SECOND = 'send@2022-01-24';
