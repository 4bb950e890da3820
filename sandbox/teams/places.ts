import type { DirectoryChannel, Persona } from '../core/directory.ts';
import type { World } from '../core/world.ts';
import { findChatOwner } from './chats.ts';
import { findPersona } from './people.ts';
import { type LiveTeam, listTeams } from './place-states.ts';

/** Where messages stand: a channel (with the thread, when one was named), or one person's chat with the bot. */
export type Place =
  | {
      readonly kind: 'channel';
      /** The channel's id, without a thread. */
      readonly id: string;
      readonly threadId: string | null;
      readonly team: LiveTeam;
      readonly channel: DirectoryChannel;
    }
  | { readonly kind: 'personal'; readonly id: string; readonly persona: Persona };

/** The chat of a meeting of its own: the bot hears from there, and the sandbox shows it nowhere. */
export interface MeetingChat {
  readonly kind: 'groupChat';
  readonly id: string;
}

export type ChannelPlace = Extract<Place, { kind: 'channel' }>;

/** What stands between a channel's id and a thread's in a Teams conversation id. */
const THREAD_MARK = ';messageid=';

/** The channel or chat that a conversation id names, without the thread. */
export function placeIdIn(conversationId: string | undefined): string | null {
  return conversationId?.split(THREAD_MARK)[0] || null;
}

/** Finds what a Teams conversation id names, whether or not the app is installed there. */
export function findPlace(world: World, conversationId: string): Place | undefined {
  const [channelId = '', threadId = null] = conversationId.split(THREAD_MARK);
  const channel = findChannel(world, channelId);
  if (channel !== undefined) return { ...channel, threadId };
  const owner = findChatOwner(world, conversationId);
  const persona = owner === undefined ? undefined : findPersona(world, owner);
  return persona === undefined ? undefined : { kind: 'personal', id: conversationId, persona };
}

/** Every channel of every team that is there, in the directory's order. */
export function listChannels(world: World): ChannelPlace[] {
  return listTeams(world).flatMap((team) =>
    team.channels.map(
      (channel) => ({ kind: 'channel', id: channel.id, threadId: null, team, channel }) as const,
    ),
  );
}

function findChannel(world: World, channelId: string): ChannelPlace | undefined {
  return listChannels(world).find(({ id }) => id === channelId);
}

/** The team a Bot Connector team id (its thread id) names. */
export function findTeam(world: World, threadId: string): LiveTeam | undefined {
  return listTeams(world).find((team) => team.threadId === threadId);
}

/** The conversation id Teams gives a place: with the thread, in a channel that has one. */
export function toConversationId(place: Place | MeetingChat): string {
  if (place.kind !== 'channel' || place.threadId === null) return place.id;
  return `${place.id}${THREAD_MARK}${place.threadId}`;
}

/** Who may see a place and write in it, in the directory's order. */
export function listMembers(world: World, place: Place): Persona[] {
  if (place.kind === 'personal') return [place.persona];
  return world.directory.personas.filter(({ id }) => place.team.members.includes(id));
}

export function isMember(place: Place, personaId: string): boolean {
  return place.kind === 'personal' ? place.persona.id === personaId : place.team.members.includes(personaId);
}
