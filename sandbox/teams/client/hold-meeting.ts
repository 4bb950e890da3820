import type { Persona } from '../../core/directory.ts';
import type { World } from '../../core/world.ts';
import { isInstalled, subjectOf } from '../installs.ts';
import {
  addMeeting,
  conversationOf,
  endMeeting,
  listRunningMeetings,
  newMeetingChatId,
  type StoredMeeting,
} from '../meetings.ts';
import { addMessage, updateMessage } from '../messages.ts';
import { BOT_NAME } from '../people.ts';
import type { Place } from '../places.ts';
import { requireConversation, requireMember } from './access.ts';
import { buildActivity } from './activity.ts';
import { deliverActivity } from './deliver.ts';
import { conflict, notFound } from './refusal.ts';

/** What became of telling the bot. */
export interface Held {
  readonly meeting: StoredMeeting;
  /** What the bot answered. */
  readonly status: number;
}

/**
 * Starts a meeting in a channel, where a post tells of it, or one of its own, and tells the bot.
 * @throws RefusedError 403 for who is not in the channel, 404, 409 where one is running or the app is not installed
 */
export async function startMeeting(
  world: World,
  { persona, conversationId, title }: { persona: Persona; conversationId?: string; title?: string },
): Promise<Held> {
  if (conversationId === undefined)
    return tell(world, {
      persona,
      meeting: addMeeting(world, {
        conversationId: newMeetingChatId(),
        threadId: null,
        title: title ?? 'Meeting',
        personaId: persona.id,
      }),
    });
  const place = requireChannel(world, { persona, conversationId });
  if (listRunningMeetings(world).some((meeting) => meeting.conversationId === place.id))
    throw conflict(`A meeting is running in ${place.channel.name} already. End it first.`);
  const named = title ?? `${place.channel.name} meeting`;
  const post = addMessage(world, {
    conversationId: place.id,
    thread: 'new',
    personaId: persona.id,
    text: `Meeting started: ${named}`,
    cards: [],
    files: [],
  });
  return tell(world, {
    persona,
    meeting: addMeeting(world, {
      conversationId: place.id,
      threadId: post.id,
      title: named,
      personaId: persona.id,
    }),
  });
}

/**
 * Ends the meeting that is running in a channel, or the one of that id, and tells the bot.
 * @throws RefusedError 403, 404
 */
export async function endRunningMeeting(
  world: World,
  { persona, conversationId, meetingId }: { persona: Persona; conversationId?: string; meetingId?: string },
): Promise<Held> {
  const running = listRunningMeetings(world).find(
    (meeting) => meeting.id === meetingId || meeting.conversationId === conversationId,
  );
  if (running === undefined) throw notFound('No such meeting is running. GET /sandbox/meetings lists them.');
  if (running.threadId !== null) {
    requireChannel(world, { persona, conversationId: running.conversationId });
    updateMessage(world, {
      id: running.threadId,
      text: `Meeting ended: ${running.title}`,
      cards: [],
      files: [],
    });
  }
  return tell(world, { persona, meeting: endMeeting(world, running) });
}

function requireChannel(
  world: World,
  { persona, conversationId }: { persona: Persona; conversationId: string },
): Extract<Place, { kind: 'channel' }> {
  const place = requireConversation(world, conversationId);
  requireMember(place, persona);
  if (place.kind === 'personal')
    throw conflict(
      'A chat with the bot holds no meetings. Name a channel, or none for a meeting of its own.',
    );
  if (!isInstalled(world, subjectOf(place)))
    throw conflict(`${BOT_NAME} is not installed here, so it would not hear of the meeting.`);
  return place;
}

/**
 * Teams says "Scheduled" of every meeting it tells a bot of, and gives the conversation's id in `value.Id`, where one
 * expects the meeting's; that stands in `channelData`.
 */
async function tell(
  world: World,
  { persona, meeting }: { persona: Persona; meeting: StoredMeeting },
): Promise<Held> {
  const { id, conversationId, threadId, title, startedAt, endedAt } = meeting;
  const place =
    threadId === null
      ? ({ kind: 'groupChat', id: conversationId } as const)
      : requireConversation(world, conversationOf(meeting));
  const { status } = await deliverActivity(
    world,
    buildActivity(world, {
      place,
      persona,
      type: 'event',
      fields: {
        name: `application/vnd.microsoft.${endedAt === null ? 'meetingStart' : 'meetingEnd'}`,
        value: {
          MeetingType: 'Scheduled',
          Title: title,
          Id: conversationOf(meeting),
          JoinUrl: joinUrlOf(world, meeting),
          ...(endedAt === null ? { StartTime: startedAt } : { EndTime: endedAt }),
        },
        channelData: { source: null, meeting: { id } },
      },
    }),
  );
  return { meeting, status };
}

function joinUrlOf({ directory }: World, { conversationId, threadId, personaId }: StoredMeeting): string {
  const organiser = directory.personas.find((one) => one.id === personaId)?.entraObjectId;
  const context = new URLSearchParams({
    context: JSON.stringify({ Tid: directory.tenantId, Oid: organiser }),
  });
  return `https://teams.microsoft.com/l/meetup-join/${encodeURIComponent(conversationId)}/${threadId ?? 0}?${context}`;
}
