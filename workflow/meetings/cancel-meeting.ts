import type { MeetingContent } from '../../plan/content.ts';
import type { WorkflowDeps } from '../deps.ts';
import type { UseCases } from '../use-cases.ts';
import { cannotManage, manageMeeting } from './manage-meeting.ts';

/** Cancels one meeting, its check-in with it; the next one stands. What was answered stays in the history. */
export async function cancelMeeting(
  deps: WorkflowDeps,
  ask: Parameters<UseCases['cancelMeeting']>[0],
): Promise<MeetingContent> {
  return manageMeeting(deps, ask, 'cancel its meetings', ({ standing }) => {
    if (standing.state === 'Closed')
      throw cannotManage(
        'meeting cancelled whose check-in is closed',
        'The check-in of this meeting is closed, so the meeting can’t be cancelled any more.',
      );
    return standing.state === 'Cancelled' ? null : { state: 'Cancelled' };
  });
}
