import { type UIEvent, useEffect, useRef } from 'react';
import type { Message } from '../../../controls/conversation-shapes.ts';
import { revealMessage, scrollToMessage } from './reveal-message.ts';

/** Nearer to the end than this counts as being there. */
const NEAR_PX = 80;

/**
 * Shows the newest message at first, and again when one comes while the person is at the end; somebody reading further
 * up is left there. A message that the address names comes first.
 * @returns what the scrolling element needs.
 */
export function useStayAtNewest(messages: readonly Message[] | undefined, named: string | undefined) {
  const isAtEnd = useRef(true);
  const newestId = messages?.at(-1)?.id;
  useEffect(() => {
    if (newestId === undefined || (named !== undefined && revealMessage(named))) return;
    if (isAtEnd.current) scrollToMessage(newestId);
  }, [newestId, named]);
  return {
    onScroll: ({ currentTarget }: UIEvent<HTMLElement>) => {
      const { scrollHeight, scrollTop, clientHeight } = currentTarget;
      isAtEnd.current = scrollHeight - scrollTop - clientHeight < NEAR_PX;
    },
  };
}
