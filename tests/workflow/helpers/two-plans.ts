import type { Plan } from '../../../plan/plan.ts';
import {
  makeAction,
  makeMeeting,
  makeMilestone,
  makeOwner,
  makePlan,
  makeRecommendation,
} from '../../helpers/make-plan.ts';
import { actorOf } from './fill-mirror.ts';

/** Two plans, and people who are in both. */
export const PLAN: Plan = makePlan({
  owners: [
    ...makePlan().owners,
    makeOwner({ key: 'finance', itemId: 3, title: 'Finance owner', groups: [] }),
    makeOwner({ key: 'manager', itemId: 4, title: 'Pat', groups: [], roles: ['Plan manager'] }),
  ],
  recommendations: [makeRecommendation({ number: 3 })],
  actions: [makeAction()],
  milestones: [makeMilestone()],
  meetings: [makeMeeting()],
});
/** The same people in another plan, under other keys, without the one from finance. */
export const OTHER: Plan = makePlan({
  id: 'plan-2',
  name: 'Travel plan',
  owners: [makeOwner({ key: 'same-owner', entraObjectId: PLAN.owners[0]?.entraObjectId ?? null })],
  recommendations: [makeRecommendation({ number: 8, owner: 'same-owner' })],
});

export const OWNER = actorOf(PLAN, 'owner');
export const CHAIR = actorOf(PLAN, 'chair');
export const FINANCE = actorOf(PLAN, 'finance');
export const ACTION = { list: 'Actions', key: 'action-7' } as const;
export const REC = { list: 'Recommendations', key: 'rec-3' } as const;
