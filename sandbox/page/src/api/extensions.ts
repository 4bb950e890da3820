import type { PressResult, SendResult } from '../../../controls/conversation-shapes.ts';
import type {
  MessageActionRequest,
  PostFoundRequest,
  SearchRequest,
} from '../../../controls/extension-shapes.ts';
import { requestJson } from './request.ts';

/** Uses a command of the app's on a message. */
export function runCommandOn(messageId: string, body: MessageActionRequest): Promise<PressResult> {
  return requestJson(`/sandbox/messages/${encodeURIComponent(messageId)}/action`, { method: 'POST', body });
}

/** Searches with the app's message extension. */
export function searchFrom(conversationId: string, body: SearchRequest): Promise<PressResult> {
  return requestJson(searchPath(conversationId), { method: 'POST', body });
}

/** Posts a card that was found, as the person's own message. */
export function postFound(conversationId: string, body: PostFoundRequest): Promise<SendResult> {
  return requestJson(`${searchPath(conversationId)}/post`, { method: 'POST', body });
}

function searchPath(conversationId: string): string {
  return `/sandbox/conversations/${encodeURIComponent(conversationId)}/search`;
}
