import { randomUUID } from 'node:crypto';
import type { World } from '../../core/world.ts';
import { escapeHtml } from '../html.ts';
import type { StoredMessage } from '../messages.ts';
import { BOT_NAME, findPersona } from '../people.ts';

/**
 * A message as Teams hands it to a message action: words as HTML, cards as text in attachments that the words name.
 * @see https://learn.microsoft.com/microsoftteams/platform/messaging-extensions/how-to/action-commands/define-action-command
 */
export function toMessagePayload(world: World, message: StoredMessage): Readonly<Record<string, unknown>> {
  const { id, conversationId, threadId, at, editedAt } = message;
  const attachments = message.cards.map((card) => ({
    id: randomUUID(),
    contentType: 'application/vnd.microsoft.card.adaptive',
    content: JSON.stringify(card),
  }));
  const marks = attachments.map((each) => `<attachment id="${each.id}"></attachment>`).join('');
  return {
    linkToMessage: `https://teams.microsoft.com/l/message/${conversationId}/${id}`,
    id,
    replyToId: threadId === id ? null : threadId,
    createdDateTime: at,
    lastModifiedDateTime: editedAt,
    deleted: false,
    subject: null,
    summary: null,
    importance: 'normal',
    locale: 'en-gb',
    body: { contentType: 'html', content: `<div><div>${wordsOf(message)}</div>${marks}</div>` },
    from: senderOf(world, message),
    reactions: [],
    mentions: isMentioning(message)
      ? [{ id: 0, mentionText: BOT_NAME, mentioned: { application: botOf(world) } }]
      : [],
    attachments,
  };
}

/** In a channel people always mention the bot (`send-message.ts`). */
function isMentioning({ personaId, threadId, text }: StoredMessage): boolean {
  return personaId !== null && threadId !== null && text !== '';
}

function wordsOf(message: StoredMessage): string {
  const words = escapeHtml(message.text).replaceAll('\n', '<br>');
  return isMentioning(message) ? `<at id="0">${BOT_NAME}</at>&nbsp;${words}` : words;
}

function senderOf(world: World, { personaId }: StoredMessage) {
  if (personaId === null) return { device: null, user: null, conversation: null, application: botOf(world) };
  const persona = findPersona(world, personaId);
  const user = { userIdentityType: 'aadUser', id: persona?.entraObjectId, displayName: persona?.name };
  return { device: null, user, conversation: null, application: null };
}

function botOf({ directory }: World) {
  return { applicationIdentityType: 'bot', id: directory.botAppId, displayName: BOT_NAME };
}
