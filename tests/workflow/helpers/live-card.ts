import type { Plan } from '../../../plan/plan.ts';
import type { Database } from '../../../store/database.ts';
import { answerItems } from '../../../workflow/answers/answer-items.ts';
import { recordCheckInCard } from '../../../workflow/meetings/open-check-in.ts';
import type { AnswerResult } from '../../../workflow/use-cases.ts';
import { makePlan, makeRecommendation, recommendation } from '../../helpers/make-plan.ts';
import { actorOf } from './fill-mirror.ts';
import type { TestProcess } from './make-deps.ts';

/** SEND meets on Monday 10 January at 10:00; its card stands in its channel as `activity-1` from the time it opens. */
export const PLAN: Plan = makePlan({
  recommendations: [makeRecommendation({ number: 3 }), makeRecommendation({ number: 11, owner: 'chair' })],
});
export const MEETING = 'send@2022-01-10';
export const OPENS = '2022-01-07T09:00:00Z';

/** The owner answers in the check-in. */
export function answerThrough(deps: TestProcess, submissionKey: string): Promise<AnswerResult> {
  return answerItems(deps, {
    actor: actorOf(PLAN, 'owner'),
    planId: 'plan-1',
    meetingKey: MEETING,
    submissionKey,
    answers: [{ ref: recommendation(3), note: `Said in ${submissionKey}` }],
  });
}

/** Another card of the check-in stands in the channel. */
export function postAlso(deps: TestProcess, activityId: string): Promise<void> {
  return recordCheckInCard(deps, {
    planId: 'plan-1',
    meetingKey: MEETING,
    at: { conversationId: 'channel-1', activityId },
    serviceUrl: 'https://teams/',
  });
}

/** Cards and notices have rested long enough. */
export async function letRest(database: Database): Promise<void> {
  await database.query('UPDATE check_in_card SET not_before = now()');
  await database.query("UPDATE notice SET not_before = now() WHERE state = 'due'");
  await database.query('UPDATE send_brake SET until = now()');
}
