import type { MeetingRequest, MeetingResult, MeetingView } from '../../../controls/extension-shapes.ts';
import { requestJson } from './request.ts';

/** The meetings that are running. */
export function listMeetings(): Promise<readonly MeetingView[]> {
  return requestJson('/sandbox/meetings');
}

/** Starts or ends a meeting. */
export function holdMeeting(body: MeetingRequest): Promise<MeetingResult> {
  return requestJson('/sandbox/meetings', { method: 'POST', body });
}
