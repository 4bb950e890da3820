import type { Persona } from '../../core/directory.ts';
import type { World } from '../../core/world.ts';
import { addMessage, type StoredMessage } from '../messages.ts';
import type { Place } from '../places.ts';
import { requireMember } from './access.ts';
import { buildActivity } from './activity.ts';
import { deliverActivity } from './deliver.ts';
import { findFound } from './found.ts';
import { notFound } from './refusal.ts';
import { findThread } from './send-message.ts';

/**
 * Posts a card that was found, as the person's own message. The bot hears of it in its chat with the person only: in a
 * channel nobody mentioned it.
 * @throws RefusedError 403 for who is not a member, 404 for no such card or thread
 */
export async function postFound(
  world: World,
  {
    place,
    persona,
    foundId,
    index,
    threadId,
  }: { place: Place; persona: Persona; foundId: string; index: number; threadId?: string },
): Promise<{ message: StoredMessage; status: number }> {
  requireMember(place, persona);
  const found = findFound(world, { id: foundId, personaId: persona.id, conversationId: place.id });
  const chosen = found?.cards[index];
  if (chosen === undefined) throw notFound('There is no such card among what you found here. Search again.');
  const message = addMessage(world, {
    conversationId: place.id,
    thread: findThread(world, { place, threadId }),
    personaId: persona.id,
    text: '',
    cards: [chosen.card],
    files: [],
  });
  if (place.kind === 'channel') return { message, status: 200 };
  const attachment = { contentType: 'application/vnd.microsoft.card.adaptive', content: chosen.card };
  const { status } = await deliverActivity(
    world,
    buildActivity(world, {
      place,
      persona,
      type: 'message',
      id: message.id,
      fields: { text: '', textFormat: 'plain', attachments: [attachment] },
    }),
  );
  return { message, status };
}
