import type { World } from '../core/world.ts';
import { announceMessage } from './announce.ts';
import { listActions } from './card-walk.ts';
import { type CardJson, findMessage, listMessages, type StoredMessage } from './messages.ts';

/** Remembers that the bot could not bring a message up to date (or took it away), so that its next card replaces it. */
export function awaitReplacement(world: World, messageId: string): void {
  world.db.prepare('update teams_message set awaits_replacement = 1 where id = ?').run(Number(messageId));
}

/**
 * Says which message a new one of the bot's replaces: the one it names, or else the oldest one of the same place that
 * awaits a replacement. A message without a card replaces only what it names.
 */
export function settleReplaced(
  world: World,
  { message, supersedes }: { message: StoredMessage; supersedes: string | undefined },
): void {
  const replaced = supersedes ?? (message.cards.length > 0 ? findAwaiting(world, message) : undefined);
  if (replaced !== undefined) setSupersededBy(world, { replacedId: replaced, byId: message.id });
}

/** After an update: a card that says it is superseded, and offers nothing more to press, is replaced by the newest card. */
export function settleRetired(world: World, messageId: string): void {
  const message = findMessage(world, messageId);
  if (message === undefined || !isRetired(message.text, message.cards)) return;
  const newest = listMessages(world, message.conversationId)
    .filter(
      ({ id, personaId, cards, deleted }) =>
        personaId === null && cards.length > 0 && !deleted && Number(id) > Number(messageId),
    )
    .at(-1);
  if (newest !== undefined) setSupersededBy(world, { replacedId: messageId, byId: newest.id });
}

function isRetired(text: string, cards: readonly CardJson[]): boolean {
  const words = `${text} ${JSON.stringify(cards)}`;
  const canStillAnswer = cards.some((card) =>
    listActions(card).some(({ type }) => type !== 'Action.OpenUrl'),
  );
  return /superseded/i.test(words) && !canStillAnswer;
}

function findAwaiting(world: World, { conversationId, id }: StoredMessage): string | undefined {
  const row = world.db
    .prepare(
      'select id from teams_message where conversation_id = ? and awaits_replacement = 1 and id < ? order by id limit 1',
    )
    .get(conversationId, Number(id));
  return row === undefined ? undefined : String(row.id);
}

function setSupersededBy(world: World, { replacedId, byId }: { replacedId: string; byId: string }): void {
  const replaced = findMessage(world, replacedId);
  if (replaced === undefined) return;
  world.db
    .prepare('update teams_message set superseded_by = ?, awaits_replacement = 0 where id = ?')
    .run(byId, Number(replacedId));
  announceMessage(world, {
    conversationId: replaced.conversationId,
    messageId: replacedId,
    change: 'updated',
  });
}
