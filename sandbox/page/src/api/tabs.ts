import type { AddTabRequest, ChangeTabRequest, TabView } from '../../../controls/tab-shapes.ts';
import { requestJson } from './request.ts';

const pathOf = (conversationId: string) =>
  `/sandbox/conversations/${encodeURIComponent(conversationId)}/tabs`;

/** The app's tabs in a channel. */
export function listTabs(conversationId: string): Promise<readonly TabView[]> {
  return requestJson(pathOf(conversationId));
}

export function addTab(conversationId: string, body: AddTabRequest): Promise<TabView> {
  return requestJson(pathOf(conversationId), { method: 'POST', body });
}

/** Sets a tab up anew, or takes it away. */
export function changeTab(tabId: string, body: ChangeTabRequest): Promise<TabView> {
  return requestJson(`/sandbox/tabs/${encodeURIComponent(tabId)}`, { method: 'POST', body });
}
