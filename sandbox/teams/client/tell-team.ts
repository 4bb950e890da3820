import type { World } from '../../core/world.ts';
import { isInstalled, teamSubject } from '../installs.ts';
import type { LiveTeam } from '../place-states.ts';
import type { ChannelPlace } from '../places.ts';
import { buildActivity } from './activity.ts';
import { deliverActivity } from './deliver.ts';
import { findInstaller } from './install.ts';

/** What Teams tells a bot of a team or one of its channels. */
export type TeamEvent =
  | 'teamArchived'
  | 'teamUnarchived'
  | 'teamDeleted'
  | 'teamRestored'
  | 'teamRenamed'
  | 'channelDeleted'
  | 'channelRestored'
  | 'channelRenamed';

/**
 * Tells the bot, where the app is installed, through the team's first channel. `channel` is the one it is about.
 * @returns what the bot answered; null where it is not told
 * @see https://learn.microsoft.com/microsoftteams/platform/bots/how-to/conversations/subscribe-to-conversation-events
 */
export async function tellOfTeam(
  world: World,
  { team, event, channel }: { team: LiveTeam; event: TeamEvent; channel?: LiveTeam['channels'][number] },
): Promise<number | null> {
  if (!isInstalled(world, teamSubject(team.id))) return null;
  const { status } = await deliverActivity(
    world,
    buildActivity(world, {
      place: firstChannelOf(team),
      persona: findInstaller(world, team),
      type: 'conversationUpdate',
      fields: { channelData: { eventType: event, ...aboutChannel(channel) } },
    }),
  );
  return status;
}

/** Of a team as a whole no channel is told. */
function aboutChannel(channel: LiveTeam['channels'][number] | undefined) {
  if (channel === undefined) return { channel: undefined, settings: undefined, teamsChannelId: undefined };
  const { id, name } = channel;
  return { channel: { id, name }, settings: undefined, teamsChannelId: id };
}

function firstChannelOf(team: LiveTeam): ChannelPlace {
  const channel = team.channels.find(({ id }) => id === team.threadId) ?? {
    id: team.threadId,
    name: 'General',
  };
  return { kind: 'channel', id: channel.id, threadId: null, team, channel };
}
