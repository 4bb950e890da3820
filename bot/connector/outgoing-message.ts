import { type Activity, ActivityTypes, type Attachment, CardFactory, TextFormatTypes } from 'botbuilder';
import type { CardJson } from '../cards/card.ts';

/**
 * What the bot says: plain words, one card, or a file. Never two in one activity: Teams would split it and answer no id.
 */
export type OutgoingMessage =
  | { readonly kind: 'text'; readonly text: string }
  | {
      readonly kind: 'card';
      readonly card: CardJson;
      /** One line for notifications and for hosts that can't show the card. */
      readonly summary: string;
    }
  | {
      /** Asks whether a file may be put into the person's OneDrive. Personal chats only. */
      readonly kind: 'file-consent';
      readonly name: string;
      readonly description: string;
      readonly sizeInBytes: number;
      /** Comes back with the answer. */
      readonly context: object;
    }
  | {
      /** A file that has been put there, to open. Fields as Teams gave them. */
      readonly kind: 'file';
      readonly name: string;
      readonly contentUrl: string;
      readonly uniqueId: string;
      readonly fileType: string;
    };

/** The message as an activity of the SDK. */
export const toActivity = (message: OutgoingMessage): Partial<Activity> => {
  switch (message.kind) {
    case 'text':
      // Plain, or Teams would read what people wrote as Markdown.
      return { type: ActivityTypes.Message, text: message.text, textFormat: TextFormatTypes.Plain };
    case 'card':
      return {
        type: ActivityTypes.Message,
        summary: message.summary,
        attachments: [CardFactory.adaptiveCard(message.card)],
      };
    case 'file-consent':
    case 'file':
      return { type: ActivityTypes.Message, attachments: [toFileAttachment(message)] };
  }
};

type FileMessage = Extract<OutgoingMessage, { readonly kind: 'file-consent' | 'file' }>;

/** @see https://learn.microsoft.com/microsoftteams/platform/bots/how-to/bots-filesv4 */
const toFileAttachment = (message: FileMessage): Attachment => {
  const { name } = message;
  if (message.kind === 'file') {
    const { contentUrl, uniqueId, fileType } = message;
    const contentType = 'application/vnd.microsoft.teams.card.file.info';
    return { contentType, name, contentUrl, content: { uniqueId, fileType } };
  }
  const { description, sizeInBytes, context } = message;
  return {
    contentType: 'application/vnd.microsoft.teams.card.file.consent',
    name,
    content: { description, sizeInBytes, acceptContext: context, declineContext: context },
  };
};
