/** Where Teams shows the page; it says nothing of who may do what. */
export interface Place {
  /**
   * - `personal`: the app of one person; a browser outside Teams too.
   * - `shared`: a tab of a channel, a chat or a meeting.
   * - `configuration`: the dialog in which such a tab is added or changed.
   * - `side panel`: beside a meeting that is held.
   */
  readonly kind: 'personal' | 'shared' | 'configuration' | 'side panel';
  /** The channel, or the one whose meeting it is; `null` elsewhere. */
  readonly channelId: string | null;
}

export const PERSONAL: Place = { kind: 'personal', channelId: null };

/** What Teams says of the page, of which this is read. @see `app.Context` of teams-js */
export interface PlaceFacts {
  readonly page: { readonly frameContext: string };
  readonly channel?: { readonly id: string };
  readonly chat?: { readonly id: string };
  readonly meeting?: { readonly id: string };
}

/** Meetings of a channel are held in a thread of it; meetings of their own in chats, `@thread.v2`. */
const CHANNEL_THREAD = /^(19:[^;]+@thread\.(?:tacv2|skype))(?:;|$)/;

export function placeOf({ page, channel, chat, meeting }: PlaceFacts): Place {
  const channelId = channel?.id ?? CHANNEL_THREAD.exec(chat?.id ?? '')?.[1] ?? null;
  if (page.frameContext === 'settings') return { kind: 'configuration', channelId };
  if (page.frameContext === 'sidePanel') return { kind: 'side panel', channelId };
  const isShared = channel !== undefined || chat !== undefined || meeting !== undefined;
  return isShared ? { kind: 'shared', channelId } : PERSONAL;
}
