import { type Activity, ActivityTypes, CardFactory, TextFormatTypes } from 'botbuilder';
import type { CardJson } from '../cards/card.ts';

/** What the bot says: plain words, or one card. Never both in one activity: Teams would split it and answer no id. */
export type OutgoingMessage =
  | { readonly kind: 'text'; readonly text: string }
  | {
      readonly kind: 'card';
      readonly card: CardJson;
      /** One line for notifications and for hosts that can't show the card. */
      readonly summary: string;
    };

/** The message as an activity of the SDK. */
export const toActivity = (message: OutgoingMessage): Partial<Activity> =>
  message.kind === 'text'
    ? // Plain, or Teams would read what people wrote as Markdown.
      { type: ActivityTypes.Message, text: message.text, textFormat: TextFormatTypes.Plain }
    : {
        type: ActivityTypes.Message,
        summary: message.summary,
        attachments: [CardFactory.adaptiveCard(message.card)],
      };
