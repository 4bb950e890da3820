import { randomUUID } from 'node:crypto';
import type { Persona } from '../../core/directory.ts';
import type { World } from '../../core/world.ts';
import { BOT_NAME, botUserId } from '../people.ts';
import { type MeetingChat, type Place, toConversationId } from '../places.ts';
import { serviceUrlOf } from '../service-url.ts';

/** An activity as Teams posts it to a bot. */
export type OutgoingActivity = Readonly<Record<string, unknown>> & {
  readonly id: string;
  readonly type: string;
};

export interface ActivityOptions {
  readonly place: Place | MeetingChat;
  /** Who does it. */
  readonly persona: Persona;
  readonly type: 'message' | 'invoke' | 'event' | 'conversationUpdate' | 'installationUpdate';
  /** Default: a new one. A message has that of the message. */
  readonly id?: string;
  /** What this type of activity has beyond the envelope; its `channelData` is added to the envelope's. */
  readonly fields: Readonly<Record<string, unknown>> & {
    readonly channelData?: Readonly<Record<string, unknown>>;
  };
}

/** `timestamp` is real, as the token's times are; `localTimestamp` is the sandbox clock's, in the tenant's zone. */
export function buildActivity(
  world: World,
  { place, persona, type, id, fields }: ActivityOptions,
): OutgoingActivity {
  const { tenantId, site } = world.directory;
  const { channelData = {}, ...rest } = fields;
  return {
    type,
    id: id ?? `f:${randomUUID()}`,
    timestamp: new Date().toISOString(),
    localTimestamp: world.clock.now().toZonedDateTimeISO(site.timeZone).toString({ timeZoneName: 'never' }),
    localTimezone: site.timeZone,
    locale: 'en-GB',
    channelId: 'msteams',
    serviceUrl: serviceUrlOf(world),
    from: { id: persona.teamsUserId, name: persona.name, aadObjectId: persona.entraObjectId },
    recipient: { id: botUserId(world), name: BOT_NAME },
    conversation: {
      id: toConversationId(place),
      conversationType: place.kind,
      tenantId,
      isGroup: place.kind !== 'personal',
    },
    entities: [
      { type: 'clientInfo', locale: 'en-GB', country: 'GB', platform: 'Web', timezone: site.timeZone },
    ],
    channelData: { ...placeData(place), tenant: { id: tenantId }, ...channelData },
    ...rest,
  };
}

/** The same press delivered once more as a new activity, as Teams does when the first went unanswered. */
export function renewActivity(activity: OutgoingActivity): OutgoingActivity {
  return { ...activity, id: `f:${randomUUID()}`, timestamp: new Date().toISOString() };
}

function placeData(place: Place | MeetingChat): Record<string, unknown> {
  if (place.kind !== 'channel') return {};
  const { team, channel } = place;
  return {
    teamsChannelId: channel.id,
    teamsTeamId: team.threadId,
    channel: { id: channel.id, name: channel.name },
    team: { id: team.threadId, name: team.name, aadGroupId: team.id },
    settings: { selectedChannel: { id: channel.id } },
  };
}
