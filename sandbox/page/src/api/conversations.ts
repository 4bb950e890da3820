import type {
  Conversation,
  Message,
  SendRequest,
  SendResult,
} from '../../../controls/conversation-shapes.ts';
import { requestJson } from './request.ts';

/** The channels and the chat this persona may see. */
export function listConversations(persona: string): Promise<readonly Conversation[]> {
  return requestJson(`/sandbox/conversations?${new URLSearchParams({ persona })}`);
}

/** The persona's chat with Milepost, opened if need be. */
export function openChat(persona: string): Promise<Conversation> {
  return requestJson('/sandbox/conversations', { method: 'POST', body: { persona } });
}

/** Oldest first, cards as this persona sees them. */
export function listMessages(conversationId: string, persona: string): Promise<readonly Message[]> {
  const path = `/sandbox/conversations/${encodeURIComponent(conversationId)}/messages`;
  return requestJson(`${path}?${new URLSearchParams({ persona })}`);
}

export function sendMessage(conversationId: string, body: SendRequest): Promise<SendResult> {
  const path = `/sandbox/conversations/${encodeURIComponent(conversationId)}/messages`;
  return requestJson(path, { method: 'POST', body });
}
