import { z } from 'zod';
import type { SandboxRequest } from '../core/http.ts';
import type { World } from '../core/world.ts';
import { requireConversation, requireMember, requirePersona } from '../teams/client/access.ts';
import { installForPerson } from '../teams/client/install.ts';
import { sendMessage } from '../teams/client/send-message.ts';
import { BodyError, type Control, readBody } from './control.ts';
import type { Conversation, Message, SendRequest, SendResult } from './conversation-shapes.ts';
import { personaField, textField } from './fields.ts';
import { listConversations, listMessageViews, toMessage } from './views.ts';

const openSchema = z.strictObject({ persona: personaField });
const TEXT = 'what the person writes; it may be left out where there are files';
const sendSchema: z.ZodType<SendRequest> = z.strictObject({
  persona: personaField,
  text: z.string(`text: ${TEXT}`).optional(),
  files: z
    .array(z.strictObject({ name: textField('the name of a file'), contentBase64: z.base64('base64') }))
    .max(10, 'at most 10 files')
    .optional(),
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
      handler: (request) => send(world, { conversationId: request.params.id ?? '', ...readMessage(request) }),
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

/** @throws BodyError where there is nothing to send */
function readMessage(request: SandboxRequest): SendRequest {
  const asked = readBody(request, sendSchema);
  if (asked.text || asked.files?.length) return asked;
  throw new BodyError(`The message is empty. text: ${TEXT}.`, [`text: text: ${TEXT}`]);
}

async function send(
  world: World,
  { conversationId, persona, text = '', files = [], threadId }: SendRequest & { conversationId: string },
): Promise<SendResult> {
  const { message, status } = await sendMessage(world, {
    place: requireConversation(world, conversationId),
    persona: requirePersona(world, persona),
    text,
    files: files.map(({ name, contentBase64 }) => ({ name, content: Buffer.from(contentBase64, 'base64') })),
    threadId,
  });
  return { message: toMessage(world, message), status };
}
