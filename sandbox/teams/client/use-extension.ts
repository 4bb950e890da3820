import { randomUUID } from 'node:crypto';
import type { Persona } from '../../core/directory.ts';
import type { World } from '../../core/world.ts';
import type { Place } from '../places.ts';
import { requireMember, requireMessage } from './access.ts';
import { buildActivity } from './activity.ts';
import type { Answer } from './answer.ts';
import { deliverActivity } from './deliver.ts';
import { type DialogCommand, openDialog } from './dialogs.ts';
import { type ExtensionAnswer, readExtensionAnswer } from './extension-answer.ts';
import { keepFound } from './found.ts';
import { toMessagePayload } from './message-payload.ts';

/** How long Teams waits for a message extension. */
export const EXTENSION_TIMEOUT_MS = 5_000;

/**
 * Uses a command of the app's on a message, as from the menu Teams has on every message.
 * @throws RefusedError 403, 404, 409
 */
export async function useOnMessage(
  world: World,
  { messageId, persona, commandId }: { messageId: string; persona: Persona; commandId: string },
): Promise<Answer> {
  const { message, place } = requireMessage(world, { messageId, persona });
  const inThread = place.kind === 'channel' ? { ...place, threadId: message.threadId } : place;
  const command: DialogCommand = {
    commandId,
    commandContext: 'message',
    messagePayload: toMessagePayload(world, message),
  };
  const answered = await ask(world, {
    place: inThread,
    persona,
    name: 'composeExtension/fetchTask',
    value: { ...command },
  });
  return show(world, { place, persona, messageId, command, answered });
}

export interface SearchOptions {
  readonly place: Place;
  readonly persona: Persona;
  readonly commandId: string;
  /** Empty: the first look. */
  readonly text: string;
  readonly parameter: string;
  readonly skip: number;
  readonly count: number;
}

/**
 * Searches with the app, as from the box where a message is written.
 * @throws RefusedError 403
 */
export async function search(world: World, options: SearchOptions): Promise<Answer> {
  const { place, persona, commandId, text, parameter, skip, count } = options;
  requireMember(place, persona);
  const answered = await ask(world, {
    place,
    persona,
    name: 'composeExtension/query',
    value: {
      commandId,
      parameters: [text === '' ? { name: 'initialRun', value: 'true' } : { name: parameter, value: text }],
      queryOptions: { skip, count },
    },
  });
  const command: DialogCommand = { commandId, commandContext: 'compose' };
  return show(world, { place, persona, messageId: '', command, answered });
}

async function ask(
  world: World,
  {
    place,
    persona,
    name,
    value,
  }: { place: Place; persona: Persona; name: string; value: Readonly<Record<string, unknown>> },
): Promise<ExtensionAnswer> {
  const activity = buildActivity(world, {
    place,
    persona,
    type: 'invoke',
    fields: {
      name,
      value: { ...value, requestId: randomUUID().replaceAll('-', ''), context: { theme: 'default' } },
      channelData: { source: { name: 'compose' } },
    },
  });
  return readExtensionAnswer(await deliverActivity(world, activity, { timeoutMs: EXTENSION_TIMEOUT_MS }));
}

/** Opens the dialog the bot asks for, or keeps what it found until the person posts it. */
function show(
  world: World,
  {
    place,
    persona,
    messageId,
    command,
    answered: { answer, next, cards },
  }: {
    place: Place;
    persona: Persona;
    messageId: string;
    command: DialogCommand;
    answered: ExtensionAnswer;
  },
): Answer {
  const whose = { personaId: persona.id, conversationId: place.id };
  if (cards !== undefined) return { ...answer, found: keepFound(world, { ...whose, cards }) };
  if (typeof next === 'string') return answer;
  return { ...answer, dialog: openDialog(world, { ...whose, messageId, content: next, command }) };
}
