import { formatDay } from '../calendar/dates.ts';
import type { IsoDate } from '../rows.ts';

/** By when a report is to be posted, after a verb: `␣before the meeting on Thu 20 Jan 2022`; once that is over, that it is. */
export function beforeMeetingWords(meetingOn: IsoDate | null, today: IsoDate): string {
  if (meetingOn === null) return '';
  return today <= meetingOn
    ? ` before the meeting on ${formatDay(meetingOn)}`
    : `, though its meeting was on ${formatDay(meetingOn)}`;
}

/** That a draft is open, and whether it should have been posted by now. */
export function openDraftWords(meetingOn: IsoDate | null, today: IsoDate): string {
  if (meetingOn === null) return 'A draft is open.';
  return today <= meetingOn
    ? `The draft for the meeting on ${formatDay(meetingOn)} is open.`
    : `The draft for the meeting on ${formatDay(meetingOn)} is overdue: it was not posted.`;
}
