import { createHash } from 'node:crypto';
import type { World } from '../core/world.ts';

/** The id of a person's chat with the bot: the same every time, as in Teams. */
export function chatIdOf(world: World, personaId: string): string {
  const hash = createHash('sha256').update(`${world.directory.botAppId}/${personaId}`).digest('base64url');
  return `a:1${hash}`;
}

/** Opens a person's chat with the bot if it is not open; answers its id. */
export function openChat(world: World, personaId: string): string {
  const id = chatIdOf(world, personaId);
  world.db.prepare('insert or ignore into teams_chat (id, persona_id) values (?, ?)').run(id, personaId);
  return id;
}

/** Whose chat this is; undefined when there is no such chat. */
export function findChatOwner(world: World, chatId: string): string | undefined {
  const row = world.db.prepare('select persona_id from teams_chat where id = ?').get(chatId);
  return row === undefined ? undefined : String(row.persona_id);
}

/** Every open chat, in the order in which they were opened. */
export function listChats(world: World): { readonly id: string; readonly personaId: string }[] {
  return world.db
    .prepare('select id, persona_id from teams_chat order by rowid')
    .all()
    .map(({ id, persona_id }) => ({ id: String(id), personaId: String(persona_id) }));
}
