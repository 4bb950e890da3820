import type { MeetingContent, NextMeetingContent } from '../../../plan/content.ts';
import { groupTitle } from '../../cards/wording.ts';

/** Told to whoever may not manage a group's meetings. */
export const onlyManagers = ({ groupName }: MeetingContent): string =>
  `Only the chair of the ${groupTitle(groupName)} and plan managers can close its check-in, or move or cancel its meetings.`;

/** The same whether it was closed just now or before: who asks twice is told the same. */
export const closedWords = ({ groupName, meetingWords }: MeetingContent): string =>
  `The check-in of the ${groupTitle(groupName)} for ${meetingWords} is closed. What was said and done is summed up in the channel; answers given now count as late.`;

export const movedWords = ({ groupName, meetingWords }: MeetingContent): string =>
  `The ${groupTitle(groupName)} meets on ${meetingWords}. Its check-in opens and closes with it.`;

export const cancelledWords = ({ groupName, meetingWords }: MeetingContent): string =>
  `The meeting of the ${groupTitle(groupName)} on ${meetingWords} is cancelled, its check-in with it. A plan manager can bring it back: its State in the Meetings list says Planned again.`;

/** `The next meeting stands: Mon 7 Feb 2022, 10:00.` Blank where none is planned. */
export const followingWords = ({ following }: NextMeetingContent): string =>
  following === null ? '' : `The next meeting stands: ${following.words}.`;
