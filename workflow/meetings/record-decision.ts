import type { MeetingResult } from '../../plan/content.ts';
import { addDecision } from '../../plan/meeting-record/decision.ts';
import { wordsOfMeeting } from '../../plan/meetings/meetings.ts';
import type { WorkflowDeps } from '../deps.ts';
import type { UseCases } from '../use-cases.ts';
import { changeMeeting, lockMeeting } from './change-meeting.ts';
import { recordInMeeting } from './record-in-meeting.ts';

/** Adds a decision to the meeting's record, after those that others have added. */
export async function recordDecision(
  deps: WorkflowDeps,
  ask: Parameters<UseCases['recordDecision']>[0],
): Promise<MeetingResult> {
  const { meetingKey, decision, checked = false } = ask;
  return recordInMeeting(deps, ask, { meetingKey, decision, checked }, async (tx, { plan, owner, now }) => {
    const meeting = await lockMeeting(tx, plan, meetingKey);
    const { decisions, problems } = addDecision({ plan, meeting, decision, checked, by: owner, now });
    if (problems !== undefined) return { problems };
    await changeMeeting(tx, plan.id, meeting, { decisions }, { by: owner, now });
    const when = wordsOfMeeting(meeting, plan.settings.timeZone);
    return { words: `Recorded the decision in the record of the meeting of ${when}.` };
  });
}
