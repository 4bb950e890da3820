import { formatDay, formatMoment } from '../../plan/calendar/dates.ts';
import type { NextMeetingContent } from '../../plan/content.ts';
import { AppError } from '../../plan/errors.ts';
import { buildMeeting } from '../../plan/meeting-record/meeting-content.ts';
import { meantMeeting, meetingAfter } from '../../plan/meetings/find-meeting.ts';
import { mayAnswer } from '../../plan/people.ts';
import type { Group, IsoDate } from '../../plan/rows.ts';
import { requireChannelGroup } from '../authorise.ts';
import type { WorkflowDeps } from '../deps.ts';
import type { UseCases } from '../use-cases.ts';
import { noneAhead } from './meeting-refusals.ts';
import { refuseOutsider } from './record-in-meeting.ts';

/** The meeting that somebody who writes in a group's channel means. @throws AppError `NOT_FOUND` where there is none */
export async function viewNextMeeting(
  deps: WorkflowDeps,
  { actor, channelId, on, held }: Parameters<UseCases['viewNextMeeting']>[0],
): Promise<NextMeetingContent> {
  const { plan, owner, group } = await requireChannelGroup(deps, actor, channelId);
  if (!mayAnswer(plan, owner, group)) throw refuseOutsider(group);
  const meeting = meantMeeting(plan, group, deps.clock.now(), { on, held });
  if (meeting === null) throw on === undefined ? noneAhead(group) : noneOn(group, on);
  const after = meetingAfter(plan, group, meeting);
  return {
    meeting: buildMeeting(plan, { group, meeting, owner, submissionKey: deps.newKey() }),
    following:
      after === null ? null : { on: after.on, words: formatMoment(after.startsAt, plan.settings.timeZone) },
  };
}

function noneOn({ title }: Group, on: IsoDate): AppError {
  return new AppError({
    code: 'NOT_FOUND',
    message: 'group has no meeting to come on that day',
    userMessage: `The ${title} group has no meeting to come on ${formatDay(on)}.`,
  });
}
