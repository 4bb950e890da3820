import type { Persona as DirectoryPersona } from '../core/directory.ts';
import type { World } from '../core/world.ts';
import { listChats } from '../teams/chats.ts';
import { downloadPathOf } from '../teams/files/stored-files.ts';
import { countMessages, listMessages, type StoredMessage } from '../teams/messages.ts';
import { listOwnViews } from '../teams/own-views.ts';
import { BOT_NAME, findPersona } from '../teams/people.ts';
import { findPlace, listChannels, listMembers, type Place } from '../teams/places.ts';
import type { Conversation, Message, MessageFile } from './conversation-shapes.ts';
import type { Persona } from './shapes.ts';

export function toPersona({ id, name, email, entraObjectId, roles, groups }: DirectoryPersona): Persona {
  return { id, name, email, entraObjectId, roles, groups };
}

/** Every channel, then every open chat. */
export function listConversations(world: World): Conversation[] {
  const counts = countMessages(world);
  const chats = listChats(world).flatMap(({ id }) => findPlace(world, id) ?? []);
  return [...listChannels(world), ...chats].map((place) =>
    toConversation(world, { place, messageCount: counts.get(place.id) ?? 0 }),
  );
}

function toConversation(
  world: World,
  { place, messageCount }: { place: Place; messageCount: number },
): Conversation {
  const { id, kind } = place;
  const personaIds = listMembers(world, place).map((persona) => persona.id);
  if (place.kind === 'personal')
    return {
      id,
      kind,
      teamId: null,
      teamName: null,
      channelName: null,
      title: place.persona.name,
      personaIds,
      messageCount,
    };
  const { team, channel } = place;
  return {
    id,
    kind,
    teamId: team.id,
    teamName: team.name,
    channelName: channel.name,
    title: channel.name,
    personaIds,
    messageCount,
  };
}

/** The messages of a channel or chat, oldest first; with `personaId`, with the cards that person sees. */
export function listMessageViews(
  world: World,
  { conversationId, personaId }: { conversationId: string; personaId?: string },
): Message[] {
  const ownViews = listOwnViews(world, conversationId);
  return listMessages(world, conversationId).map((message) => {
    const ownCards = ownViews.get(message.id) ?? {};
    const own = personaId === undefined ? undefined : ownCards[personaId];
    return { ...toMessage(world, message), cards: own ?? message.cards, ownCards };
  });
}

/** A message that nobody has a view of their own of. */
export function toMessage(world: World, { personaId, files, ...message }: StoredMessage): Message {
  const from =
    personaId === null
      ? ({ kind: 'bot', name: BOT_NAME } as const)
      : ({ kind: 'person', personaId, name: findPersona(world, personaId)?.name ?? personaId } as const);
  return { ...message, from, files: files.map(toShownFile), ownCards: {} };
}

/** What a consent sends back is between the bot and Teams. */
function toShownFile(file: StoredMessage['files'][number]): MessageFile {
  if (file.kind === 'file') return { kind: 'file', name: file.name, url: downloadPathOf(file) };
  const { kind, name, description, sizeInBytes, state } = file;
  return { kind, name, description, sizeInBytes, state };
}
