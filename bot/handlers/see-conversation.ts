import type { ConversationSeen } from '../../workflow/use-cases.ts';
import { factsOf } from '../log-facts.ts';
import type { IncomingActivity } from '../turn/incoming-activity.ts';
import { conversationIdOf } from '../turn/read-turn.ts';
import type { Turn } from '../turn/turn.ts';
import type { Tools } from './tools.ts';

/** Remembers where a turn came from. Failing to must not keep anybody from being answered. */
export const seeConversation = async (turn: Turn, { useCases, log }: Tools): Promise<void> => {
  try {
    await useCases.seeConversation(seenIn(turn));
  } catch (error) {
    log.warn(factsOf(error), 'A conversation could not be remembered');
  }
};

const seenIn = ({ activity, actor, place, channelId }: Turn): ConversationSeen => {
  const isAllLost = isRemoval(activity) || TEAM_LOST.includes(eventOf(activity));
  return {
    tenantId: actor.tenantId,
    serviceUrl: activity.serviceUrl ?? '',
    // What Teams tells of another channel comes through the team’s first one.
    conversationId: (eventOf(activity)?.startsWith('channel') && channelId) || conversationIdOf(activity),
    kind: place,
    teamId: activity.channelData?.team?.aadGroupId ?? activity.channelData?.team?.id ?? null,
    channelId,
    teamName: activity.channelData?.team?.name ?? null,
    channelName: activity.channelData?.channel?.name ?? null,
    entraObjectId: place === 'personal' ? actor.entraObjectId : null,
    teamsUserId: place === 'personal' ? (activity.from?.id ?? null) : null,
    botId: activity.recipient?.id ?? '',
    reachable: !(isAllLost || eventOf(activity) === 'channelDeleted'),
    wholeTeam: isAllLost && place === 'channel',
  };
};

/**
 * What Teams says has happened to a team or a channel.
 * @see https://learn.microsoft.com/microsoftteams/platform/bots/how-to/conversations/subscribe-to-conversation-events
 */
const eventOf = ({ type, channelData }: IncomingActivity): string | null =>
  type === 'conversationUpdate' ? (channelData?.eventType ?? null) : null;

const TEAM_LOST: readonly (string | null)[] = ['teamArchived', 'teamDeleted', 'teamHardDeleted'];

/** The app was uninstalled, or the bot taken out of the conversation. */
const isRemoval = (activity: IncomingActivity): boolean => {
  if (activity.type === 'installationUpdate') return activity.action === 'remove';
  const botId = activity.recipient?.id;
  return (
    activity.type === 'conversationUpdate' &&
    (activity.membersRemoved ?? []).some((member) => member.id === botId)
  );
};
