import { randomUUID } from 'node:crypto';
import type { World } from '../../core/world.ts';
import type { CardJson } from '../messages.ts';

/** A card that a message extension offers; `title` and `text` are its preview in a list. */
export interface FoundCard {
  readonly title: string;
  readonly text: string;
  readonly card: CardJson;
}

/** What a message extension offers one person to post in one conversation. */
export interface Found {
  readonly id: string;
  readonly cards: readonly FoundCard[];
}

interface Whose {
  readonly personaId: string;
  readonly conversationId: string;
}

export function keepFound(
  { db }: World,
  { personaId, conversationId, cards }: Whose & { cards: readonly FoundCard[] },
): Found {
  const id = randomUUID();
  db.prepare('insert into teams_found (id, persona_id, conversation_id, cards) values (?, ?, ?, ?)').run(
    id,
    personaId,
    conversationId,
    JSON.stringify(cards),
  );
  return { id, cards };
}

/** Undefined for what was not found by this person, or not there. */
export function findFound(
  { db }: World,
  { id, personaId, conversationId }: Whose & { id: string },
): Found | undefined {
  const row = db
    .prepare('select cards from teams_found where id = ? and persona_id = ? and conversation_id = ?')
    .get(id, personaId, conversationId);
  return row === undefined ? undefined : { id, cards: JSON.parse(String(row.cards)) as FoundCard[] };
}
