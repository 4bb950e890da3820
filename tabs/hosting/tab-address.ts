import { type Address, formatAddress, formatDeepLink, parseDeepLink } from '../address/address.ts';

/** Names the part of the query that says what a tab opens with; a deep link's words, as some hosts drop what follows a `#`. */
const OPENS_WITH = 'open';

/** The address of a tab that opens with what an address shows. */
export function tabUrlOf(address: Address): string {
  const url = new URL('/tab/', window.location.origin);
  url.searchParams.set(OPENS_WITH, formatDeepLink(address));
  return url.href;
}

/** What a tab opens with, by its address; `null` where that does not say. */
export function readTabUrl(url: string): Address | null {
  const opensWith = URL.parse(url)?.searchParams.get(OPENS_WITH);
  return opensWith ? parseDeepLink(opensWith) : null;
}

/** Turns such an address into the page's own, once, before anything is shown; one that says more stays as it is. */
export function adoptTabAddress(): void {
  const { href, pathname, hash } = window.location;
  const address = readTabUrl(href);
  if (address === null) return;
  window.history.replaceState(null, '', `${pathname}${hash || formatAddress(address)}`);
}
