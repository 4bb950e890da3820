import type { Message } from '../../../controls/conversation-shapes.ts';

/** A post of a channel and what was answered to it; in a chat each message stands alone. */
export interface Thread {
  readonly id: string;
  /** Oldest first, the post itself at the start. */
  readonly messages: readonly Message[];
}

/** Puts messages (oldest first) into threads, in the order the threads began. */
export function threadsOf(messages: readonly Message[]): Thread[] {
  const threads = Map.groupBy(messages, ({ id, threadId }) => threadId ?? id);
  return [...threads].map(([id, own]) => ({ id, messages: own }));
}
