import type { World } from '../../core/world.ts';
import { isBlocked } from '../blocks.ts';
import { isInstalled, subjectOf } from '../installs.ts';
import { findMessage, type StoredMessage } from '../messages.ts';
import { findPlace, type Place } from '../places.ts';
import { ConnectorError } from './error.ts';

/**
 * The place a conversation id names, if the bot may be there.
 * @throws ConnectorError 404 when there is none (or no such thread), 403 where the app is not installed.
 */
export function requirePlace(world: World, conversationId: string | undefined): Place {
  const place = conversationId === undefined ? undefined : findPlace(world, conversationId);
  if (place === undefined || !hasThread(world, place)) throw conversationNotFound();
  requireInstalled(world, place);
  requireOpen(world, place);
  return place;
}

/** @throws ConnectorError 403 where the app is not installed. */
export function requireInstalled(world: World, place: Place): void {
  if (isInstalled(world, subjectOf(place))) return;
  throw new ConnectorError({
    status: 403,
    code: 'BotNotInConversationRoster',
    message: 'The bot is not part of the conversation roster.',
  });
}

/** @throws ConnectorError 403 where a person blocked the app, and in an archived team. */
export function requireOpen(world: World, place: Place): void {
  if (place.kind === 'personal' && isBlocked(world, place.persona.id))
    throw new ConnectorError({
      status: 403,
      code: 'ConversationBlockedByUser',
      message: 'User blocked the conversation with the bot.',
    });
  if (place.kind === 'channel' && place.team.isArchived)
    throw new ConnectorError({
      status: 403,
      code: 'MessageWritesBlocked',
      message: 'The team is archived, its channels can only be read.',
    });
}

/**
 * A message of the bot's own in a place.
 * @throws ConnectorError 404 when there is none (or it was deleted), 403 when a person wrote it.
 */
export function requireOwnMessage(
  world: World,
  { place, messageId = '' }: { place: Place; messageId: string | undefined },
): StoredMessage {
  const message = findMessage(world, messageId);
  if (message === undefined || message.conversationId !== place.id || message.deleted)
    throw activityNotFound();
  if (message.personaId !== null)
    throw new ConnectorError({
      status: 403,
      code: 'NotEnoughPermissions',
      message: 'A bot may change only its own messages.',
    });
  return message;
}

/** Teams words it so, though it is the activity that is missing. */
export function activityNotFound(): ConnectorError {
  return new ConnectorError({
    status: 404,
    code: 'ActivityNotFoundInConversation',
    message: 'Conversation not found.',
  });
}

export function conversationNotFound(): ConnectorError {
  return new ConnectorError({
    status: 404,
    code: 'ConversationNotFound',
    message: 'Conversation not found.',
  });
}

function hasThread(world: World, place: Place): boolean {
  if (place.kind === 'personal' || place.threadId === null) return true;
  const root = findMessage(world, place.threadId);
  return root?.conversationId === place.id && root.threadId === root.id;
}
