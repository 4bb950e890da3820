import type { Address } from '../state/address.ts';

/** Where on the page a frame of the app stands, and what Teams says of it there. */
export interface TabSpot {
  /** As teams-js names it. */
  readonly frameContext: 'content' | 'settings' | 'sidePanel';
  readonly contentUrl: string;
  /** What the tab opens that is being set up anew. Default: `contentUrl`. */
  readonly savedUrl?: string | undefined;
  /** The page of the app, as its manifest or its settings name it. */
  readonly pageId: string;
  /** What to show there, as a deep link says it. */
  readonly subPageId?: string | undefined;
  /** The channel whose tab or meeting it is; absent for the personal app. */
  readonly channelId?: string | undefined;
  /** The meeting beside which it stands. */
  readonly meeting?: { readonly id: string; readonly chatId: string } | undefined;
  /** The address on this page of a part of the tab. */
  readonly linkTo: (subPageId: string | undefined) => Address;
}

/** The app's own page, as its manifest names it. */
export const HOME = { pageId: 'plan', contentUrl: '/tab/' } as const;
/** Where its manifest says that a tab is set up. */
export const CONFIGURATION_URL = '/tab/?page=configure';
