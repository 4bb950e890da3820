import type { World } from '../core/world.ts';
import { announceMessage } from './announce.ts';
import type { CardJson, StoredMessage } from './messages.ts';

/** Sets the card that one person sees in place of the message's own, until the bot updates the message. */
export function setOwnView(
  world: World,
  { message, personaId, card }: { message: StoredMessage; personaId: string; card: CardJson },
): void {
  world.db
    .prepare('insert or replace into teams_own_view (message_id, persona_id, cards) values (?, ?, ?)')
    .run(Number(message.id), personaId, JSON.stringify([card]));
  const { conversationId, id } = message;
  announceMessage(world, { conversationId, messageId: id, change: 'view', personaId });
}

/** Own views of every message of a channel or chat: message id, then persona id. */
export function listOwnViews(
  world: World,
  conversationId: string,
): ReadonlyMap<string, Readonly<Record<string, readonly CardJson[]>>> {
  const rows = world.db
    .prepare(
      'select v.message_id, v.persona_id, v.cards from teams_own_view v join teams_message m on m.id = v.message_id where m.conversation_id = ?',
    )
    .all(conversationId);
  const views = new Map<string, Record<string, readonly CardJson[]>>();
  for (const row of rows) {
    const messageId = String(row.message_id);
    const own = views.get(messageId) ?? {};
    own[String(row.persona_id)] = JSON.parse(String(row.cards)) as CardJson[];
    views.set(messageId, own);
  }
  return views;
}

/** The cards of a message as one person sees them. */
export function listCardsSeenBy(
  world: World,
  { message, personaId }: { message: StoredMessage; personaId: string },
) {
  const row = world.db
    .prepare('select cards from teams_own_view where message_id = ? and persona_id = ?')
    .get(Number(message.id), personaId);
  return row === undefined ? message.cards : (JSON.parse(String(row.cards)) as CardJson[]);
}
