import type { Plan } from '../../../plan/plan.ts';
import type { RowKey } from '../../../plan/rows.ts';
import {
  makeGroup,
  makeMilestone,
  makeOwner,
  makePlan,
  makeRecommendation,
  makeUpdate,
} from '../../helpers/make-plan.ts';
import { actorOf } from '../helpers/fill-mirror.ts';

/** The report of the board's meeting on Monday 14 February 2022. */
export const REPORT: RowKey = 'report:board:2022-02-14';
export const CHANNEL = '19:board@thread.tacv2';

/** A plan whose board meets every two months; it is 10 January 2022. */
export function makeBoardPlan(overrides: Partial<Plan> = {}): Plan {
  return makePlan({
    groups: [
      makeGroup(),
      makeGroup({
        key: 'board',
        itemId: 2,
        title: 'SEND Improvement Board',
        kind: 'Board',
        chair: 'board-chair',
        author: 'author',
        channelId: CHANNEL,
        everyWeeks: null,
        everyMonths: 2,
        firstMeeting: '2021-12-13',
      }),
    ],
    owners: [
      makeOwner(),
      makeOwner({ key: 'chair', itemId: 2, title: 'SEND group chair', roles: ['Member', 'Chair'] }),
      makeOwner({ key: 'board-chair', itemId: 3, title: 'Board chair', groups: ['board'], deputy: 'deputy' }),
      makeOwner({ key: 'author', itemId: 4, title: 'Report author', groups: [] }),
      makeOwner({ key: 'manager', itemId: 5, title: 'Plan manager', roles: ['Plan manager'], groups: [] }),
      makeOwner({ key: 'director', itemId: 6, title: 'Director', roles: ['Director'], groups: [] }),
      makeOwner({ key: 'deputy', itemId: 7, title: 'Deputy of the chair', groups: [] }),
    ],
    recommendations: [
      makeRecommendation({ number: 3, title: 'Review of placements' }),
      makeRecommendation({ number: 4, title: 'Forecast of needs', stage: 'Waiting on others' }),
    ],
    milestones: [makeMilestone()],
    updates: [makeUpdate({ note: 'Half of the data is in.' })],
    ...overrides,
  });
}

export const PLAN = makeBoardPlan();
const actor = (key: RowKey) => actorOf(PLAN, key);
export const BOARD_CHAIR = actor('board-chair');
export const AUTHOR = actor('author');
export const MANAGER = actor('manager');
export const DIRECTOR = actor('director');
export const DEPUTY = actor('deputy');
export const OWNER = actor('owner');
