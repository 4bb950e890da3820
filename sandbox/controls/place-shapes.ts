/** What the controls of teams, channels and of people's app take and answer; the table of all is in shapes.ts. */

import type { FeedEntry } from '../teams/feed.ts';

/** What a person does with the app in their chat. Blocking is told to nobody; the bot finds out when it writes. */
export interface AppRequest {
  readonly action: 'install' | 'remove' | 'block' | 'unblock';
}

export interface AppView {
  readonly installed: boolean;
  readonly blocked: boolean;
}

/** `install` and `remove` are about the app in it. `name` goes with `rename`. */
export interface TeamRequest {
  readonly action: 'archive' | 'unarchive' | 'delete' | 'restore' | 'rename' | 'install' | 'remove';
  readonly name?: string;
}

/** What stood in a deleted channel is there again once it is restored. `name` goes with `rename`. */
export interface ChannelRequest {
  readonly action: 'delete' | 'restore' | 'rename';
  readonly name?: string;
}

/** `status` is what the bot answered to being told; null where it is not told: the app is not installed there. */
export interface ChangedPlace {
  readonly status: number | null;
}

/** From now on activities carry the address of another region, which works; so do those named before. null: the first. */
export interface RegionRequest {
  readonly region: string | null;
}

export interface RegionView {
  readonly serviceUrl: string;
}

/** One entry of a person's activity feed in Teams, as it is kept. */
export type FeedEntryView = FeedEntry;
