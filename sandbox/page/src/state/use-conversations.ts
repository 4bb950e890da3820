import { useEffectEvent, useRef } from 'react';
import type { Conversation, Message } from '../../../controls/conversation-shapes.ts';
import { listConversations, listMessages, openChat } from '../api/conversations.ts';
import { useLiveEvents } from './live.ts';
import { type Loaded, useLoaded } from './use-loaded.ts';

/** Events come in bursts while the clock moves; what is on screen is read again once per burst. */
const BURST_MS = 120;

/** The channels and the chat of one persona, the chat opened if there was none. */
export function useConversations(personaId: string): Loaded<readonly Conversation[]> {
  const loaded = useLoaded(`conversations ${personaId}`, async () => {
    const conversations = await listConversations(personaId);
    if (conversations.some(({ kind }) => kind === 'personal')) return conversations;
    return [...conversations, await openChat(personaId)];
  });
  const reloadSoon = useBurst(loaded.reload);
  useLiveEvents((event) => {
    if (
      event.type === 'connected' ||
      event.type === 'places' ||
      (event.type === 'message' && event.change !== 'view')
    )
      reloadSoon();
  });
  return loaded;
}

/** The messages of one conversation as one persona sees them, live. */
export function useMessages(conversationId: string, personaId: string): Loaded<readonly Message[]> {
  const loaded = useLoaded(`messages ${conversationId} ${personaId}`, () =>
    listMessages(conversationId, personaId),
  );
  const reloadSoon = useBurst(loaded.reload);
  useLiveEvents((event) => {
    const isOurs =
      event.type === 'message' &&
      event.conversationId === conversationId &&
      (event.personaId === undefined || event.personaId === personaId);
    if (isOurs || event.type === 'connected') reloadSoon();
  });
  return loaded;
}

function useBurst(action: () => void): () => void {
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const run = useEffectEvent(() => {
    timer.current = undefined;
    action();
  });
  return () => {
    timer.current ??= setTimeout(() => run(), BURST_MS);
  };
}
