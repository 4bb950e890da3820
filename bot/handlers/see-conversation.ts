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

const seenIn = ({ activity, actor, place, channelId }: Turn): ConversationSeen => ({
  tenantId: actor.tenantId,
  serviceUrl: activity.serviceUrl ?? '',
  conversationId: conversationIdOf(activity),
  kind: place,
  teamId: activity.channelData?.team?.aadGroupId ?? activity.channelData?.team?.id ?? null,
  channelId,
  entraObjectId: place === 'personal' ? actor.entraObjectId : null,
  teamsUserId: place === 'personal' ? (activity.from?.id ?? null) : null,
  botId: activity.recipient?.id ?? '',
  reachable: !isRemoval(activity),
});

/** The app was uninstalled, or the bot taken out of the conversation. */
const isRemoval = (activity: IncomingActivity): boolean => {
  if (activity.type === 'installationUpdate') return activity.action === 'remove';
  const botId = activity.recipient?.id;
  return (
    activity.type === 'conversationUpdate' &&
    (activity.membersRemoved ?? []).some((member) => member.id === botId)
  );
};
