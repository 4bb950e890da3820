import type { NoticeContent } from '../../plan/content.ts';

/** Where a message goes: a channel, or one person's chat with the bot. */
export type Recipient =
  | {
      readonly kind: 'channel';
      readonly tenantId: string;
      readonly teamId: string | null;
      readonly channelId: string;
    }
  | { readonly kind: 'person'; readonly tenantId: string; readonly entraObjectId: string };

/** A message that was sent and can be updated. */
export interface SentMessage {
  readonly conversationId: string;
  readonly activityId: string;
}

/**
 * What became of one attempt. There is one attempt per call, never a hidden retry.
 * - `sent`: Teams took it.
 * - `throttled`: certainly not sent; try again after `retryAfterMs`.
 * - `permanent`: certainly not sent and never will be (blocked, gone, not installed, or our own fault).
 * - `unauthorised`: certainly not sent, and nothing else would be: Teams does not take our credentials.
 * - `ambiguous`: perhaps sent (time-out, reset, 5xx); must not be repeated blindly.
 */
export type SendOutcome =
  | ({ readonly status: 'sent' } & SentMessage)
  | { readonly status: 'throttled'; readonly retryAfterMs: number; readonly code: string }
  | {
      readonly status: 'permanent';
      readonly code: string;
      /** Teams says that the channel or chat is not there, or that the app may not write in it. Default: it does not. */
      readonly isGone?: boolean;
      /** It is there, and the app may not write in it. Default: no. */
      readonly isRefused?: boolean;
    }
  | { readonly status: 'unauthorised'; readonly code: string }
  | { readonly status: 'ambiguous'; readonly code: string };

/** Sends content to Teams. `bot/` fills this port. Never throws for a failed send: it answers the outcome. */
export interface Messenger {
  send(message: { readonly to: Recipient; readonly content: NoticeContent }): Promise<SendOutcome>;
  update(message: {
    readonly at: SentMessage;
    readonly serviceUrl: string;
    readonly content: NoticeContent;
  }): Promise<SendOutcome>;
}
