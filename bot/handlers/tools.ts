import type { Log } from '../../workflow/ports/log.ts';
import type { UseCases } from '../../workflow/use-cases.ts';
import type { CardContext } from '../cards/card.ts';
import type { Connector } from '../connector/connector.ts';
import type { OutgoingMessage } from '../connector/outgoing-message.ts';
import type { FileTransfer } from '../files/file-transfer.ts';
import type { RecentKeys } from '../turn/recent-keys.ts';

/** What every handler works with. */
export interface Tools {
  readonly useCases: UseCases;
  readonly log: Log;
  readonly connector: Connector;
  readonly files: FileTransfer;
  /** What was done already and must not be done again. */
  readonly once: RecentKeys;
  readonly newKey: () => string;
  /** Where a calendar of milestones is read, from its secret. */
  readonly calendarLink: (secret: string) => string;
  /** What a card needs; with the key of a form that has one, else with a new key. */
  readonly cardContext: (submissionKey?: string) => CardContext;
}

/** What a handler answers: words or a card. The router knows how the person asked, and answers that way. */
export type Reply = Extract<OutgoingMessage, { readonly kind: 'text' | 'card' }>;

/** A reply in words. */
export const say = (text: string): Reply => ({ kind: 'text', text });

/** A card came back that is older or newer than this program, or was tampered with. */
export const CARD_NOT_READ =
  'This card can’t be read any more, so nothing was saved. Write “check in” in the group’s channel, or “my actions” in our chat, for a new one.';
