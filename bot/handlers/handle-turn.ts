import { z } from 'zod';
import type { IncomingActivity } from '../turn/incoming-activity.ts';
import type { InvokeAnswer, Turn } from '../turn/turn.ts';
import { runCardAction, toExecuteAnswer } from './card-actions.ts';
import { openDialog, submitDialog } from './dialogs.ts';
import { answerExtension, isExtension } from './extension/extension.ts';
import { answerConsent } from './files/answer-consent.ts';
import { meetingStart } from './meeting-start.ts';
import { answerMessage } from './messages.ts';
import { seeConversation } from './see-conversation.ts';
import type { Tools } from './tools.ts';

/** Decides who answers a turn. Activities nobody asked for are taken note of in silence. */
export const createTurnHandler =
  (tools: Tools) =>
  async (turn: Turn): Promise<InvokeAnswer | null> => {
    // People use message extensions in chats that the bot is not in, and events do not say what kind of chat they come
    // from: neither is a way to reach anybody.
    if (!isExtension(turn.activity.name) && turn.activity.type !== 'event')
      await seeConversation(turn, tools);
    switch (turn.activity.type) {
      case 'message':
        if (isNew(turn.activity, tools)) await answerMessage(turn, tools);
        return null;
      case 'invoke':
        return answerInvoke(turn, tools);
      case 'event':
        await meetingStart(turn, tools);
        return null;
      default:
        return null;
    }
  };

/** Presses on cards are messages too, but carry a key of their own; a message without an id can't be told from others. */
const isNew = ({ id, conversation }: IncomingActivity, { once }: Tools): boolean =>
  !id || once.claim(`message\n${conversation?.id ?? ''}\n${id}`);

const answerInvoke = async (turn: Turn, tools: Tools): Promise<InvokeAnswer> => {
  const { name, value } = turn.activity;
  if (name && isExtension(name)) return answerExtension(name, value, turn, tools);
  switch (name) {
    case 'adaptiveCard/action':
      return toExecuteAnswer(await runCardAction(dataIn(executeSchema, value)?.action.data, turn, tools));
    case 'task/fetch':
      return openDialog(dataIn(taskSchema, value)?.data, turn, tools);
    case 'task/submit':
      return submitDialog(dataIn(taskSchema, value)?.data, turn, tools);
    case 'fileConsent/invoke':
      return answerConsent(value, turn, tools);
    default:
      return { status: 200 };
  }
};

/** The parts of Teams' invokes that hold what our button carried and what was filled in. */
const executeSchema = z.looseObject({ action: z.looseObject({ data: z.unknown().optional() }) });
const taskSchema = z.looseObject({ data: z.unknown().optional() });

const dataIn = <Value>(schema: z.ZodType<Value>, value: unknown): Value | null => {
  const parsed = schema.safeParse(value);
  return parsed.success ? parsed.data : null;
};
