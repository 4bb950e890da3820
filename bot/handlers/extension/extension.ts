import type { MessagingExtensionResult } from 'botbuilder';
import { z } from 'zod';
import type { InvokeAnswer, Turn } from '../../turn/turn.ts';
import type { DialogAnswer } from '../answers/dialog-answer.ts';
import { apologyFor } from '../apology.ts';
import { submitDialog, toTaskAnswer } from '../dialogs.ts';
import type { Tools } from '../tools.ts';
import { addAsAction } from './add-as-action.ts';
import { findItems, type Query } from './find-item.ts';
import { messageSchema, type TeamsMessage } from './message-draft.ts';

/** What each command on a message opens, by its id in the app package. */
export const MESSAGE_COMMANDS: Readonly<
  Record<string, (turn: Turn, tools: Tools, message: TeamsMessage | null) => Promise<DialogAnswer>>
> = { addAsAction };

/** What each search answers, by its id in the app package. */
export const SEARCH_COMMANDS: Readonly<
  Record<string, (turn: Turn, tools: Tools, query: Query) => Promise<MessagingExtensionResult>>
> = { findItem: findItems };

/** The parameter of a search that holds what was typed. */
export const SEARCH_PARAMETER = 'text';

const UNKNOWN =
  'This version of Milepost does not know that command. Please ask IT to update the app in Teams.';

/** Whether an invoke comes from a message extension. Its conversation may be one that the bot is not in. */
export const isExtension = (name: string | null | undefined): boolean =>
  name?.startsWith('composeExtension/') ?? false;

/** Answers what Teams asks a message extension. Never throws: what can't be done is said. */
export const answerExtension = async (
  name: string,
  value: unknown,
  turn: Turn,
  tools: Tools,
): Promise<InvokeAnswer> => {
  switch (name) {
    case 'composeExtension/fetchTask':
      return openOnMessage(value, turn, tools);
    case 'composeExtension/submitAction':
      return submit(value, turn, tools);
    case 'composeExtension/query':
      return search(value, turn, tools);
    default:
      return { status: 200 };
  }
};

const openOnMessage = async (value: unknown, turn: Turn, tools: Tools): Promise<InvokeAnswer> => {
  const asked = actionSchema.safeParse(value).data;
  const open = commandOf(MESSAGE_COMMANDS, asked?.commandId);
  if (!open) return toTaskAnswer({ kind: 'end', text: UNKNOWN });
  try {
    return toTaskAnswer(await open(turn, tools, asked?.messagePayload ?? null));
  } catch (error) {
    return toTaskAnswer({ kind: 'end', text: apologyFor(error, tools, { command: asked?.commandId }) });
  }
};

/** The forms are those of dialogs: their buttons carry all that is needed. */
const submit = async (value: unknown, turn: Turn, tools: Tools): Promise<InvokeAnswer> => {
  const asked = actionSchema.safeParse(value).data;
  return commandOf(MESSAGE_COMMANDS, asked?.commandId)
    ? submitDialog(asked?.data, turn, tools)
    : toTaskAnswer({ kind: 'end', text: UNKNOWN });
};

const search = async (value: unknown, turn: Turn, tools: Tools): Promise<InvokeAnswer> => {
  const asked = querySchema.safeParse(value).data;
  const find = commandOf(SEARCH_COMMANDS, asked?.commandId);
  if (!asked || !find) return toResult({ type: 'message', text: UNKNOWN });
  try {
    return toResult(await find(turn, tools, queryOf(asked)));
  } catch (error) {
    return toResult({ type: 'message', text: apologyFor(error, tools, { command: asked.commandId }) });
  }
};

const toResult = (composeExtension: MessagingExtensionResult): InvokeAnswer => ({
  status: 200,
  body: { composeExtension },
});

const commandOf = <Command>(
  commands: Readonly<Record<string, Command>>,
  commandId: string | undefined,
): Command | undefined =>
  commandId !== undefined && Object.hasOwn(commands, commandId) ? commands[commandId] : undefined;

const commandId = z.string().min(1).max(100);

const actionSchema = z.looseObject({
  commandId,
  data: z.unknown().optional(),
  messagePayload: messageSchema.nullish().catch(null),
});

/** A page of results as Teams asks for it; what it asks beyond is cut. */
const MOST_RESULTS = 25;
const MOST_SKIPPED = 500;
const MOST_TEXT = 200;

const querySchema = z.looseObject({
  commandId,
  parameters: z
    .array(z.looseObject({ name: z.string(), value: z.unknown().optional() }))
    .nullish()
    .catch(null),
  queryOptions: z
    .looseObject({ skip: z.number().nullish().catch(null), count: z.number().nullish().catch(null) })
    .nullish()
    .catch(null),
});

const queryOf = ({ parameters, queryOptions }: z.infer<typeof querySchema>): Query => {
  const typed = parameters?.find(({ name }) => name === SEARCH_PARAMETER)?.value;
  return {
    text: typeof typed === 'string' ? typed.slice(0, MOST_TEXT).trim() : '',
    skip: within(queryOptions?.skip ?? 0, 0, MOST_SKIPPED),
    count: within(queryOptions?.count ?? MOST_RESULTS, 1, MOST_RESULTS),
  };
};

const within = (value: number, least: number, most: number): number =>
  Number.isFinite(value) ? Math.min(Math.max(Math.floor(value), least), most) : least;
