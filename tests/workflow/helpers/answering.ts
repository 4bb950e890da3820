import type { AnswerInput } from '../../../plan/content.ts';
import type { Plan } from '../../../plan/plan.ts';
import type { Update } from '../../../plan/rows.ts';
import type { Queryable } from '../../../store/database.ts';
import { readRows } from '../../../store/mirror.ts';
import { answerItems } from '../../../workflow/answers/answer-items.ts';
import type { Actor, AnswerResult } from '../../../workflow/use-cases.ts';
import {
  makeAction,
  makeGroup,
  makeMeeting,
  makeMilestone,
  makeOwner,
  makePlan,
  makeRecommendation,
  recommendation,
} from '../../helpers/make-plan.ts';
import { actorOf } from './fill-mirror.ts';
import type { TestProcess } from './make-deps.ts';

/** The open check-in of SEND; it is answered on Monday 24 January 2022 at 11:00. */
export const MEETING = 'send@2022-01-24';
export const ANSWERED_AT = '2022-01-24T11:00:00Z';

/** Two groups, people of one, of both and of none, and an item of every list. */
export const PLAN: Plan = makePlan({
  groups: [makeGroup(), makeGroup({ key: 'data', itemId: 2, title: 'Data', chair: null, channelId: null })],
  owners: [
    ...makePlan().owners,
    makeOwner({ key: 'data-owner', itemId: 3, groups: ['data'] }),
    makeOwner({ key: 'both', itemId: 4, groups: ['send', 'data'] }),
    makeOwner({ key: 'manager', itemId: 5, groups: [], roles: ['Plan manager'] }),
  ],
  recommendations: [
    makeRecommendation({ number: 3 }),
    makeRecommendation({ number: 11, owner: 'both' }),
    makeRecommendation({ number: 12, leadGroup: 'data', owner: 'data-owner' }),
  ],
  actions: [makeAction()],
  milestones: [makeMilestone()],
  meetings: [
    makeMeeting(),
    makeMeeting({ key: 'data@2022-01-25', itemId: 2, group: 'data', startsAt: '2022-01-25T10:00:00Z' }),
    makeMeeting({ key: 'send@2022-01-10', itemId: 3, startsAt: '2022-01-10T10:00:00Z', state: 'Cancelled' }),
  ],
});
export const OWNER: Actor = actorOf(PLAN, 'owner');

/** Amber and later than it was, with its reason. */
export const LATER: AnswerInput = {
  ref: recommendation(3),
  confidence: 'Amber',
  forecastDue: '2022-04-08',
  note: 'The pilot schools meet in March.',
  reason: 'Two schools need more time; a second session is booked.',
};

/** Answers items: as their owner, in SEND's check-in, through one card, unless the test says otherwise. */
export function answerIn(
  deps: TestProcess,
  answers: readonly AnswerInput[],
  { by = OWNER, ...ask }: Partial<Parameters<typeof answerItems>[1]> & { readonly by?: Actor } = {},
): Promise<AnswerResult> {
  return answerItems(deps, {
    actor: by,
    planId: 'plan-1',
    meetingKey: MEETING,
    submissionKey: 'card-0001',
    answers,
    ...ask,
  });
}

/** A row as the mirror has it. */
export async function rowOf(
  db: Queryable,
  list: 'Recommendations' | 'Actions' | 'Milestones',
  key: string,
): Promise<Record<string, unknown> | undefined> {
  return (await readRows(db, 'plan-1', list)).find((row) => row.key === key)?.row;
}

/** The history as the mirror has it. */
export async function updatesIn(db: Queryable): Promise<readonly Update[]> {
  return (await readRows(db, 'plan-1', 'Updates')).map(({ row }) => row as unknown as Update);
}
