import { z } from 'zod';
import type { World } from '../core/world.ts';
import { requirePersona } from '../teams/client/access.ts';
import { endRunningMeeting, startMeeting } from '../teams/client/hold-meeting.ts';
import { listRunningMeetings } from '../teams/meetings.ts';
import { BodyError, type Control, readBody } from './control.ts';
import type { MeetingRequest, MeetingResult, MeetingView } from './extension-shapes.ts';
import { personaField, textField } from './fields.ts';

const meetingSchema: z.ZodType<MeetingRequest> = z.strictObject({
  persona: personaField,
  event: z.enum(['start', 'end'], '"start" or "end"'),
  conversationId: textField('the id of a channel').optional(),
  meetingId: textField('the id of a meeting that is running').optional(),
  title: textField('what the meeting is called').optional(),
});

/** Meetings of Teams. */
export function meetingControls(world: World): Control[] {
  return [
    {
      method: 'GET',
      path: '/meetings',
      handler: (): MeetingView[] => listRunningMeetings(world),
    },
    {
      method: 'POST',
      path: '/meetings',
      handler: (request) => hold(world, readBody(request, meetingSchema)),
    },
  ];
}

/** @throws BodyError for an end that names no meeting */
async function hold(
  world: World,
  { persona: personaId, event, conversationId, meetingId, title }: MeetingRequest,
): Promise<MeetingResult> {
  const persona = requirePersona(world, personaId);
  if (event === 'start') return startMeeting(world, { persona, conversationId, title });
  if (conversationId === undefined && meetingId === undefined)
    throw new BodyError('Say which meeting ends.', ['conversationId or meetingId: of a meeting that runs']);
  return endRunningMeeting(world, { persona, conversationId, meetingId });
}
