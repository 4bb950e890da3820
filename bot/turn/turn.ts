import type { Actor } from '../../workflow/use-cases.ts';
import type { OutgoingMessage } from '../connector/outgoing-message.ts';
import type { IncomingActivity } from './incoming-activity.ts';

/** One admitted activity, and how to answer it. */
export interface Turn {
  readonly activity: IncomingActivity;
  /** Who sent it, as the verified activity says. */
  readonly actor: Actor;
  readonly place: 'channel' | 'personal' | 'groupChat';
  /** The channel it was written in; `null` outside channels. */
  readonly channelId: string | null;
  /** Answers where the person wrote: in the chat, or in the thread of the channel. */
  reply(message: OutgoingMessage): Promise<void>;
  /** The sender's e-mail address from Teams' roster; `null` where it has none. One request to Teams. */
  findEmail(): Promise<string | null>;
}

/** What an invoke is answered with: the body of the HTTP answer, which Teams reads. */
export interface InvokeAnswer {
  readonly status: number;
  readonly body?: unknown;
}
