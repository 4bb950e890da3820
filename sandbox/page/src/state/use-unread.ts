import { useEffect } from 'react';
import type { Conversation } from '../../../controls/conversation-shapes.ts';
import { useRemembered } from './remembered.ts';

/** How many messages of each conversation a persona has had on screen, by `persona conversation`. */
type Seen = Readonly<Record<string, number>>;

/** Says which conversations hold messages this persona has not had on screen; the one shown counts as seen. */
export function useUnread(
  personaId: string,
  conversations: readonly Conversation[],
  shownId: string | undefined,
): (conversation: Conversation) => boolean {
  const [seen, setSeen] = useRemembered<Seen>('seen', {});
  const shown = conversations.find(({ id }) => id === shownId);
  const key = `${personaId} ${shown?.id}`;
  useEffect(() => {
    if (shown !== undefined && seen[key] !== shown.messageCount) {
      setSeen({ ...seen, [key]: shown.messageCount });
    }
  }, [shown, key, seen, setSeen]);
  return ({ id, messageCount }) => messageCount > (seen[`${personaId} ${id}`] ?? 0);
}
