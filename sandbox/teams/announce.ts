import type { World } from '../core/world.ts';

/** A message was posted, changed or removed, or one person (`personaId`) now sees it with a card of their own. */
export interface MessageChange {
  readonly conversationId: string;
  readonly messageId: string;
  readonly change: 'created' | 'updated' | 'deleted' | 'view';
  readonly personaId?: string;
}

/** Tells whoever listens to the world's `message` events; the page shows it at once. */
export function announceMessage(world: World, change: MessageChange): void {
  world.events.emit('message', change);
}
