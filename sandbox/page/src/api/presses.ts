import type {
  DialogSubmitRequest,
  PressRequest,
  PressResult,
} from '../../../controls/conversation-shapes.ts';
import { requestJson } from './request.ts';

/** Presses a button of a message's card. */
export function pressButton(messageId: string, body: PressRequest): Promise<PressResult> {
  return requestJson(`/sandbox/messages/${encodeURIComponent(messageId)}/press`, { method: 'POST', body });
}

/** Submits an open dialog. `dialog` of the answer is null when it closed. */
export function submitDialog(dialogId: string, body: DialogSubmitRequest): Promise<PressResult> {
  return requestJson(`/sandbox/dialogs/${encodeURIComponent(dialogId)}/submit`, { method: 'POST', body });
}
