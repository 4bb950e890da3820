import type { MeetingContent } from '../../plan/content.ts';
import type { WorkflowDeps } from '../deps.ts';
import type { UseCases } from '../use-cases.ts';
import { cannotManage, manageMeeting } from './manage-meeting.ts';
import { closing } from './put-meeting.ts';

/** Closes an open check-in now; its summary goes out at once. */
export async function closeCheckIn(
  deps: WorkflowDeps,
  ask: Parameters<UseCases['closeCheckIn']>[0],
): Promise<MeetingContent> {
  return manageMeeting(deps, ask, 'close its check-in', ({ standing, now }) => {
    if (standing.state === 'Cancelled')
      throw cannotManage(
        'check-in of a cancelled meeting closed',
        'This meeting was cancelled, so it has no check-in to close.',
      );
    if (standing.state !== 'Open' && standing.state !== 'Closed')
      throw cannotManage('check-in closed that is not open', 'This check-in has not been opened yet.');
    return closing(standing, now);
  });
}
