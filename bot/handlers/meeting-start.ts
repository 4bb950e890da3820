import { z } from 'zod';
import { factsOf } from '../log-facts.ts';
import type { IncomingActivity } from '../turn/incoming-activity.ts';
import { conversationIdOf } from '../turn/read-turn.ts';
import type { Turn } from '../turn/turn.ts';
import type { Tools } from './tools.ts';

/**
 * Teams says that a meeting has started in which the app is.
 * @see https://learn.microsoft.com/microsoftteams/platform/apps-in-teams-meetings/meeting-apps-apis needs the
 *   resource-specific permissions `OnlineMeeting.ReadBasic.Chat` and `ChannelMeeting.ReadBasic.Group`
 */
const MEETING_START = 'application/vnd.microsoft.meetingStart';

/** Conversations that are channels, threads left out. Meetings of their own are held in chats, `@thread.v2`. */
const CHANNEL_ID = /@thread\.(?:tacv2|skype)$/;

const startSchema = z.looseObject({ Title: z.string().max(2_000).nullish() });

/** Opens the check-in of the group whose meeting has started. Teams waits for no answer. */
export const meetingStart = async (turn: Turn, { useCases, log }: Tools): Promise<void> => {
  const { activity, actor } = turn;
  if (activity.name !== MEETING_START) return;
  const value = startSchema.safeParse(activity.value);
  try {
    await useCases.startMeeting({
      tenantId: actor.tenantId,
      entraObjectId: actor.entraObjectId,
      channelId: turn.channelId ?? channelOf(activity),
      title: (value.success ? value.data.Title : null) ?? null,
    });
  } catch (error) {
    log.error(factsOf(error), 'A meeting’s start could not be followed');
  }
};

/** These events may leave out what kind of conversation it is. */
const channelOf = (activity: IncomingActivity): string | null => {
  const id = activity.channelData?.channel?.id ?? conversationIdOf(activity);
  return CHANNEL_ID.test(id) ? id : null;
};
