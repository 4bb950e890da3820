import { useSyncExternalStore } from 'react';

/** The pages of the sandbox, as the rail lists them. */
export const PLACES = ['activity', 'chat', 'teams', 'tab', 'lists', 'files'] as const;
export type Place = (typeof PLACES)[number];

/** What is on screen. All of it stands in the address, so that any view can be linked to and reloaded. */
export interface Address {
  readonly place: Place;
  /** The channel (`teams`), list title (`lists`) or path (`files`) shown; absent: none chosen yet. */
  readonly subject?: string;
  /** `message` to scroll to, `item` to highlight, `subPage` and `channel` of the tab, `view` (the tab shown) of a channel, `site` of files. */
  readonly query: Readonly<Record<string, string>>;
}

const DEFAULT_PERSONA = 'send-owner';
const CHANGED = 'milepost-address';

/** `#/teams/<channel id>?message=<id>` and so on; anything not understood is the list of teams. */
export function parseAddress(hash: string): Address {
  const [path = '', search = ''] = hash.replace(/^#\/?/, '').split('?');
  const [place, subject] = path.split('/').map(decode);
  const query = Object.fromEntries(new URLSearchParams(search));
  const known = PLACES.find((candidate) => candidate === place);
  if (known === undefined) return { place: 'teams', query: {} };
  return subject === undefined || subject === '' ? { place: known, query } : { place: known, subject, query };
}

export function formatAddress({ place, subject, query }: Address): string {
  const path = subject === undefined ? `#/${place}` : `#/${place}/${encodeURIComponent(subject)}`;
  const search = new URLSearchParams(query).toString();
  return search === '' ? path : `${path}?${search}`;
}

/** The address of `place`, with `query` empty unless given. */
export function addressOf(
  place: Place,
  subject?: string,
  query: Readonly<Record<string, string>> = {},
): Address {
  return subject === undefined ? { place, query } : { place, subject, query };
}

/**
 * SharePoint's own address of a list or one of its rows (`/sites/<site>/Lists/<list>/DispForm.aspx?ID=3`), or of a file
 * (`/sites/<site>/Shared Documents/<path>`). Undefined for other paths.
 */
export function addressOfSharePointPath(pathname: string, search: string): Address | undefined {
  const file = /^(\/sites\/[^/]+)\/Shared%20Documents(?:\/(.+))?$/i.exec(pathname);
  if (file !== null) return addressOf('files', decode(file[2] ?? ''), { site: decode(file[1] ?? '') });
  const list = /^\/sites\/[^/]+\/Lists\/([^/]+)/i.exec(pathname)?.[1];
  if (list === undefined) return /^\/sites\//i.test(pathname) ? addressOf('lists') : undefined;
  const item = new URLSearchParams(search).get('ID');
  return addressOf('lists', decode(list), item === null ? {} : { item });
}

/** Goes somewhere, as a link would. */
export function goTo(address: Address): void {
  window.location.hash = formatAddress(address);
}

/** The address on screen, live. */
export function useAddress(): Address {
  const hash = useSyncExternalStore(subscribe, () => window.location.hash);
  return parseAddress(hash);
}

/** The persona's id in the address (`?persona=`), and how to change it. */
export function usePersonaId(): [string, (personaId: string) => void] {
  const search = useSyncExternalStore(subscribe, () => window.location.search);
  return [new URLSearchParams(search).get('persona') ?? DEFAULT_PERSONA, switchPersona];
}

/** Turns a SharePoint address into the page's own, once, before anything is shown. */
export function adoptSharePointAddress(): void {
  const address = addressOfSharePointPath(window.location.pathname, window.location.search);
  if (address !== undefined) history.replaceState(null, '', `/${formatAddress(address)}`);
}

function switchPersona(personaId: string): void {
  const url = new URL(window.location.href);
  url.searchParams.set('persona', personaId);
  history.replaceState(null, '', url);
  window.dispatchEvent(new Event(CHANGED));
}

function subscribe(onChange: () => void): () => void {
  const events = ['hashchange', 'popstate', CHANGED];
  for (const event of events) window.addEventListener(event, onChange);
  return () => {
    for (const event of events) window.removeEventListener(event, onChange);
  };
}

function decode(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
