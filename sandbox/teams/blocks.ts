import type { World } from '../core/world.ts';

/** Whether a person has blocked the app in their chat with the bot. */
export function isBlocked({ db }: World, personaId: string): boolean {
  return db.prepare('select 1 from teams_block where persona_id = ?').get(personaId) !== undefined;
}

export function setBlocked(
  { db }: World,
  { personaId, blocked }: { personaId: string; blocked: boolean },
): void {
  const statement = blocked
    ? 'insert or ignore into teams_block (persona_id) values (?)'
    : 'delete from teams_block where persona_id = ?';
  db.prepare(statement).run(personaId);
}
