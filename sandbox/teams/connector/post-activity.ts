import type { World } from '../../core/world.ts';
import { readFileCards } from '../files/file-cards.ts';
import type { MessageFile } from '../files/message-files.ts';
import { addMessage, type CardJson, type NewMessage, type StoredMessage } from '../messages.ts';
import type { Place } from '../places.ts';
import { settleReplaced } from '../supersession.ts';
import type { SentActivity } from './bodies.ts';
import { ConnectorError } from './error.ts';

export const CARD_CONTENT_TYPE = 'application/vnd.microsoft.card.adaptive';

/** What a bot's activity came to. */
export interface Posted {
  /** The first of the messages that were made. */
  readonly first: StoredMessage;
  /** Undefined when Teams split the activity, and so tells no id. */
  readonly id: string | undefined;
}

/**
 * Posts a message of the bot's. Text and attachments in one activity become two messages, the text first, and the answer
 * has no id, as in Teams.
 * @throws ConnectorError 400 for an activity that shows nothing, or whose card is none.
 */
export function postActivity(
  world: World,
  { place, activity }: { place: Place; activity: SentActivity },
): Posted {
  const { text, cards, files } = readContent(world, { place, activity });
  const isSplit = text !== '' && cards.length + files.length > 0;
  const parts = isSplit
    ? [
        { text, cards: [], files: [] },
        { text: '', cards, files },
      ]
    : [{ text, cards, files }];
  const posted: StoredMessage[] = [];
  for (const part of parts) {
    const root = posted[0];
    const thread =
      root === undefined ? threadOf(place) : root.threadId === null ? 'chat' : { id: root.threadId };
    posted.push(addMessage(world, { conversationId: place.id, thread, personaId: null, ...part }));
  }
  const [first] = posted;
  const last = posted.at(-1);
  if (first === undefined || last === undefined) throw new Error('A message of the bot has no part.');
  settleReplaced(world, { message: last, supersedes: activity.channelData?.supersedes });
  return { first, id: isSplit ? undefined : first.id };
}

/** Where a message posted to a place stands: in its thread, or as the beginning of one. */
export function threadOf(place: Place): NewMessage['thread'] {
  if (place.kind === 'personal') return 'chat';
  return place.threadId === null ? 'new' : { id: place.threadId };
}

/** @throws ConnectorError 400 */
export function readContent(
  world: World,
  { place, activity }: { place: Place; activity: SentActivity },
): { text: string; cards: CardJson[]; files: MessageFile[] } {
  const text = activity.text?.trim() ?? '';
  const attachments = activity.attachments ?? [];
  if (text === '' && attachments.length === 0) throw badSyntax('Activity must have text or an attachment.');
  const cards = attachments
    .filter(({ contentType }) => contentType === CARD_CONTENT_TYPE)
    .map(({ content }) => readCard(content));
  return { text, cards, files: readFileCards(world, { place, attachments }) };
}

function readCard(content: unknown): CardJson {
  const card = content as CardJson | null | undefined;
  if (typeof card !== 'object' || card === null || card.type !== 'AdaptiveCard')
    throw badSyntax('The content of an adaptive card attachment must be an object of type AdaptiveCard.');
  return card;
}

function badSyntax(message: string): ConnectorError {
  return new ConnectorError({ status: 400, code: 'BadSyntax', message });
}
