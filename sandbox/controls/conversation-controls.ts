import { z } from 'zod';
import type { World } from '../core/world.ts';
import { requireConversation, requireMember, requirePersona } from '../teams/client/access.ts';
import { installForPerson } from '../teams/client/install.ts';
import { sendText } from '../teams/client/send-text.ts';
import { type Control, readBody } from './control.ts';
import { personaField, textField } from './fields.ts';
import type { Conversation, Message, SendRequest, SendResult } from './shapes.ts';
import { listConversations, listMessageViews, toMessage } from './views.ts';

const openSchema = z.strictObject({ persona: personaField });
const sendSchema: z.ZodType<SendRequest> = z.strictObject({
  persona: personaField,
  text: textField('what the person writes'),
  threadId: textField('the id of the message that began the thread').optional(),
});

/** Channels and chats, and what is written in them. */
export function conversationControls(world: World): Control[] {
  return [
    {
      method: 'GET',
      path: '/conversations',
      handler: ({ query }) => listSeenBy(world, query.get('persona') ?? undefined),
    },
    {
      method: 'POST',
      path: '/conversations',
      handler: (request) => openChatOf(world, readBody(request, openSchema).persona),
    },
    {
      method: 'GET',
      path: '/conversations/:id/messages',
      handler: ({ params, query }) =>
        readMessages(world, {
          conversationId: params.id ?? '',
          personaId: query.get('persona') ?? undefined,
        }),
    },
    {
      method: 'POST',
      path: '/conversations/:id/messages',
      handler: (request) =>
        send(world, { conversationId: request.params.id ?? '', ...readBody(request, sendSchema) }),
    },
  ];
}

function listSeenBy(world: World, personaId: string | undefined): Conversation[] {
  const all = listConversations(world);
  if (personaId === undefined) return all;
  const { id } = requirePersona(world, personaId);
  return all.filter(({ personaIds }) => personaIds.includes(id));
}

/** Opening the chat is what installs the app for a person who has not got it. */
async function openChatOf(world: World, personaId: string): Promise<Conversation | undefined> {
  const persona = requirePersona(world, personaId);
  await installForPerson(world, { persona });
  return listConversations(world).find(
    ({ kind, personaIds }) => kind === 'personal' && personaIds.includes(persona.id),
  );
}

function readMessages(
  world: World,
  { conversationId, personaId }: { conversationId: string; personaId: string | undefined },
): Message[] {
  const place = requireConversation(world, conversationId);
  if (personaId !== undefined) requireMember(place, requirePersona(world, personaId));
  return listMessageViews(world, { conversationId: place.id, personaId });
}

async function send(
  world: World,
  { conversationId, persona, text, threadId }: SendRequest & { conversationId: string },
): Promise<SendResult> {
  const { message, status } = await sendText(world, {
    place: requireConversation(world, conversationId),
    persona: requirePersona(world, persona),
    text,
    threadId,
  });
  return { message: toMessage(world, message), status };
}
