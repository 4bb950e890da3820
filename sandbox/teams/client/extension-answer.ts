import { z } from 'zod';
import { BOT_NAME } from '../people.ts';
import { type Answer, readTaskAnswer } from './answer.ts';
import type { Delivery } from './deliver.ts';
import type { DialogContent } from './dialogs.ts';
import type { FoundCard } from './found.ts';
import { resultSchema, toFoundCard } from './found-card.ts';

/** What a message extension may answer where it shows no dialog. */
const answerSchema = z.looseObject({
  composeExtension: z.discriminatedUnion('type', [
    z.looseObject({ type: z.literal('result'), attachments: z.array(resultSchema).nullish() }),
    z.looseObject({ type: z.literal('message'), text: z.string() }),
    z.looseObject({
      type: z.enum(['auth', 'config', 'silentAuth']),
      suggestedActions: z.looseObject({ actions: z.array(z.looseObject({ value: z.string() })) }).nullish(),
    }),
  ]),
});

/** As of a dialog, and what was found: absent where the bot offered nothing to post. */
export interface ExtensionAnswer {
  readonly answer: Answer;
  readonly next: DialogContent | 'close' | 'stay';
  readonly cards?: readonly FoundCard[];
}

/** Reads what the bot answered to a message extension: a dialog, cards to post, words, or that one must sign in first. */
export function readExtensionAnswer(delivery: Delivery): ExtensionAnswer {
  const parsed = answerSchema.safeParse(delivery.body);
  if (!parsed.success) return readTaskAnswer(delivery);
  const { status, body } = delivery;
  const answer = { status, card: null, dialog: null, text: null, raw: body };
  const { composeExtension } = parsed.data;
  switch (composeExtension.type) {
    case 'result':
      return { answer, next: 'close', cards: (composeExtension.attachments ?? []).map(toFoundCard) };
    case 'message':
      return { answer: { ...answer, text: composeExtension.text }, next: 'close' };
    default: {
      const wish = composeExtension.type === 'config' ? 'be set up first' : 'know who you are: sign in first';
      const where = composeExtension.suggestedActions?.actions[0]?.value ?? 'no address given';
      return { answer: { ...answer, text: `${BOT_NAME} wants to ${wish} (${where}).` }, next: 'close' };
    }
  }
}
