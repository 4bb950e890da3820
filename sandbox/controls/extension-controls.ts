import { z } from 'zod';
import type { World } from '../core/world.ts';
import { requireConversation, requirePersona } from '../teams/client/access.ts';
import { postFound } from '../teams/client/post-found.ts';
import { search, useOnMessage } from '../teams/client/use-extension.ts';
import { type Control, readBody } from './control.ts';
import type { PressResult, SendResult } from './conversation-shapes.ts';
import type { MessageActionRequest, PostFoundRequest, SearchRequest } from './extension-shapes.ts';
import { personaField, textField } from './fields.ts';
import { toMessage } from './views.ts';

const commandField = textField("the id of a command, as the app's package has it");
const countField = z.int('a whole number').min(0, '0 or more').max(1_000, 'at most 1000');

const actionSchema: z.ZodType<MessageActionRequest> = z.strictObject({
  persona: personaField,
  commandId: commandField,
});
const searchSchema: z.ZodType<SearchRequest> = z.strictObject({
  persona: personaField,
  commandId: commandField,
  text: z.string('text: what to search for; empty for a first look'),
  parameter: textField("the name of the command's parameter").optional(),
  skip: countField.optional(),
  count: countField.optional(),
});
const postSchema: z.ZodType<PostFoundRequest> = z.strictObject({
  persona: personaField,
  foundId: textField('the id of what was found'),
  index: countField,
  threadId: textField('the id of the message that began the thread').optional(),
});

/** How many results Teams asks for at once. */
const PAGE = 25;

/** The app's message extension: commands on messages, and searching. */
export function extensionControls(world: World): Control[] {
  return [
    {
      method: 'POST',
      path: '/messages/:id/action',
      handler: (request): Promise<PressResult> => {
        const { persona, commandId } = readBody(request, actionSchema);
        return useOnMessage(world, {
          messageId: request.params.id ?? '',
          persona: requirePersona(world, persona),
          commandId,
        });
      },
    },
    {
      method: 'POST',
      path: '/conversations/:id/search',
      handler: (request): Promise<PressResult> => {
        const asked = readBody(request, searchSchema);
        const { persona, parameter = 'text', skip = 0, count = PAGE } = asked;
        return search(world, {
          ...asked,
          place: requireConversation(world, request.params.id ?? ''),
          persona: requirePersona(world, persona),
          parameter,
          skip,
          count,
        });
      },
    },
    {
      method: 'POST',
      path: '/conversations/:id/search/post',
      handler: async (request): Promise<SendResult> => {
        const asked = readBody(request, postSchema);
        const { message, status } = await postFound(world, {
          ...asked,
          place: requireConversation(world, request.params.id ?? ''),
          persona: requirePersona(world, asked.persona),
        });
        return { message: toMessage(world, message), status };
      },
    },
  ];
}
