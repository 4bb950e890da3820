import { z } from 'zod';
import type { CardJson } from '../messages.ts';
import { type Delivery, isAccepted } from './deliver.ts';
import type { Dialog, DialogContent } from './dialogs.ts';
import type { Found } from './found.ts';

/** What a person sees after a press. */
export interface Answer {
  readonly status: number;
  readonly card: CardJson | null;
  readonly dialog: Dialog | null;
  readonly text: string | null;
  readonly url?: string;
  readonly raw: unknown;
  /** What a message extension offers the person to post. */
  readonly found?: Found;
}

/** What Teams shows for a bot that fails, and for one that is not there. */
const FAILED_TEXT = 'Something went wrong. Please try again.';
const UNREACHABLE_TEXT = 'Unable to reach app. Please try again.';

const cardSchema = z.looseObject({ type: z.literal('AdaptiveCard') });

/** The answer to an Action.Execute. */
const executeSchema = z.looseObject({ statusCode: z.number(), type: z.string(), value: z.unknown() });
const EXECUTE_CARD = 'application/vnd.microsoft.card.adaptive';
const EXECUTE_MESSAGE = 'application/vnd.microsoft.activity.message';

/** The answer to opening or submitting a dialog. */
const taskSchema = z.looseObject({
  task: z.discriminatedUnion('type', [
    z.looseObject({
      type: z.literal('continue'),
      value: z.looseObject({
        title: z.string().nullish(),
        card: z.looseObject({ content: cardSchema }).nullish(),
        url: z.string().nullish(),
      }),
    }),
    z.looseObject({ type: z.literal('message'), value: z.string() }),
  ]),
});

const NOTHING = { card: null, dialog: null, text: null } as const;

/** Reads what the bot answered to an Action.Execute: a card for this person, words, or an error. */
export function readExecuteAnswer({ status, body }: Delivery): Answer {
  const answer = { ...NOTHING, status, raw: body ?? null };
  const parsed = executeSchema.safeParse(body);
  if (!parsed.success)
    return isEmptyAcceptance({ status, body }) ? answer : { ...answer, ...failure({ status, body }) };
  const { statusCode, type, value } = parsed.data;
  if (type === EXECUTE_CARD) {
    const card = cardSchema.safeParse(value);
    if (card.success) return { ...answer, status: statusCode, card: card.data };
    return { ...answer, status: 502, text: FAILED_TEXT };
  }
  if (type === EXECUTE_MESSAGE) return { ...answer, status: statusCode, text: String(value) };
  const error = z.looseObject({ message: z.string() }).safeParse(value);
  return { ...answer, status: statusCode, text: error.success ? error.data.message : FAILED_TEXT };
}

/** Reads what the bot answered about a dialog: what it shows next, words that end it, or nothing, which closes it. */
export function readTaskAnswer({ status, body }: Delivery): {
  answer: Answer;
  next: DialogContent | 'close' | 'stay';
} {
  const answer = { ...NOTHING, status, raw: body ?? null };
  const parsed = taskSchema.safeParse(body);
  if (!isAccepted({ status, body }) || (!parsed.success && !isEmptyAcceptance({ status, body })))
    return { answer: { ...answer, ...failure({ status, body }) }, next: 'stay' };
  if (!parsed.success) return { answer, next: 'close' };
  const { task } = parsed.data;
  if (task.type === 'message') return { answer: { ...answer, text: task.value }, next: 'close' };
  const { title, card, url } = task.value;
  return { answer, next: { title: title ?? '', card: card?.content ?? null, url: url ?? null } };
}

/** Reads what the bot answered to a message that a button sent: Teams shows nothing unless it failed. */
export function readMessageAnswer(delivery: Delivery): Answer {
  const { status, body } = delivery;
  return { ...NOTHING, status, raw: body ?? null, ...(isAccepted(delivery) ? {} : failure(delivery)) };
}

/** An answer that means nothing is a failure of the bot, though it said 200. */
function failure(delivery: Delivery): { status: number; text: string } {
  const { status } = delivery;
  if (isAccepted(delivery)) return { status: 502, text: FAILED_TEXT };
  return { status, text: status === 502 || status === 504 ? UNREACHABLE_TEXT : FAILED_TEXT };
}

function isEmptyAcceptance({ status, body }: Delivery): boolean {
  const isEmpty =
    body === undefined || (typeof body === 'object' && body !== null && Object.keys(body).length === 0);
  return isAccepted({ status, body }) && isEmpty;
}
