import type { Persona } from '../../core/directory.ts';
import type { World } from '../../core/world.ts';
import { findMessage, type StoredMessage } from '../messages.ts';
import { findPersona } from '../people.ts';
import { findPlace, isMember, type Place } from '../places.ts';
import { conflict, forbidden, notFound } from './refusal.ts';

/** @throws RefusedError 404 naming the personas there are */
export function requirePersona(world: World, personaId: string): Persona {
  const persona = findPersona(world, personaId);
  if (persona !== undefined) return persona;
  const ids = world.directory.personas.map(({ id }) => id);
  throw notFound(`There is no persona "${personaId}". Personas: ${ids.join(', ')}.`, { personas: ids });
}

/** @throws RefusedError 404 */
export function requireConversation(world: World, conversationId: string): Place {
  const place = findPlace(world, conversationId);
  if (place !== undefined) return place;
  throw notFound(`There is no conversation "${conversationId}". GET /sandbox/conversations lists them.`);
}

/** @throws RefusedError 403 unless the person is in the place. */
export function requireMember(place: Place, persona: Persona): void {
  if (isMember(place, persona.id)) return;
  throw forbidden(
    place.kind === 'channel'
      ? `${persona.name} is not a member of the team "${place.team.name}", so can neither see nor write in its channel "${place.channel.name}".`
      : `This is ${place.persona.name}'s own chat with the bot; ${persona.name} can neither see nor write in it.`,
  );
}

/**
 * A message a person may look at.
 * @throws RefusedError 404, 403, or 409 when it was deleted.
 */
export function requireMessage(
  world: World,
  { messageId, persona }: { messageId: string; persona: Persona },
): { message: StoredMessage; place: Place } {
  const message = findMessage(world, messageId);
  if (message === undefined) throw notFound(`There is no message "${messageId}".`);
  const place = requireConversation(world, message.conversationId);
  requireMember(place, persona);
  if (message.deleted) throw conflict('This message has been deleted.');
  return { message, place };
}
