import type { Persona } from '../../core/directory.ts';
import type { World } from '../../core/world.ts';
import { isBlocked } from '../blocks.ts';
import { toAttachments } from '../files/person-files.ts';
import { addFile } from '../files/stored-files.ts';
import { isInstalled, subjectOf } from '../installs.ts';
import { addMessage, findMessage, type NewMessage, type StoredMessage } from '../messages.ts';
import { BOT_NAME, botUserId } from '../people.ts';
import type { Place } from '../places.ts';
import { requireMember } from './access.ts';
import { buildActivity } from './activity.ts';
import { deliverActivity } from './deliver.ts';
import { conflict, notFound } from './refusal.ts';

export interface SendMessageOptions {
  readonly place: Place;
  readonly persona: Persona;
  /** May be empty where there are files. */
  readonly text: string;
  readonly files?: readonly { readonly name: string; readonly content: Buffer }[];
  /** In a channel, the thread to answer in. Absent: a new one. */
  readonly threadId?: string;
}

/**
 * Writes a message as a person and delivers it. In a channel the bot is mentioned, for else it would not hear of it.
 * The message stands even when the bot fails.
 * @throws RefusedError 403 for who is not a member, 404 for no such thread, 409 where the app is not installed
 * or was blocked, or the team is archived.
 */
export async function sendMessage(
  world: World,
  { place, persona, text, files = [], threadId }: SendMessageOptions,
): Promise<{ message: StoredMessage; status: number }> {
  requireMember(place, persona);
  if (!isInstalled(world, subjectOf(place)))
    throw conflict(
      `${BOT_NAME} is not installed here, so nobody would hear this. POST /sandbox/install installs it.`,
    );
  if (place.kind === 'channel' && place.team.isArchived)
    throw conflict(`The team "${place.team.name}" is archived: its channels can only be read.`);
  if (place.kind === 'personal' && isBlocked(world, persona.id))
    throw conflict(`${persona.name} has blocked ${BOT_NAME}. Unblock it to write here.`);
  const thread = findThread(world, { place, threadId });
  const stored = files.map((file) => addFile(world, file));
  const message = addMessage(world, {
    conversationId: place.id,
    thread,
    personaId: persona.id,
    text,
    cards: [],
    files: stored.map(({ id, name }) => ({ kind: 'file', id, name })),
  });
  const attachments = toAttachments(world, { place, persona, text, files: stored });
  const { status } = await deliverActivity(
    world,
    buildActivity(world, {
      place: place.kind === 'channel' ? { ...place, threadId: message.threadId } : place,
      persona,
      type: 'message',
      id: message.id,
      fields: {
        textFormat: 'plain',
        ...(place.kind === 'channel' ? mention(world, text) : { text }),
        ...(attachments.length > 0 ? { attachments } : {}),
      },
    }),
  );
  return { message, status };
}

/**
 * Where a person's message stands: in the thread they answer in, or as the beginning of one.
 * @throws RefusedError 404 for no such thread
 */
export function findThread(
  world: World,
  { place, threadId }: { place: Place; threadId: string | undefined },
): NewMessage['thread'] {
  if (place.kind === 'personal') return 'chat';
  if (threadId === undefined) return 'new';
  const root = findMessage(world, threadId);
  if (root?.conversationId !== place.id || root.threadId !== root.id)
    throw notFound(`There is no thread "${threadId}" in this channel.`);
  return { id: threadId };
}

function mention(world: World, text: string) {
  const mark = `<at>${BOT_NAME}</at>`;
  return {
    text: `${mark} ${text}`,
    entities: [
      { type: 'mention', mentioned: { id: botUserId(world), name: BOT_NAME }, text: mark },
      {
        type: 'clientInfo',
        locale: 'en-GB',
        country: 'GB',
        platform: 'Web',
        timezone: world.directory.site.timeZone,
      },
    ],
  };
}
