import type { AppRequest, AppView, FeedEntryView } from '../../../controls/place-shapes.ts';
import { requestJson } from './request.ts';

const pathOf = (persona: string, rest: string) => `/sandbox/personas/${encodeURIComponent(persona)}/${rest}`;

/** Whether a persona has the app, and has blocked it. */
export function readApp(persona: string): Promise<AppView> {
  return requestJson(pathOf(persona, 'app'));
}

export function changeApp(persona: string, body: AppRequest): Promise<AppView> {
  return requestJson(pathOf(persona, 'app'), { method: 'POST', body });
}

/** The newest first. */
export function listFeed(persona: string): Promise<readonly FeedEntryView[]> {
  return requestJson(pathOf(persona, 'feed'));
}

/** Answers the feed, all of it read. */
export function markFeedRead(persona: string): Promise<readonly FeedEntryView[]> {
  return requestJson(pathOf(persona, 'feed/read'), { method: 'POST' });
}
