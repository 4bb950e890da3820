/** What stands in the sandbox's conversations, and what people do there. The controls that take it are named in shapes.ts. */

import type { Found } from './extension-shapes.ts';

/** A channel (`id` is the channel's id) or one persona's chat with the bot. */
export interface Conversation {
  readonly id: string;
  readonly kind: 'channel' | 'personal';
  /** The directory's team id; null for a chat, as `teamName` and `channelName`. */
  readonly teamId: string | null;
  readonly teamName: string | null;
  readonly channelName: string | null;
  /** What to show: the channel's name, or the person's name. */
  readonly title: string;
  /** Who may see it and write in it. */
  readonly personaIds: readonly string[];
  /** Without deleted ones. */
  readonly messageCount: number;
}

/** An Adaptive Card as JSON. */
export type CardJson = Readonly<Record<string, unknown>>;

/**
 * A file in a message: one to download from `url` (a path below the sandbox's address), or one that the bot would put
 * into the person's OneDrive. The latter is pressed like a card: `Accept` or `Decline`.
 */
export type MessageFile =
  | { readonly kind: 'file'; readonly name: string; readonly url: string }
  | {
      readonly kind: 'consent';
      readonly name: string;
      readonly description: string;
      readonly sizeInBytes: number;
      readonly state: 'open' | 'accepted' | 'declined';
    };

/** One message, with its cards as they now stand. */
export interface Message {
  readonly id: string;
  readonly conversationId: string;
  /** In a channel, the id of the message that began the thread (its own id for that one); null in a chat. */
  readonly threadId: string | null;
  readonly from: { readonly kind: 'bot' | 'person'; readonly personaId?: string; readonly name: string };
  /** The sandbox's clock, ISO 8601. */
  readonly at: string;
  readonly editedAt: string | null;
  /** Markdown; empty where there is only a card. */
  readonly text: string;
  /** With `?persona=`: as that persona sees them (their own view if they have one). Otherwise the shared cards. */
  readonly cards: readonly CardJson[];
  readonly files: readonly MessageFile[];
  /** Cards that were answered to one persona alone; gone once the bot updates the message. */
  readonly ownCards: Readonly<Record<string, readonly CardJson[]>>;
  /**
   * Id of the message that replaced this one, else null. Known when the bot names it (`channelData.supersedes` of the new
   * message), when its update of this one was refused or it deleted this one and it then posted a card in the same place,
   * or when it updated this one to a card without buttons that says "superseded".
   */
  readonly supersededBy: string | null;
  /** A deleted message stays listed, without text and cards. */
  readonly deleted: boolean;
}

/**
 * `threadId` answers in that thread; absent in a channel begins one. In a channel the bot is always mentioned. A message
 * has text, or files, or both; all of it at most 8 MB.
 */
export interface SendRequest {
  readonly persona: string;
  readonly text?: string;
  readonly files?: readonly { readonly name: string; readonly contentBase64: string }[];
  readonly threadId?: string;
}

/** `status` is what the bot answered to the delivery: 2xx, 502 when it could not be reached, 504 after 15 s. */
export interface SendResult {
  readonly message: Message;
  readonly status: number;
}

/** Presses a button of a card as the persona sees it. */
export interface PressRequest {
  readonly persona: string;
  /** The button's title, verb or id, tried in that order. */
  readonly action: string;
  /** Tells buttons of one title apart (one per row, say): values the button's own `data` must hold. */
  readonly data?: Readonly<Record<string, unknown>>;
  /** By input id. Inputs of the card that are absent send the card's own value; unknown ids are sent too. */
  readonly inputs?: Readonly<Record<string, unknown>>;
  /** Delivers the same press this many times at once (1 to 50); default 1. */
  readonly times?: number;
  /** Whether repeated deliveries carry the same activity id (Teams resends) or new ones; default `same-id`. */
  readonly repeatAs?: 'same-id' | 'new-id';
}

/** A dialog (task module) that stands open. Submit it to `/sandbox/dialogs/{id}/submit`. */
export interface Dialog {
  readonly id: string;
  readonly title: string;
  readonly card: CardJson | null;
  readonly url: string | null;
}

/** What the bot answered. */
export interface PressResult {
  /**
   * 200 when all is well; otherwise the status the bot put in its answer, or that of the answer itself; 502 when the bot
   * could not be reached, 504 when it took longer than Teams waits (15 s).
   */
  readonly status: number;
  /** The card the persona now sees in place of the old one. */
  readonly card: CardJson | null;
  readonly dialog: Dialog | null;
  /** Words for the person: a message, an error, or what Teams says when the bot fails. */
  readonly text: string | null;
  /** Only for a button that opens a link. */
  readonly url?: string;
  /** The body as it came. */
  readonly raw: unknown;
  /** Only from a message extension: cards that the person may post. */
  readonly found?: Found;
  /** With `times` above 1: the answer to each delivery, the first included. */
  readonly deliveries?: readonly Omit<PressResult, 'deliveries'>[];
}

/** `action` (title) picks one of the dialog's buttons; its first submit button otherwise. */
export interface DialogSubmitRequest {
  readonly persona: string;
  readonly inputs?: Readonly<Record<string, unknown>>;
  readonly action?: string;
}
