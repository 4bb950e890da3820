import type { SandboxRequest, SandboxResponse } from '../../core/http.ts';
import type { World } from '../../core/world.ts';
import { chatIdOf, openChat } from '../chats.ts';
import { isInstalled, personSubject } from '../installs.ts';
import { findTeamsUser } from '../people.ts';
import { findPlace, placeIdIn, toConversationId } from '../places.ts';
import { serviceUrlOf } from '../service-url.ts';
import { type NewConversation, parseConversation } from './bodies.ts';
import { ConnectorError } from './error.ts';
import type { Limits } from './limits.ts';
import { postActivity } from './post-activity.ts';
import { conversationNotFound, requireInstalled, requireOpen, requirePlace } from './rooms.ts';

/** `POST /v3/conversations`: a new thread in a channel, or one person's chat with the bot. */
export function createConversation(
  world: World,
  { request, limits }: { request: SandboxRequest; limits: Limits },
): SandboxResponse {
  const asked = parseConversation(request.body);
  refuseOtherTenant(world, asked);
  const created = asked.channelData?.channel
    ? createThread(world, { channelId: asked.channelData.channel.id, asked, limits })
    : createChat(world, { asked, limits });
  return { status: 201, body: { ...created, serviceUrl: serviceUrlOf(world) } };
}

/** Which channel or chat a new conversation would be in; null where that can't be told. */
export function placeOfNew(world: World, body: Buffer): string | null {
  try {
    const { channelData, members } = parseConversation(body);
    if (channelData?.channel) return placeIdIn(channelData.channel.id);
    const persona = findTeamsUser(world, members?.[0]?.id ?? '');
    return persona === undefined ? null : chatIdOf(world, persona.id);
  } catch {
    return null;
  }
}

function createThread(
  world: World,
  { channelId, asked, limits }: { channelId: string; asked: NewConversation; limits: Limits },
) {
  const place = findPlace(world, channelId);
  if (place?.kind !== 'channel') throw conversationNotFound();
  requireInstalled(world, place);
  requireOpen(world, place);
  if (!asked.activity) throw badArgument('A new thread in a channel needs its first message as "activity".');
  limits.admit('send', place.id);
  const { first, id } = postActivity(world, {
    place: { ...place, threadId: null },
    activity: asked.activity,
  });
  return { id: toConversationId({ ...place, threadId: first.id }), activityId: id };
}

function createChat(world: World, { asked, limits }: { asked: NewConversation; limits: Limits }) {
  const [member, ...others] = asked.members ?? [];
  if (member === undefined || others.length > 0)
    throw badArgument('Give one member for a personal chat, or channelData.channel.id for a channel.');
  if (tenantOf(asked) === undefined) throw badArgument('A personal chat needs channelData.tenant.id.');
  const persona = findTeamsUser(world, member.id);
  if (persona === undefined) throw badArgument('The member is not a user of this tenant.');
  // Asked before the chat is opened, so that a refusal leaves none behind.
  if (!isInstalled(world, personSubject(persona.id)))
    throw new ConnectorError({
      status: 403,
      code: 'BotNotInConversationRoster',
      message: 'The bot is not installed for this user.',
    });
  const id = openChat(world, persona.id);
  limits.admit('send', id);
  if (!asked.activity) return { id };
  const place = requirePlace(world, id);
  return { id, activityId: postActivity(world, { place, activity: asked.activity }).id };
}

function refuseOtherTenant({ directory }: World, asked: NewConversation): void {
  const tenantId = tenantOf(asked);
  if (tenantId === undefined || tenantId === directory.tenantId) return;
  throw new ConnectorError({
    status: 403,
    code: 'Forbidden',
    message: 'The bot is not installed in that tenant.',
  });
}

function tenantOf(asked: NewConversation): string | undefined {
  return asked.channelData?.tenant?.id ?? asked.tenantId ?? undefined;
}

function badArgument(message: string): ConnectorError {
  return new ConnectorError({ status: 400, code: 'BadArgument', message });
}
